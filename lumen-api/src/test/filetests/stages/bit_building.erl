%% Bit strings: every type, size, unit, sign and order, built.
-module(bit_building).
-export([main/0]).

main() -> erlang:display([integers(-1, 12), floats(1.5), parts(<<1, 2, 3>>), texts(16#263a), <<"literal">>, <<>>]).

integers(X, Size) -> <<X, X:4, X:Size/signed, 258:16/little, 258:16/big-unsigned-integer, 1:2/unit:4>>.

floats(F) -> <<F/float, F:32/float-little, 1:64/float>>.

parts(B) -> <<B/binary, B:2/bytes, B/bits, B:4/bitstring>>.

texts(C) -> <<C/utf8, C/utf16-little, C/utf32, "ab"/utf16>>.
