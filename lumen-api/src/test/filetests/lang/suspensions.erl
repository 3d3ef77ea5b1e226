%% Processes that others suspend: counts, options, who ends, what a suspended process still does, and what can't be suspended.
-module(suspensions).
-export([main/0, idle/0]).

main() ->
    arguments(),
    counts(),
    options(),
    what_it_still_does(),
    endings(),
    replies(),
    others(),
    cycles(),
    crowd().

%% ---- arguments ----

arguments() ->
    P = idler(),
    Dead = dead(),
    [show(suspend, kind(X, P, Dead), fun() -> erlang:suspend_process(X) end) || X <- [self(), Dead, make_ref(), a, 1, [], {P}]],
    [show(suspend_2, {kind(X, P, Dead), O}, fun() -> erlang:suspend_process(X, O) end)
     || X <- [self(), Dead, a], O <- [[], [asynchronous], [unless_suspending], [foo], foo]],
    [begin
         show(suspend_2, {pid, O}, fun() -> erlang:suspend_process(P, O) end),
         show(suspending, O, fun() -> length(element(2, process_info(self(), suspending))) end),
         [erlang:resume_process(P) || {_, N, M} <- element(2, process_info(self(), suspending)), _ <- lists:seq(1, N + M)]
     end || O <- [[foo], foo, [unless_suspending | foo], [asynchronous | x], [{asynchronous}], [{asynchronous, 1, 2}], [{foo, 1}],
                  [[asynchronous]], [unless_suspending, foo], {}, <<>>, [unless_suspending, unless_suspending], [],
                  [asynchronous, unless_suspending], [1], [true], [{unless_suspending, true}], [asynchronous, asynchronous]]],
    [show(resume, kind(X, P, Dead), fun() -> erlang:resume_process(X) end) || X <- [P, self(), Dead, make_ref(), a, 1, [], {P}]],
    stop(P).

kind(X, X, _) -> pid;
kind(X, _, X) -> dead;
kind(X, _, _) when X =:= self() -> self;
kind(X, _, _) when is_reference(X) -> reference;
kind(X, _, _) when is_tuple(X) -> tuple;
kind(X, _, _) -> X.

%% ---- counts ----

counts() ->
    P = idler(),
    erlang:display({before, status(P), mine(P)}),
    [erlang:display({suspended, N, erlang:suspend_process(P), status(P), mine(P)}) || N <- [1, 2, 3]],
    [erlang:display({resumed, N, erlang:resume_process(P), status(P), mine(P)}) || N <- [2, 1, 0]],
    show(resumed, too_often, fun() -> erlang:resume_process(P) end),
    erlang:display({'after', status(P), mine(P), ask(P)}),
    [erlang:suspend_process(P) || _ <- lists:seq(1, 100)],
    erlang:display(mine(P)),
    [erlang:resume_process(P) || _ <- lists:seq(1, 99)],
    erlang:display({mine(P), status(P)}),
    erlang:resume_process(P),
    erlang:display({mine(P), ask(P)}),
    stop(P).

options() ->
    P = idler(),
    U = unless_suspending,
    erlang:display([erlang:suspend_process(P, [U]), erlang:suspend_process(P, [U]), mine(P)]),
    erlang:display([erlang:suspend_process(P, []), mine(P), erlang:suspend_process(P, [U]), mine(P)]),
    erlang:display([erlang:resume_process(P), mine(P), erlang:resume_process(P), mine(P)]),
    show(resume, none, fun() -> erlang:resume_process(P) end),
    erlang:display([erlang:suspend_process(P, [asynchronous]), erlang:suspend_process(P, [asynchronous, U]), status(P), mine(P)]),
    erlang:display([erlang:suspend_process(P), mine(P), erlang:suspend_process(P, [U, asynchronous]), mine(P)]),
    erlang:display([erlang:resume_process(P), erlang:resume_process(P), mine(P), ask(P)]),
    %% Who asks later finds what was asked before done.
    erlang:display([erlang:suspend_process(P, [asynchronous]), status(P), erlang:resume_process(P), status(P), ask(P)]),
    stop(P).

%% ---- what it still does ----

what_it_still_does() ->
    P = idler(),
    true = erlang:suspend_process(P),
    [P ! {add, N} || N <- lists:seq(1, 5)],
    erlang:display(process_info(P, message_queue_len)),
    erlang:display(process_info(P, messages)),
    erlang:display([is_process_alive(P), garbage_collect(P), status(P)]),
    erlang:display(process_info(P, [status, suspending, message_queue_len, priority, trap_exit])),
    erlang:display({links, link(P), process_info(P, links) =:= {links, [self()]}, unlink(P), process_info(P, links)}),
    M = monitor(process, P),
    erlang:display({monitored, process_info(P, monitored_by) =:= {monitored_by, [self()]}, demonitor(M), process_info(P, monitored_by)}),
    true = register(sleeping, P),
    erlang:display([process_info(P, registered_name), whereis(sleeping) =:= P, unregister(sleeping)]),
    Leader = group_leader(),
    true = group_leader(self(), P),
    erlang:display(process_info(P, group_leader) =:= {group_leader, self()}),
    true = group_leader(Leader, P),
    T = erlang:send_after(1, P, {add, 10}),
    timed(P, 6),
    erlang:display([erlang:read_timer(T), process_info(P, message_queue_len)]),
    P ! {sum, self()},
    erlang:display(sum(20)),
    erlang:resume_process(P),
    erlang:display(sum(5000)),
    stop(P),
    timeouts().

