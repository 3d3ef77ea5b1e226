%% Tables of the type ordered_set: the order of all kinds of keys, what comes beside keys that are not there, and patterns that fix the
%% first part of a key.
-module(ets_ordered).
-export([main/0]).

main() ->
    erlang:display({order, order()}),
    erlang:display({beside, beside()}),
    erlang:display({equal_keys, equal_keys()}),
    erlang:display({empty, empty()}),
    [erlang:display({fixed_part, P, with_part(P)}) || P <- patterns()],
    erlang:display({clauses, clauses()}),
    erlang:display({keypos, keypos()}),
    erlang:display({maps, [maps(Type) || Type <- [set, bag, ordered_set]]}),
    [erlang:display({chunks, L, R, chunks(L, R)}) || L <- [1, 3, 100], R <- [false, true]],
    erlang:display({changing, [changing(F, R) || F <- [1, 2, 5], R <- [false, true]]}),
    erlang:display({deleting, deleting()}),
    erlang:display({replacing, replacing()}),
    erlang:display({maps_replaced, [maps_replaced(Type, Keys, P, B) || Type <- [set, ordered_set], {Keys, P, B} <- map_replacements()]}),
    erlang:display({lists, lists()}),
    erlang:display({grown, [grown(N, S) || N <- [0, 1, 30, 31, 200], S <- [1, 7, -1]]}),
    erlang:display({pairs, [pairs(A, B) || {A, B} <- [{3, 40}, {40, 3}, {12, 12}]]}).

