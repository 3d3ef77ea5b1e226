-module(comprehended).
-export([main/0, id/1, self_id/1]).
-compile(inline_list_funcs).
%% comprehensions, maps, records, matching
-record(r0, {rf0}).
main() ->
    t(bc_empty_first, fun() -> bce() end),
    t(bc_empty_first2, fun() -> << <<C:8>> || C <- id([]), _ <- id(ok) >> end),
    t(bc_dep, fun() -> << <<X>> || L <- id([[1],[2,3],[]]), X <- L >> end),
    t(bc_dep2, fun() -> << <<X:S>> || {S, L} <- id([{3,[1,2]},{9,[300]}]), X <- L >> end),
    t(bc_varsize, fun() -> [<< <<X>> || <<S, X:S>> <= B >> || B <- [<<8,1,8,2>>, <<0,0>>, <<4, 1:4, 4:8, 15:4>>, <<9,1,1>>]] end),
    t(plus_order, fun() -> put(o, []), R = [o(left) || true] ++ [o(right)], {R, get(o)} end),
    t(plus_order2, fun() -> catch_it(fun() -> [exit(left) || id(true)] ++ exit(right) end) end),
    t(plus_order3, fun() -> catch_it(fun() -> [exit(left) || id(true)] + exit(right) end) end),
    t(mapfoldl, fun() -> L = [{key,[{number,1}]}], {_, A} = lists:mapfoldl(fun({_, P}, Acc) -> N = proplists:get_value(number, P), case N > 0 of true -> {false, Acc ++ [exp]}; _ -> {true, Acc} end end, [], L), hd(A) end),
    t(inlined_all, fun() -> F = fun(X) -> X rem 2 =:= 0 end, L = id([1,2,3,4]), {lists:any(F,L), lists:all(F,L), lists:filter(F,L), lists:map(F,L), lists:foldl(fun(X,A) -> [X|A] end,[],L), lists:foldr(fun(X,A) -> X-A end,0,L), lists:flatmap(fun(X) -> [X,X] end,L), lists:mapfoldr(fun(X,A) -> {X*2,[X|A]} end,[],L), lists:foreach(fun(X) -> X end, L)} end),
    t(inlined_bad, fun() -> [catch_it(fun() -> lists:map(fun(X) -> X end, id([1|2])) end), catch_it(fun() -> lists:foldl(fun(X,A) -> X+A end, 0, id(foo)) end), catch_it(fun() -> lists:filter(fun(_) -> 3 end, id([1])) end)] end),
    t(map_lost_exc, fun() -> [catch_it(fun() -> mlost() end), catch_it(fun() -> mlost2(id(#{})) end), catch_it(fun() -> mlost3(id(7)) end)] end),
    t(map_dot, fun() -> [catch_it(fun() -> md(M) end) || M <- [#{mod => ?MODULE, a => 1}, #{mod => ?MODULE}, #{mod => 3, a => 4}, ?MODULE, x, 9]] end),
    t(map_get_upd, fun() -> [catch_it(fun() -> mgu(M) end) || M <- [#{a => 1}, #{}, z]] end),
    t(eq_emptymap, fun() -> lists:flatmap(fun({_, V}) when V =:= #{} orelse V =:= [] -> []; ({K, V}) -> [K, V] end, id([{<<"i">>, true},{1,#{}},{2,[]},{3,#{a=>1}},{4,7}])) end),
    t(orelse_bins, fun() -> [buggy(X) || X <- [<<"a">>, <<"b">>, <<"c">>, a, 1.0, "a"]] end),
    t(orelse_mixed, fun() -> [buggy2(X) || X <- [<<"a">>, 0.0, -0.0, 0, {}, #{}, [], "x", {1,2}, 1 bsl 90]] end),
    t(rec_chain, fun() -> [catch_it(fun() -> rc(X) end) || X <- [#r0{rf0=#r0{rf0=#r0{rf0=1}}}, #r0{rf0=1}, self_id(1)]] end),
    t(try_match, fun() -> [catch_it(fun() -> tm(X, M, Y) end) || {X,M,Y} <- [{[1], #{0 => [1]}, [1]}, {1, #{0 => 1}, 1}, {a, #{}, [1]}]] end),
    t(const_fold, fun() -> [cf(N) || N <- [0, 1, 2]] end),
    t(two_case, fun() -> [tc(F, 1) || F <- [fun(_) -> none end, fun(X) -> {some, X} end]] end),
    t(filter_err, fun() -> [catch_it(fun() -> [0 || (id(0) rem id(0)) > 1, _ <- []] end), catch_it(fun() -> [X || X <- [1,2], id(X)] end), catch_it(fun() -> [X || X <- [a, true], X] end)] end),
    t(mc_dup, fun() -> maps:from_list([{A, B} || X <- [1, 5], {A, B} <- [{X, X+1}, {X, X+3}]]) end),
    t(big_map_cmp, fun() -> A = maps:from_list([{I, I} || I <- lists:seq(1, 50)]), B = A#{25 := 25.0}, {A == B, A =:= B, A < B, A > B, A#{x => 1} > A, maps:merge(A, B) =:= B} end),
    t(small_map_cmp, fun() -> {#{aaa => v, true => v} < #{bbb => v, [] => v}, #{1 => a} == #{1.0 => a}, #{1 => 1.0} == #{1 => 1}, #{a => 1, b => 2} < #{a => 1, c => 0}, #{zz => 0} < #{a => 1, b => 1}} end),
    t(map_keys_float, fun() -> M = #{1 => i, 1.0 => f, {1} => ti, {1.0} => tf}, {map_size(M), maps:get(1, M), maps:get(1.0, M), maps:is_key({1.0}, M), lists:sort(maps:to_list(M))} end),
    t(map_map_keys, fun() -> M = maps:from_list([{#{"id" => X}, X} || X <- lists:seq(1, 2000)]), {map_size(M), maps:get(#{"id" => 1999}, M), maps:get(#{"id" => 2001}, M, none)} end),
    t(map_update_order, fun() -> put(o, []), M = (id(#{a => 1}))#{o(k1) => o(v1), o(k2) => o(v2)}, {maps:size(M), get(o)} end),
    t(map_update_fail_order, fun() -> put(o, []), {catch_it(fun() -> (o(x))#{o(k1) := o(v1)} end), get(o)} end),
    t(alias_pat, fun() -> [case X of {A, _} = {_, B} -> {A, B}; [H|T] = [_, _|U] -> {H,T,U}; #{a := P} = #{b := Q} -> {P,Q}; "ab" ++ R = [_,_,C|_] -> {R, C}; _ -> no end || X <- [{1,2}, [1,2,3], [1], #{a => 1, b => 2}, #{a => 1}, "abc"]] end),
    t(same_var, fun() -> [case X of {A, A} -> {eq, A}; {A, [A|_]} -> {l, A}; [A, B] -> case B of #{A := V} -> {m, V}; _ -> nomap end; _ -> no end || X <- [{1,1}, {1,1.0}, {a,[a]}, [k, #{k => 2}], [k, #{j => 2}], {0.0, -0.0}]] end),
    t(fun_in_match, fun() -> F = fun F(0) -> []; F(N) -> [N | F(N - 1)] end, G = fun ?MODULE:id/1, {F(3), G(4), G =:= fun ?MODULE:id/1, fun id/1 == fun id/1} end),
    t(zip_gens, fun() -> [{X,Y} || X <- [1,2,3], Y <- [X], Y =/= 2] end),
    t(shadow, fun() -> X = id(7), {[X || X <- [1,2]], [Y || Y <- [X]], (fun(X) -> X end)(8), << <<X>> || <<X>> <= <<1,2>> >>, X} end),
    t(bc_skip, fun() -> {[X || <<1, X>> <= <<1,2,3,4,1,5>>], [X || <<X:3>> <= <<16#abcd:16>>], << <<X:1>> || X <- [1,0,1,1] >>, [A || <<A/utf8>> <= <<"aé€"/utf8>>], [A || <<A/utf8>> <= <<"a", 255, "b">>]} end),
    t(bc_fail_rest, fun() -> {[X || <<X:16>> <= <<1,2,3>>], [catch_it(fun() -> [X || <<X>> <= B] end) || B <- [[], a, 1, <<>>, <<1:4>>]]} end),
    t(lc_improper, fun() -> [catch_it(fun() -> [X || X <- L] end) || L <- [[1|2], a, {1}, <<1>>]] end),
    t(case_exports, fun() -> case id(1) of 1 -> A = 1, B = x; _ -> A = 2, B = y end, C = if A > 1 -> Z = 1, Z; true -> Z = 5, Z + 1 end, {A,B,C,Z} end),
    t(sub_all, fun() -> [A -- B || A <- [[1,2,3,2,1], [1.0, 1], []], B <- [[2], [1,1], [1.0], []]] end),
    t(sub_right, fun() -> id([1,2,3]) -- id([1,2]) -- id([2]) end),
    t(send_order, fun() -> put(o, []), (o(self())) ! {o(a), o(b)}, receive M -> {M, length(get(o))} end end),
    t(tuple_order, fun() -> put(o, []), {{o(1), o(2)}, [o(3)|o(4)], get(o)} end),
    t(apply_order, fun() -> put(o, []), catch_it(fun() -> (o(lists)):(o(nonexist))(o(1)) end), get(o) end),
    t(andalso_nonbool, fun() -> [{catch_it(fun() -> id(A) andalso B end), catch_it(fun() -> id(A) orelse B end), catch_it(fun() -> id(A) and B end)} || A <- [true,false,x], B <- [true, y, 3]] end),
    ok.
bce() -> <<0 || _ <- [], _ <- ok, false>>.
mlost() -> #{}#{key := value}, ok.
mlost2(M) -> _ = M#{k := 1}, ok.
mlost3(M) -> _ = M#{}, ok.
md(M) -> (case M of #{mod := X} -> X; X when is_atom(X) -> X end):self_id(map_get(a, M)).
mgu(M) -> V = map_get(a, M), {V, M#{a := z}}.
buggy(X) ->
    _ = id(X),
    case X =:= <<"a">> orelse X =:= <<"b">> of
        false -> outside;
        true -> Y = case X of <<"a">> -> 1; <<"c">> -> never; _ -> 2 end, {inside, Y}
    end.
buggy2(X) ->
    case X =:= <<"a">> orelse X =:= 0.0 orelse X =:= {1,2} orelse X =:= [] orelse X =:= 1 bsl 90 of
        true -> {in, case X of <<_/binary>> -> b; 0.0 -> z; _ when is_tuple(X) -> t; _ when is_list(X) -> l; _ -> o end};
        false when is_number(X) -> num;
        false -> out
    end.
rc(V) -> ((V = (V = (V#r0.rf0)))#r0.rf0)#r0.rf0.
self_id(X) -> {self_id, X}.
tm(X, #{0 := X, 0 := Y}, Y = [_ | _]) -> try Y = ok catch _ -> thrown; error:{badmatch, ok} -> [_ | []] = Y = X end;
tm(X, _, _) -> {other, X}.
cf(N) -> G = off(), case {1 >= N, G == 0} of {true, _} -> a; {_, true} -> b; _ -> c end.
off() -> 200.
tc(Next, Prev) ->
    D = case Next(Prev) of none -> {stop, none}; {some, N} -> {continue, {some, N}} end,
    A = case D of {stop, {some, X}} -> X; {continue, {some, X}} -> X; _ -> 1 end,
    case D of {continue, {some, New}} -> {new, New}; _ -> {acc, A} end.
o(X) -> put(o, [X | get(o)]), X.
id(X) -> X.
catch_it(F) -> try F() catch C:R -> {C, R} end.
t(N, F) -> io:format("~w: ~w~n", [N, catch_it(F)]).
