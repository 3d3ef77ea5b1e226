%% 0.0 and -0.0 are one key: which of the two is left, and what says so.
-module(zero_keys).
-export([main/0]).
main() ->
    M = id(-0.0), Z = id(0.0),
    L = [{I, I} || I <- lists:seq(1, 40)],
    P = fun(Map) -> lists:sort([{<<K/float>>, V} || {K, V} <- maps:to_list(Map), is_float(K)]) end,
    erlang:display([[P(maps:from_list(Q)) || Q <- [[{M,x},{Z,b}], [{Z,x},{M,b}], [{a,1},{M,x},{Z,b}], [{M,x},{M,y},{Z,b}], [{M,x},{c,1},{Z,b},{M,z}]]]]),
    erlang:display([[P(maps:from_list(L ++ Q)) || Q <- [[{M,x},{Z,b}], [{Z,x},{M,b}], [{M,x},{M,y},{Z,b}], [{M,x},{Z,b},{M,z}]]]]),
    erlang:display([[P(maps:from_list(Q ++ L)) || Q <- [[{M,x},{Z,b}], [{Z,x},{M,b}], [{M,x},{M,y},{Z,b}], [{M,x},{Z,b},{M,z}]]]]),
    erlang:display([[P(maps:put(Z, b, #{M => x})), P(maps:put(M, b, #{Z => x})), P((id(#{M => x}))#{Z => b}), P((id(#{M => x}))#{Z := b}), P(maps:update(Z, b, #{M => x}))]]),
    LM = maps:from_list([{M,x} | L]),
    erlang:display([[P(maps:put(Z, b, LM)), P(LM#{Z => b}), P(LM#{Z := b}), P(maps:update(Z, b, LM))]]),
    erlang:display([[P(#{M => x, Z => b}), P(#{-0.0 => x, 0.0 => b}), P(#{Z => x, M => b})]]),
    erlang:display([[P(maps:merge(#{M => x}, #{Z => b})), P(maps:merge(#{Z => x}, #{M => b})), P(maps:merge(LM, #{Z => b})), P(maps:merge(#{Z => b}, LM)), P(maps:merge(LM, maps:from_list([{Z,b} | [{I+20, x} || {I,_} <- L]])))]]),
    erlang:display([[P(maps:from_keys([M, Z], v)), P(maps:from_keys([Z, M], v)), P(maps:from_keys([M, Z | lists:seq(1, 40)], v))]]),
    erlang:display([[P(maps:put(M, b, maps:from_list([{Z,x} | lists:sublist(L, 31)]))), P(lists:foldl(fun({K,V}, A) -> maps:put(K, V, A) end, #{M => x}, L ++ [{Z, b}]))]]),
    erlang:display([[P(maps:put(Z, x, LM)), P(maps:put(Z, x, #{M => x})), P(LM#{Z := x})]]),
    T = maps:from_list([{{1, M}, x} | L]),
    Q = fun(Map) -> [{<<K/float>>, V} || {{1, K}, V} <- maps:to_list(Map)] end,
    erlang:display([[Q(maps:put({1, Z}, y, T)), Q(maps:from_list([{{1, M}, x}, {{1, Z}, y}])), Q(maps:merge(#{{1, M} => x, b => 1}, #{{1, Z} => y, c => 2}))]]),
    erlang:display([[maps:find(Z, #{M => x}), maps:find(Z, LM), maps:is_key(M, #{Z => x})]]).
id(X) -> put(id, X), get(id).
