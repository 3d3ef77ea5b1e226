%% dict, queue, proplists, gb_trees, gb_sets, sets (of version 1), array, digraph, sofs: what `containers` has not, and failures
-module(collections).
-export([main/0]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

%% The class, the reason, and the innermost frames.
raised(F) ->
    try F() of X -> {value, X}
    catch C:R:St -> {C, R, [{M, N, if is_list(A) -> length(A); true -> A end} || {M, N, A, _} <- lists:sublist(St, 1)]}
    end.

main() -> dicts(), queues(), proplists_(), gb(), sets_(), arrays(), graphs(), relations().

dicts() ->
    D = dict:from_list([{K, K * K} || K <- lists:seq(1, 200)]),
    p("size", [dict:size(D), dict:size(dict:new()), dict:is_empty(D), dict:is_empty(dict:new())]),
    p("fetch", [dict:fetch(7, D), dict:find(7, D), dict:find(0, D), dict:is_key(200, D)]),
    p("keys", lists:sum(dict:fetch_keys(D))),
    p("fold", dict:fold(fun(K, V, A) -> K + V + A end, 0, D)),
    p("update", [dict:fetch(7, dict:update(7, fun(V) -> -V end, D)), dict:fetch(0, dict:update(0, fun(V) -> V end, init, D)), dict:fetch(7, dict:update_counter(7, 1, D))]),
    p("append", [dict:fetch(a, dict:append(a, 2, dict:append(a, 1, dict:new()))), dict:fetch(a, dict:append_list(a, [3, 4], dict:from_list([{a, [1]}])))]),
    Small = dict:filter(fun(K, _) -> K < 4 end, D),
    p("filter", lists:sort(dict:to_list(Small))),
    p("map", lists:sort(dict:to_list(dict:map(fun(K, V) -> {K, V} end, Small)))),
    p("merge", lists:sort(dict:to_list(dict:merge(fun(_, A, B) -> A + B end, Small, dict:from_list([{3, 1}, {9, 9}]))))),
    p("erase and take", [dict:size(dict:erase(1, Small)), element(1, dict:take(2, Small)), dict:take(22, Small)]),
    p("shrinks", dict:size(lists:foldl(fun dict:erase/2, D, lists:seq(1, 199)))),
    p("no key", raised(fun() -> dict:fetch(none, D) end)),
    p("not a list", raised(fun() -> dict:append(1, x, D) end)),
    p("update none", raised(fun() -> dict:update(none, fun(V) -> V end, D) end)),
    p("no dict", raised(fun() -> dict:find(1, not_a_dict) end)).

queues() ->
    Q = lists:foldl(fun queue:in/2, queue:new(), [1, 2, 3, 4, 5]),
    p("queue", [queue:is_queue(Q), queue:is_queue(x), queue:len(Q), queue:to_list(Q), Q]),
    p("ends", [queue:head(Q), queue:last(Q), queue:daeh(Q), queue:liat(queue:from_list([1, 2])), queue:get(Q), queue:get_r(Q)]),
    p("out", [queue:out(queue:new()), queue:out_r(queue:new()), element(1, queue:out(Q)), element(1, queue:out_r(Q))]),
    p("drop", [queue:to_list(queue:drop(Q)), queue:to_list(queue:drop_r(Q)), queue:to_list(queue:tail(Q)), queue:to_list(queue:init(Q)), queue:to_list(queue:lait(Q))]),
    p("cons", [queue:to_list(queue:cons(0, Q)), queue:to_list(queue:snoc(Q, 6)), queue:to_list(queue:in_r(0, Q))]),
    p("split", [{queue:to_list(A), queue:to_list(B)} || {A, B} <- [queue:split(N, Q) || N <- [0, 2, 5]]]),
    p("filter", [queue:to_list(queue:filter(fun(X) -> [X || X > 2] ++ [x] end, Q)), queue:to_list(queue:filtermap(fun(X) -> X > 4 orelse {true, -X} end, Q))]),
    p("delete", [queue:to_list(queue:delete(3, Q)), queue:to_list(queue:delete_r(9, Q)), queue:to_list(queue:delete_with(fun(X) -> X > 1 end, Q)), queue:to_list(queue:delete_with_r(fun(X) -> X < 5 end, Q))]),
    p("any all", [queue:any(fun(X) -> X > 4 end, Q), queue:all(fun(X) -> X > 4 end, Q), queue:fold(fun(X, A) -> [X | A] end, [], Q)]),
    p("peek", [queue:peek(Q), queue:peek_r(Q), queue:peek(queue:new())]),
    p("empty", [raised(fun() -> queue:F(queue:new()) end) || F <- [get, get_r, head, drop, drop_r, tail, last]]),
    p("no queue", [raised(fun() -> queue:len(x) end), raised(fun() -> queue:in(1, x) end), raised(fun() -> queue:split(9, Q) end), raised(fun() -> queue:from_list(x) end)]).

proplists_() ->
    L = [a, {b, 1}, {c, 2, 3}, {b, 4}, {d, true}, "junk", {e, [x]}, {e, [y]}],
    p("get_value", [proplists:get_value(K, L) || K <- [a, b, c, d, none]] ++ [proplists:get_value(none, L, dflt)]),
    p("get_bool", [proplists:get_bool(K, L) || K <- [a, b, d, none]]),
    p("get_all", [proplists:get_all_values(b, L), proplists:append_values(e, L), proplists:get_keys([a, {b, 1}, {a, 2}])]),
    p("lookup", [proplists:lookup(c, L), proplists:lookup(a, L), proplists:lookup(none, L), proplists:lookup_all(b, L)]),
    p("defined", [proplists:is_defined(a, L), proplists:is_defined(z, L)]),
    p("delete", proplists:delete(b, L)),
    p("compact", [proplists:compact([{a, true}, {b, 1}]), proplists:unfold([a, {b, 1}]), proplists:property({a, true}), proplists:property(k, v)]),
    p("substitute", [proplists:substitute_aliases([{b, bb}], L), proplists:substitute_negations([{no_a, a}], [no_a, {no_a, false}])]),
    p("expand", proplists:expand([{a, [x, y]}, {{b, 1}, [z]}], L)),
    p("normalize", proplists:normalize([a, no_x, {b, 1}], [{aliases, [{a, aa}]}, {negations, [{no_x, x}]}, {expand, [{b, [q]}]}])),
    p("split", proplists:split(L, [b, a])),
    p("map", [proplists:to_map([a, {b, 1}, {b, 2}]), proplists:from_map(#{a => 1}), proplists:to_map([a, {b, 1}], [{aliases, [{b, bb}]}])]),
    p("no list", [raised(fun() -> proplists:get_value(a, x) end), raised(fun() -> proplists:get_bool(a, x) end), raised(fun() -> proplists:get_value(a, [b | x]) end)]).

gb() ->
    T = gb_trees:from_orddict([{K, K} || K <- lists:seq(1, 10)]),
    p("insert", gb_trees:to_list(gb_trees:insert(0, zero, T))),
    p("delete_any", [gb_trees:size(gb_trees:delete_any(99, T)), element(1, gb_trees:take(3, T)), gb_trees:take_any(99, T), element(1, gb_trees:take_largest(T))]),
    p("update", gb_trees:get(3, gb_trees:update(3, three, T))),
    p("values", [gb_trees:values(T), gb_trees:is_empty(T), gb_trees:lookup(3, T)]),
    p("iterate", walk(gb_trees:iterator(T))),
    p("failures", [raised(F) || F <- [fun() -> gb_trees:get(99, T) end, fun() -> gb_trees:insert(1, 1, T) end, fun() -> gb_trees:delete(99, T) end, fun() -> gb_trees:update(99, x, T) end,
        fun() -> gb_trees:smallest(gb_trees:empty()) end, fun() -> gb_trees:take_largest(gb_trees:empty()) end]]),
    S = gb_sets:from_list([3, 1, 2, 1.0]),
    p("set", [gb_sets:to_list(S), gb_sets:is_subset(gb_sets:from_list([1]), S), gb_sets:is_disjoint(S, gb_sets:from_list([7])), gb_sets:is_set(S), gb_sets:singleton(x)]),
    p("more", [gb_sets:to_list(F) || F <- [gb_sets:add(0, S), gb_sets:insert(9, S), gb_sets:delete(1, S), gb_sets:del_element(99, S), gb_sets:balance(S), gb_sets:filter(fun(X) -> X > 1 end, S),
        gb_sets:intersection([S, gb_sets:from_list([2, 3])]), gb_sets:union([S, S, gb_sets:from_list([z])]), gb_sets:subtract(S, gb_sets:from_list([3]))]]),
    p("failures", [raised(F) || F <- [fun() -> gb_sets:insert(1, S) end, fun() -> gb_sets:delete(99, S) end, fun() -> gb_sets:smallest(gb_sets:new()) end, fun() -> gb_sets:size(x) end]]).

walk(I) -> case gb_trees:next(I) of none -> []; {K, _, I2} -> [K | walk(I2)] end.

sets_() ->
    S = sets:from_list(lists:seq(1, 100)),
    p("sets", [sets:size(S), lists:sum(sets:to_list(S)), sets:is_element(5, S), sets:is_set(S), sets:is_set(x), sets:is_empty(sets:new())]),
    E = sets:from_list([50, 51, 2000]),
    p("two", [lists:sort(sets:to_list(X)) || X <- [sets:intersection(S, E), sets:subtract(E, S), sets:intersection([S, E, E])]]),
    p("union", [sets:size(sets:union(S, E)), sets:size(sets:union([S, E])), sets:is_subset(E, S), sets:is_disjoint(E, S)]),
    p("fold", [sets:fold(fun(X, A) -> X + A end, 0, S), sets:size(sets:filter(fun(X) -> X rem 2 =:= 0 end, S)), sets:size(sets:del_element(1, S)), sets:size(sets:add_element(1, S))]),
    p("mixed", lists:sort(sets:to_list(sets:union(E, sets:from_list([1], [{version, 2}]))))),
    p("failures", [raised(fun() -> sets:size(x) end), raised(fun() -> sets:from_list(x) end), raised(fun() -> sets:new([{version, 3}]) end)]),
    p("orddict", [raised(fun() -> orddict:fetch(x, [{a, 1}]) end), raised(fun() -> orddict:update(x, fun(V) -> V end, [{a, 1}]) end), raised(fun() -> orddict:append(a, 1, [{a, x}]) end)]),
    p("orddict", [orddict:find(a, [{a, 1}]), orddict:update_counter(b, 2, [{a, 1}]), orddict:filter(fun(_, V) -> V > 1 end, [{a, 1}, {b, 2}]), orddict:map(fun(K, V) -> {K, V} end, [{a, 1}]), orddict:is_empty([])]),
    p("ordsets", [ordsets:del_element(a, [a, b]), ordsets:filter(fun(X) -> X > 1 end, [1, 2]), ordsets:fold(fun(X, A) -> X + A end, 0, [1, 2]), ordsets:is_set([b, a]), ordsets:union([[a], [b], [a, c]]), ordsets:intersection([[a, b], [b]])]).

arrays() ->
    A = array:from_list(lists:seq(0, 99)),
    p("array", [array:size(A), array:get(99, A), array:get(100, A), array:is_array(A), array:is_array(x), array:is_fix(A), array:default(A)]),
    B = array:set(250, last, array:new([{default, d}])),
    p("sparse", [array:size(B), array:get(3, B), array:sparse_size(B), array:sparse_to_list(B), array:sparse_to_orddict(B), array:size(array:reset(250, B))]),
    p("fixed", [array:size(array:new(5)), array:is_fix(array:new(5)), array:is_fix(array:relax(array:new(5))), array:to_list(array:new(3, {default, 0}))]),
    p("fold", [array:foldl(fun(I, V, Acc) -> I * V + Acc end, 0, A), array:foldr(fun(_, V, Acc) -> [V | Acc] end, [], array:resize(4, A)), array:sparse_foldl(fun(I, V, Acc) -> [{I, V} | Acc] end, [], B)]),
    p("map", [array:to_list(array:map(fun(I, V) -> I + V end, array:resize(4, A))), array:to_list(array:sparse_map(fun(_, _) -> x end, array:set(2, y, array:new())))]),
    p("orddict", [array:to_orddict(array:from_orddict([{1, a}, {3, b}])), array:to_list(array:from_orddict([{1, a}], z))]),
    p("equal", array:from_list([1, 2, 3]) =:= array:set(2, 3, array:set(1, 2, array:set(0, 1, array:new())))),
    p("failures", [raised(F) || F <- [fun() -> array:get(-1, A) end, fun() -> array:set(5, x, array:new(5)) end, fun() -> array:get(5, array:new(5)) end, fun() -> array:new(-1) end, fun() -> array:from_list(x) end,
        fun() -> array:size(x) end, fun() -> array:new([nonsense]) end, fun() -> array:resize(-1, A) end, fun() -> array:from_orddict([{2, a}, {1, b}]) end]]).

graphs() ->
    G = digraph:new(),
    [digraph:add_vertex(G, V, {label, V}) || V <- [a, b, c, d, e]],
    [digraph:add_edge(G, {X, Y}, X, Y, w) || {X, Y} <- [{a, b}, {b, c}, {c, a}, {c, d}]],
    p("vertices", lists:sort(digraph:vertices(G))),
    p("edges", [lists:sort(digraph:edges(G)), lists:sort(digraph:edges(G, c)), digraph:no_edges(G), digraph:no_vertices(G)]),
    p("vertex", [digraph:vertex(G, a), digraph:vertex(G, z), digraph:edge(G, {a, b}), digraph:edge(G, none)]),
    p("degrees", [digraph:in_degree(G, c), digraph:out_degree(G, c), lists:sort(digraph:in_neighbours(G, a)), lists:sort(digraph:out_neighbours(G, c))]),
    p("paths", [digraph:get_path(G, a, d), digraph:get_path(G, d, a), digraph:get_short_path(G, a, d), digraph:get_cycle(G, a), digraph:get_short_cycle(G, d)]),
    p("utils", [digraph_utils:is_acyclic(G), lists:sort([lists:sort(C) || C <- digraph_utils:strong_components(G)]), lists:sort([lists:sort(C) || C <- digraph_utils:components(G)]),
        lists:sort(digraph_utils:reachable([a], G)), lists:sort(digraph_utils:reaching([d], G)), digraph_utils:topsort(G), digraph_utils:loop_vertices(G)]),
    p("bad edges", [digraph:add_edge(G, a, z), element(1, digraph:add_edge(G, z, a))]),
    p("delete", [digraph:del_edge(G, {c, a}), digraph:get_cycle(G, a), length(digraph_utils:topsort(G)), digraph:del_vertex(G, b), lists:sort(digraph:edges(G)), digraph:del_vertices(G, [c, d])]),
    A = digraph:new([acyclic]),
    digraph:add_vertex(A, 1), digraph:add_vertex(A, 2), digraph:add_edge(A, 1, 2),
    p("acyclic", [digraph:add_edge(A, 2, 1), [X || {X, _} <- digraph:info(A), X =/= memory], element(2, hd(digraph:info(A)))]),
    T = digraph:new([private]),
    digraph:add_vertex(T, r), digraph:add_vertex(T, l), digraph:add_edge(T, r, l),
    p("tree", [digraph_utils:is_tree(T), digraph_utils:is_arborescence(T), digraph_utils:arborescence_root(T), lists:sort(digraph_utils:postorder(T)), lists:sort(digraph_utils:preorder(T))]),
    p("condensation", length(digraph:vertices(digraph_utils:condensation(G)))),
    p("delete", digraph:delete(G)),
    p("failures", [element(1, raised(fun() -> digraph:vertices(G) end)), raised(fun() -> digraph:new([nonsense]) end)]).

relations() ->
    R = sofs:relation([{1, a}, {2, b}, {2, c}, {3, a}]),
    E = fun sofs:to_external/1,
    p("relation", [E(R), E(sofs:domain(R)), E(sofs:range(R)), E(sofs:converse(R)), sofs:type(R)]),
    p("image", [E(sofs:image(R, sofs:set([2]))), E(sofs:inverse_image(R, sofs:set([a])))]),
    p("set", [E(sofs:union(sofs:set([a, b]), sofs:set([c]))), E(sofs:intersection(sofs:set([a, b]), sofs:set([b]))), E(sofs:difference(sofs:set([a, b]), sofs:set([b]))), E(sofs:symdiff(sofs:set([a]), sofs:set([b]))),
        E(sofs:product(sofs:set([1, 2]), sofs:set([x])))]),
    p("family", [E(sofs:relation_to_family(R)), E(sofs:family_to_relation(sofs:family([{a, [1]}, {b, [2, 3]}]))), E(sofs:family_union(sofs:from_term([{a, [[1], [2]]}]))), E(sofs:family_domain(sofs:from_term([{a, [{1, x}]}])))]),
    p("compose", [E(sofs:composite(sofs:a_function([{1, 2}]), sofs:a_function([{2, 3}]))), E(sofs:relative_product(R, sofs:relation([{a, z}]))), E(sofs:relative_product1(sofs:relation([{1, z}]), R))]),
    p("restrict", [E(sofs:restriction(R, sofs:set([1]))), E(sofs:drestriction(R, sofs:set([1]))), E(sofs:restriction(2, R, sofs:set([a]))), E(sofs:projection(2, R))]),
    p("closure", [E(sofs:weak_relation(sofs:relation([{1, 2}]))), E(sofs:strict_relation(sofs:relation([{1, 1}, {1, 2}])))]),
    p("partition", [E(sofs:partition(sofs:from_term([[1], [2]]))), E(sofs:partition(fun(S) -> S end, sofs:set([1, 2]))), [E(X) || X <- tuple_to_list(sofs:partition(1, R, sofs:set([1])))]]),
    p("specification", [E(sofs:specification({external, fun(X) -> X =:= 1 end}, sofs:set([1, 2]))), E(sofs:substitution(fun(X) -> X end, sofs:set([1])))]),
    p("tests", [sofs:is_a_function(R), sofs:is_subset(sofs:set([1]), sofs:set([1, 2])), sofs:is_empty_set(sofs:empty_set()), sofs:is_equal(R, R), sofs:no_elements(R), sofs:is_sofs_set(x)]),
    p("from_term", [E(sofs:from_term([[1], [2, 3]])), sofs:type(sofs:from_term([{a, 1}])), sofs:is_type([{atom, atom}])]),
    p("digraph", lists:sort(digraph:edges(sofs:family_to_digraph(sofs:relation_to_family(sofs:relation([{1, 2}]))))) =/= x),
    p("failures", [case raised(F) of {C, W, [H | _]} -> {C, W, H}; X -> X end || F <- [fun() -> sofs:relation([1]) end, fun() -> sofs:a_function([{1, a}, {1, b}]) end, fun() -> sofs:set(x) end,
        fun() -> sofs:union(sofs:set([1]), R) end, fun() -> sofs:from_term([1, {a}]) end, fun() -> sofs:family([{a, 1}]) end]]).
