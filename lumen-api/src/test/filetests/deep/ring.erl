%% Ten million messages round a ring of a thousand processes.
-module(ring).
-export([main/0]).

main() ->
    Main = self(),
    First = build(999, Main),
    First ! 10000000,
    erlang:display({rounds, count(First, 0)}).

build(0, Next) -> Next;
build(N, Next) -> build(N - 1, spawn(fun() -> pass(Next) end)).

pass(Next) ->
    receive
        0 -> Next ! 0;
        N -> Next ! N - 1, pass(Next)
    end.

count(First, Rounds) ->
    receive
        0 -> Rounds;
        N -> First ! N - 1, count(First, Rounds + 1)
    end.
