-module(new_syntax).
-feature(maybe_expr, enable).
-export([main/0, id/1]).
%% OTP 26..29 syntax
main() ->
    t(tq, fun() -> """
        line one
          "quoted" \n stays
        last
        """ end),
    t(tqb, fun() -> ~b"""
        a\tb\x{e9}
        c\"d
        """ end),
    t(tqB, fun() -> ~B"""
        a\tb
        """ end),
    t(tqs, fun() -> ~s"""
        x\ty
        """ end),
    t(sig, fun() -> {~"Björn", ~b(é\n), ~B[a\n], ~s/x\/y/, ~S|a\b|, ~"", ~s`q`, ~b{1}, ~B<2>} end),
    t(tq4, fun() -> """"
        has """ inside
        """" end),
    t(strict, fun() -> [catch_it(fun() -> [X || {ok, X} <:- L] end) || L <- [[{ok,1},{ok,2}], [{ok,1},x], []]] end),
    t(strictb, fun() -> [catch_it(fun() -> [X || <<1:4, X:4>> <:= B] end) || B <- [<<16#12,16#13>>, <<16#12,16#23>>, <<16#12,1:3>>, <<>>]] end),
    t(strictm, fun() -> [catch_it(fun() -> lists:sort([{K,V} || K := {v, V} <:- M]) end) || M <- [#{a => {v,1}}, #{a => {v,1}, b => 2}, #{}]] end),
    t(zip, fun() -> [catch_it(fun() -> [{X,Y} || X <- A && Y <- B] end) || {A, B} <- [{[1,2],[a,b]}, {[1],[a,b]}, {[],[]}, {[1|2],[a|b]}]] end),
    t(zip3, fun() -> [{X,Y,Z} || X <- [1,2] && <<Y>> <= <<7,8>> && Z <:- [p,q], X > 0] end),
    t(zipmap, fun() -> [X || X <:- [] && #{key1 := X, key2 := _} <- []] end),
    t(zipskip, fun() -> [{X,Y} || {ok,X} <- [{ok,1},no,{ok,3}] && Y <- [a,b,c]] end),
    t(zipbc, fun() -> << <<(X+Y)>> || X <- [1,2] && <<Y>> <= <<3,4>> >> end),
    t(mc, fun() -> {#{K => V*2 || K := V <- #{a => 1, b => 2}}, #{X => Y || X <- [1,2], Y <- [X, X+5]}, #{X => ok || <<X>> <= <<1,2>>}} end),
    t(mc_bad, fun() -> [catch_it(fun() -> [K || K := _ <- M] end) || M <- [x, [], 1]] end),
    t(maybe1, fun() -> [maybe {ok, A} ?= X, B = A + 1, {ok, C} ?= id({ok, B}), C else error -> e; {other, Z} -> Z end || X <- [{ok,1}, error, {other,5}]] end),
    t(maybe_else, fun() -> catch_it(fun() -> maybe ok ?= id(bad) else good -> 1 end end) end),
    t(maybe_none, fun() -> maybe ok ?= id(bad), 3 end end),
    t(maybe_neg, fun() -> catch_it(fun() -> - maybe <<>> ?= id(5), 0 ?= id(1) else 5 -> 7 end end) end),
    t(app_map, fun() -> lists:append(lists:map(fun(Y) -> Y end, [1, 2]), [id(2) * id(2) + id(2) * id(2)]) end),
    t(binop_scope, fun() -> _ = (X = id(42)) + fun() -> X = id(0) end(), X end),
    t(basefloat, fun() -> {2#1.1, 16#f.8, 2#0.101#e8} end),
    ok.
id(X) -> X.
catch_it(F) -> try F() catch C:R -> {C, R} end.
t(N, F) -> io:format("~w: ~0tp~n", [N, catch_it(F)]).
