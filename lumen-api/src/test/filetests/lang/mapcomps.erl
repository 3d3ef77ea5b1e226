%% otp: 27
%% Map comprehensions and map generators; nothing here depends on the order of keys.
-module(mapcomps).
-export([main/0]).

main() ->
    M = #{a => 1, b => 2, c => 3},
    erlang:display(#{K => V * 2 || K := V <- M} =:= #{a => 2, b => 4, c => 6}),
    erlang:display(#{V => K || K := V <- M, V > 1}),
    erlang:display(sort([{K, V} || K := V <- M])),
    erlang:display([V || {x, _} := V <- #{{x, 1} => a, {y, 2} => b}]),
    erlang:display(#{X => X * X || X <- [1, 2, 3, 2]}),
    erlang:display(#{X => Y || X <- [1, 2], Y <- [a, b]}),
    erlang:display(#{C => ok || <<C>> <= <<"xyz">>}),
    erlang:display(byte_size(<< <<V>> || _ := V <- M >>)),
    erlang:display([K || K := _ <- #{}]),
    erlang:display(map_size(#{I => I || I <- seq(1, 100)})),
    erlang:display(sum([V || _ := V <- #{I => I || I <- seq(1, 100)}])),
    erlang:display(try [K || K := _ <- id(notamap)] catch error:E -> E end).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

seq(A, B) when A > B -> [];
seq(A, B) -> [A | seq(A + 1, B)].

sort([]) -> [];
sort([P | T]) -> sort([X || X <- T, X < P]) ++ [P] ++ sort([X || X <- T, X >= P]).

sum([]) -> 0;
sum([H | T]) -> H + sum(T).
