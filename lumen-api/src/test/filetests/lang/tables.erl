%% ETS between processes: who may do what, who inherits, what several do at once.
-module(tables).
-export([main/0]).

main() ->
    erlang:display({rights, [rights(P) || P <- [public, protected, private]]}),
    erlang:display({gone_with_owner, gone_with_owner()}),
    erlang:display({heir, heir()}),
    erlang:display({give_away, give_away()}),
    erlang:display({names, names()}),
    erlang:display({counters, [counters(O) || O <- [[], [{write_concurrency, true}], [ordered_set], [ordered_set, {write_concurrency, true}]]]}),
    erlang:display({parallel, [parallel(O) || O <- [[set], [set, {write_concurrency, true}], [bag, {write_concurrency, auto}], [duplicate_bag],
                                                    [ordered_set]]]}),
    erlang:display({exactly_one, exactly_one()}),
    erlang:display({fixed, [fixed(O) || O <- [[set], [set, {write_concurrency, true}], [bag], [ordered_set]]]}),
    erlang:display({fixed_by_the_dead, fixed_by_the_dead()}),
    erlang:display({chunks, [chunks(O, L) || O <- [[set], [set, {write_concurrency, true}], [ordered_set]], L <- [1, 7, 1000]]}),
    erlang:display({tids_in_tables, tids_in_tables()}),
    erlang:display({many, many(2000)}),
    erlang:display({large_values, large_values()}).

%% What another process gets.
ask(F) ->
    Me = self(),
    Ref = make_ref(),
    spawn(fun() -> Me ! {Ref, try F() catch C:R -> {C, R} end} end),
    receive {Ref, A} -> A end.

rights(Protection) ->
    T = ets:new(t, [Protection]),
    ets:insert(T, {a, 1}),
    {Protection, ask(fun() -> ets:lookup(T, a) end), ask(fun() -> ets:insert(T, {b, 2}) end), ask(fun() -> ets:info(T, size) end),
     ask(fun() -> ets:delete(T, a) end), ask(fun() -> ets:give_away(T, self(), x) end), ask(fun() -> ets:delete(T) end)}.

gone_with_owner() ->
    Me = self(),
    {P, R} = spawn_monitor(fun() ->
        T = ets:new(gone, [named_table]),
        U = ets:new(u, [public]),
        ets:insert(T, {a, U}),
        Me ! {tables, U},
        receive stop -> ok end
    end),
    U = receive {tables, X} -> X end,
    Before = {ets:info(gone, size), ets:insert(U, {1}), [{a, U}] =:= ets:lookup(gone, a)},
    P ! stop,
    receive {'DOWN', R, process, P, normal} -> ok end,
    {Before, ets:info(gone, size), ets:info(U), try ets:lookup(U, 1) catch E:W -> {E, W} end}.

heir() ->
    Me = self(),
    P = spawn(fun() ->
        T = ets:new(t, [{heir, Me, [<<"data">>, 1 bsl 70]}]),
        ets:insert(T, {key, value}),
        ets:new(u, [{heir, spawn(fun() -> ok end), gone}, public]),
        receive after 10 -> ok end
    end),
    receive
        {'ETS-TRANSFER', T, P, Data} -> {Data, ets:lookup(T, key), ets:insert(T, {mine, now}), ets:info(T, owner) =:= Me, ets:info(T, heir) =:= Me}
    end.

give_away() ->
    Me = self(),
    P = spawn(fun() ->
        receive {'ETS-TRANSFER', T, Me, {some, "data"}} -> Me ! {got, ets:insert(T, {b, 2}), ets:lookup(T, a), ets:info(T, owner) =:= self()} end,
        receive {back, U} -> Me ! {done, ets:give_away(U, Me, again)} end
    end),
    T = ets:new(t, [private]),
    ets:insert(T, {a, 1}),
    Given = ets:give_away(T, P, {some, "data"}),
    Got = receive {got, _, _, _} = G -> G end,
    Denied = try ets:lookup(T, a) catch E:R -> {E, R} end,
    P ! {back, T},
    Back = receive {'ETS-TRANSFER', T, P, again} -> ets:lookup(T, b) end,
    Dead = spawn(fun() -> ok end),
    receive {done, true} -> ok end,
    {Given, Got, Denied, Back, try ets:give_away(T, wait_for_end(Dead), x) catch E1:R1 -> {E1, R1} end, ets:lookup(T, a)}.

wait_for_end(P) -> R = erlang:monitor(process, P), receive {'DOWN', R, _, _, _} -> P end.

names() ->
    n = ets:new(n, [named_table, public]),
    Tid = ets:whereis(n),
    ets:insert(n, {a, 1}),
    Taken = ask(fun() -> ets:new(n, [named_table]) end),
    m = ets:rename(n, m),
    L = {ets:lookup(m, a), ets:lookup(Tid, a), ets:info(n), try ets:lookup(n, a) catch E:R -> {E, R} end},
    true = ets:delete(m),
    {Taken, L, ets:whereis(m), ets:info(Tid, size), ets:new(m, [named_table]), ets:info(Tid, size)}.

each(N, F) ->
    Me = self(),
    Refs = [begin R = make_ref(), spawn(fun() -> Me ! {R, F(I)} end), R end || I <- to(N)],
    [receive {R, A} -> A end || R <- Refs].

to(0) -> [];
to(N) -> to(N - 1) ++ [N].

