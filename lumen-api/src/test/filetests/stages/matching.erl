%% `=` in bodies and patterns; variables bound before; arithmetic and strings in patterns.
-module(matching).
-export([main/0]).

main() -> erlang:display({both({1, 2}), same(1, 1), same(1, 2), number(255), number(-1), prefix("ab:rest"), failing([])}).

both({A, _} = Whole) ->
    {A, B} = {_, B} = Whole,
    {A, B}.

same(X, X) -> same;
same(_, _Other) -> different.

number(1 bsl 8 - 1) -> byte;
number(-1) -> minus_one.

prefix("ab" ++ [$: | Rest]) -> Rest.

failing(X) -> try [_ | _] = X catch error:{badmatch, V} -> {no_match, V} end.
