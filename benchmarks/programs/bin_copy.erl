%% bin_copy: binaries of 200 bytes to 20 MB, made and dropped again and again.
%% class: binary    needs: erlang, binary (copy/2, last)
-module(bin_copy).
-export([main/0, main/1, run/1]).

main() -> main(100).
main(N) -> erlang:display({bin_copy, N, run(N)}).

run(N) ->
    B = binary:copy(<<"0123456789">>, 10),
    [copies(B, Times, N * Rounds, 0) || {Times, Rounds} <- [{2, 5000}, {20, 4000}, {500, 200}, {20000, 15}, {200000, 1}]].

copies(_, _, 0, Sum) -> Sum;
copies(B, Times, N, Sum) ->
    C = binary:copy(B, Times),
    copies(B, Times, N - 1, (Sum * 3 + byte_size(C) + binary:last(C)) band 16#ffffff).
