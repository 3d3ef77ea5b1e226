%% Bit strings: every type, matched.
-module(bit_matching).
-export([main/0]).

main() ->
    erlang:display([packet(<<2, "abrest">>), packet(<<255>>), floats(<<1.5/float, 2.5:32/little-float>>), numbers(<<-1:12, 513:16/little, 3:4>>),
        texts(<<"aé"/utf8, 16#263a/utf16>>), texts(<<255>>), <<16#1234:16/native>> =:= <<16#1234:16/native>>]).

packet(<<Size, Body:Size/binary, Rest/binary>>) -> {Body, Rest};
packet(<<_:4, Low:4>>) -> Low.

floats(<<A/float, B:32/float-little>>) -> {A, B}.

numbers(<<A:12/signed, B:16/little-unsigned, C/bits>>) -> {A, B, C}.

texts(<<A/utf8, B/utf8, C/utf16>>) -> {A, B, C};
texts(_) -> bad.
