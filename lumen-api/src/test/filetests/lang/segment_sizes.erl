%% Sizes of segments that no segment can have: negative, too large, no integers; and empty strings, which stand for no segment.
-module(segment_sizes).
-export([main/0]).

main() ->
    [sizes(N) || N <- [-42, -1, 0, 8, -(1 bsl 70), 1 bsl 70, a, 1.0]],
    show(constant, fun() -> {<<"":8>>, <<"">>} end),
    show(constant, fun() -> <<"":(-1)>> end),
    show(constant, fun() -> <<1:(-1)>> end),
    show(between, fun() -> <<1, "":(id(-1)), 2>> end),
    show(exit, fun() -> <<"":(exit(left))>> end),
    show(comprehension, fun() -> << <<"":(id(N))>> || N <- [0, 1, -1] >> end).

sizes(N) ->
    erlang:display(N),
    show(empty, fun() -> <<"":N>> end),
    show(empty_float, fun() -> <<"":N/float>> end),
    show(empty_little, fun() -> <<"":N/little-signed>> end),
    show(string, fun() -> byte_size(<<"abc":(half(N))>>) end),
    show(integer, fun() -> bit_size(<<1:(half(N))>>) end),
    show(unit, fun() -> bit_size(<<1:(half(N))/unit:8>>) end),
    show(float, fun() -> <<1.0:N/float>> end),
    show(binary, fun() -> <<(id(<<1, 2>>)):N/binary>> end),
    show(bits, fun() -> <<(id(<<1, 2>>)):N/bits>> end),
    show(match_integer, fun() -> case id(<<1, 2, 3>>) of <<_:N, R/bits>> -> R; _ -> no end end),
    show(match_binary, fun() -> case id(<<1, 2, 3>>) of <<_:N/binary, R/bits>> -> R; _ -> no end end),
    show(match_float, fun() -> case id(<<1, 2, 3>>) of <<_:N/float, R/bits>> -> R; _ -> no end end),
    show(generator, fun() -> length([X || <<X:N, _:8>> <= id(<<1, 2, 3>>)]) end),
    show(guard, fun() -> if <<"":N>> =:= <<>> -> yes; true -> no end end),
    M = half(N),
    show(guard, fun() -> if <<1:M>> =:= <<>> -> yes; true -> no end end).

%% No machine has memory for the largest.
half(N) when is_integer(N), N > 1000 -> half;
half(N) -> N.

id(X) -> X.

show(What, F) -> erlang:display({What, try F() catch C:R -> {C, R} end}).
