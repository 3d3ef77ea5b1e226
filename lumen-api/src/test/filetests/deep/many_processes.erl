%% A hundred thousand live processes, each waiting with a frame on its stack.
-module(many_processes).
-export([main/0]).

-define(COUNT, 100000).

main() ->
    Self = self(),
    Pids = spawn_all(?COUNT, Self, []),
    erlang:display(erlang:system_info(process_count) > ?COUNT),
    go(Pids),
    erlang:display(collect(?COUNT, 0)).

spawn_all(0, _, Pids) -> Pids;
spawn_all(N, Main, Pids) -> spawn_all(N - 1, Main, [spawn(fun() -> hold(N, Main) end) | Pids]).

hold(N, Main) ->
    X = wait(),
    Main ! {done, N * X}.

wait() ->
    X = receive {go, G} -> G end,
    X + 1.

go([]) -> ok;
go([Pid | Pids]) -> Pid ! {go, 1}, go(Pids).

collect(0, Sum) -> Sum;
collect(N, Sum) -> receive {done, X} -> collect(N - 1, Sum + X) end.
