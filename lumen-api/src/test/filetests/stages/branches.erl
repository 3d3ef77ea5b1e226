%% `case`, `if`, `begin`; variables that leave them.
-module(branches).
-export([main/0]).

main() -> erlang:display({decide({ok, 1}), decide(error), decide(2), sign(5), sign(-5), block(1)}).

decide(X) ->
    case X of
        {ok, V} when V > 0 -> R = V, ok;
        error = V -> R = none;
        V -> R = V
    end,
    {R, V}.

sign(X) ->
    if
        X > 0 -> positive;
        true -> begin Y = -X, {negative, Y} end
    end.

block(X) -> begin A = X, A + 1 end + begin 1 end.
