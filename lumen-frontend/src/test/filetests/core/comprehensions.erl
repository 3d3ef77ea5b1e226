%! test core otp=25
-module(comprehensions).
-export([main/0]).
-record(r, {a}).

main() ->
    L = [1, 2, 3, 4],
    erlang:display([X * X || X <- L]),
    erlang:display([{X, Y} || X <- L, X rem 2 =:= 0, Y <- [a, X]]),
    erlang:display([X || {ok, X} <- [{ok, 1}, error, {ok, 2}], X > 1]),
    erlang:display([X || X <- [1, a, {r, 1}], X#r.a =:= 1]),
    erlang:display([X || X <- L, even(X), X =/= 2]),
    erlang:display([ok || true]),
    erlang:display([ok || even(1)]),
    erlang:display([X || <<X:4, _:4>> <= <<16#12, 16#34, 5:4>>]),
    erlang:display([X || <<1, X>> <= <<1, 2, 2, 3, 1, 4>>]),
    erlang:display([X || <<N, X:N/binary>> <= <<1, 7, 2, 8, 9, 5>>]),
    erlang:display(<< <<X:4>> || X <- L >>),
    erlang:display(<< <<Y, X>> || <<X>> <= <<1, 2>>, Y <- [X, 0], Y =/= 2 >>),
    erlang:display(<< (integer_to_binary(X)) || X <- L >>),
    erlang:display([[X + Y || X <- L] || Y <- [10, 20]]),
    erlang:display([X || X <- L, Z <- [X + 1], Z > 3]),
    X = shadowed,
    erlang:display({[X || X <- [1, 2]], X}),
    erlang:display([fun(X) -> X + Y end(Y) || Y <- L]),
    erlang:display(catch [X || X <- id(not_a_list)]),
    erlang:display(catch [X || X <- [1 | 2]]),
    erlang:display(catch [X || X <- L, id(X)]),
    erlang:display(try << <<X>> || X <- id(x) >> catch error:E -> E end),
    erlang:display(catch [X || <<X>> <= id([])]).

even(X) -> X rem 2 =:= 0.

id(X) -> X.
