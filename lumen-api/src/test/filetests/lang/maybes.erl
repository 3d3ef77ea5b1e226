%% otp: 27
%% maybe ... else: matches that fail leave with the value, nested, without else, else_clause error.
-module(maybes).
-export([main/0]).

main() ->
    erlang:display([m(X) || X <- [{ok, 1}, {ok, 50}, {error, e}, other]]),
    erlang:display([plain(X) || X <- [{ok, 1}, {error, no}]]),
    erlang:display([nested(X, Y) || X <- [{ok, 1}, bad], Y <- [{ok, 2}, worse]]),
    erlang:display(try unmatched(x) catch error:E -> E end),
    erlang:display(try scope(3) catch error:E2 -> E2 end),
    erlang:display(value()),
    erlang:display([loop(L) || L <- [[], [{ok, 1}, {ok, 2}], [{ok, 1}, stop, {ok, 3}]]]).

m(X) ->
    maybe
        {ok, V} ?= X,
        W = V * 2,
        true ?= W < 50,
        {value, W}
    else
        {error, R} -> {failed, R};
        false -> too_large;
        O when is_atom(O) -> {atom, O}
    end.

plain(X) ->
    maybe
        {ok, V} ?= X,
        V
    end.

nested(X, Y) ->
    maybe
        {ok, A} ?= X,
        B = maybe {ok, V} ?= Y, V else worse -> 0 end,
        A + B
    else
        bad -> -1
    end.

unmatched(X) -> maybe ok ?= X else y -> z end.

scope(X) -> maybe Y = X + 1, Z ?= Y * 2, {Y, Z} end.

value() -> maybe 42 end.

loop([]) -> [];
loop([H | T]) ->
    maybe
        {ok, V} ?= H,
        [V | loop(T)]
    else
        stop -> [stopped]
    end.