counters(Options) ->
    T = ets:new(c, [public | Options]),
    ets:insert(T, {hits, 0, 0}),
    each(6, fun(I) -> count(400, T, I) end),
    {ets:lookup(T, hits), sum(ets:match(T, {{private, '_'}, '$1'}))}.

count(0, _, _) -> ok;
count(N, T, I) ->
    ets:update_counter(T, hits, [{2, 1}, {3, I}]),
    ets:update_counter(T, {private, I}, 2, {new, 1 bsl 62}),
    count(N - 1, T, I).

sum([]) -> 0;
sum([[X] | Xs]) -> X + sum(Xs);
sum([X | Xs]) -> X + sum(Xs).

parallel(Options) ->
    T = ets:new(c, [public | Options]),
    each(6, fun(I) -> work(500, T, I), done end),
    {ets:select_count(T, [{'_', [], [true]}]), sum(ets:match(T, {'$1', '_'})), ets:info(T, size)}.

work(0, _, _) -> ok;
work(N, T, I) ->
    ets:insert(T, {N * 10 + I, {N, [I]}}),
    [{_, {_, [I]}}] = ets:lookup(T, N * 10 + I),
    N rem 3 =:= 0 andalso ets:delete(T, N * 10 + I),
    N rem 100 =:= 0 andalso (true = length(ets:match(T, {'$1', {'_', [I]}})) > 0),
    work(N - 1, T, I).

%% Of several that want to insert the same key, or take it, exactly one can.
exactly_one() ->
    T = ets:new(c, [public, {write_concurrency, true}]),
    Wins = each(8, fun(I) -> win(300, T, I, 0) end),
    Takes = each(8, fun(_) -> grab(300, T, 0) end),
    {sum(Wins), sum(Takes), ets:info(T, size)}.

win(0, _, _, W) -> W;
win(N, T, I, W) -> case ets:insert_new(T, [{N, I}, {{N}, I}]) of true -> win(N - 1, T, I, W + 1); false -> win(N - 1, T, I, W) end.

grab(0, _, S) -> S;
grab(N, T, S) -> grab(N - 1, T, S + length(ets:take(T, N))).

%% Going through a table while everything in it is deleted and other things are added.
fixed(Options) ->
    T = ets:new(f, [public | Options]),
    ets:insert(T, [{K, K} || K <- to(200)]),
    ets:safe_fixtable(T, true),
    Seen = through(T, ets:first(T), 0),
    Info = ets:info(T, size),
    ets:safe_fixtable(T, false),
    {Seen >= 200, ets:info(T, size) =:= Info, ets:info(T, fixed)}.

through(_, '$end_of_table', N) -> N;
through(T, K, N) ->
    ets:delete(T, K),
    is_integer(K) andalso K rem 2 =:= 0 andalso ets:insert(T, {{other, K}, K}),
    through(T, ets:next(T, K), N + 1).

fixed_by_the_dead() ->
    T = ets:new(f, [public]),
    P = spawn(fun() -> ets:safe_fixtable(T, true), ets:safe_fixtable(T, true), receive stop -> ok end end),
    wait_fixed(T),
    ets:insert(T, {a}), ets:delete(T, a),
    P ! stop,
    wait_for_end(P),
    wait_unfixed(T),
    {ets:info(T, fixed), ets:first(T)}.

wait_fixed(T) -> case ets:info(T, fixed) of true -> ok; false -> erlang:yield(), wait_fixed(T) end.
wait_unfixed(T) -> case ets:info(T, fixed) of false -> ok; true -> erlang:yield(), wait_unfixed(T) end.

chunks(Options, Limit) ->
    T = ets:new(f, [public | Options]),
    ets:insert(T, [{K, [K]} || K <- to(100)]),
    ets:safe_fixtable(T, true),
    sizes(ets:select(T, [{{'$1', '_'}, [{'>', '$1', 20}], ['$1']}], Limit), 0, 0).

sizes('$end_of_table', N, S) -> {N, S};
sizes({L, C}, N, S) -> sizes(ets:select(C), N + length(L), S + sum(L)).

%% Tables whose ids are kept in tables, and nowhere else.
tids_in_tables() ->
    Outer = ets:new(outer, []),
    [begin T = ets:new(inner, []), ets:insert(T, {self, T, Outer}), ets:insert(Outer, {I, T}) end || I <- to(50)],
    erlang:garbage_collect(),
    Sizes = [ets:info(T, size) || I <- to(50), [{_, T}] <- [ets:lookup(Outer, I)]],
    [begin [{_, T}] = ets:lookup(Outer, I), ets:delete(T) end || I <- to(50), I rem 2 =:= 0],
    {sum(Sizes), length([x || [{_, T}] <- [ets:lookup(Outer, I) || I <- to(50)], ets:info(T) =/= undefined])}.

many(0) -> ok;
many(N) ->
    T = ets:new(t, []),
    ets:insert(T, {N}),
    N rem 3 =/= 0 andalso ets:delete(T),
    many(N - 1).

large_values() ->
    T = ets:new(t, [ordered_set]),
    B = binary:copy(<<"0123456789">>, 1000),
    ets:insert(T, [{K, binary:part(B, K, 5000), to(K), #{K => B}} || K <- to(50)]),
    erlang:garbage_collect(),
    [{25, X, L, #{25 := Y}}] = ets:lookup(T, 25),
    ets:delete(T),
    erlang:garbage_collect(),
    {byte_size(X), sum(L), Y =:= B, binary:part(X, 0, 10)}.
