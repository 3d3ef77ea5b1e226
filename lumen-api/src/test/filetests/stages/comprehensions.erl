%% otp: 27
%% List, binary and map comprehensions with list, binary and map generators, and filters.
-module(comprehensions).
-export([main/0]).

main() -> erlang:display({list([1, 2, x, 3]), pairs([1, 2], <<3, 4>>), bytes([1, 2]), inverse(#{a => 1, b => 2}), nested()}).

list(L) -> [X * X || X <- L, is_integer(X), X > 1].

pairs(L, B) -> [{X, Y} || X <- L, <<Y>> <= B].

bytes(L) -> << <<X:4, Y:4>> || X <- L, Y <- L >>.

inverse(M) -> #{V => K || K := V <- M}.

nested() -> [[Y || Y <- X] || {ok, X} <- [{ok, [1]}, error, {ok, "a"}]].
