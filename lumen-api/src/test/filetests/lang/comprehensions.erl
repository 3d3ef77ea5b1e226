%% List, binary and mixed comprehensions: filters, several generators, patterns that don't match, nesting, errors.
-module(comprehensions).
-export([main/0]).

main() ->
    L = seq(1, 10),
    erlang:display([X * X || X <- L]),
    erlang:display([X || X <- L, X rem 2 =:= 0, X > 4]),
    erlang:display([{X, Y} || X <- [1, 2, 3], Y <- [a, b]]),
    erlang:display([{X, Y} || X <- L, X < 4, Y <- seq(X, 4), X + Y =:= 5]),
    erlang:display([Y || {ok, Y} <- [{ok, 1}, error, {ok, 2}, {error, 3}, {ok, {4}}]]),
    erlang:display([X || X <- L, begin Z = X * 2, Z > 15 end]),
    erlang:display([[Y * X || Y <- seq(1, X)] || X <- seq(1, 4)]),
    erlang:display([X || <<X>> <= <<1, 2, 3, 250>>]),
    erlang:display([{A, B} || <<A:4, B:4>> <= <<16#12, 16#34>>]),
    erlang:display([A || <<1, A>> <= <<1, 2, 2, 3, 1, 4>>]),
    erlang:display(<< <<(X * 2)>> || X <- L >>),
    erlang:display(<< <<X:3>> || X <- [1, 2, 3, 4, 5] >>),
    erlang:display(<< <<Y, X>> || <<X, Y>> <= <<1, 2, 3, 4>> >>),
    erlang:display(<< <<X>> || X <- L, Y <- [1, 2], X * Y > 15 >>),
    erlang:display([X || X <- [], true]),
    erlang:display([X || X <- L, is_atom(X)]),
    erlang:display([1 || true]),
    erlang:display([1 || false]),
    erlang:display([F(3) || F <- [fun(X) -> X + N end || N <- [1, 2, 3]]]),
    erlang:display(pyth(20)),
    erlang:display(qs([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])),
    erlang:display(perms([a, b, c])),
    erlang:display(try [X || X <- id(notalist)] catch error:E -> E end),
    erlang:display(try [X || X <- [1, 2 | x]] catch error:E2 -> E2 end),
    erlang:display(try [X || <<X>> <= id(foo)] catch error:E3 -> E3 end),
    erlang:display(try [X || X <- [1, 2], id(3)] catch error:E4 -> E4 end),
    erlang:display(try [X || X <- [1, 2], X + a > 1] catch error:E5 -> E5 end),
    X = outer,
    erlang:display([X || X <- [shadowed]]),
    erlang:display(X).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

seq(A, B) when A > B -> [];
seq(A, B) -> [A | seq(A + 1, B)].

pyth(N) -> [{A, B, C} || A <- seq(1, N), B <- seq(A, N), C <- seq(B, N), A * A + B * B =:= C * C].

qs([]) -> [];
qs([P | T]) -> qs([X || X <- T, X < P]) ++ [P] ++ qs([X || X <- T, X >= P]).

perms([]) -> [[]];
perms(L) -> [[H | T] || H <- L, T <- perms(L -- [H])].
