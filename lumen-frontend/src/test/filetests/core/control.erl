%! test core otp=25
-module(control).
-export([main/0]).

main() ->
    erlang:display([conditions(X) || X <- [1, 2, x]]),
    erlang:display(catch unconditional(1)),
    erlang:display(catch case id(1) of 2 -> two end),
    erlang:display(catch case {id(1), id(2)} of {2, _} -> two end),
    erlang:display([logic(X, Y) || X <- [true, false], Y <- [true, false, z]]),
    erlang:display([catch (id(X) andalso true) || X <- [true, false, x]]),
    erlang:display([catch (id(X) orelse y) || X <- [true, false, x]]),
    erlang:display(begin A = id(1), A + 1 end),
    erlang:display({- id(1), + id(2), bnot id(3), not id(true), id([1]) ++ id([2]), id([1, 2]) -- [1]}),
    erlang:display({id(7) div 2, id(7) rem 2, id(7) / 2, id(6) band 3, id(6) bor 1, id(6) bxor 3, id(1) bsl 70, id(8) bsr 2}),
    erlang:display({id(1) == 1.0, id(1) =:= 1.0, id(1) /= 1.0, id(1) =/= 1.0, id(1) < 2, id(1) =< 1, id(1) > 2, id(1) >= 1}),
    erlang:display({id(true) and false, id(true) or false, id(true) xor true}),
    erlang:display([wild(X) || X <- [{1, 2}, {3, 4}, {5, 5}]]),
    erlang:display(catch id(a) + 1).

conditions(X) ->
    if
        X =:= 1 -> one;
        is_integer(X), X > 1 -> more;
        true -> none
    end.

unconditional(X) -> if X > 1 -> more end.

logic(X, Y) -> {X andalso Y, X orelse Y, X andalso is_atom(Y) orelse Y =:= z}.

wild({A, B}) ->
    case {A, B} of
        {1, C} -> C;
        {X, X} -> same;
        _ -> none
    end.

id(X) -> X.
