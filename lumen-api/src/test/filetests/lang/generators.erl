%% otp: 29
%% Strict generators, zip generators, comprehensions with several values (EEP 70, 73, 78).
-module(generators).
-export([main/0]).

main() ->
    L = [{ok, 1}, {ok, 2}],
    erlang:display([X || {ok, X} <:- L]),
    erlang:display(try [X || {ok, X} <:- [{ok, 1}, bad]] catch error:E -> E end),
    erlang:display([X || <<X:8>> <:= <<1, 2, 3>>]),
    erlang:display(try [X || <<X:16>> <:= <<1, 2, 3>>] catch error:E1 -> E1 end),
    erlang:display([K || K := 1 <:- #{a => 1}]),
    erlang:display(try [K || K := 1 <:- #{a => 2}] catch error:E2 -> E2 end),
    erlang:display([{X, Y} || X <- [1, 2, 3] && Y <- [a, b, c]]),
    erlang:display([{X, Y, Z} || X <- [1, 2] && Y <- [a, b] && <<Z>> <= <<7, 8>>]),
    erlang:display(try [{X, Y} || X <- [1, 2] && Y <- [a]] catch error:E3 -> E3 end),
    erlang:display([{X, Y} || {x, X} <- [{x, 1}, y, {x, 3}] && Y <- [a, b, c]]),
    erlang:display([X, -X || X <- [1, 2, 3]]),
    erlang:display(#{X => a, {X} => b || X <- [1, 2]}),
    erlang:display([X + Y || X <- [1, 2], Y <- [10, 20] && _ <- [a, b]]).
