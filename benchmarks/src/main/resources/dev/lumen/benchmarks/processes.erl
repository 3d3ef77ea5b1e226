%% What ProcessBenchmark measures. Each function does N operations and returns when the last one is done.
-module(processes).
-export([waiting/1, stop/0, children/1, watched/1, tasks/2]).

%% Spawn a process, which begins to wait. They stand in one queue, so when the one that is spawned last runs, the others wait.
waiting(N) ->
    Parent = self(),
    register(last, spawn_waiting(N, none)),
    spawn(fun() -> Parent ! all_wait end),
    receive all_wait -> ok end.

spawn_waiting(0, Last) -> Last;
spawn_waiting(N, Last) ->
    spawn_waiting(N - 1, spawn(fun() -> wait(Last) end)).

%% Each ends the one that was spawned before it, and the first one tells that they all have.
wait(Before) ->
    receive
        {stop, From} when Before =:= none -> From ! stopped;
        Stop -> Before ! Stop
    end.

%% Ends what waiting/1 spawned, if it did.
stop() ->
    case whereis(last) of
        undefined -> ok;
        Last ->
            Last ! {stop, self()},
            receive stopped -> ok end
    end.

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

%% Spawn, link and monitor; exit, and both are told.
watched(N) ->
    process_flag(trap_exit, true),
    watch(N).

watch(0) -> ok;
watch(N) ->
    {Pid, Monitor} = spawn_opt(fun() -> ok end, [link, monitor]),
    receive {'DOWN', Monitor, process, Pid, normal} -> ok end,
    receive {'EXIT', Pid, normal} -> watch(N - 1) end.

%% N tasks that one process spawns, so all begin on one scheduler; every hundredth is a hundred times as long as the others,
%% which do Steps steps.
tasks(N, Steps) ->
    spawn_tasks(N, Steps),
    answers(N).

spawn_tasks(0, _) -> ok;
spawn_tasks(N, Steps) ->
    Parent = self(),
    Own = case N rem 100 of 0 -> 100 * Steps; _ -> Steps end,
    spawn(fun() -> steps(Own), Parent ! done end),
    spawn_tasks(N - 1, Steps).

steps(0) -> ok;
steps(N) -> steps(N - 1).