timed(P, N) ->
    case process_info(P, message_queue_len) of
        {_, N} -> ok;
        _ -> receive after 1 -> timed(P, N) end
    end.

%% A timeout that comes while a process is suspended ends its receive when it goes on.
timeouts() ->
    Self = self(),
    P = spawn(fun() -> Self ! ready, receive go -> Self ! went after 30 -> Self ! timeout end end),
    receive ready -> ok end,
    true = erlang:suspend_process(P),
    erlang:display(receive Early -> Early after 60 -> nothing end),
    true = erlang:resume_process(P),
    erlang:display(receive Late -> Late end),
    Q = spawn(fun() -> Self ! ready, receive go -> Self ! went after 100000 -> Self ! timeout end end),
    receive ready -> ok end,
    true = erlang:suspend_process(Q),
    Q ! go,
    erlang:display(receive Early2 -> Early2 after 10 -> nothing end),
    true = erlang:resume_process(Q),
    erlang:display(receive Late2 -> Late2 end),
    %% One that computes.
    C = spawn(fun() -> Self ! ready, count(Self, 0) end),
    receive ready -> ok end,
    true = erlang:suspend_process(C),
    C ! stop,
    erlang:display({receive {count, _} -> counted after 10 -> nothing end, status(C), process_info(C, messages)}),
    true = erlang:resume_process(C),
    erlang:display(receive {count, Count} -> is_integer(Count) end),
    %% One that hibernates.
    H = spawn(fun() -> Self ! ready, erlang:hibernate(?MODULE, idle, []) end),
    receive ready -> ok end,
    true = erlang:suspend_process(H),
    H ! {add, 7},
    H ! {sum, Self},
    erlang:display(sum(10)),
    true = erlang:resume_process(H),
    erlang:display(sum(5000)),
    stop(H).

count(To, N) ->
    receive stop -> To ! {count, N} after 0 -> count(To, N + 1) end.

%% ---- endings ----

endings() ->
    Self = self(),
    %% The suspended one ends.
    [begin
         {P, M} = spawn_monitor(fun idle/0),
         true = erlang:suspend_process(P),
         exit(P, Reason),
         erlang:display({Reason, receive {'DOWN', M, process, P, R} -> R after 50 -> {lives, status(P), mine(P)} end}),
         show(resume, Reason, fun() -> erlang:resume_process(P) end),
         show(suspend, Reason, fun() -> erlang:suspend_process(P) end),
         stop(P)
     end || Reason <- [kill, shutdown, normal]],
    {P, M} = spawn_monitor(fun() -> process_flag(trap_exit, true), Self ! ready, idle() end),
    receive ready -> ok end,
    true = erlang:suspend_process(P),
    exit(P, shutdown),
    erlang:display({trapped, receive {'DOWN', M, process, P, R1} -> R1 after 20 -> lives end, element(2, process_info(P, message_queue_len))}),
    exit(P, kill),
    erlang:display({killed, receive {'DOWN', M, process, P, R2} -> R2 end, mine(P)}),
    %% Who suspends ends: normally, killed.
    Q = idler(),
    [begin
         {S, SM} = spawn_monitor(fun() ->
             [erlang:suspend_process(Q, O) || O <- Options],
             Self ! {mine(Q), status(Q)},
             receive stop -> ok end
         end),
         erlang:display(receive {_, _} = A -> A end),
         How(S),
         receive {'DOWN', SM, process, S, Why} -> erlang:display({Why, ask(Q), status(Q)}) end
     end || {Options, How} <- [{[[]], fun(S) -> S ! stop end}, {[[], [], []], fun(S) -> exit(S, kill) end},
                               {[[], [unless_suspending]], fun(S) -> exit(S, oops) end}]],
    %% Two suspend one.
    true = erlang:suspend_process(Q),
    {S, SM} = spawn_monitor(fun() -> erlang:suspend_process(Q), Self ! {mine(Q), process_info(Self, suspending) =:= {suspending, [{Q, 1, 0}]}} end),
    erlang:display(receive {_, _} = B -> B end),
    receive {'DOWN', SM, process, S, _} -> ok end,
    erlang:display({status(Q), mine(Q), erlang:resume_process(Q), ask(Q)}),
    stop(Q).

%% ---- replies ----

