%% What BinaryBenchmark measures. Each function does N operations.
-module(binaries).
-export([append/2, messages/2]).

%% Some bytes appended to a binary that grows.
append(Bytes, N) -> byte_size(append(binary:copy(<<"x">>, Bytes), N, <<>>)).

append(_, 0, All) -> All;
append(Piece, N, All) -> append(Piece, N - 1, <<All/binary, Piece/binary>>).

%% A binary of that size made, sent, received and dropped.
messages(_, 0) -> ok;
messages(Bytes, N) ->
    self() ! binary:copy(<<"x">>, Bytes),
    receive Binary when is_binary(Binary) -> messages(Bytes, N - 1) end.
