-module(assorted).
-export([main/0, id/1, start/0, g/1, 'odd name!'/1, worker/2, 'maybe'/1]).
-compile({no_auto_import, [get/1, node/0, length/1]}).
-define(TUP(A, B), {a, A, b, B).
-define(ARROW, ->).
-define(STR(X), ??X).
-define(HELLO, "hello").
-define(WORLD(W), "hello" W "!").
-define(OPT, ok; f2(2) -> two).
-define(NAME(X), X:16).
-define(A, a).
-define(A(), a0).
-define(A(X), {a1, X}).
-define(NEST(X), ?A(?A(X))).
-define(LINES, {?LINE, ?FUNCTION_NAME, ?FUNCTION_ARITY, ?MODULE_STRING}).
-record(shape, {kind = circle :: atom(), pts = [] :: list(), 'odd field' = 1, nested = #{}}).
-record(deep, {s = #shape{kind = square} :: #shape{}, n}).
main() -> logger:set_primary_config(level, none),
    t(range_div, fun() -> [{rf(X), rg(X)} || X <- [100, 0, 16#7FFFFFFF, 16#80000000, 16#FFFFFFFF, 1 bsl 40 + 5, -1]] end),
    t(usec, fun() -> [usec(X) || X <- [1530342000*1000, 0, 999999, 1 bsl 70, -1530342000001]] end),
    t(bs64, fun() -> [begin V = -1 bsl N, <<X:64/signed>> = <<V:64>>, <<Y:64>> = <<V:64>>, {X =:= V, Y, X + Y} end || N <- lists:seq(57, 63)] end),
    t(bigselect, fun() -> [sel(X) || X <- [1, 1 bsl 59, 1 bsl 60, 1 bsl 63, 1 bsl 64, -(1 bsl 59) - 1, 1.0, -0.0, 16#FFFFFFFF, 100000000000]] end),
    t(many_clauses, fun() -> [mc(X) || X <- [a1, a17, a33, a40, zz, "x", 5]] end),
    t(call_by_name, fun() -> [catch_it(fun() -> M:F(1) end) || {M, F} <- [{?MODULE, id}, {?MODULE, 'odd name!'}, {?MODULE, nope}, {nomod, f}, {3, f}, {?MODULE, "x"}, {lists, sum}]] end),
    t(apply_args, fun() -> [catch_it(fun() -> apply(?MODULE, id, A) end) || A <- [[1], [], [1|2], x, [1,2]]] ++ [catch_it(fun() -> apply(fun(A, B) -> {A, B} end, X) end) || X <- [[1,2], [1|2]]] end),
    t(import_shadow, fun() -> {get(5), node(), length(x), erlang:length([1,2])} end),
    t(macros, fun() -> {?TUP(1, 2)}, [1], ?STR(foo(X, "a") + $b), ?HELLO " world", ?WORLD("!!"), f2(1), <<?NAME(5), ?HELLO>>, ?A, ?A(), ?A(3), ?NEST(4), ?LINES, <<"" ?HELLO>>} end),
    t(records, fun() -> R = #deep{n = 1}, R2 = R#deep{s = (R#deep.s)#shape{'odd field' = 7, pts = [R#deep.n]}}, {R2, R2#deep.s#shape.kind, #shape.pts, record_info(size, deep), record_info(fields, shape), R2#deep.s#shape.'odd field', #shape{_ = u}, is_record(R2, deep), [X || #deep{s = #shape{kind = square, pts = [X]}} <- [R, R2]]} end),
    t(rec_upd_bad, fun() -> [catch_it(fun() -> X#shape{kind = a} end) || X <- [{shape, 1}, x, {deep, 1, 2}]] end),
    t(rec_order, fun() -> put(o, []), _ = #shape{pts = o(p), kind = o(k)}, S = #shape{}, _ = S#shape{nested = o(n), kind = o(k2)}, lists:reverse(erlang:get(o)) end),
    t(closure_env, fun() -> Fs = [fun(Y) -> {X, Y, fun() -> {X, Y} end} end || X <- [1, 2, 3]], [begin {A, B, H} = F(z), {A, B, H()} end || F <- Fs] end),
    t(named_fun_env, fun() -> K = id(10), F = fun Loop(0, Acc) -> Acc + K; Loop(N, Acc) -> Loop(N - 1, Acc + (fun(Z) -> Z * K end)(N)) end, F(5, 0) end),
    t(fun_cmp, fun() -> F = fun(X) -> X end, G = fun(X) -> X end, {F =:= F, F =:= G, is_function(F, 1), erlang:fun_info(F, arity), erlang:fun_info(fun lists:map/2, type), erlang:fun_info(F, module), F == F, lists:usort([F, F]) =:= [F]} end),
    t(fun_as_key, fun() -> F = fun lists:map/2, M = #{F => 1, fun lists:map/2 => 2}, {map_size(M), maps:get(fun lists:map/2, M)} end),
    t(pid_text, fun() -> {is_list(pid_to_list(self())), list_to_pid(pid_to_list(self())) =:= self(), catch_it(fun() -> list_to_pid("x") end), (fun(R) -> list_to_ref(ref_to_list(R)) =:= R end)(make_ref())} end),
    t(atoms, fun() -> [catch_it(F) || F <- [fun() -> list_to_existing_atom("zzz_not_there_1") end, fun() -> list_to_atom(lists:duplicate(256, $a)) end, fun() -> binary_to_atom(<<"żół"/utf8>>) end, fun() -> atom_to_list('żół') end, fun() -> atom_to_binary('é', latin1) end, fun() -> atom_to_binary('ż', latin1) end, fun() -> list_to_atom([16#D800]) end, fun() -> binary_to_atom(<<255>>, utf8) end, fun() -> list_to_atom([300]) end]] end),
    t(etf, fun() -> [begin B = term_to_binary(X), {erlang:phash2(B), binary_to_term(B) =:= X, byte_size(B)} end || X <- [1, 255, 256, -1, 1 bsl 31, -(1 bsl 31) - 1, 1 bsl 63, -(1 bsl 64), 1 bsl 2100, 1.5, a, 'é', "abc", [1,2,300], lists:seq(1,300), <<1,2>>, <<5:3>>, #{a => 1}, {}, list_to_tuple(lists:seq(1,300)), [], [a|b], fun lists:map/2]] end),
    t(etf_bad, fun() -> [catch_it(fun() -> binary_to_term(B) end) || B <- [<<>>, <<131>>, <<131, 97>>, <<130, 97, 1>>, <<131, 109, 255,255,255,255, 1>>, <<131, 108, 0,0,0,5, 97,1>>, <<131, 100, 255,255>>, <<131, 116, 0,0,0,1, 97,1>>, <<131, 110, 1, 0>>, <<131,70,127,240,0,0,0,0,0,0>>, <<131, 77, 0,0,0,1, 9, 1>>, <<131, 97, 1, 2>>, <<131,116,0,0,0,2,97,1,97,1,97,1,97,2>>, <<131,119,2,255,255>>]] end),
    t(etf_safe, fun() -> [catch_it(fun() -> binary_to_term(B, O) end) || {B, O} <- [{<<131,100,0,20,"never_seen_atom_qqqq">>, [safe]}, {<<131,97,1,99>>, [used]}, {<<131,97,1>>, [foo]}]] ++ [term_to_binary([a, 1.5], [{minor_version, 0}]), binary_to_term(term_to_binary(lists:seq(1, 500), [{compressed, 9}])) =:= lists:seq(1, 500)] end),
    t(iolists, fun() -> [catch_it(fun() -> iolist_to_binary(X) end) || X <- [[1, [2, <<3>>]|<<4>>], [[]|[]], [256], [-1], [a], <<1:3>>, [<<1:3>>, <<1:5>>], "é", "ż", [1|2]]] ++ [catch_it(fun() -> iolist_size(X) end) || X <- [[1,[2]|<<3,4>>], [x]]] ++ [erlang:list_to_bitstring([<<1:3>>, 5, <<1:5>>])] end),
    t(lists_err, fun() -> [catch_it(F) || F <- [fun() -> lists:nth(0, [a]) end, fun() -> lists:nthtail(3, [a]) end, fun() -> lists:last([]) end, fun() -> hd([]) end, fun() -> lists:keyfind(1, 0, []) end, fun() -> lists:zip([1], [1,2]) end, fun() -> lists:sublist([1,2,3], 2, 5) end, fun() -> lists:split(3, [1]) end, fun() -> lists:duplicate(-1, a) end, fun() -> lists:reverse([1|2]) end, fun() -> lists:member(a, [b|c]) end, fun() -> lists:append([[1], 2]) end, fun() -> [1|2] ++ [3] end, fun() -> lists:keysort(1, [{1}, x]) end, fun() -> lists:sort([3,1|2]) end, fun() -> lists:flatten([1,[2|3]]) end, fun() -> element(0, {a}) end, fun() -> setelement(3, {a}, b) end, fun() -> list_to_tuple([1|2]) end, fun() -> maps:from_list([{a,1}, b]) end, fun() -> maps:get(x, #{}) end, fun() -> maps:update(u, 1, #{}) end, fun() -> maps:fold(fun(_, _, A) -> A end, 0, x) end, fun() -> atom_to_list("a") end, fun() -> tuple_to_list(a) end, fun() -> length([1|2]) end, fun() -> byte_size(a) end, fun() -> binary_to_list(<<1:3>>) end, fun() -> list_to_integer("12a") end, fun() -> binary_part(<<1>>, 1, 1) end, fun() -> split_binary(<<1>>, 2) end]] end),
    t(stdlib, fun() -> {gb_trees:to_list(gb_trees:from_orddict([{1,a},{2,b}])), catch_it(fun() -> gb_trees:get(9, gb_trees:empty()) end), array:to_list(array:set(3, x, array:new([{default, d}]))), queue:to_list(queue:in_r(0, queue:from_list([1,2]))), sets:to_list(sets:from_list([1,1.0])) , ordsets:union([1],[1.0]), orddict:store(1.0, b, [{1, a}]), dict:size(dict:store(1.0, b, dict:store(1, a, dict:new()))), digraph_utils:topsort(begin G = digraph:new(), [digraph:add_vertex(G, V) || V <- [a,b,c]], digraph:add_edge(G, a, b), digraph:add_edge(G, b, c), G end), proplists:get_value(a, [{a,1},a]), proplists:get_bool(b, [b]), proplists:expand([{x, [y, z]}], [x]), lists:foldl(fun(X, A) -> maps:update_with(X, fun(V) -> V + 1 end, 1, A) end, #{}, [a,b,a]), maps:groups_from_list(fun(X) -> X rem 2 end, [1,2,3]), maps:intersect(#{a=>1,b=>2}, #{b=>3}), maps:filtermap(fun(K, V) -> V > 1 andalso {true, {K, V}} end, #{a=>1,b=>2}), lists:enumerate([a,b]), lists:uniq([1,2,1]), lists:search(fun(X) -> X > 1 end, [1,2,3])} end),
    t(proc_dict, fun() -> erase(), put(a, 1), X = put(a, 2), {X, erlang:get(a), erlang:get(), get_keys(), get_keys(2), erase(a), erlang:get(a), erase(zz)} end),
    t(spawn_mfa, fun() -> S = self(), [spawn(?MODULE, worker, [S, I]) || I <- [1,2,3]], lists:sort([receive {w, I} -> I after 1000 -> lost end || _ <- [1,2,3]]) end),
    t(anon_count, fun() -> S = self(), [spawn(fun() -> S ! {c, I * 2} end) || I <- lists:seq(1, 300)], lists:sum([receive {c, I} -> I after 1000 -> 0 end || _ <- lists:seq(1, 300)]) end),
    t(link_parent, fun() -> {P, R} = spawn_monitor(fun() -> C = spawn_link(fun() -> receive shutdown -> exit(shutdown) end end), M = monitor(process, C), C ! shutdown, receive {'DOWN', M, process, _, _} -> ok after 100 -> ok end end), receive {'DOWN', R, process, P, W} -> W end end),
    t(eval, fun() -> [catch_it(fun() -> ev(S) end) || S <- ["1 + 2.", "X = 3, [X * Y || Y <- [1,2]].", "case {a,1} of {a, N} when N > 0 -> N end.", "fun(X) -> X end(4).", "#{a => 1}.", "<<1:4, 2:4>>.", "lists:map(fun(X) -> X * 2 end, [1,2]).", "try throw(x) catch throw:E -> E end.", "1 +.", "foo:bar().", "begin A = 1, A = 2 end.", "receive after 0 -> t end.", "[X || {X, _} <- [{1,2}]], \"é\".", "if true -> ok end.", "#{A := 1 || A <- []}."]] end),
    t(scan, fun() -> [catch_it(fun() -> element(1, erl_scan:string(S)) end) || S <- ["$\\x{110000}", "\"abc", "16#G", "1.0e400", "'a", "1__0", "$", "\\"]] ++ [erl_scan:string("A.b 'c' \"d\" $e 1.5e3 16#ff % c\n")] end),
    t(pp, fun() -> {ok, T, _} = erl_scan:string("f(X, [H|T]) when X > 1; is_list(T) -> case X of 1 -> #r{a = 1}; _ -> fun(Y) -> Y end end, try a() catch C:R:S -> {C, R, S} after b end."), {ok, F} = erl_parse:parse_form(T), lists:flatten(erl_pp:form(F)) end),
    t(deep_rec, fun() -> {deep(200000), length2(lists:seq(1, 300000)), erts_debug:flat_size(nest(1000, []))} end),
    t(deep_cmp, fun() -> A = nest(300000, []), B = nest(300000, []), {A =:= B, A == B, erlang:phash2(A) =:= erlang:phash2(B), term_to_binary(A) =:= term_to_binary(B)} end),
    ok.
rf(X) -> D = X band 16#FFFFFFFF, case D > 0 andalso D < 16#80000000 of true -> D / 1; false -> 0.0 end.
rg(X) -> D = X band 16#FFFFFFFF, case D > 0 andalso D < 16#80000000 of true -> D + 1; false -> 0 end.
usec(U) -> Us = U rem 1000000, S = (U div 1000000) rem 1000000, M = (U div 1000000) div 1000000, {M, S, Us}.
sel(1) -> a; sel(576460752303423488) -> b; sel(1152921504606846976) -> c; sel(9223372036854775808) -> d; sel(18446744073709551616) -> e; sel(-576460752303423489) -> f; sel(1.0) -> g; sel(16#FFFFFFFF) -> h; sel(100000000000) -> i; sel(X) when X == 0 -> z; sel(_) -> n.
mc(a1) -> 1; mc(a2) -> 2; mc(a3) -> 3; mc(a4) -> 4; mc(a5) -> 5; mc(a6) -> 6; mc(a7) -> 7; mc(a8) -> 8; mc(a9) -> 9; mc(a10) -> 10; mc(a11) -> 11; mc(a12) -> 12; mc(a13) -> 13; mc(a14) -> 14; mc(a15) -> 15; mc(a16) -> 16; mc(a17) -> 17; mc(5) -> i5; mc("x") -> x; mc(a33) -> 33; mc(a40) -> 40; mc(_) -> no.
get(X) -> {my_get, X}.
node() -> my_node.
length(X) -> {my_length, X}.
length2([]) -> 0; length2([_|T]) -> 1 + length2(T).
deep(0) -> 0; deep(N) -> 1 + deep(N - 1).
nest(0, A) -> A; nest(N, A) -> nest(N - 1, {A}).
f2(1) ?ARROW ?OPT.
start() -> ok.
g(X) -> X.
'odd name!'(X) -> {odd, X}.
'maybe'(X) -> X.
worker(S, I) -> S ! {w, I}.
ev(S) -> {ok, T, _} = erl_scan:string(S), {ok, E} = erl_parse:parse_exprs(T), {value, V, _} = erl_eval:exprs(E, []), V.
o(X) -> put(o, [X | erlang:get(o)]), X.
id(X) -> X.
catch_it(F) -> try F() catch C:R -> {C, R} end.
t(N, F) -> io:format("~w: ~w~n", [N, catch_it(F)]).
