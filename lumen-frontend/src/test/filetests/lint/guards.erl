%! test lint otp=25
-module(guards).
-compile(export_all).
-import(lists, [member/2]).
a(X) when f(X) -> 1;
a(X) when lists:member(X, []) -> 1;
a(X) when member(X, []) -> 1;
a(X) when X ! 1 -> 1;
a(X) when X ++ [] == [] -> 1;
a(X) when fun() -> ok end == X -> 1;
a(X) when case X of 1 -> true end -> 1;
a(X) when X = 1 -> 1;
a(X) when begin X end -> 1;
a(X) when [Y || Y <- X] == [] -> 1;
a(X) when undefined(X) -> 1;
a(X) when integer(X), atom(X), float(X), list(X), tuple(X) -> 1;
a(X) when is_integer(X) andalso integer(X) -> 1;
a(X) when erlang:f(X); erlang:is_atom(X); erlang:'+'(X, 1); erlang:'++'(X, X); erlang:'not'(X) -> 1;
a(X) when X#{a => 1} == 1; #{a := 1} == X; X#{a := X} == 1 -> 1;
a(X) when <<X:8>> == 1; <<(f(X))>> == X; <<X:(f(X))>> == X -> 1;
a(X) when {X, [X | X], "s", $c, 1.0} -> 1;
a(X) when catch X -> 1;
a(X) when m:X() -> 1;
a(X) when X() -> 1;
a(X) when self() == node(), element(1, X), is_function(X, 1), node(X), length(X), apply(X, []) -> 1;
a(X) when is_tuple(X) -> 1;
a(X) when spawn(X) -> X.
f(_) -> ok.
is_tuple(_) -> ok.
filters(L) -> [X || X <- L, f(X)], [X || X <- L, is_tuple(X)], [X || X <- L, integer(X)], [X || X <- L, X = 1],
    [X || X <- L, undefined2(X), catch X].
