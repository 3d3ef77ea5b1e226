%% What HostBenchmark measures.
-module(host).
-export([answer/1, ask/1, count/0]).

%% What the host calls.
answer(X) -> X + 1.

%% N calls of a function of the host.
ask(0) -> ok;
ask(N) -> N = java:answer(N), ask(N - 1).

%% Takes messages of the host, {N, Total}, until all have come.
count() -> count(0).

count(Seen) ->
    receive
        {last, Total} when Total =:= Seen + 1 -> java:counted(Total);
        {next, _} -> count(Seen + 1)
    end.
