%% A body-recursive sum over ten million elements: ten million frames at once.
-module(deep_sum).
-export([main/0]).

main() ->
    L = build(10000000, []),
    erlang:display(sum(L)).

build(0, L) -> L;
build(N, L) -> build(N - 1, [N | L]).

sum([]) -> 0;
sum([H | T]) -> H + sum(T).
