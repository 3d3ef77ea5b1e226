#!/usr/bin/env escript
%% Records erlang:phash2 of random terms, for lm_phash2_test.c: C strings "HASH TERM", the hash with all its 32 bits and the
%% term in the external format, both in base 16.
%%   escript lm_phash2_otp.escript [COUNT [SEED]] > FILE
-mode(compile).

main(Args) ->
    {Count, Seed} = case [list_to_integer(A) || A <- Args] of
                        [] -> {1000, 1};
                        [C] -> {C, 1};
                        [C, S] -> {C, S}
                    end,
    rand:seed(exsss, Seed),
    {ok, Out} = file:open("/dev/stdout", [write, raw, delayed_write]),
    [ok = file:write(Out, line(T)) || T <- edges()],
    [ok = file:write(Out, line(T)) || _ <- lists:seq(1, Count), T <- [term(rand:uniform(4))], erts_debug:flat_size(T) < 100],
    ok = file:close(Out).

line(T) ->
    io_lib:format("\"~.16b ~s\",~n", [erlang:phash2(T, 1 bsl 32), binary:encode_hex(term_to_binary(T))]).

edges() ->
    [X + D || X <- [0, 1 bsl 27, -(1 bsl 27), 1 bsl 28, 1 bsl 31, 1 bsl 32, 1 bsl 59, -(1 bsl 59), 1 bsl 60, 1 bsl 63, 1 bsl 64,
                    -(1 bsl 64), 1 bsl 128, -(1 bsl 128)], D <- [-1, 0, 1]]
        ++ [[], {}, #{}, <<>>, <<0>>, <<0:1>>, 0.0, -0.0, '', [[]], [[], []], [a | b], [1 | 2], [1, 2, 3, 4 | 5], [256], [255],
            [-1], [1, 256, 2], "abcd", "abcde", [a], [[] | []], [a, 1, 2 | c], {[], a}, [#{}], #{[] => #{}}, #{a => []},
            'é', 'ÿ', 'Ā', '日本', 'aé日', list_to_atom(lists:duplicate(255, $x)), fun lists:map/2, self(), make_ref()]
        ++ [list_to_binary(lists:seq(1, N)) || N <- lists:seq(1, 30)]
        ++ [maps:from_list([{I, I * I} || I <- lists:seq(1, N)]) || N <- [31, 32, 33, 34]]
        ++ [external(T) || T <- [<<88, N/binary, 77:32, 5:32, 3:32>> || N <- [node_name()]]
                ++ [<<88, (node_name())/binary, 16#0fffffff:32, 16#1fff:32, 1:32>>,
                    <<120, (node_name())/binary, 16#123456789abcdef:64, 9:32>>,
                    <<120, (node_name())/binary, 4711:64, 9:32>>,
                    <<90, 3:16, (node_name())/binary, 7:32, 16#1ffff:32, 1234567:32, 7654321:32>>,
                    <<90, 5:16, (node_name())/binary, 7:32, 1:32, 2:32, 3:32, 4:32, 5:32>>]].

node_name() -> <<119, 3, "a@b">>.

external(Bytes) -> binary_to_term(<<131, Bytes/binary>>).

term(0) -> leaf(rand:uniform(14));
term(Depth) ->
    Size = rand:uniform(6) - 1,
    case rand:uniform(7) of
        1 -> list_to_tuple(terms(Size, Depth));
        2 -> terms(Size, Depth);
        3 -> terms(Size, Depth) ++ term(Depth - 1);
        4 -> maps:from_list(lists:zip(terms(Size, Depth), terms(Size, Depth)));
        5 -> bytes(Size) ++ terms(rand:uniform(3) - 1, Depth) ++ bytes(Size);
        6 -> closure(rand:uniform(3), term(Depth - 1), term(Depth - 1));
        7 -> term(0)
    end.

terms(Size, Depth) -> [term(Depth - rand:uniform(Depth)) || _ <- lists:seq(1, Size)].

bytes(Size) -> [rand:uniform(256) - 1 || _ <- lists:seq(1, Size)].

closure(1, X, _) -> fun() -> X end;
closure(2, X, Y) -> fun(Z) -> {X, Y, Z} end;
closure(3, _, _) -> fun(A, B) -> A + B end.

leaf(1) -> rand:uniform(256) - 1;
leaf(2) -> rand:uniform(1 bsl 29) - (1 bsl 28);
leaf(3) -> (rand:uniform(1 bsl 62) - (1 bsl 61)) bsr rand:uniform(40);
leaf(4) -> (rand:uniform(1 bsl 300) - (1 bsl 299)) bsr rand:uniform(290);
leaf(5) -> (rand:uniform() - 0.5) * math:pow(10, rand:uniform(40) - 20);
leaf(6) -> lists:nth(rand:uniform(6), [a, true, '', hello_world, 'é€', undefined]);
leaf(7) -> list_to_binary(bytes(rand:uniform(40) - 1));
leaf(8) -> N = rand:uniform(100), <<X:N, _/bits>> = list_to_binary(bytes(13)), <<X:N>>;
leaf(9) -> [];
leaf(10) -> make_ref();
leaf(11) -> list_to_pid("<0." ++ integer_to_list(rand:uniform(1 bsl 15)) ++ "." ++ integer_to_list(rand:uniform(8) - 1) ++ ">");
leaf(12) -> fun erlang:is_atom/1;
leaf(13) -> float(rand:uniform(100));
leaf(14) -> bytes(rand:uniform(12)).
