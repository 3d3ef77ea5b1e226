%! test core otp=25
-module(bits).
-export([main/0]).

main() ->
    B = <<"tail">>,
    erlang:display(<<1, 2:16, -1:8/signed, 3:16/little, 5:3, 6:5>>),
    erlang:display(<<"abc", B/binary, "дом"/utf8, 16#10FFFF/utf16, "x"/utf32-little>>),
    erlang:display(<<1.5/float, 2:32/float, 1.0:64/little-float>>),
    erlang:display({<<B:2/binary>>, <<B/bitstring, 1:1>>, <<(id(<<1, 2, 3>>)):16/bitstring>>}),
    erlang:display(<<<<1:(id(4))>>/bits, (id(7)):4, 1:4/unit:2>>),
    erlang:display([segment(X) || X <- [<<2, 9, 8, 7>>, <<5, 1>>, <<"ab", 16#c3, 16#a9, 3>>, <<1:1>>]]),
    erlang:display(packet(<<3:16, 1:4, 2:4, "xyz", 0:7>>)),
    erlang:display([number(X) || X <- [<<255>>, <<1, 0, 255, 255>>, <<1.0/float>>, <<0:3>>]]),
    erlang:display([text(X) || X <- [<<"GET /">>, <<"héllo"/utf8>>, <<16#d8, 0>>, <<"ab"/utf16>>]]),
    erlang:display([again(2, X) || X <- [<<2, 1, 2>>, <<2, 3>>, <<1, 2>>]]),
    erlang:display(sized(<<2, 1, 2, 3, 4, 5, 6>>, 1)),
    erlang:display(try <<(id(a)):8>> catch error:E1 -> E1 end),
    erlang:display(try <<B:9/binary>> catch error:E2 -> E2 end),
    erlang:display(try <<1:(id(-1))>> catch error:E3 -> E3 end),
    {<<X:4, _:4>>, Y} = {<<16#ab>>, 1},
    erlang:display({X, Y}).

%% The size of a segment is matched before it.
segment(<<N, Data:N/binary, Rest/bits>>) -> {N, Data, Rest};
segment(<<A, B, C/utf8, D>>) -> {A, B, C, D};
segment(<<5, X>>) -> {five, X};
segment(Other) -> Other.

packet(<<N:16, H:4, _:4, Body:N/binary, Pad/bits>>) when H > 0 -> {N, H, Body, bit_size(Pad)}.

number(<<X/signed>>) -> {byte, X};
number(<<X:16/little-signed, Y:16>>) -> {X, Y};
number(<<1/float>>) -> one;
number(<<X:3>>) -> X.

text(<<"GET ", Rest/binary>>) -> {get, Rest};
text(<<"h", C/utf8, _/binary>>) -> C;
text(<<"ab"/utf16>>) -> ab;
text(<<C/utf16>>) -> {utf16, C};
text(_) -> none.

again(N, <<N, X, N>>) -> X;
again(N, <<N, Rest/binary>>) -> Rest;
again(_, _) -> none.

sized(<<N, A:(N * 2)/binary, B:N/unit:16, C>>, _) when N > 2 -> {A, B, C};
sized(<<N, A:(N + 1)/binary, B/binary>>, K) ->
    case B of
        <<C:(K * 8), _/binary>> -> {N, A, C}
    end.

id(X) -> X.
