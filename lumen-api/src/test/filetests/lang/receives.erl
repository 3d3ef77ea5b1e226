%% Processes: spawn, send, selective receive, after, links, monitors, exit signals, names, order of messages.
-module(receives).
-export([main/0, child/2]).

main() ->
    Me = self(),
    P = spawn(fun() -> receive {From, X} -> From ! {self(), X * 2} end end),
    P ! {Me, 21},
    erlang:display(receive {P, R} -> R end),
    _ = spawn(?MODULE, child, [Me, hello]),
    erlang:display(receive {child, M} -> M end),
    Me ! {b, 2}, Me ! {a, 1}, Me ! {c, 3},
    erlang:display([receive {a, A} -> A end, receive {b, B} -> B end, receive {c, C} -> C end]),
    erlang:display(receive never -> x after 0 -> timeout end),
    erlang:display(receive never -> x after 20 -> timeout end),
    Me ! late,
    erlang:display(receive late -> got after 1000 -> timeout end),
    erlang:display(flush()),
    [Me ! {n, N} || N <- [1, 2, 3, 4, 5]],
    erlang:display(flush()),
    process_flag(trap_exit, true),
    L = spawn_link(fun() -> exit(stopped) end),
    erlang:display(receive {'EXIT', L, W} -> W end),
    L2 = spawn_link(fun() -> ok end),
    erlang:display(receive {'EXIT', L2, W2} -> W2 end),
    {D, Ref} = spawn_monitor(fun() -> exit(done) end),
    erlang:display(receive {'DOWN', Ref, process, D, W3} -> W3 end),
    R4 = erlang:monitor(process, D),
    erlang:display(receive {'DOWN', R4, process, D, W4} -> W4 end),
    K = spawn(fun() -> receive forever -> ok end end),
    R5 = monitor(process, K),
    exit(K, kill),
    erlang:display(receive {'DOWN', R5, process, K, W5} -> W5 end),
    T = spawn_link(fun() -> process_flag(trap_exit, true), receive {'EXIT', Me, Why} -> exit({trapped, Why}) end end),
    receive after 10 -> ok end,
    exit(T, please),
    erlang:display(receive {'EXIT', T, W6} -> W6 end),
    register(server, spawn(fun server/0)),
    server ! {Me, ping},
    erlang:display(receive pong -> pong end),
    erlang:display(whereis(server) =/= undefined),
    server ! stop,
    erlang:display(counter()),
    erlang:display(try nosuchname ! x catch error:E -> E end),
    erlang:display(ring(100, 1000)),
    erlang:display(fan(200)),
    erlang:display(receive_value_in_order(1000)),
    erlang:display(is_process_alive(P)),
    erlang:display(try receive x -> y after id(bad) -> z end catch error:E9 -> E9 end),
    left_by_exception().

%% A receive that an exception ends has accepted nothing: the next one begins with the first message, and without a timeout of
%% the one before.
left_by_exception() ->
    Bad = [id(V) || V <- [bad, -1, 1 bsl 32, 1 bsl 80, 1.0]],
    [begin
         send_numbers(),
         erlang:display(try receive never -> x after After -> y end catch C:R -> {C, R} end),
         erlang:display([receive {n, N} -> N end || _ <- [1, 2, 3]])
     end || After <- Bad],
    send_numbers(),
    erlang:display(receive {n, 2} -> catch receive never -> x after throw(ball) -> y end end),
    erlang:display(flush()),
    send_numbers(),
    erlang:display(receive {n, 2} -> (catch receive never -> x after id(bad) -> y end), flush() end),
    send_numbers(),
    erlang:display(catch receive {n, 2} -> throw(accepted) after 0 -> y end),
    erlang:display(flush()),
    send_numbers(),
    erlang:display(catch prim_eval:'receive'(fun({n, 2} = M) -> throw({M, [M]}); (_) -> nomatch end, 20)),
    erlang:garbage_collect(),
    erlang:display(receive {n, 3} -> flush() after 0 -> none end),
    send_numbers(),
    Answer = prim_eval:'receive'(fun({n, 3}) -> three; (M) -> try exit(M) catch _:_ -> nomatch end end, 20),
    erlang:display({Answer, flush()}),
    Me = self(),
    spawn(fun() -> receive after 5 -> Me ! {n, 4} end end),
    erlang:display(catch prim_eval:'receive'(fun(M) -> throw(M) end, 30)),
    erlang:display(receive never -> x; {n, N4} -> N4 after 0 -> none end),
    Start = erlang:monotonic_time(millisecond),
    erlang:display(receive never -> x after 60 -> over end),
    erlang:display(erlang:monotonic_time(millisecond) - Start >= 60).

send_numbers() -> [self() ! {n, N} || N <- [1, 2, 3]].

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

child(To, Msg) -> To ! {child, Msg}.

flush() -> receive X -> [X | flush()] after 0 -> [] end.

server() -> receive {From, ping} -> From ! pong, server(); stop -> ok end.

counter() ->
    P = spawn(fun() -> count(0) end),
    [P ! inc || _ <- [1, 2, 3, 4, 5, 6, 7]],
    P ! {get, self()},
    receive {count, N} -> P ! stop, N end.

count(N) ->
    receive
        inc -> count(N + 1);
        {get, From} -> From ! {count, N}, count(N);
        stop -> ok
    end.

ring(N, Rounds) ->
    First = self(),
    Next = make(N, First),
    Next ! {token, Rounds},
    loop(Next).

make(0, Next) -> Next;
make(N, Next) -> P = spawn(fun() -> relay(Next) end), make(N - 1, P).

relay(Next) -> receive {token, N} -> Next ! {token, N}, relay(Next); stop -> Next ! stop end.

loop(Next) ->
    receive
        {token, 0} -> Next ! stop, loop(Next);
        {token, N} -> Next ! {token, N - 1}, loop(Next);
        stop -> finished
    end.

fan(N) ->
    Me = self(),
    Ps = [spawn(fun() -> Me ! {self(), I * I} end) || I <- seq(1, N)],
    sum([receive {P, V} -> V end || P <- Ps]).

seq(A, B) when A > B -> [];
seq(A, B) -> [A | seq(A + 1, B)].

sum([]) -> 0;
sum([H | T]) -> H + sum(T).

receive_value_in_order(N) ->
    Me = self(),
    spawn(fun() -> [Me ! {seq, I} || I <- seq(1, N)] end),
    check(1, N).

check(I, N) when I > N -> in_order;
check(I, N) -> receive {seq, J} when I =:= J -> check(I + 1, N); {seq, J} -> {out_of_order, I, J} end.
