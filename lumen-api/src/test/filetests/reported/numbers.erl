-module(numbers).
-export([main/0, id/1]).
%% bignums, shifts, bit operations, division, floats as text
main() ->
    t(bxor_neg, fun() -> [-(1 bsl N) bxor -1 || N <- lists:seq(8, 136, 8)] end),
    t(band_m1, fun() -> [begin X = -16#4010000000000000000000000000, {X band -1 =:= X, (X - D) band -1 =:= X - D, (X+D) bor 0 =:= X+D} end || D <- [0, 1, 1 bsl 63, 1 bsl 64]] end),
    t(bsr_huge, fun() -> [catch_it(fun() -> X bsr Y end) || X <- [1, -1, 1 bsl 100, -(1 bsl 100)], Y <- [63, 64, 1 bsl 31, 1 bsl 62, 1 bsl 63, 1 bsl 64, 1 bsl 200]] end),
    t(bsl_huge, fun() -> [catch_it(fun() -> X bsl Y end) || X <- [0, 1], Y <- [1 bsl 40, 1 bsl 62, 1 bsl 64]] ++ [catch_it(fun() -> 5 bsl -(1 bsl 64) end), catch_it(fun() -> -5 bsl -(1 bsl 64) end)] end),
    t(divrem, fun() -> [{X div Y, X rem Y} || X <- [16#7FFFFFFFFFFFFFFF, -16#8000000000000000, 1 bsl 59, -(1 bsl 59), (1 bsl 128) - 1, -(1 bsl 128)], Y <- [1, -1, 3, -3, 1 bsl 59, -(1 bsl 59), (1 bsl 64) - 1, -(1 bsl 64)]] end),
    t(knuth_d, fun() -> A = (1 bsl 191) - 1, B = (1 bsl 127) + 1, C = (16#FFFFFFFFFFFFFFFF bsl 64), [{A div B, A rem B}, {(C bsl 64) div (C + 1), (C bsl 64) rem (C + 1)}, {(1 bsl 192) div ((1 bsl 128) - (1 bsl 64)), (1 bsl 192) rem ((1 bsl 128) - (1 bsl 64))}] end),
    t(divcheck, fun() -> lists:all(fun({X, Y}) -> X =:= (X div Y) * Y + (X rem Y) andalso abs(X rem Y) < abs(Y) end, [{r(I, 400), r(I + 7, 130) bor 1} || I <- lists:seq(1, 300)]) end),
    t(small_edge, fun() -> [X || F <- [fun(N) -> N + 1 end, fun(N) -> N - 1 end, fun(N) -> -N end, fun(N) -> N * N end, fun(N) -> bnot N end, fun abs/1], N <- [(1 bsl 59) - 1, -(1 bsl 59), (1 bsl 63) - 1, -(1 bsl 63), (1 bsl 31), -(1 bsl 31)], X <- [F(N)]] end),
    t(cmp_big_float, fun() -> [{X < F, X == F, X > F} || X <- [1 bsl 53, (1 bsl 53) + 1, 1 bsl 1023, (1 bsl 1024), -(1 bsl 1024), (1 bsl 64) - 1], F <- [9007199254740992.0, 1.8446744073709552e19, 1.7976931348623157e308, -1.7976931348623157e308]] end),
    t(big_to_float, fun() -> [catch_it(fun() -> float(X) end) || X <- [(1 bsl 53) + 1, (1 bsl 54) + 2, (1 bsl 54) + 3, (1 bsl 54) + 6, (1 bsl 1024) - 1, (1 bsl 1024) - (1 bsl 970), (1 bsl 1024) - (1 bsl 970) - 1, 123456789012345678901234567890]] end),
    t(big_slash, fun() -> [catch_it(fun() -> X / Y end) || {X, Y} <- [{1 bsl 1000, 1 bsl 999}, {1 bsl 1030, 1 bsl 1029}, {1, 3}, {(1 bsl 60)+1, 1}, {1, 0}, {1, 0.0}, {1, -0.0}, {0, 5}]] end),
    t(trunc_big, fun() -> [{trunc(F), round(F), floor(F), ceil(F)} || F <- [1.0e22, -1.0e22, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 4503599627370497.5, 9007199254740993.0, 1.0e300, -0.0]] end),
    t(float_sign, fun() -> [{-0.0, 0.0 == -0.0, -0.0 < 0.0, <<(-0.0)/float>>, abs(-0.0), 0.0 * -1, -(0.0), 0 * -1.0, max(-0.0, 0.0)}] end),
    t(dec, fun() -> [float_to_list(F, [{decimals, D}]) || {F, D} <- [{0.145,1}, {123.215,2}, {2.7182818284590452,14}, {6.3741255667210375,15}, {10/3,30}, {0.115,2}, {0.5,0}, {1.5,0}, {2.5,0}, {-0.5,0}, {1.0e300,2}, {-1.0e-10,5}, {9.999,2}, {0.0,3}, {1.0e22,0}, {999999999999999.9,0}, {1.005,2}]] end),
    t(dec_compact, fun() -> [float_to_list(F, [{decimals, D}, compact]) || {F, D} <- [{10.0,0}, {1000.0,0}, {1.5,10}, {1.0,5}, {100.10,4}, {0.0,4}, {-0.0,2}]] end),
    t(dec_bad, fun() -> [catch_it(fun() -> float_to_list(id(1.5), O) end) || O <- [[{decimals,-1}], [{decimals,254}], [{decimals,253}, compact], [{scientific,250}], [compact], [short], [x], [{decimals,2},{scientific,3}]]] end),
    t(sci, fun() -> [float_to_binary(F, [{scientific, D}]) || F <- [1.0, 123.456, 1.0e-300, 9.9999e22, 5.0e-324, -0.0], D <- [0, 3, 20]] end),
    t(short, fun() -> [float_to_list(F, [short]) || F <- [1.0, 42.0, 0.1, 1.0e21, 1.0e22, 1.0e23, 123456789012345680.0, 1.0e-5, 0.0001, 9007199254740993.0, 5.0e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 4.35, 100.0, 1.0e15, 1.0e16, 9007199254740992.0, -0.0]] end),
    t(l2f, fun() -> [catch_it(fun() -> list_to_float(S) end) || S <- ["1.0", "-0.0", "1.0e400", "1.0e-400", "1e5", "1.", ".5", "1.5e", "1.5E+3", "+1.5", " 1.5", "1.5 ", "1_0.5", "9007199254740993.0", "0.1e1", "1.0e+", "inf", "2.2250738585072011e-308", "1.7976931348623159e308"]] end),
    t(b2i, fun() -> [catch_it(fun() -> binary_to_integer(S, B) end) || {S,B} <- [{<<"ff">>,16}, {<<"-Zz">>,36}, {<<"+7">>,8}, {<<"8">>,8}, {<<"">>,10}, {<<"-">>,10}, {<<" 1">>,10}, {<<"1_000">>,10}, {<<"123456789012345678901234567890">>,10}, {<<"1">>,1}, {<<"1">>,37}, {<<"-0">>,10}, {<<"00000000000000000000000000012">>,10}]] end),
    t(i2l, fun() -> [integer_to_list(X, B) || X <- [0, -1, 255, 1 bsl 64, -(1 bsl 130)], B <- [2, 7, 16, 36]] end),
    t(math_dom, fun() -> [catch_it(fun() -> math:F(X) end) || F <- [log, sqrt, acos, exp, log2, log10, atanh, acosh], X <- [-1, 0, 2, 1000, 0.5, a, 1 bsl 2000]] end),
    t(math_pow, fun() -> [catch_it(fun() -> math:pow(X, Y) end) || {X,Y} <- [{2,0.5}, {-8, 1/3}, {0,0}, {0,-1}, {10,400}, {2,-1080}, {2, 1023}, {-1, 1 bsl 70}]] end),
    t(fmod, fun() -> [catch_it(fun() -> math:fmod(X, Y) end) || {X,Y} <- [{5.5,2}, {-5.5,2}, {5,0}, {1.0e300, 3}, {0,1}]] end),
    t(float_arith_ovf, fun() -> [catch_it(fun() -> id(1.0e308) * 10 end), catch_it(fun() -> id(1.0e308) + 1.0e308 end), catch_it(fun() -> -id(1.0e308) - 1.0e308 end), catch_it(fun() -> id(1.0e-308) / 1.0e308 end), catch_it(fun() -> id(1) + a end), catch_it(fun() -> id(1.0) * (1 bsl 1030) end)] end),
    t(int_literals, fun() -> {16#FFFF_FFFF_FFFF_FFFF_F, 2#1010, 36#ZZ, 1_000_000, $\x{1F600}, $\^A, $\s, $\d, -16#8000000000000000, 1.0e-3, 1_0.0_1} end),
    t(phash, fun() -> [erlang:phash2(X) || X <- [1 bsl 64, -(1 bsl 64), 1.0, 0.0, "abc", <<"abc">>, <<1:3>>, #{a => 1}, {}, [], -1, 1 bsl 27, 1 bsl 28, 1 bsl 59, {a,[b,c|d]}]] ++ [erlang:phash2(abc, N) || N <- [1, 2, 1 bsl 31, 1 bsl 32]] end),
    t(sum_mixed, fun() -> {lists:sum([1, 2.5, 1 bsl 70]), lists:max([1, 1.0, 0.5]), lists:min([1.0, 1]), lists:seq(5, 1, -2), lists:seq(1, 0), catch_it(fun() -> lists:seq(1, -5) end), lists:sum([0.1 || _ <- lists:seq(1, 10)])} end),
    t(sort_mixed, fun() -> lists:sort([1, 1.0, a, {}, [], <<>>, #{}, "a", {1}, {1.0}, -0.0, 0, 0.0, 1 bsl 64, 1.8446744073709552e19, <<1:1>>]) end),
    t(usort_mixed, fun() -> {lists:usort([-1, 0, 0.0, 1]), lists:usort([0.0, 0]), lists:ukeysort(1, [{1,a},{1.0,b},{0,c}]), lists:keysort(1, [{2,a},{1.0,b},{1,c}]), lists:umerge([[1],[1.0],[2]])} end),
    t(fact, fun() -> erlang:phash2(lists:foldl(fun(I, A) -> A * I end, 1, lists:seq(1, 2000))) end),
    t(big_text, fun() -> X = lists:foldl(fun(I, A) -> A * I end, 1, lists:seq(1, 500)), L = integer_to_list(X), {length(L), list_to_integer(L) =:= X, list_to_integer("-" ++ L) =:= -X, erlang:md5(L)} end),
    t(toobig, fun() -> [catch_it(fun() -> (1 bsl 4000000) * (1 bsl 4000000) bsl 100000000 end), catch_it(fun() -> bit_size(binary:encode_unsigned(1 bsl 100000)) end)] end),
    t(unsigned, fun() -> [binary:decode_unsigned(B, E) || B <- [<<>>, <<0>>, <<0,0,1>>, <<255,1,2,3,4,5,6,7,8,9>>], E <- [big, little]] ++ [binary:encode_unsigned(X, little) || X <- [0, 1, 256, 1 bsl 64]] end),
    ok.
r(Seed, Bits) -> X = erlang:phash2({Seed, Bits}), Y = lists:foldl(fun(I, A) -> (A bsl 27) bxor erlang:phash2({X, I}) end, 1, lists:seq(1, Bits div 27)), case Seed rem 3 of 0 -> -Y; _ -> Y end.
id(X) -> X.
catch_it(F) -> try F() catch C:R -> {C, R} end.
t(N, F) -> io:format("~w: ~w~n", [N, catch_it(F)]).
