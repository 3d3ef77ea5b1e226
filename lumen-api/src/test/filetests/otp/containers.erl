%% orddict, sets as maps, ordsets, gb_trees, gb_sets, queue, array
-module(containers).
-export([main/0]).

p(X) -> io:format("~w~n", [X]).

main() ->
    KVs = [{X rem 17, X} || X <- lists:seq(1, 40)],
    O = orddict:from_list([{b, 2}, {a, 1}, {c, 3}]),
    p([O, orddict:store(aa, 0, O), orddict:erase(b, O), orddict:fetch(a, O), orddict:update(a, fun(V) -> V + 1 end, O), orddict:take(c, O)]),
    p([orddict:merge(fun(_, A, B) -> {A, B} end, O, [{a, x}, {z, y}]), orddict:fold(fun(K, V, A) -> [K, V | A] end, [], O), orddict:append(a, q, [{a, []}])]),
    sets_of([{version, 2}]),
    OS = ordsets:from_list([c, a, b, a]),
    p([OS, ordsets:add_element(d, OS), ordsets:union(OS, [b, x]), ordsets:intersection(OS, [b, x]), ordsets:subtract(OS, [a]), ordsets:is_subset([a], OS), ordsets:is_disjoint(OS, [q])]),
    T = lists:foldl(fun({K, V}, A) -> gb_trees:enter(K, V, A) end, gb_trees:empty(), KVs),
    p([gb_trees:size(T), gb_trees:keys(T), gb_trees:get(4, T), gb_trees:lookup(77, T), gb_trees:smallest(T), gb_trees:largest(T)]),
    p([gb_trees:to_list(gb_trees:balance(gb_trees:delete(4, T))), element(1, gb_trees:take_smallest(T)), gb_trees:is_defined(3, T)]),
    p(gb_trees:next(gb_trees:iterator_from(10, gb_trees:map(fun(_, V) -> -V end, T))) =/= none),
    G = gb_sets:from_list([X * 31 rem 23 || X <- lists:seq(1, 30)]),
    p([gb_sets:to_list(G), gb_sets:size(G), gb_sets:is_member(5, G), gb_sets:smallest(G), element(1, gb_sets:take_largest(G))]),
    p([gb_sets:to_list(gb_sets:union(G, gb_sets:from_list([100, 3]))), gb_sets:to_list(gb_sets:difference(G, gb_sets:from_list([1, 2, 3]))), gb_sets:fold(fun(X, A) -> X + A end, 0, G)]),
    Q = queue:in(4, queue:in_r(0, queue:from_list([1, 2, 3]))),
    {{value, Front}, Q2} = queue:out(Q),
    {{value, Back}, Q3} = queue:out_r(Q2),
    p([Front, Back, queue:to_list(Q3), queue:len(Q), queue:peek(Q), queue:peek_r(Q), queue:is_empty(queue:new()), queue:to_list(queue:reverse(Q))]),
    p([queue:to_list(queue:join(Q, Q3)), queue:split(2, Q), queue:to_list(queue:filter(fun(X) -> X > 1 end, Q)), queue:member(3, Q), queue:fold(fun(X, A) -> X + A end, 0, Q)]),
    A = array:set(12, x, array:from_list([a, b, c])),
    p([array:size(A), array:get(1, A), array:get(5, A), array:sparse_to_list(A), array:to_orddict(array:resize(3, A)), array:default(A)]),
    p([array:foldl(fun(I, V, Acc) -> [{I, V} | Acc] end, [], array:from_list([p, q])), array:sparse_foldr(fun(I, _, Acc) -> I + Acc end, 0, A), array:is_fix(array:fix(A))]),
    try array:get(-1, A) catch C:R -> p({C, R}) end,
    try gb_trees:insert(3, 3, T) catch C2:R2 -> p({C2, R2}) end,
    try queue:get(queue:new()) catch C3:R3 -> p({C3, R3}) end.

sets_of(Opts) ->
    S = sets:from_list(lists:seq(1, 50), Opts),
    E = sets:from_list([2, 4, 60], Opts),
    p([sets:size(S), sets:is_element(7, S), sets:is_element(70, S), lists:sort(sets:to_list(sets:intersection(S, E))), sets:size(sets:union(S, E))]),
    p([sets:size(sets:subtract(S, E)), sets:is_subset(E, S), sets:is_disjoint(E, S), sets:fold(fun(X, A) -> X + A end, 0, S), sets:size(sets:filter(fun(X) -> X > 40 end, S))]),
    p([sets:is_empty(sets:new(Opts)), sets:size(sets:add_element(99, sets:del_element(1, S)))]).
