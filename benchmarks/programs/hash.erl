%% hash: phash2 of ordinary terms: tagged tuples, lists of them, maps small and large, texts.
%% class: bif    needs: erlang, lists (seq), maps (from_list)
-module(hash).
-export([main/0, main/1, run/1]).

main() -> main(300000).
main(N) -> erlang:display({hash, N, run(N)}).

run(N) ->
    Terms = [
        {ok, 1},
        {point, 12, "abc", 7},
        {add, {mul, {var, x}, {const, 3}}, {var, y}},
        {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
        [{key, I} || I <- lists:seq(1, 20)],
        #{name => <<"some name">>, age => 42},
        maps:from_list([{I, -I} || I <- lists:seq(1, 40)]),
        <<"a text of no particular length">>
    ],
    loop(N, Terms, 0).

loop(0, _, Sum) -> Sum;
loop(N, Terms, Sum) -> loop(N - 1, Terms, each(Terms, N, Sum)).

each([], _, Sum) -> Sum;
each([T | Ts], N, Sum) -> each(Ts, N, (Sum + erlang:phash2({N, T})) band 16#ffffffff).