replies() ->
    flush(),
    P = idler(),
    erlang:display({erlang:suspend_process(P, [{asynchronous, tag}]), receive {tag, A} -> A end, mine(P)}),
    erlang:display({erlang:suspend_process(P, [{asynchronous, {a, "tag"}}]), receive {{a, "tag"}, B} -> B end, mine(P)}),
    erlang:display({erlang:suspend_process(P, [unless_suspending, {asynchronous, 3}]), receive {3, C} -> C end, mine(P)}),
    [erlang:resume_process(P) || _ <- [1, 2]],
    erlang:display({erlang:suspend_process(P, [{asynchronous, 1}, {asynchronous, 2}]), receive {N, D} -> {N, D} end, mine(P)}),
    erlang:resume_process(P),
    Dead = dead(),
    erlang:display({erlang:suspend_process(Dead, [{asynchronous, dead}]), receive {dead, E} -> E after 100 -> nothing end, mine(Dead)}),
    erlang:display({erlang:suspend_process(Dead, [asynchronous, unless_suspending]), mine(Dead)}),
    show(resume, dead, fun() -> erlang:resume_process(Dead) end),
    erlang:display({ask(P), receive Any -> Any after 0 -> nothing end}),
    stop(P).

%% ---- what others see ----

others() ->
    Self = self(),
    Ps = [idler() || _ <- lists:seq(1, 5)],
    S = spawn(fun() -> [erlang:suspend_process(P) || P <- Ps], Self ! ready, receive stop -> ok end end),
    receive ready -> ok end,
    {suspending, L} = process_info(S, suspending),
    erlang:display({length(L), lists:sort([P || {P, 1, 0} <- L]) =:= lists:sort(Ps), [status(P) || P <- Ps]}),
    show(resume, of_others, fun() -> erlang:resume_process(hd(Ps)) end),
    %% A suspended process can be suspending others.
    true = erlang:suspend_process(S),
    erlang:display({status(S), [status(P) || P <- Ps]}),
    exit(S, kill),
    erlang:display([ask(P) || P <- Ps]),
    erlang:display(process_info(self(), suspending)),
    [stop(P) || P <- Ps].

%% ---- hostile ----

%% Each suspends the next one of a ring; whoever ends lets the next one go.
cycles() ->
    Self = self(),
    [begin
         Ps = [spawn(fun() -> member(Self) end) || _ <- lists:seq(1, N)],
         Ring = lists:zip(Ps, tl(Ps) ++ [hd(Ps)]),
         [P ! {suspend, Q} || {P, Q} <- Ring],
         %% At least one stands still; when all are killed nobody is left over.
         Ms = [monitor(process, P) || P <- Ps],
         [exit(P, kill) || P <- Ps],
         erlang:display({N, lists:usort([receive {'DOWN', M, process, _, R} -> R end || M <- Ms])})
     end || N <- [2, 3, 10]],
    A = idler(), B = idler(),
    A ! {suspend, B}, 
    wait_for(B, suspended),
    erlang:display({status(A), status(B)}),
    B ! {suspend, A},
    A ! {resume, B},
    wait_for(A, suspended),
    erlang:display({status(A), status(B)}),
    exit(B, kill),
    erlang:display(ask(A)),
    stop(A).

member(To) ->
    receive {suspend, P} -> catch erlang:suspend_process(P), To ! {done, self()}, member(To) end.

wait_for(P, Status) ->
    case status(P) of
        Status -> ok;
        _ -> receive after 1 -> wait_for(P, Status) end
    end.

%% Many suspend one, and it goes on when the last of them is gone.
crowd() ->
    Self = self(),
    P = idler(),
    Ss = [spawn_monitor(fun() -> erlang:suspend_process(P), Self ! {ready, self()}, receive stop -> ok end end) || _ <- lists:seq(1, 50)],
    [receive {ready, S} -> ok end || {S, _} <- Ss],
    P ! {sum, Self},
    [begin S ! stop, receive {'DOWN', M, _, _, _} -> ok end end || {S, M} <- tl(Ss)],
    erlang:display({status(P), sum(10)}),
    exit(element(1, hd(Ss)), kill),
    erlang:display(sum(5000)),
    flush(),
    stop(P).

%% ---- tools ----

sum(Wait) -> receive {sum, S} -> S after Wait -> nothing end.

flush() -> receive _ -> flush() after 0 -> ok end.

idler() -> spawn(fun idle/0).

idle() -> idle(0).

idle(Sum) ->
    receive
        {add, N} -> idle(Sum + N);
        {sum, To} -> To ! {sum, Sum}, idle(Sum);
        {suspend, P} -> erlang:suspend_process(P), idle(Sum);
        {resume, P} -> erlang:resume_process(P), idle(Sum);
        {ask, To, Ref} -> To ! {Ref, answered}, idle(Sum)
    end.

ask(P) ->
    Ref = make_ref(),
    P ! {ask, self(), Ref},
    receive {Ref, A} -> A after 5000 -> silent end.

dead() ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, _, _, _} -> Pid end.

stop(P) ->
    M = monitor(process, P),
    exit(P, kill),
    receive {'DOWN', M, _, _, _} -> ok end.

status(P) ->
    case process_info(P, status) of
        {status, runnable} -> waiting;
        {status, running} -> waiting;
        {status, S} -> S;
        undefined -> undefined
    end.

mine(P) ->
    {suspending, L} = process_info(self(), suspending),
    [{N, M} || {Q, N, M} <- L, Q =:= P].

show(What, With, Do) ->
    R = try Do() catch C:E -> {C, E} end,
    erlang:display({What, With, R}).
