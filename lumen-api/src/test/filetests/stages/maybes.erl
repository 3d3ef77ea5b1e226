%% otp: 27
%% `maybe`, with and without `else`.
-module(maybes).
-export([main/0]).

main() -> erlang:display([add({ok, 1}, {ok, 2}), add({ok, 1}, none), plain([1]), plain(x), (try unmatched(1) catch error:E -> E end)]).

add(A, B) ->
    maybe
        {ok, X} ?= A,
        Sum = X + 1,
        {ok, Y} ?= B,
        Sum + Y
    else
        none -> nothing;
        Other when is_atom(Other) -> Other
    end.

plain(L) -> maybe [X] ?= L, {one, X} end.

unmatched(X) -> maybe 2 ?= X else 3 -> three end.
