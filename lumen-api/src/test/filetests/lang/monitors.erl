%% system_monitor and system_profile: their settings, and what they tell.
-module(monitors).
-export([main/0]).

main() ->
    settings(),
    forms(),
    ends(),
    long_gc(),
    large_heap(),
    long_schedule(),
    profile_settings(),
    profiles().

settings() ->
    Self = self(),
    P = idler(), Dead = dead(),
    erlang:display(erlang:system_monitor()),
    [begin
         show({monitor, label(O)}, fun() -> before(erlang:system_monitor(Self, O)) end),
         erlang:display(now_set())
     end || O <- [[], [busy_port], [busy_dist_port], [{long_gc, 100}], [{long_schedule, 100}], [{large_heap, 100000}], [busy_port, busy_dist_port],
                  [{long_gc, 1}, {large_heap, 300}, busy_port, busy_dist_port, {long_schedule, 7}], [busy_port, busy_port], [{long_gc, 5}, {long_gc, 6}], [foo],
                  [{foo, 1}], foo, [busy_port | foo], [{long_gc, 0}], [{long_gc, -1}], [{long_gc, a}], [{long_gc, 1 bsl 70}], [{long_schedule, 0}],
                  [{long_schedule, -1}], [{large_heap, 0}], [{large_heap, -1}], [{large_heap, 1}], [{large_heap, 100}], [{long_gc}], [{long_gc, 1, 2}], [true],
                  [{busy_port, 1}], {}, 1]],
    erlang:system_monitor(undefined),
    [show({who, label(W)}, fun() -> before(erlang:system_monitor(W, [busy_port])) end) || W <- [Dead, a, 1, undefined, [], make_ref()]],
    erlang:display(now_set()),
    show(other, fun() -> before(erlang:system_monitor(P, [busy_port])) end),
    erlang:display(now_set() =:= {other, [busy_port]}),
    show(none_of_it, fun() -> before(erlang:system_monitor(P, [])) end),
    erlang:display(now_set()),
    stop(P).

forms() ->
    Self = self(),
    [show({one, label(A)}, fun() -> before(erlang:system_monitor(A)) end)
     || A <- [undefined, {Self, [busy_port]}, {Self, [{long_gc, 50}]}, {Self, []}, {Self, [foo]}, {Self}, Self, foo, {Self, [busy_port], 1}, {undefined, [busy_port]},
              {Self, [busy_dist_port]}, undefined, undefined]],
    show(undefined_2, fun() -> before(erlang:system_monitor(undefined, [])) end),
    show(undefined_2, fun() -> before(erlang:system_monitor(undefined, [busy_port])) end).

%% Who is told ends: nobody is told any more.
ends() ->
    P = idler(),
    erlang:system_monitor(P, [busy_port, {long_gc, 10}]),
    stop(P),
    erlang:display({over, now_set()}),
    erlang:display(erlang:system_monitor()).

label(X) when X =:= self() -> me;
label(X) when is_pid(X) -> pid;
label(X) when is_reference(X) -> ref;
label([H | T]) -> [label(H) | label(T)];
label(T) when is_tuple(T) -> list_to_tuple([label(E) || E <- tuple_to_list(T)]);
label(X) -> X.

now_set() -> before(erlang:system_monitor()).

before({P, O}) when P =:= self() -> {me, O};
before({P, O}) when is_pid(P) -> {other, O};
before(X) -> X.

%% ---- what it tells ----

long_gc() ->
    erlang:system_monitor(self(), [{long_gc, 1}]),
    P = spawn(fun() -> large(erlang:make_tuple(3000000, x)) end),
    receive
        {monitor, P, long_gc, L} ->
            erlang:display({long_gc, [K || {K, V} <- L, is_integer(V)], proplists:get_value(timeout, L) >= 1})
    after 20000 -> erlang:display(no_long_gc)
    end,
    erlang:system_monitor(undefined),
    stop(P), flush().

large(T) -> garbage_collect(), receive after 1 -> large(T) end.

large_heap() ->
    Self = self(),
    P = spawn(fun() -> receive go -> T = erlang:make_tuple(20000, x), garbage_collect(), Self ! done, receive stop -> T end end end),
    erlang:system_monitor(self(), [{large_heap, 5000}]),
    P ! go,
    receive done -> ok end,
    receive
        {monitor, P, large_heap, I} -> erlang:display({large_heap, [K || {K, V} <- I, is_integer(V)]})
    after 1000 -> erlang:display(no_large_heap)
    end,
    erlang:system_monitor(undefined),
    stop(P), flush(),
    Q = spawn(fun() -> receive go -> garbage_collect(), Self ! done end end),
    erlang:system_monitor(self(), [{large_heap, 100000}]),
    Q ! go,
    receive done -> ok end,
    erlang:display({small, receive {monitor, Q, _, _} -> told after 20 -> nothing end}),
    erlang:system_monitor(undefined),
    flush().

