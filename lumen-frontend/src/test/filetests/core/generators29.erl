%! test core otp=29
-module(generators29).
-export([main/0]).

main() ->
    M = #{a => 1, b => 2},
    erlang:display([K || K := V <- M, V > 1]),
    erlang:display(#{V => K || K := V <- M}),
    erlang:display(<< <<V>> || _ := V <- M >>),
    erlang:display([X || {ok, X} <:- [{ok, 1}]]),
    erlang:display(try [X || {ok, X} <:- [{ok, 1}, no]] catch error:R -> R end),
    erlang:display(try [X || <<1, X>> <:= <<1, 2, 3, 4>>] catch error:R -> R end),
    erlang:display(try [K || K := 1 <:- M] catch error:R -> R end),
    erlang:display([X || X <:- [1, 2, 3], X > 1]),
    erlang:display([{X, Y} || X <- [1, 2] && Y <- [a, b]]),
    erlang:display([{X, K} || {x, X} <- [{x, 1}, y] && K := _ <- M]),
    erlang:display(try [{X, Y} || X <- [1, 2] && Y <- [a]] catch error:R -> R end),
    erlang:display([X, -X || X <- [1, 2], X < 2]),
    erlang:display(#{X => 1, -X => 2 || X <- [5]}).
