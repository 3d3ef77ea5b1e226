%% What ProcessBenchmark measures. Each function does N operations and returns when the last one is done.
-module(processes).
-export([children/1, pingpong/1, ring/2]).

%% Spawn, one message to the parent, exit; at most 100 children at a time.
children(0) -> ok;
children(N) ->
    Batch = min(N, 100),
    spawn_all(Batch),
    answers(Batch),
    children(N - Batch).

spawn_all(0) -> ok;
spawn_all(N) ->
    Parent = self(),
    spawn(fun() -> Parent ! done end),
    spawn_all(N - 1).

answers(0) -> ok;
answers(N) ->
    receive done -> answers(N - 1) end.

%% N round trips between two processes.
pingpong(N) ->
    Parent = self(),
    Pong = spawn(fun() -> pong(Parent) end),
    ping(Pong, N),
    Pong ! stop,
    ok.

ping(_, 0) -> ok;
ping(Pong, N) ->
    Pong ! {ping, N},
    receive {pong, N} -> ping(Pong, N - 1) end.

pong(Parent) ->
    receive
        {ping, N} -> Parent ! {pong, N}, pong(Parent);
        stop -> ok
    end.

%% N hops around a ring of Size processes.
ring(Size, N) ->
    First = link_up(Size - 1, self()),
    First ! N,
    receive
        0 -> First ! stop;
        Left -> relay(First, Left)
    end,
    drain().

link_up(0, Next) -> Next;
link_up(Size, Next) -> link_up(Size - 1, spawn(fun() -> member(Next) end)).

member(Next) ->
    receive
        stop -> Next ! stop;
        0 -> Next ! 0, member(Next);
        Left -> Next ! Left - 1, member(Next)
    end.

relay(First, Left) ->
    First ! Left - 1,
    receive
        0 -> First ! stop;
        Rest -> relay(First, Rest)
    end.

%% The stop has gone around.
drain() ->
    receive
        stop -> ok;
        _ -> drain()
    end.
