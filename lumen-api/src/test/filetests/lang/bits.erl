%% Bit syntax: construction and matching of every type, size, unit, sign and endianness; alignment; errors.
-module(bits).
-export([main/0]).

main() ->
    build(),
    floats(),
    utf(),
    match(),
    sizes(),
    rests(),
    errors(),
    strings(),
    append(<<>>, 1000),
    parse().

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

build() ->
    erlang:display(<<1, 2, 3>>),
    erlang:display(<<256, -1, 1000>>),
    erlang:display(<<5:3, 1:1, 7:4>>),
    erlang:display(<<1:16, 1:16/little, -2:16/signed, 16#123456:24/little>>),
    erlang:display(<<(id(1)):7, (id(2)):9, (id(3)):5>>),
    erlang:display(<<16#123456789abcdef0123456789abcdef:120>>),
    erlang:display(<<(-16#123456789abcdef0123456789abcdef):120/little>>),
    erlang:display(<<1:1, (id(<<1, 2, 3>>))/binary, 1:7>>),
    B = id(<<10, 20, 30, 40>>),
    erlang:display(<<B/binary, B:2/binary, B/bitstring>>),
    erlang:display(<<(id(<<5:3>>))/bitstring, 1:5>>),
    N = id(12),
    erlang:display(<<7:N, 0:4, 3:N/unit:2>>),
    erlang:display(<<"abc", $d, "ef":16>>),
    erlang:display(<<1:1/unit:8, 2:2/integer-unit:8>>),
    erlang:display(bit_size(<<0:1001>>)),
    erlang:display(<<0:64, 1:64/native>> =:= <<0:64, 1:64/little>>).

floats() ->
    erlang:display(<<1.5/float, 1.5:32/float, -0.25:64/little-float>>),
    erlang:display(<<3:64/float, 2:32/float>>),
    erlang:display(<<1.5:16/float, 65504.0:16/float>>),
    <<A:64/float, B:32/float, C:16/float>> = id(<<3.25:64/float, -1.5:32/float, 0.5:16/float>>),
    erlang:display({A, B, C}),
    <<_:3, D:64/float-little, _:5>> = id(<<5:3, 1.0e100:64/float-little, 1:5>>),
    erlang:display(D),
    erlang:display(case id(<<255, 255, 255, 255, 255, 255, 255, 255>>) of <<_:64/float>> -> float; _ -> nan end),
    erlang:display(case id(<<127, 240, 0, 0, 0, 0, 0, 0>>) of <<_:64/float>> -> float; _ -> inf end).

utf() ->
    erlang:display(chars(<<"aé€😀"/utf8>>)),
    erlang:display(b(<<"aé€😀"/utf16>>)),
    erlang:display(b(<<"aé€"/utf16-little>>)),
    erlang:display(b(<<"a😀"/utf32>>)),
    erlang:display(b(<<(id(16#20AC))/utf8, (id(16#1F600))/utf16, (id(65))/utf32-little>>)),
    erlang:display(chars(<<"xé€😀z"/utf8>>)),
    erlang:display(chars16(<<"xé€😀z"/utf16>>)),
    erlang:display({[C || <<C/utf32>> <= <<"hé€"/utf32>>]}),
    erlang:display(case id(<<16#C3, 16#28>>) of <<C/utf8, _/binary>> -> C; _ -> bad end),
    erlang:display(case id(<<16#ED, 16#A0, 16#80>>) of <<C1/utf8, _/binary>> -> C1; _ -> surrogate end),
    erlang:display(case id(<<16#F4, 16#90, 16#80, 16#80>>) of <<C2/utf8>> -> C2; _ -> too_big end),
    erlang:display(case id(<<16#C0, 16#80>>) of <<C3/utf8>> -> C3; _ -> overlong end).

%% As numbers: text beyond ASCII is printed in different ways.
b(Bin) -> list_to_tuple(binary_to_list(Bin)).

chars(<<C/utf8, R/binary>>) -> [C | chars(R)];
chars(<<>>) -> [].

chars16(<<C/utf16, R/binary>>) -> [C | chars16(R)];
chars16(<<>>) -> [].

match() ->
    <<A, B:16, C/binary>> = id(<<1, 2, 3, 4, 5>>),
    erlang:display({A, B, C}),
    <<S:8/signed, L:16/little, SL:16/signed-little>> = id(<<200, 1, 2, 255, 255>>),
    erlang:display({S, L, SL}),
    <<X:1, Y:7, Z:4, W:12>> = id(<<16#ab, 16#cd, 16#ef>>),
    erlang:display({X, Y, Z, W}),
    <<Big:100, Rest:4/bitstring>> = id(<<16#ffffffffffffffffffffffff5a:104>>),
    erlang:display({Big, Rest}),
    <<SB:100/signed-little, _/bitstring>> = id(<<16#fedcba9876543210fedcba9876:104>>),
    erlang:display(SB),
    erlang:display([m(V) || V <- [<<>>, <<1>>, <<1, 2>>, <<2, 9, 9>>, <<3:3>>, <<"GET /x">>, <<"PUT /y">>, <<0:20>>, foo, <<255>>]]),
    erlang:display(lit(id(<<16#ff, 1, "tail">>))).

m(<<>>) -> empty;
m(<<1>>) -> one;
m(<<1, X>>) -> {one, X};
m(<<2, R/binary>>) -> {two, R};
m(<<X:3>>) -> {bits, X};
m(<<"GET ", P/binary>>) -> {get, P};
m(<<"PUT ", P/binary>>) -> {put, P};
m(<<_:20>>) -> twenty;
m(<<X>>) when X > 250 -> {high, X};
m(_) -> other.

lit(<<16#ff, V:8, "tail">>) -> V;
lit(_) -> none.

sizes() ->
    <<N, Data:N/binary, Tail/binary>> = id(<<3, "abcdef">>),
    erlang:display({N, Data, Tail}),
    <<K:4, V:K, _/bitstring>> = id(<<16#8a, 16#50>>),
    erlang:display({K, V}),
    M = id(2),
    <<P:M/binary-unit:16, Q/binary>> = id(<<1, 2, 3, 4, 5>>),
    erlang:display({P, Q}),
    erlang:display([tlv(T) || T <- [<<1, 2, 9, 9>>, <<1, 3, 9, 9>>, <<2, 1, 5, 6>>]]),
    erlang:display(case id(<<1, 2, 3>>) of <<H:M/binary, T2/binary>> -> {H, T2} end),
    Expr = case id(<<4, 1, 2, 3, 4, 5>>) of <<Len, Body:(Len - 1)/binary, R/binary>> -> {Body, R} end,
    erlang:display(Expr).

tlv(<<T, L, V:L/binary, R/binary>>) -> {T, V, R};
tlv(_) -> short.

rests() ->
    erlang:display(case id(<<1:5>>) of <<_/binary>> -> binary; <<_/bitstring>> -> bits end),
    <<_:2, R/bitstring>> = id(<<16#f0, 16#0f>>),
    erlang:display(R),
    <<_:3, R2:8/bitstring, R3/bitstring>> = id(<<1, 2, 3>>),
    erlang:display({R2, R3, bit_size(R3)}),
    erlang:display(R2 =:= <<8>>),
    erlang:display([<<1, 2>> < <<1, 3>>, <<1>> < <<1, 0>>, <<5:3>> < <<1>>, <<1:1>> =:= <<1:1>>, <<1, 2:4>> == <<1, 2:4>>]),
    erlang:display(sum(<<1, 2, 3, 4, 5>>, 0)).

sum(<<X, R/binary>>, S) -> sum(R, S + X);
sum(<<>>, S) -> S.

errors() ->
    erlang:display(try <<(id(a))>> catch error:E -> E end),
    erlang:display(try <<1:(id(-1))>> catch error:E1 -> E1 end),
    erlang:display(try <<(id(1))/binary>> catch error:E2 -> E2 end),
    erlang:display(try <<(id(<<1:3>>))/binary>> catch error:E3 -> E3 end),
    erlang:display(try <<(id(<<1>>)):2/binary>> catch error:E4 -> E4 end),
    erlang:display(try <<(id(16#D800))/utf8>> catch error:E5 -> E5 end),
    erlang:display(try <<(id(a))/float>> catch error:E6 -> E6 end),
    erlang:display(try <<X:8>> = id(<<1, 2>>), X catch error:E7 -> E7 end).

strings() ->
    erlang:display(<<"tab\tquote\"">>),
    <<"he", R/binary>> = id(<<"hello">>),
    erlang:display(R),
    erlang:display([byte_size(B) || B <- [<<"a">>, <<"é">>, <<"é"/utf8>>]]).

append(B, 0) -> erlang:display({byte_size(B), sum(B, 0)});
append(B, N) -> append(<<B/binary, N:8>>, N - 1).

parse() ->
    erlang:display(tokens(<<"foo 12 + bar*(3)">>, [])).

tokens(<<C, R/binary>>, Acc) when C =:= $\s -> tokens(R, Acc);
tokens(<<C, _/binary>> = B, Acc) when C >= $0, C =< $9 -> {N, R} = int(B, 0), tokens(R, [N | Acc]);
tokens(<<C, _/binary>> = B, Acc) when C >= $a, C =< $z -> {W, R} = word(B, <<>>), tokens(R, [W | Acc]);
tokens(<<C, R/binary>>, Acc) -> tokens(R, [{op, C} | Acc]);
tokens(<<>>, Acc) -> Acc.

int(<<C, R/binary>>, N) when C >= $0, C =< $9 -> int(R, N * 10 + C - $0);
int(R, N) -> {N, R}.

word(<<C, R/binary>>, W) when C >= $a, C =< $z -> word(R, <<W/binary, C>>);
word(R, W) -> {W, R}.
