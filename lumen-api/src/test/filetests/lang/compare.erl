%% Term order and equality over all types.
-module(compare).
-export([main/0]).

main() ->
    T = terms(),
    [erlang:display({I, row(X, T)}) || {I, X} <- number(1, T)],
    erlang:display(sort(T) =:= sort(rev(T, []))),
    erlang:display([max(1, a), min(a, "a"), max({1}, {2}), max([], {}), min(#{}, [])]).

terms() ->
    [-(1 bsl 70), -1, 0, 0.0, 1, 1.0, 1.5, 2, 1 bsl 70, 1.0e30, a, ab, b, '', true, {}, {a}, {b}, {1, 2}, {1, 2.0}, {1, 2, 3},
     #{}, #{a => 1}, #{a => 2}, #{b => 1}, #{a => 1, b => 1}, [], [1], [1.0], [1, 2], [1 | 2], [a], "abc", [[]], <<>>, <<1>>, <<1, 2>>,
     <<2>>, <<1:1>>, <<255:8, 1:1>>].

number(_, []) -> [];
number(N, [H | T]) -> [{N, H} | number(N + 1, T)].

row(X, T) -> [code(X, Y) || Y <- T].

code(X, Y) when X =:= Y -> $=;
code(X, Y) when X == Y -> $~;
code(X, Y) when X < Y -> $<;
code(X, Y) when X > Y -> $>.

sort([]) -> [];
sort([P | T]) -> sort([X || X <- T, X < P]) ++ [P] ++ sort([X || X <- T, not (X < P)]).

rev([], A) -> A;
rev([H | T], A) -> rev(T, [H | A]).
