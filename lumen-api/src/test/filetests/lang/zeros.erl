%% 0.0 and -0.0 are one value to patterns, guards, =:= and the keys of maps, but stay what they are.
-module(zeros).
-export([main/0]).

main() ->
    Numbers = id([0.0, -0.0, 0, 1.0]),
    [erlang:display({X, Y, heads(X, Y), guard(X), named(X), in_case(X), same(X, Y), nested({X, [Y]}), product(X)})
     || X <- Numbers, Y <- Numbers],
    erlang:display({#{0.0 => a, -0.0 => b}, (id(#{0.0 => a}))#{-0.0 => b}, (id(#{0.0 => a}))#{-0.0 := b}}),
    erlang:display([case #{X => 1} of #{Y := V} -> V; _ -> none end || X <- Numbers, Y <- Numbers]),
    erlang:display({0.0 =:= -0.0, {0.0} =:= {id(-0.0)}, [id(0.0)] =:= [-0.0], 0.0 =/= id(-0.0), [0.0, 1] -- [-0.0]}),
    erlang:display([case <<X/float>> of <<0.0/float>> -> zero; <<-1.5/float>> -> no; _ -> other end || X <- Numbers]).

heads(0.0, 0.0) -> 1;
heads(-0.0, 1.0) -> 2;
heads(0.0, 0) -> 3;
heads(_, _) -> 4.

guard(X) when X =:= 0.0; X =:= -2.0 -> X;
guard(_) -> no.

named(-0.0 = X) -> {X};
named(X) -> [X].

in_case(X) ->
    case X =:= a orelse X =:= -0.0 orelse X =:= [] of
        true when X =:= 0.0 -> {a, X};
        false -> {b, X}
    end.

same(X, X) -> X;
same(X, Y) -> case X =:= Y of true -> wrong; false -> {X, Y} end.

nested({0.0, [-0.0]}) -> a;
nested({-0.0, [1.0]}) -> b;
nested({0.0, [_]}) -> c;
nested(_) -> d.

product(X) when is_float(X) -> Y = X * 1.0, if Y =:= 0.0 -> {zero, Y}; true -> other end;
product(_) -> none.

id(X) -> X.
