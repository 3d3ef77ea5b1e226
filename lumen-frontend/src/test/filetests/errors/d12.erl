%! test errors otp=25
-module(d12).
-export([main/0]).
-spec main() -> foo:bar(). -spec other(integer()) -> ok. -type t(A) :: {A, B}. -type u() :: undefd().
main() -> ok.
