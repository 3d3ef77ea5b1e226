%! test core otp=25
-module(matching).
-export([main/0]).

main() ->
    erlang:display(aliases([{1, [2, 3]}, x])),
    erlang:display([prefix(S) || S <- ["abc", "abcd", "ab", [1, 2, z]]]),
    erlang:display([arithmetic(X) || X <- [255, -1, 3, 2.5, 0]]),
    erlang:display([bound(X, 5) || X <- [5, {5, 5}, {5, 6}]]),
    erlang:display([catch nested(X) || X <- [{ok, {ok, 1}}, {ok, 2}, 3]]),
    erlang:display([exported(X) || X <- [1, 2, 3]]),
    erlang:display([deep(X) || X <- [{a, 1}, {b, 2}, c]]),
    erlang:display(chained()),
    erlang:display([swap(X, Y) || {X, Y} <- [{1, 2}, {2, 1}]]),
    erlang:display([catch tuples(X, 2) || X <- [1, 3]]),
    erlang:display(catch both(1)),
    erlang:display({statement(), discarded({1, 2})}).

aliases([{A, [_ | T] = L} = P | Rest] = Whole) -> {A, T, L, P, Rest, Whole}.

prefix("abc" ++ Rest) -> {rest, Rest};
prefix([1, 2] ++ [X]) -> {list, X};
prefix("a" ++ ("b" ++ [])) -> ab.

arithmetic(1 bsl 8 - 1) -> byte;
arithmetic(-1) -> minus_one;
arithmetic(+ 3) -> three;
arithmetic(2.0 + 0.5) -> float;
arithmetic(_) -> other.

%% A variable that is bound before is compared.
bound(X, Y) ->
    case X of
        Y -> same;
        {Y, Y} -> pair;
        {Y, Z} -> {pair, Z}
    end.

nested(X) -> {ok, Y} = {ok, {ok, Z}} = begin {ok, _} = X end, {Y, Z}.

%% Variables that leave the branches.
exported(X) ->
    case X of
        1 -> Y = one, Z = 1;
        2 -> Z = 2, Y = two;
        _ -> {Y, Z} = {many, X}
    end,
    if Z > 2 -> W = big; true -> W = small end,
    {X, Y, Z, W}.

%% An inner branch gives out to an outer one, which gives out.
deep(X) ->
    case X of
        {T, N} -> case T of a -> Y = N; b -> Y = -N end;
        _ -> Y = 0
    end,
    Y + 1.

chained() -> A = B = C = id(3), {A, B, C}.

swap(X, Y) ->
    {A, B} = {Y, X},
    case {A, B} of
        {2, Z} -> {two, Z};
        {_, 2} -> two_last
    end.

tuples(X, Y) -> {1, Z} = {X, Y}, Z.

%% Bound in one element, compared in the next.
both(X) -> {X, 2} = {Y = id(1), Y = id(2)}, Y.

statement() -> _ = id(1), 2 = id(2), [] = id([]), done.

discarded(X) -> {_, _} = X, X = {1, 2}, ok.

id(X) -> X.
