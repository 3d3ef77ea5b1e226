%% What CollectorBenchmark measures.
-module(collector).
-export([garbage/1, survivors/1, hold/1, major/1, release/0]).

%% N two-tuples of which none lives longer than the next one.
garbage(N) -> garbage(N, {0, 0}).

garbage(0, {A, _}) -> A;
garbage(N, {A, B}) -> garbage(N - 1, {B, A + N}).

%% A list of N elements: all of it survives minor collections.
survivors(N) -> length(build(N, [])).

build(0, List) -> List;
build(N, List) -> build(N - 1, [N | List]).

%% A process that holds a list of N elements...
hold(N) ->
    Parent = self(),
    register(holder, spawn(fun() ->
        List = build(N, []),
        Parent ! ready,
        holder(List)
    end)),
    receive ready -> ok end.

holder(List) ->
    receive
        {collect, From} ->
            erlang:garbage_collect(),
            From ! {collected, hd(List)},
            holder(List);
        {stop, From} ->
            From ! {stopped, length(List)}
    end.

%% ... and is collected as a whole, N times.
major(0) -> ok;
major(N) ->
    holder ! {collect, self()},
    receive {collected, _} -> major(N - 1) end.

release() ->
    holder ! {stop, self()},
    receive {stopped, _} -> ok end.
