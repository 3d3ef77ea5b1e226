%% Local, remote, imported and computed calls; body recursion and tail calls.
-module(calls).
-export([main/0, twice/1]).
-import(math, [sqrt/1]).

main() ->
    M = ?MODULE,
    F = twice,
    erlang:display({twice(1), calls:twice(2), M:twice(3), calls:F(4), M:F(5), sqrt(4), sum([1, 2, 3]), loop(3, []), apply(M, F, [6])}).

twice(X) -> {X, X}.

sum([H | T]) -> H + sum(T);
sum([]) -> 0.

loop(0, Acc) -> Acc;
loop(N, Acc) -> loop(N - 1, [N | Acc]).