%% One that never takes long is not told of; one that does is.
long_schedule() ->
    erlang:system_monitor(self(), [{long_schedule, 60000}]),
    [garbage_collect() || _ <- [1, 2, 3]],
    erlang:display({short, receive {monitor, _, long_schedule, _} -> told after 10 -> nothing end}),
    erlang:system_monitor(undefined), flush(),
    erlang:system_monitor(self(), [{long_schedule, 1}]),
    P = spawn(fun long_turns/0),
    receive
        {monitor, P, long_schedule, L} -> erlang:display({long, [K || {K, _} <- L], proplists:get_value(timeout, L) >= 1})
    after 20000 -> erlang:display(no_long_schedule)
    end,
    erlang:system_monitor(undefined),
    stop(P), flush().

long_turns() -> erlang:make_tuple(5000000, x), receive after 1 -> long_turns() end.

%% ---- profiles ----

profile_settings() ->
    Self = self(), P = idler(), Dead = dead(),
    erlang:display(erlang:system_profile()),
    [begin
         show({profile, label(O)}, fun() -> before(erlang:system_profile(P, O)) end),
         erlang:display({set, before(erlang:system_profile())})
     end || O <- [[runnable_procs], [runnable_ports], [scheduler], [exclusive], [runnable_procs, scheduler], [timestamp, scheduler], [monotonic_timestamp, scheduler],
                  [strict_monotonic_timestamp, scheduler], [exclusive, runnable_procs, runnable_ports, scheduler, timestamp], [foo], foo, [scheduler | foo], {}, []]],
    erlang:system_profile(undefined, []),
    [show({who, label(W)}, fun() -> before(erlang:system_profile(W, [scheduler])) end) || W <- [Dead, a, 1, []]],
    erlang:display(erlang:system_profile()),
    show(mine, fun() -> before(erlang:system_profile(Self, [scheduler])) end),
    show(off, fun() -> before(erlang:system_profile(undefined, [])) end),
    show(off, fun() -> before(erlang:system_profile(undefined, [scheduler])) end),
    show(off, fun() -> before(erlang:system_profile(undefined, [foo])) end),
    erlang:display(erlang:system_profile()),
    erlang:system_profile(P, [scheduler]),
    stop(P), 
    wait_off(100),
    erlang:display({over, erlang:system_profile()}),
    erlang:system_profile(undefined, []),
    flush().

wait_off(0) -> ok;
wait_off(N) -> case erlang:system_profile() of undefined -> ok; _ -> receive after 1 -> wait_off(N - 1) end end.

profiles() ->
    P = echo(),
    [begin
         erlang:system_profile(self(), [runnable_procs | Fs]),
         [begin ask(P), wait_waiting(P) end || _ <- [1, 2, 3]],
         receive after 20 -> ok end,
         erlang:system_profile(undefined, []),
         Es = [E || E <- all(), element(2, E) =:= P],
         erlang:display({Fs, alternate([element(3, E) || E <- Es]), length(Es) >= 4, lists:usort([{element(1, E), tuple_size(E), kind(element(4, E)), time_kind(element(5, E))} || E <- Es])})
     end || Fs <- [[], [timestamp], [monotonic_timestamp], [strict_monotonic_timestamp]]],
    stop(P).

kind({M, F, A}) when is_atom(M), is_atom(F), is_integer(A) -> mfa;
kind(0) -> mfa;
kind(X) -> X.

time_kind({A, B, C}) when is_integer(A), is_integer(B), is_integer(C) -> timestamp;
time_kind({A, B}) when is_integer(A), is_integer(B) -> strict;
time_kind(A) when is_integer(A) -> monotonic.

all() -> receive E when element(1, E) =:= profile -> [E | all()]; _ -> all() after 0 -> [] end.

alternate([inactive | T]) -> alternate_2(T); % it was on its way to wait
alternate(L) -> alternate_2(L).

alternate_2([active, inactive | T]) -> alternate_2(T);
alternate_2([]) -> true;
alternate_2([active]) -> true;
alternate_2(L) -> L.

%% ---- tools ----

wait_waiting(P) ->
    case process_info(P, status) of
        {status, waiting} -> ok;
        _ -> receive after 1 -> wait_waiting(P) end
    end.

echo() -> spawn(fun echo_loop/0).
echo_loop() -> receive {ask, To, Ref} -> To ! {Ref, answered}, echo_loop() end.

ask(P) -> R = make_ref(), P ! {ask, self(), R}, receive {R, A} -> A end.

idler() -> spawn(fun() -> receive stop -> ok end end).

dead() ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, _, _, _} -> Pid end.

stop(P) ->
    M = monitor(process, P),
    exit(P, kill),
    receive {'DOWN', M, _, _, _} -> ok end.

flush() -> receive _ -> flush() after 0 -> ok end.

show(What, Do) ->
    erlang:display({What, try Do() catch C:E -> {C, E} end}).
