%% otp: 29
%% Strict and zipped generators, comprehensions with several values.
-module(generators).
-export([main/0]).

main() -> erlang:display({strict([{ok, 1}]), (try strict([x]) catch error:E -> E end), bits(<<1, 2>>), keys(#{a => 1}), zip([1, 2], [a, b]), several([1, 2]), table([1])}).

strict(L) -> [X || {ok, X} <:- L].

bits(B) -> [X || <<X>> <:= B].

keys(M) -> [K || K := 1 <:- M].

zip(A, B) -> [{X, Y} || X <- A && Y <- B].

several(L) -> [X, -X || X <- L].

table(L) -> #{X => 1, {X} => 2 || X <- L}.
