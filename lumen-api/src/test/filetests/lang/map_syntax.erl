%% Maps: construction, update, exact update, patterns, keys of any type, flat and large, errors, order, equality.
-module(map_syntax).
-export([main/0]).

main() ->
    M = #{a => 1, b => 2, "s" => three, {t} => 4, 1 => int, 1.0 => float},
    erlang:display(map_size(M)),
    erlang:display([map_get(K, M) || K <- [a, b, "s", {t}, 1, 1.0]]),
    erlang:display(M#{a := 10, c => 3} =:= M#{c => 3, a => 10}),
    #{a := A, b := B} = M,
    erlang:display({A, B}),
    K = id("s"),
    #{K := V} = M,
    erlang:display(V),
    erlang:display([p(X) || X <- [#{}, #{k => 1}, #{k => 2, l => 3}, #{l => 9}, #{k => #{n => 5}}, x]]),
    erlang:display(#{x => 1, y => #{z => [2]}}),
    erlang:display(#{}),
    erlang:display(#{z => 1, a => 2, m => 3, "b" => 4, 2 => 5, 1 => 6, {} => 7, [] => 8, 3.5 => 9}),
    erlang:display(#{a => 1, a => 2}),
    erlang:display([#{a => 1} == #{a => 1.0}, #{a => 1} =:= #{a => 1.0}, #{1 => a} == #{1.0 => a}, #{a => 1} < #{a => 2}, #{b => 1} < #{a => 1, b => 1}]),
    Big = build(1000, #{}),
    erlang:display(map_size(Big)),
    erlang:display(sum(1000, Big, 0)),
    Less = shrink(900, Big),
    erlang:display(map_size(Less)),
    erlang:display([case Less of #{K1 := V1} -> V1; _ -> none end || K1 <- [1, 900, 901, 1000]]),
    erlang:display(Big =:= build_down(1000, 1, #{})),
    erlang:display(shrink(990, Big) =:= maps:remove(x, shrink(990, Big))),
    erlang:display(try M#{nokey := 1} catch error:E -> E end),
    erlang:display(try (id(notmap))#{a => 1} catch error:E1 -> E1 end),
    erlang:display(try map_get(zz, M) catch error:E2 -> E2 end),
    erlang:display(try #{q := _} = M, no catch error:{badmatch, _} -> badmatch end),
    erlang:display(try map_size(id(x)) catch error:E4 -> E4 end),
    erlang:display(f(#{type => circle, r => 2})),
    erlang:display(f(#{type => rect, w => 2, h => 3})),
    erlang:display(f(#{type => none})),
    erlang:display(update_order()),
    erlang:display(is_map_key(a, M)),
    erlang:display(nested(#{a => #{b => #{c => deep}}})),
    erlang:display([catching(fun() -> X#{} end) || X <- [a, 1, 1.5, [], {r, 1}, <<>>, #{}, M]]),
    erlang:display(catching(fun() -> _ = (id(a))#{}, ok end)),
    erlang:display(catching(fun() -> #{} = (id(a))#{} end)),
    erlang:display(catching(fun() -> ((id(a))#{})#{b => 1} end)),
    erlang:display(catching(fun() -> ({a, id(b)})#{} end)),
    erlang:display(catching(fun() -> (id({}))#{n(1) => n(2), n(3) := n(4)} end)),
    erlang:display(get(log)),
    erlang:display([{same(X), changed(X), either(X)} || X <- [a, [], {}, #{}, #{a => 2}]]),
    erlang:display([X || X <- [a, #{}, #{a => 1}], X#{} =:= X]).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

catching(F) -> try F() catch C:R -> {C, R} end.

same(X) when X#{} =:= X -> yes;
same(_) -> no.

changed(X) when map_size(X#{a => 1}) =:= 1 -> yes;
changed(_) -> no.

either(X) when X#{} =/= a; X =:= a -> yes;
either(_) -> no.

p(#{k := #{n := N}}) -> {nested, N};
p(#{k := X, l := Y}) -> {both, X, Y};
p(#{k := 1}) -> one;
p(#{l := L}) when L > 5 -> {l, L};
p(#{}) -> map;
p(_) -> none.

build(0, M) -> M;
build(N, M) -> build(N - 1, M#{N => N * N}).

build_down(N, I, M) when I > N -> M;
build_down(N, I, M) -> build_down(N, I + 1, M#{I => I * I}).

sum(0, _, S) -> S;
sum(N, M, S) -> #{N := V} = M, sum(N - 1, M, S + V).

shrink(0, M) -> M;
shrink(N, M) -> shrink(N - 1, maps:remove(N, M)).

f(#{type := circle, r := R}) -> 3 * R * R;
f(#{type := rect, w := W, h := H}) -> W * H;
f(#{type := T}) -> T.

update_order() ->
    put(log, []),
    M = #{n(1) => n(2), n(3) => n(4)},
    _ = M#{n(5) => n(6)},
    get(log).

n(X) -> put(log, [X | get(log)]), X.

nested(#{a := #{b := #{c := X}} = AB}) -> {X, map_size(AB)}.