keys() ->
    [0, 1, 2.5, -1, 1.5, 3.0, 1 bsl 70, -(1 bsl 70), 1.0e30, -1.0e30, (1 bsl 60), (1 bsl 60) - 1, -(1 bsl 60) - 1, 1.2e18,
     a, ab, abcdefgh, abcdefgi, '', abcdefg, 'Z', <<>>, <<1>>, <<1:1>>, <<127>>, <<128>>, <<0:3>>, <<1, 2, 3, 4, 5, 6, 7, 8>>, <<1, 2, 3, 4, 5, 6, 7>>,
     <<1, 2, 3, 4, 5, 6, 7, 1:1>>, [], [1], [1 | 2], [a], [[]], [[1]], "abc", "abd", [1.0, 2], [2], {}, {1}, {a}, {1.5}, {{}}, {{1}}, {[]}, {[1]}, {#{}},
     {1, a}, {1, 1}, {1, 1.5}, {1.5, 1}, {a, 1}, {a, a}, {b, 1}, {abcdefgh, 1}, {abcdefgi, 0}, {1 bsl 50, 1}, {(1 bsl 50) + 1, 0}, {-(1 bsl 50), 1},
     {1 bsl 65, 1}, {1, 2, 3}, {1, 2, 4}, {1, 2, <<>>}, #{}, #{a => 1}, #{1 => a}, #{a => 1, b => 2}].

filled(Keys) ->
    T = ets:new(t, [ordered_set]),
    [ets:insert(T, {K, x}) || K <- Keys],
    T.

up(T) -> up(T, ets:first(T)).
up(_, '$end_of_table') -> [];
up(T, K) -> [K | up(T, ets:next(T, K))].

down(T) -> down(T, ets:last(T), []).
down(_, '$end_of_table', L) -> L;
down(T, K, L) -> down(T, ets:prev(T, K), [K | L]).

order() ->
    Keys = keys(),
    T = filled(Keys),
    U = filled(lists:reverse(Keys)),
    S = lists:sort(Keys),
    {up(T) =:= S, down(T) =:= S, up(U) =:= S, [K || {K, x} <- ets:tab2list(T)] =:= S,
     [K || K <- Keys, ets:lookup(T, K) =/= [{K, x}]], [K || K <- Keys, ets:slot(T, place(K, S, 0)) =/= [{K, x}]], S}.

place(K, [K | _], N) -> N;
place(K, [_ | L], N) -> place(K, L, N + 1).

%% Every other key is there; all are asked for.
beside() ->
    S = lists:sort(keys()),
    T = filled(odd(S)),
    [{ets:next(T, K), ets:prev(T, K), ets:member(T, K)} || K <- S].

odd([A, _ | L]) -> [A | odd(L)];
odd(L) -> L.

equal_keys() ->
    T = ets:new(t, [ordered_set]),
    ets:insert(T, [{1, a}, {{1, x}, a}, {[1.0], a}]),
    A = {ets:lookup(T, 1.0), ets:lookup(T, {1.0, x}), ets:lookup(T, [1]), ets:member(T, 1.0), ets:next(T, 1.0), ets:prev(T, {1.0, x})},
    M = {ets:match_object(T, {1.0, '_'}), ets:match_object(T, {1, '_'}), ets:match_object(T, {{1.0, '_'}, '_'}), ets:match_object(T, {{1, '_'}, '_'})},
    ets:insert(T, {1.0, b}),
    ets:insert(T, {{1.0, x}, b}),
    I = {ets:insert_new(T, {1, c}), ets:update_counter(T, 2, 1, {0, 5}), ets:tab2list(T)},
    D = {ets:delete_object(T, {1, b}), ets:select_delete(T, [{{{1, '_'}, '_'}, [], [true]}]), ets:delete(T, 1), ets:tab2list(T)},
    {A, M, I, D}.

empty() ->
    T = ets:new(t, [ordered_set]),
    A = {ets:first(T), ets:last(T), ets:next(T, a), ets:prev(T, a), ets:lookup(T, a), ets:select(T, [{{{a, '_'}, '_'}, [], ['$_']}]),
         ets:match(T, {{a, '$1'}, '_'}, 3), ets:select_delete(T, [{{{a, '_'}, '_'}, [], [true]}]), ets:slot(T, 0)},
    ets:insert(T, {a, 1}),
    ets:delete(T, a),
    {A, ets:first(T), ets:last(T), ets:info(T, size)}.

patterns() ->
    [{1, '_'}, {'_', 1}, {a, '$1'}, {1, 2, '_'}, {1, '_', 3}, {1.0, '_'}, {1.5, '$1'}, {{}, '_'}, {b, 1}, {abcdefgh, '_'}, {1 bsl 50, '_'}, [1 | '_'],
     [1 | '$1'], ['$1'], [['$1']], [97, '_', '_'], [97, 98 | '_'], {'_'}, {'$1', '$1'}, {{'_'}}, {['_']}, #{}, #{a => '_'}, {#{}}, '_', {zz, '_'},
     {1, 2, 3, '_'}, [zz | '_'], 1.0, <<1>>, []].

with_part(P) ->
    T = filled(keys()),
    M = [{{P, '_'}, [], [{element, 1, '$_'}]}],
    L = ets:select(T, M),
    {L, ets:select_reverse(T, M) =:= lists:reverse(L), [K || {K, _} <- ets:match_object(T, {P, '_'})] =:= L, length(ets:match(T, {P, '_'})) =:= length(L),
     ets:select_count(T, [{{P, '_'}, [], [true]}]), ets:select_delete(T, [{{P, '_'}, [], [true]}]), ets:info(T, size)}.

clauses() ->
    T = filled(keys()),
    S = fun(Ps) -> ets:select(T, [{{P, '_'}, [], [{element, 1, '$_'}]} || P <- Ps]) end,
    [S([{a, '_'}, {1, '_'}]), S([{1, 1}, {1, '_'}]), S([{a, a}, 1]), S([{b, '_'}, '_']) =:= lists:sort(keys()), S([{zz, '_'}, zz]),
     ets:select(T, [{zz, [], [1]}, {{{1, '_'}, '_'}, [], [2]}]), ets:select(T, [{{{1, '_'}, '_'}, [], [2]}, {'_', [], [3]}], 2) =/= []].

keypos() ->
    T = ets:new(t, [ordered_set, {keypos, 2}]),
    ets:insert(T, [{V, {A, B}} || A <- [x, y], B <- [1, 2, 3], V <- [A]]),
    {ets:match(T, {'$1', {y, '$2'}}), ets:match_object(T, {{'_'}, {y, '_'}}), ets:match(T, {'$1'}), ets:select_count(T, [{{x, {x, '_'}}, [], [true]}]),
     ets:select_delete(T, [{{'_', {x, '_'}}, [], [true]}]), ets:tab2list(T)}.

%% Maps without variables stand for themselves where a key is.
maps(Type) ->
    T = ets:new(t, [Type]),
    ets:insert(T, [{#{a => 1, b => 2}, x}, {#{a => 1}, y}, {#{}, z}, {{#{a => 1, b => 2}}, w}, {{#{a => 1}}, v}]),
    [lists:sort(ets:match_object(T, {P, '_'})) || P <- [#{a => 1}, #{a => '_'}, {#{a => 1}}, {#{a => '$1'}}]].

numbered() ->
    T = ets:new(t, [ordered_set, public]),
    ets:insert(T, [{{A, B}, A * B} || A <- lists:seq(1, 6), B <- lists:seq(1, 8)]),
    T.

all({L, C}, F) -> [L | all(F(C), F)];
all('$end_of_table', _) -> [].

chunks(Limit, false) ->
    T = numbered(),
    [all(ets:select(T, [{{{A, '$1'}, '_'}, [], ['$1']}], Limit), fun ets:select/1) || A <- [0, 1, 3, 6, 7]] ++
        [all(ets:match(T, {{3, '$1'}, '$2'}, Limit), fun ets:match/1), all(ets:match_object(T, {{6, '_'}, '$2'}, Limit), fun ets:match_object/1)];
chunks(Limit, true) ->
    T = numbered(),
    [all(ets:select_reverse(T, [{{{A, '$1'}, '_'}, [], ['$1']}], Limit), fun ets:select_reverse/1) || A <- [0, 1, 3, 6, 7]].

%% Objects come and go between the chunks, also the one that the continuation stands at.
changing(Factor, Reverse) ->
    T = numbered(),
    M = [{{{3, '$1'}, '_'}, [], ['$1']}],
    go_on(T, Factor, case Reverse of true -> ets:select_reverse(T, M, 2); false -> ets:select(T, M, 2) end, 12).

go_on(_, _, '$end_of_table', _) -> [];
go_on(_, _, _, 0) -> [too_long];
go_on(T, F, {L, C}, N) ->
    [ets:delete(T, {3, K}) || K <- L],
    ets:insert(T, [{{3, K * F + 0.5}, new} || K <- L]),
    ets:insert(T, {{4, N}, other}),
    [L | go_on(T, F, case N rem 2 of 0 -> ets:select(C); 1 -> ets:select_reverse(C) end, N - 1)].

deleting() ->
    T = numbered(),
    [ets:select_delete(T, [{{{2, '_'}, '_'}, [], [true]}]), ets:match_delete(T, {{4, '_'}, '_'}), ets:select_delete(T, [{{{5, '$1'}, '_'}, [{'>', '$1', 3}], [true]}]),
     ets:select_delete(T, [{{{6, 6}, '_'}, [], [true]}]), ets:select_delete(T, [{{{6, 6.0}, '_'}, [], [true]}]), ets:select_delete(T, [{{{6, '_'}, '_'}, [], [maybe_not]}]),
     [K || {K, _} <- ets:tab2list(T)]].

replacing() ->
    T = numbered(),
    [ets:select_replace(T, [{{{2, '$1'}, '_'}, [], [{{{{2, '$1'}}, new}}]}]), ets:select_replace(T, [{{{2, 3}, '_'}, [], [{{{{2, 3}}, three}}]}]),
     ets:match_object(T, {{2, '_'}, '_'}), ets:info(T, size)].

maps_replaced(Type, Keys, Pattern, Body) ->
    T = ets:new(t, [Type]),
    ets:insert(T, [{K, old} || K <- Keys]),
    N = try ets:select_replace(T, [{{Pattern, '_'}, [], [Body]}]) catch error:R -> R end,
    {N, lists:sort(ets:tab2list(T))}.

map_replacements() ->
    [{[#{a => 1}, #{}], #{a => 1}, {{{const, #{a => 1}}, new}}},
     {[#{a => 1}, #{}], #{a => 1}, {{#{a => 1}, new}}},
     {[{#{a => 1}, 1}], {#{a => 1}, 1}, {{{{{const, #{a => 1}}, 1}}, new}}},
     {[{#{a => 1}, 1}], {#{a => 1}, 1}, {{{const, {#{a => 1}, 1}}, new}}},
     {[#{a => 1}, #{}], #{a => 1}, '$_'},
     {[#{a => 1}, #{}], #{a => 1}, {{{element, 1, '$_'}, new}}},
     {[#{a => 1}, #{}], #{a => '$1'}, {{{element, 1, '$_'}, new}}},
     {[{a, 1}], {a, 1}, {{{{a, 1}}, new}}},
     {[{a, 1}], {'$1', 1}, {{{{'$1', 1}}, new}}}].

lists() ->
    T = ets:new(t, [ordered_set]),
    [{ets:insert(T, [{K, 1} || K <- [5, 3, 1, 4]]), ets:insert_new(T, [{9, 2}, {3, 2}]), ets:insert_new(T, [{9, 2}, {8, 2}]), ets:insert(T, [{1.0, x}, {1, y}])},
     ets:tab2list(T), ets:take(T, 5.0), ets:delete_all_objects(T), ets:tab2list(T)].

%% Up, down, or by steps: and everything goes again in another order.
grown(N, Step) ->
    T = ets:new(t, [ordered_set]),
    Keys = case Step of -1 -> lists:seq(N, 1, -1); _ -> [I * Step rem (N + 1) || I <- lists:seq(1, N)] end,
    [ets:insert(T, {K, K}) || K <- Keys],
    Good = up(T) =:= lists:usort(Keys) andalso down(T) =:= lists:usort(Keys),
    Left = [begin ets:delete(T, K), {K, ets:info(T, size), ets:next(T, K), ets:prev(T, K)} end || K <- lists:seq(1, N, 3)],
    [ets:delete(T, K) || K <- lists:seq(0, N), K rem 3 =/= 0],
    {Good, erlang:phash2(Left), up(T) =:= down(T), length(up(T))}.

%% Keys whose first elements are the same in many.
pairs(A, B) ->
    T = ets:new(t, [ordered_set]),
    Keys = [{X * 5 rem A, Y * 7 rem B} || Y <- lists:seq(1, B), X <- lists:seq(1, A)],
    [ets:insert(T, {K, x}) || K <- Keys],
    Good = up(T) =:= lists:usort(Keys) andalso down(T) =:= lists:usort(Keys),
    ets:insert(T, [{{1.0, Y}, y} || Y <- lists:seq(0, B)]),
    ets:insert(T, [{{1, Y + 0.5}, y} || Y <- lists:seq(0, B)]),
    {Good, ets:info(T, size), [ets:select_count(T, [{{{X, '_'}, '_'}, [], [true]}]) || X <- [0, 1, 1.0, 2, 99]],
     ets:select_delete(T, [{{{2, '_'}, '_'}, [], [true]}]), ets:first(T), ets:last(T), ets:next(T, {1.0, 1.7}), ets:prev(T, {1, 0}), length(up(T))}.
