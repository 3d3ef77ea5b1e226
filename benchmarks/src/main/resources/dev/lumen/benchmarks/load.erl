%% What LoadBenchmark measures, of whichever system runs it: prints {Operation, Picoseconds} for each, the least of some runs.
-module(load).
-export([main/0]).

-define(RUNS, 4).
-define(KEYS, 100000).

main() ->
    [erlang:display({Name, picoseconds(Run, Count)}) || {Name, Count, Run} <- of_processes() ++ of_messages() ++ of_timers()],
    [measure_tables(Type) || Type <- [set, ordered_set]],
    ok.

of_processes() ->
    [{spawn_exit, 300000, fun processes:children/1},
     {spawn_watched_exit, 100000, fun processes:watched/1}].

of_messages() ->
    [{ping_pong, 500000, fun(N) -> messages:pingpong(1, N) end},
     {ping_pong_8_pairs, 500000, fun(N) -> messages:pingpong(8, N) end},
     {ring_100, 1000000, fun(N) -> messages:ring(100, N) end},
     {fan_in_8, 1000000, fun(N) -> messages:fan_in(8, N) end},
     {call_with_monitor, 300000, fun(N) -> messages:calls(0, N) end}].

of_timers() ->
    [{timer_armed_cancelled, 300000, fun timers:cancelled/1}].

measure_tables(Type) ->
    tables:hold(Type, ?KEYS),
    [erlang:display({{Type, Name}, picoseconds(Run, 300000)})
     || {Name, Run} <- [{lookup, fun(N) -> tables:read(1, N) end},
                        {insert, fun(N) -> tables:write(1, N) end},
                        {next, fun(N) -> tables:walk(N) end},
                        {new_keys, fun(N) -> tables:fresh(Type, N) end}]],
    tables:release().

%% Each run in a process of its own, as a server would.
picoseconds(Run, Count) -> least(?RUNS - 1, Run, Count, once(Run, Count)).

least(0, _, _, Least) -> Least;
least(Runs, Run, Count, Least) -> least(Runs - 1, Run, Count, min(Least, once(Run, Count))).

once(Run, Count) ->
    {Pid, Monitor} = spawn_monitor(fun() ->
        Begin = erlang:monotonic_time(nanosecond),
        Run(Count),
        exit({took, erlang:monotonic_time(nanosecond) - Begin})
    end),
    receive {'DOWN', Monitor, process, Pid, {took, Nanoseconds}} -> Nanoseconds * 1000 div Count end.
