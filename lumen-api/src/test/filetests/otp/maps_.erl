%% maps, proplists
-module(maps_).
-export([main/0]).

p(X) -> io:format("~w~n", [X]).

main() ->
    M = #{a => 1, b => 2, c => 3},
    p(maps:to_list(maps:map(fun(_, V) -> V * V end, M))),
    p(maps:fold(fun(K, V, A) -> [{K, V} | A] end, [], M)),
    p([maps:get(a, M), maps:get(z, M, none), maps:find(b, M), maps:is_key(c, M), maps:keys(M), maps:values(M), maps:size(M)]),
    p([maps:put(d, 4, M), maps:remove(a, M), maps:update(a, 9, M), maps:take(b, M), maps:merge(M, #{a => x, e => y})]),
    p([maps:filter(fun(_, V) -> V > 1 end, M), maps:filtermap(fun(_, V) when V > 1 -> {true, -V}; (_, _) -> false end, M)]),
    p([maps:with([a, c, z], M), maps:without([a], M), maps:from_keys([x, y], 0), maps:from_list([{1, 2}, {1, 3}])]),
    p([maps:update_with(a, fun(V) -> V + 10 end, M), maps:update_with(n, fun(V) -> V end, 0, M)]),
    p(maps:merge_with(fun(K, A, B) -> {K, A, B} end, M, #{b => 20, c => 30, d => 40})),
    p([maps:intersect(M, #{a => 5}), maps:intersect_with(fun(_, A, B) -> A + B end, M, #{a => 5})]),
    I = maps:iterator(M),
    {K1, V1, I2} = maps:next(I),
    p([K1, V1, maps:next(I2) =/= none]),
    maps:foreach(fun(K, V) -> p({K, V}) end, M),
    Big = maps:from_list([{X, X * X} || X <- lists:seq(1, 1000)]),
    p([maps:size(Big), lists:sum(maps:values(Big)), maps:get(500, Big), lists:sum(lists:sort(maps:keys(maps:filter(fun(K, _) -> K rem 100 =:= 0 end, Big))))]),
    [try F() catch C:R -> p({C, R}) end
     || F <- [fun() -> maps:get(z, M) end, fun() -> maps:update(z, 1, M) end, fun() -> maps:size(x) end, fun() -> maps:map(f, M) end,
              fun() -> maps:fold(fun(_, _, A) -> A end, 0, notmap) end]],
    P = [a, {b, 1}, {c, x}, {b, 2}, {d, false}],
    p([proplists:get_value(b, P), proplists:get_value(z, P, dflt), proplists:get_all_values(b, P), proplists:is_defined(a, P), proplists:get_bool(a, P)]),
    p([proplists:delete(b, P), proplists:lookup(c, P), proplists:lookup_all(b, P), proplists:compact([{a, true}, {b, 1}])]),
    p([proplists:unfold(P), proplists:split(P, [a, b]), proplists:expand([{a, [x, y]}], P), proplists:from_map(#{q => 1})]),
    p([proplists:substitute_aliases([{a, aa}], P), proplists:normalize([a, {no_x, true}], [{negations, [{no_x, x}]}]), proplists:append_values(b, [{b, [1]}, {b, [2]}])]).
