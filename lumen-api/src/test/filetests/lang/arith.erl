%% Integer and float arithmetic: small, overflow into big, mixed, errors.
-module(arith).
-export([main/0]).

main() ->
    ints(id(7), id(-3)),
    limits(id(1152921504606846975)),
    bits(id(16#ff00ff), id(5)),
    floats(id(1.5), id(-0.25)),
    mixed(id(3), id(2.0)),
    bigs(id(123456789012345678901234567890), id(-98765432109876543210)),
    radix(),
    errors(id(a), id(0)).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

ints(A, B) ->
    erlang:display([A + B, A - B, A * B, A div B, A rem B, -A, +B, abs(B)]),
    erlang:display([-7 div 2, -7 rem 2, 7 div -2, 7 rem -2, A div 1, B rem 1]),
    erlang:display({A < B, A > B, A =< B, A >= B, A == B, A =:= B, A /= B, A =/= B}).

limits(M) ->
    erlang:display([M, M + 1, -M - 1, -M - 2, M * 2, M * M, (M + 1) - 1, (M + 1) div 2]),
    erlang:display([M bsl 1, M bsl 64, -M bsl 3, (M bsl 64) bsr 64, (M * 16) bsr 4, 1 bsl 60, -1 bsl 60]),
    erlang:display([(M + 1) band M, (M + 1) bor 1, bnot (M + 1), (M + 1) bxor -1]).

bits(A, N) ->
    erlang:display([A band 16#0ff0, A bor 1, A bxor A, bnot A, A bsl N, A bsr N, -A bsr N, A bsl -N, A bsr -N]),
    erlang:display([-1 band 16#ffffffffffffffffffff, -16#123456789abcdef0123 bor 1, bnot -16#ffffffffffffffffff]).

floats(X, Y) ->
    erlang:display([X + Y, X - Y, X * Y, X / Y, -X, abs(Y)]),
    erlang:display([1.0e10, 1.0e22, 1.0e23, 123456789.125, 0.1, 1.0e-5, 1.0e-300, 1.7976931348623157e308, 5.0e-324, -0.0, 0.0]),
    erlang:display([trunc(X), round(X), round(Y), floor(Y), ceil(Y), trunc(1.0e20), round(-2.5), float(3)]),
    erlang:display([X == 1.5, X =:= 1.5, 0.0 == -0.0, X < Y, max(X, Y), min(X, 2)]).

mixed(I, F) ->
    erlang:display([I + F, I - F, I * F, I / F, F / I, I / 2, 4 / 2]),
    erlang:display([I < F, 2 == F, 2 =:= F, 2 =< F, max(2, F), max(F, 2), min(2, F)]),
    erlang:display([9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0,
                    1 bsl 70 == 1180591620717411303424.0, 1 bsl 1030 > 1.0e308]).

bigs(A, B) ->
    erlang:display([A + B, A - B, A * B, A div B, A rem B, -A]),
    erlang:display([A div 10, A rem 10, B div 7, B rem 7, A band B, A bor B, A bxor B, bnot A]),
    erlang:display([A bsl 7, A bsr 70, B bsr 3, B bsr 200, A == A, A < B, A * 1.0, B / 2]),
    erlang:display((A * A * A * A) div (B * B)),
    erlang:display((A * A * A * A) rem (B * B * B)).

radix() ->
    erlang:display([2#1011, 8#777, 16#DEADbeef, 36#zz, 1_000_000, 16#dead_beef, $a, $\n, $\x41, $\x{1F600}, $\\, $\^A]).

errors(A, Z) ->
    erlang:display(catch_error(fun() -> A + 1 end)),
    erlang:display(catch_error(fun() -> 1 div Z end)),
    erlang:display(catch_error(fun() -> 1 rem Z end)),
    erlang:display(catch_error(fun() -> 1 / Z end)),
    erlang:display(catch_error(fun() -> 1.0e308 * 10.0 end)),
    erlang:display(catch_error(fun() -> 1.5 band 1 end)),
    erlang:display(catch_error(fun() -> -A end)),
    erlang:display(catch_error(fun() -> bnot A end)),
    erlang:display(catch_error(fun() -> 1.0 div 1 end)),
    erlang:display(catch_error(fun() -> abs(A) end)),
    erlang:display(catch_error(fun() -> (1 bsl 2000) * 1.0 end)).

catch_error(F) -> try F() catch C:R -> {C, R} end.
