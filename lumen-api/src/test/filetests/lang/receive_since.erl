%% Receives that wait for a reference, in mailboxes that are long already: what is older than the reference is not looked at, and nothing is
%% lost or taken out of order.
-module(receive_since).
-export([main/0]).

main() ->
    [self() ! {old, I} || I <- lists:seq(1, 30)],
    show(calls, [call(I) || I <- lists:seq(1, 5)]),
    show(nested, nested(3)), show(older_between, older_between()), show(timeout, timeout()), show(raising, raising()),
    show(many, many(20)), show(handed_over, handed_over()), show(aliases, aliases()), show(monitors, monitors()), show(timers, timers()),
    show(spawned, spawned()), show(requests, requests()), show(flushed, flushed()), show(either, either()), show(compared, compared()),
    show(servers, [server(I) || I <- lists:seq(1, 3)]), show(collected, collected()),
    show(left, drain()).

show(What, X) -> erlang:display({What, X}).

drain() -> receive {old, I} -> [I | drain()]; Other -> [{other, element(1, Other)} | drain()] after 0 -> [] end.

answering() -> spawn(fun F() -> receive {From, R, X} -> From ! {R, X * 2}, F() end end).

call(X) -> P = answering(), R = make_ref(), P ! {self(), R, X}, wait(R).
wait(R) -> receive {R, X} -> X after 5000 -> late end.

%% A call while another one is under way; the outer answer comes first.
nested(0) -> none;
nested(N) ->
    R = make_ref(),
    self() ! {R, N},
    Inner = nested(N - 1),
    {wait(R), Inner}.

%% Older messages are taken while the reference is waited for: the one just before it, the first, and all.
older_between() ->
    R = make_ref(),
    receive {old, 30} -> ok end,
    self() ! {R, 1},
    receive {old, 1} -> ok end,
    A = wait(R),
    S = make_ref(),
    [receive {old, I} -> ok end || I <- lists:seq(2, 29)],
    self() ! {S, 2},
    B = wait(S),
    [self() ! {old, I} || I <- lists:seq(31, 60)],
    {A, B}.

timeout() ->
    R = make_ref(),
    A = receive {R, _} -> wrong after 10 -> late end,
    self() ! {R, x},
    B = receive {R, Y} -> Y after 0 -> wrong end,
    C = receive {old, I} -> I end,
    {A, B, C}.

raising() ->
    R = make_ref(),
    self() ! {R, a, 1},
    A = try receive {R, X, Y} when X + Y > 0 -> wrong; {R, X, _} -> error(X) end catch error:E -> E end,
    B = try receive {R, _} -> wrong after infinite -> wrong end catch error:F -> F end,
    self() ! {R, 2},
    {A, B, wait(R)}.

%% More references than are remembered, answered in both orders.
many(N) ->
    Refs = [make_ref() || _ <- lists:seq(1, N)],
    [self() ! {R, I} || {R, I} <- lists:zip(Refs, lists:seq(1, N))],
    Half = [wait(R) || R <- lists:reverse(Refs), true],
    Half.

%% The reference is made here, waited for in another process that is told of it after messages with it came.
handed_over() ->
    Self = self(),
    P = spawn(fun() -> receive {tell, R} -> Self ! {told, receive {R, X} -> X after 1000 -> late end} end end),
    [P ! {junk, I} || I <- lists:seq(1, 20)],
    R = make_ref(),
    P ! {R, early},
    P ! {tell, R},
    receive {told, X} -> X end.

aliases() ->
    A = alias([reply]),
    spawn(fun() -> A ! {A, 1}, A ! {A, 2} end),
    One = receive {A, X} -> X end,
    {One, receive {A, Y} -> Y after 20 -> none end}.

monitors() ->
    {P, M} = spawn_monitor(fun() -> receive stop -> exit(stopped) end end),
    P ! stop,
    A = receive {'DOWN', M, process, P, Why} -> Why end,
    Q = monitor(process, no_such_name),
    B = receive {'DOWN', Q, _, _, W} -> W end,
    {A, B}.

timers() ->
    T = erlang:start_timer(5, self(), tick),
    A = receive {timeout, T, X} -> X end,
    U = erlang:start_timer(5000, self(), tick),
    B = is_integer(erlang:cancel_timer(U)),
    {A, B, receive {timeout, U, _} -> wrong after 0 -> none end}.

spawned() ->
    R = spawn_request(fun() -> ok end, [{reply_tag, spawned}]),
    receive {spawned, R, What, P} -> {What, is_pid(P)} end.

%% Answers come in another order than the requests; all references are older than all answers.
requests() ->
    Ps = [answering() || _ <- lists:seq(1, 4)],
    Refs = [begin R = make_ref(), P ! {self(), R, I}, R end || {P, I} <- lists:zip(Ps, lists:seq(1, 4))],
    [receive {R, X} -> X end || R <- lists:reverse(Refs)].

flushed() ->
    M = monitor(process, no_such_name),
    demonitor(M, [flush]),
    receive {'DOWN', M, _, _, _} -> wrong after 0 -> gone end.

%% Of two references either may come; of two clauses one takes what is older.
either() ->
    R = make_ref(), S = make_ref(),
    self() ! {S, s}, self() ! {R, r},
    A = receive {R, X} -> X; {S, X} -> X end,
    B = receive {R, X2} -> X2; {S, X2} -> X2 end,
    T = make_ref(),
    self() ! {T, t},
    C = receive {T, X3} -> X3; {old, I} -> I end,
    {A, B, C, wait(T)}.

%% The reference is compared in a guard, beside other things, and turned round.
compared() ->
    R = make_ref(),
    self() ! {R, 1}, self() ! {2, R}, self() ! [R | 3], self() ! #{R => 4},
    D = receive #{R := V} -> V end,
    C = receive [X | Z] when X =:= R -> Z end,
    B = receive {Y, X1} when R =:= X1, is_integer(Y) -> Y end,
    A = receive {X2, Y2} when not (X2 =/= R) -> Y2 end,
    {A, B, C, D}.

server(I) ->
    P = spawn(fun() -> receive {'$gen_call', From, X} -> gen:reply(From, {got, X}) end end),
    gen:call(P, '$gen_call', I, 5000).

%% Collections while messages wait before and behind the reference.
collected() ->
    R = make_ref(),
    self() ! {R, lists:seq(1, 100)},
    garbage_collect(),
    L = lists:duplicate(20000, x),
    garbage_collect(),
    {length(L), lists:sum(wait(R))}.
