%! test core otp=27
-module(maybes).
-export([main/0]).

main() ->
    erlang:display([plain(X) || X <- [{ok, 1}, error, {ok, {a, 1}}]]),
    erlang:display([both(X, Y) || X <- [{ok, 1}, {error, x}], Y <- [{ok, 2}, other]]),
    erlang:display(try both(1, 1) catch error:R -> R end),
    erlang:display([last(X) || X <- [1, 2]]),
    erlang:display(nested(3)).

plain(X) ->
    maybe
        {ok, Y} ?= X,
        {_, Z} ?= Y,
        Z
    end.

both(X, Y) ->
    maybe
        {ok, A} ?= X,
        B = A + 1,
        {ok, C} ?= Y,
        A ?= C - 1,
        {A, B, C}
    else
        {error, E} when is_atom(E) -> {failed, E};
        other -> other
    end.

last(X) -> maybe 1 ?= X end.

nested(X) ->
    maybe
        Y = maybe 4 ?= X else Z -> Z + 1 end,
        5 ?= Y
    else
        4 -> four
    end.
