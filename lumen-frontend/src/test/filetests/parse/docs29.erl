%! test parse otp=29
-module(docs29).
-moduledoc """
A module.
""".
-moduledoc #{since => "1.0", authors => ["x"]}.
-doc "A function.".
-doc #{equiv => g(1), since => ~"2.0", deprecated => "no"}.
-doc(#{equiv => g/1}).
f() -> ok.
-doc false.
-doc hidden.
-doc ~"binary".
-doc {file, "docs29.md"}.
-nominal distance() :: integer().
-nominal(pair(A) :: {A, A}).
-doc """
  Indented
    more
  """.
g(_) -> ok.
