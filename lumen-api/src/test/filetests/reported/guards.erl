-module(guards).
-export([main/0, id/1, p/1]).
%% guards whose parts can fail, negations, non-booleans, or/and that must not short-circuit
-record(acct, {state = 0, owner}).
main() ->
    t(map_update_in_or, fun() -> [map_update(X) || X <- [5, 5.5, #{}, a]] end),
    t(eq_or_trunc, fun() -> [eq_trunc(X) || X <- [ok, zz, {}, 1, [], <<>>]] end),
    t(xor_or_size, fun() -> [xor_size(A,B) || A <- [ok, 1.0], B <- [ok, <<1:3>>]] end),
    t(bnot_atom, fun() -> [bnot_atom(X) || X <- [ok, aa, zz, 3]] end),
    t(not_not, fun() -> [catch_it(fun() -> not_not(X) end) || X <- [ok, 1.5]] end),
    t(not_eq_true, fun() -> [{not_true(X), not_true2(X), not_false(X)} || X <- [true, false, maybe_, 0, "", {}]] end),
    t(list_orelse_and, fun() -> [catch_it(fun() -> lo(X) end) || X <- [<<>>, [], ok, 1.0, 2]] end),
    t(bool_alias, fun() -> [alias(X,Y,Z) || X <- [1,2], Y <- [1,1.0], Z <- [true,false,x]] end),
    t(rec_not, fun() -> [rec_not(#acct{state=S}, #{id => I}) || S <- [0, 12, x], I <- [9502, 1]] end),
    t(rec_not_bad, fun() -> catch_it(fun() -> rec_not({acct,1}, #{id => 9502}) end) end),
    t(isatom_of_when, fun() -> [catch_it(fun() -> iaw(X) end) || X <- [true, false, 1, foo]] end),
    t(tuple_elem, fun() -> [catch_it(fun() -> te(X) end) || X <- [true, false]] end),
    t(and_mixed, fun() -> [am(X) || X <- [0, 1, a, 2.5, <<>>, [], {1}]] end),
    t(xor_guard, fun() -> [xg(A,B) || A <- [true,false,1], B <- [true,false,x]] end),
    t(semicolon_fail, fun() -> [sf(X) || X <- [0, 1, a, {1}, {}, [], #{a => 1}]] end),
    t(hd_length, fun() -> [hl(X) || X <- [[], [1], [1|2], [a|b], a, "abc"]] end),
    t(map_get_guard, fun() -> [mg(X) || X <- [#{}, #{k => true}, #{k => false}, #{k => 3}, x]] end),
    t(div_zero, fun() -> [dz(A,B) || A <- [4, a], B <- [0, 2, 0.0]] end),
    t(bsl_neg, fun() -> [bn(A,B) || A <- [1, -1, 1 bsl 70], B <- [-3, 3, -70, a]] end),
    t(float_conv, fun() -> [fc(X) || X <- [1, 1.0, 1 bsl 1023, 1 bsl 1024, 1 bsl 1025, a]] end),
    t(neg_zero, fun() -> [nz(X) || X <- [0.0, -0.0, 0, id(0)*-1.0]] end),
    t(bool_as_value, fun() -> [bv(X) || X <- [true, false, undefined]] end),
    t(nested_andalso, fun() -> [na(X,Y) || X <- [1, a, {}], Y <- [1, a, {}]] end),
    t(is_function_arity, fun() -> [ifa(X, A) || X <- [fun() -> 1 end, fun lists:map/2, x], A <- [0, 2, -1, 1 bsl 70, a]] end),
    t(is_record_var, fun() -> [ir(X) || X <- [{acct,1,2}, {acct,1}, {x,1,2}, acct, {}, []]] end),
    t(size_guard, fun() -> [sg(X) || X <- [{}, {1}, <<>>, <<1:9>>, [], #{}]] end),
    t(chain_eq, fun() -> [ce(X) || X <- [1, 1.0, true, false, 2]] end),
    t(self_cmp, fun() -> [sc(X) || X <- [1, a, 1.0, {1.0}, {1}]] end),
    t(node_guard, fun() -> [ng(X) || X <- [self(), make_ref(), 1, node()]] end),
    t(min_max, fun() -> [mm(X, Y) || X <- [1, a, 2.0], Y <- [1.0, b, 2]] end),
    ok.
map_update(M) when is_number(M) or (not is_map(M#{k => v})) -> yes;
map_update(_) -> no.
eq_trunc(V) when ((ok == V) and (ok =/= trunc(ok))) or (ok < V) -> a;
eq_trunc(V) -> {b, V}.
xor_size(A, B) when (true xor is_float(A)) or (is_bitstring(B) orelse <<(ok):(ok)/big-unit:162>>) -> foo;
xor_size(_, _) -> bar.
bnot_atom(V) when ((ok > V) and ((bnot ok) =:= ok)) or (not (ok > V)) -> foo;
bnot_atom(_) -> bar.
not_not(V) when (not (not is_float(V))) =/= ((ok and ok) or true) -> yes.
not_true(X) when not (X =:= true) -> y;
not_true(_) -> n.
not_true2(X) -> if not (true =:= X) -> y; true -> n end.
not_false(X) -> case X of _ when not (X == false) -> y; _ -> n end.
lo(V) when (ok /= V) or is_float(is_list(V) orelse (ok andalso ok)) -> yes.
alias(X, Y, Z) ->
    B = Z =:= false,
    if X =:= Y orelse B -> ok;
       true -> nok
    end.
rec_not(R, #{id := I}) ->
    {G, _} = conf(gift),
    Is = R#acct.state =:= conf(tr),
    if I =:= G andalso not Is -> true;
       true -> false
    end.
conf(gift) -> {9502, {112, 45}};
conf(tr) -> 12;
conf(_) -> undefined.
iaw(X) -> case is_atom(X) of Y when X -> true = Y, {0, Y} end.
te(B) ->
    R = case B of true -> {ok}; false -> {err, "m"} end,
    case R of
        T when element(1, T) == ok -> ok;
        T when element(1, T) == err -> element(2, T)
    end.
am(X) when (X + 1 > 0) and (X < 3); is_tuple(X) and (size(X) > 0) -> y;
am(_) -> n.
xg(A, B) when A xor B -> y;
xg(A, B) when A xor not B -> e;
xg(_, _) -> n.
sf(X) when 1 / X > 0; element(1, X); is_map_key(a, X) -> y;
sf(X) when hd(X) =:= 1; length(X) =:= 0 -> l;
sf(_) -> n.
hl(X) when length(X) > 0, hd(X) =:= 1; tl(X) =:= 2 -> y;
hl(X) when is_list(X), not (length(X) > 5) -> m;
hl(_) -> n.
mg(M) when map_get(k, M) -> t;
mg(M) when not map_get(k, M) -> f;
mg(M) when map_size(M) >= 0 -> m;
mg(_) -> n.
dz(A, B) when A div B >= 0; A / B >= 0 -> y;
dz(A, B) when A rem B =:= 0 orelse true -> n2;
dz(_, _) -> n.
bn(A, B) when A bsl B > 0 -> p;
bn(A, B) when A bsr B =:= 0 -> z;
bn(_, _) -> n.
fc(X) when float(X) > 1.0 -> gt;
fc(X) when X * 1.0 =< 1.0 -> le;
fc(_) -> n.
nz(X) when X == 0.0, is_float(X) -> {f, X == -0.0, X =:= X};
nz(_) -> n.
bv(X) -> Y = (X =:= true) or (X =:= false), Z = Y and (X =/= undefined), {Y, Z, if Z -> 1; true -> 2 end}.
na(X, Y) -> 
    case is_integer(X) andalso (is_atom(Y) orelse Y) of
       true -> t; false -> f; O -> {o, O}
    end.
ifa(F, A) when is_function(F, A) -> y;
ifa(F, _) when is_function(F) -> f;
ifa(_, _) -> n.
ir(X) when is_record(X, acct) -> y3;
ir(X) when is_record(X, acct, 2) -> y2;
ir(X) -> try is_record(X, id(acct), id(3)) catch _:_ -> e end.
sg(X) when size(X) =:= 0 -> z;
sg(X) when bit_size(X) rem 8 =:= 1 -> odd;
sg(X) when byte_size(X) > 0; tuple_size(X) > 0 -> p;
sg(_) -> n.
ce(X) when (X == 1) == true -> {one, (X =:= 1) =:= (X == 1)};
ce(X) when (X =/= true) =:= (X =/= false) -> other;
ce(_) -> bool.
sc(X) when X < X; X > X; X =/= X -> weird;
sc(X) when X == X, X =:= X, X =< X -> fine.
ng(X) when node(X) =:= node() -> local;
ng(X) when X =:= node() -> name;
ng(_) -> n.
mm(X, Y) -> {min(X,Y), max(X,Y), if X < Y -> l; X == Y -> e; true -> g end}.
catch_it(F) -> try F() catch C:R -> {C, R} end.
id(X) -> X.
t(N, F) -> io:format("~w: ~w~n", [N, catch_it(F)]).
p(X) -> io:format("~w~n", [X]).
