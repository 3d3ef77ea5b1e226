%% What the system measures when told to: how long schedulers were busy, in which states, how long queues are.
-module(measures).
-export([main/0]).

main() ->
    flag_values(),
    wall_time(),
    owners(),
    microstates(),
    queues(),
    unknown().

flag_values() ->
    [show({flag, F, V}, fun() -> erlang:system_flag(F, V) end)
     || F <- [scheduler_wall_time, microstate_accounting], V <- [false, true, true, false, false, reset, 0, 1, a, [], {}, "true", <<>>]],
    show(off, fun() -> erlang:statistics(scheduler_wall_time) end),
    show(off, fun() -> erlang:statistics(scheduler_wall_time_all) end),
    show(off, fun() -> erlang:system_flag(scheduler_wall_time, false) end).

wall_time() ->
    false = erlang:system_flag(scheduler_wall_time, true),
    All = erlang:statistics(scheduler_wall_time_all),
    Before = lists:sort(erlang:statistics(scheduler_wall_time)),
    N = erlang:system_info(schedulers),
    erlang:display({length(Before) >= N, length(All) >= length(Before), [I || {I, _, _} <- lists:sublist(Before, N)] =:= lists:seq(1, N)}),
    erlang:display([is_integer(A) andalso is_integer(T) andalso A >= 0 andalso A =< T + 5000000 || {I, A, T} <- Before, I =< N] -- [true || _ <- lists:seq(1, N)]),
    busy(20),
    After = lists:sort(erlang:statistics(scheduler_wall_time)),
    Ds = [{A1 - A0, T1 - T0} || {{I, A0, T0}, {I, A1, T1}} <- lists:zip(Before, After), I =< N],
    erlang:display({at_least_one_was_busy, lists:any(fun({A, _}) -> A > 0 end, Ds)}),
    erlang:display({time_passed, lists:all(fun({_, T}) -> T >= 19000000 end, Ds)}),
    erlang:display({none_was_busier_than_time_allows, lists:all(fun({A, T}) -> A =< T + 5000000 andalso A >= 0 end, Ds)}),
    erlang:display({time_began_with_measuring, lists:all(fun({I, _, T}) -> I > N orelse T < 20000000000 end, After)}),
    true = erlang:system_flag(scheduler_wall_time, false),
    erlang:display(erlang:statistics(scheduler_wall_time)).

%% Who turned it on ends, and others had turned it on.
owners() ->
    erlang:display(in(fun() -> [erlang:system_flag(scheduler_wall_time, true), on()] end)),
    wait_until_off(),
    erlang:display({its_end, on(), erlang:system_flag(scheduler_wall_time, false)}),
    erlang:display([erlang:system_flag(scheduler_wall_time, true), in(fun() -> [erlang:system_flag(scheduler_wall_time, false), on()] end), on(),
                    erlang:system_flag(scheduler_wall_time, false), on()]),
    erlang:display([erlang:system_flag(scheduler_wall_time, true), in(fun() -> [erlang:system_flag(scheduler_wall_time, true), on()] end), on(),
                    erlang:system_flag(scheduler_wall_time, true), erlang:system_flag(scheduler_wall_time, false), on(),
                    erlang:system_flag(scheduler_wall_time, false)]),
    wait_until_off(),
    erlang:display(on()).

%% Who turned it on is missed a little after its end.
wait_until_off() ->
    case on() of
        true -> receive after 1 -> wait_until_off() end;
        false -> ok
    end.

on() -> erlang:statistics(scheduler_wall_time) =/= undefined.

microstates() ->
    [] = [S || S <- schedulers(), not shaped(S)],
    false = erlang:system_flag(microstate_accounting, true),
    erlang:system_flag(microstate_accounting, reset),
    Types = [aux, check_io, emulator, gc, other, port, sleep],
    N = erlang:system_info(schedulers),
    erlang:display({length(schedulers()) =:= N, lists:sort([I || #{id := I} <- schedulers()]) =:= lists:seq(1, N)}),
    erlang:display([Ts || #{counters := C} <- schedulers(), Ts <- [maps:keys(C)], lists:usort(Ts) -- Types =/= [] orelse Types -- Ts =/= []]),
    busy(20), collect(50),
    After = [C || #{counters := C} <- schedulers()],
    erlang:display({ran, lists:sum([T || #{emulator := T} <- After]) > 0}),
    erlang:display({collected, lists:sum([T || #{gc := T} <- After]) > 0}),
    erlang:display({none_negative, [T || C <- After, T <- maps:values(C), T < 0]}),
    erlang:display(erlang:system_flag(microstate_accounting, false)),
    Off = [maps:get(emulator, C) || #{counters := C} <- lists:sort(schedulers())],
    busy(5),
    erlang:display({stands_still, Off =:= [maps:get(emulator, C) || #{counters := C} <- lists:sort(schedulers())]}),
    erlang:display(erlang:system_flag(microstate_accounting, reset)),
    erlang:display({reset, lists:sum([maps:get(emulator, C) || #{counters := C} <- schedulers()])}).

schedulers() -> [S || S = #{type := scheduler} <- erlang:statistics(microstate_accounting)].

shaped(#{id := I, type := scheduler, counters := C}) -> is_integer(I) andalso is_map(C) andalso lists:all(fun is_integer/1, maps:values(C));
shaped(_) -> false.

queues() ->
    N = erlang:system_info(schedulers),
    [begin
         L = erlang:statistics(K),
         erlang:display({K, length(L) >= N, lists:all(fun(X) -> is_integer(X) andalso X >= 0 end, L)})
     end || K <- [run_queue_lengths, active_tasks]],
    [erlang:display({K, length(erlang:statistics(K)) >= N}) || K <- [run_queue_lengths_all, active_tasks_all]],
    [erlang:display({K, is_integer(erlang:statistics(K))})
     || K <- [run_queue, total_run_queue_lengths, total_run_queue_lengths_all, total_active_tasks, total_active_tasks_all]],
    erlang:display({who_asks_is_active, erlang:statistics(total_active_tasks) >= 1}),
    %% Many that can run.
    Ps = [spawn(fun spin/0) || _ <- lists:seq(1, 40)],
    erlang:display({many, erlang:statistics(total_active_tasks) > 20, erlang:statistics(total_run_queue_lengths) > 20,
                    lists:sum(erlang:statistics(run_queue_lengths)) > 20, lists:sum(erlang:statistics(active_tasks)) > 20}),
    [exit(P, kill) || P <- Ps],
    [receive {'DOWN', M, _, _, _} -> ok end || M <- [monitor(process, P) || P <- Ps]].

spin() -> spin().

unknown() ->
    [show({statistics, X}, fun() -> erlang:statistics(X) end) || X <- [foo, 1, [], {}, "run_queue", {scheduler_wall_time}]],
    [show({flag, F}, fun() -> erlang:system_flag(F, true) end) || F <- [foo, 1, [], {scheduler_wall_time}]].

busy(Ms) -> busy_until(erlang:monotonic_time(millisecond) + Ms).

busy_until(End) ->
    case erlang:monotonic_time(millisecond) < End of
        true -> busy_until(End);
        false -> ok
    end.

collect(0) -> ok;
collect(N) -> garbage_collect(), collect(N - 1).

in(Do) ->
    Self = self(),
    {_, M} = spawn_monitor(fun() -> Self ! {result, Do()} end),
    receive {result, R} -> receive {'DOWN', M, _, _, _} -> R end end.

show(What, Do) ->
    erlang:display({What, try Do() catch C:E -> {C, E} end}).
