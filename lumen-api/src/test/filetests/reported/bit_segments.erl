-module(bit_segments).
-export([main/0, id/1]).
%% bit syntax: order of clauses, sizes that are computed, huge fields, floats of odd sizes, utf, sub-byte
-define(ROW, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_").
-define(ROW8, ?ROW ?ROW ?ROW ?ROW ?ROW ?ROW ?ROW ?ROW).
main() ->
    t(flag_bit, fun() -> [flag(id(<<B, R>>)) || B <- [0,1,2,3], R <- [0, 3, 6]] end),
    t(order, fun() -> [order(X) || X <- [<<"timestamp">>, <<"time">>, <<"timex">>, <<"tim">>, <<"ti">>]] end),
    t(order2, fun() -> [order2(X) || X <- [<<1,2,3>>, <<1,2>>, <<1>>, <<>>, <<2,2>>, <<1,2,3,4>>]] end),
    t(lenprefix, fun() -> [lenprefix(X) || X <- [<<8:32,1,2>>, <<1:32,1:1>>, <<0:32>>, <<-1:32>>, <<16:32,7>>, <<>>]] end),
    t(lit_mix, fun() -> <<X:5/integer-unit:8, "    ", R/binary>> = id(<<"00000    S">>), {X, R} end),
    t(big_literal, fun() -> Bin = id(<<?ROW8, ?ROW8, " tail of it">>),
                     <<?ROW8, A/binary>> = Bin, <<?ROW8, ?ROW8, B/binary>> = Bin, <<?ROW8, ?ROW8, " ", C/binary>> = Bin,
                     {byte_size(A), B, C, match2(Bin), match2(<<?ROW8, ?ROW, "x">>)} end),
    t(var_size, fun() -> uuid(id(<<184,188,2,66,172,19,0,3>>)) end),
    t(var_size_raw, fun() -> [uraw(<<2:N>>, id(<<16#BCDE:16, 1:48, 0:(62-62)>>), N) || N <- [0,2,3,7]] end),
    t(size_expr, fun() -> A = id(0), B = id(<<1,2,3>>), <<A, C:3/binary>> = id(<<0,1,2,3>>), <<A, B:(erlang:byte_size(B))/binary>> = id(<<0,1,2,3>>), {B, C} end),
    t(size_expr_fail, fun() -> B = id(<<1,2>>), case id(<<1,2,3>>) of <<B:(byte_size(B) + 1)/binary>> -> y; <<_:(hd(B))>> -> z; _ -> n end end),
    t(huge_tail, fun() -> [huge1(<<7, 0:16#1001>>), huge1(<<7,0:16#1000>>), huge2(<<7>>), huge3(id(<<9,1>>))] end),
    t(half_floats, fun() -> [<<F:16/float>> || F <- [1, 1.0, -2.5, 65504.0, 0.1, 5.960464477539063e-8]] end),
    t(half_match, fun() -> [case <<N:16>> of <<F:16/float>> -> F; _ -> no end || N <- [0, 16#8000, 16#3C00, 16#7BFF, 16#7C00, 16#7E00, 1]] end),
    t(float_sizes, fun() -> [catch_it(fun() -> <<1.5:S/float>> end) || S <- [16,32,64,8,80]] end),
    t(float_overflow, fun() -> [catch_it(fun() -> <<F:S/float>> end) || {F,S} <- [{1.0e300,32}, {1.0e40,32}, {70000.0,16}, {1 bsl 2000, 64}, {a, 64}]] end),
    t(decode, fun() -> [decode(x, B) || B <- [<<0>>, <<0,1>>, <<4,1,2,3,4,5>>]] end),
    t(decode_bad, fun() -> decode(x, <<4,1>>) end),
    t(alias_gen, fun() -> [encode_bin(B) || B <- [<<>>, <<"abcdefgh">>, <<"0123456789">>]] end),
    t(bitstring_split, fun() -> [pm(B, S) || B <- [<<234,123,2>>, <<1:3>>], S <- [16, 0, 3, 24, 25, -1]] end),
    t(utf8_abs, fun() -> [catch_it(fun() -> ua(<<C/utf8>>) end) || C <- [0, 65, 16#10FFFF]] end),
    t(x_again, fun() -> [xa(X, <<Y>>, Z) || X <- [1, 2], Y <- [1, 2], Z <- [1, 2]] end),
    t(empty_or_one, fun() -> [eo(X) || X <- [<<>>, <<1>>, <<1,2>>, <<1:1>>, a]] end),
    t(case_bits, fun() -> [cb(X) || X <- [0, <<1>>, <<1,2>>, x]] end),
    t(unit_sizes, fun() -> [case id(<<1,2,3,4,5,6>>) of <<A:N/binary-unit:16, R/bits>> -> {A,R}; _ -> no end || N <- [0,1,2,3,4]] end),
    t(signed_little, fun() -> [begin <<X:N/signed-little, _/bits>> = id(<<16#80, 16#ff, 1, 2, 16#83, 4, 5, 6, 7, 16#88>>), X end || N <- [1, 4, 8, 9, 13, 16, 24, 31, 32, 40, 63, 64, 65, 72, 80]] end),
    t(build_little, fun() -> [<<X:N/little>> || X <- [-1, 16#123456789ABCDEF0123, -(1 bsl 70)], N <- [1, 7, 9, 12, 17, 33, 63, 65, 70, 80]] end),
    t(utf_bad, fun() -> [catch_it(fun() -> <<C/utf8>> end) || C <- [16#D800, 16#110000, -1, a]] ++ [catch_it(fun() -> <<C/utf16>> end) || C <- [16#DFFF, 16#10000]] end),
    t(utf_match_bad, fun() -> [case B of <<C/utf8, R/binary>> -> {C, R}; _ -> no end || B <- [<<16#C0,16#80>>, <<16#ED,16#A0,16#80>>, <<16#F4,16#90,16#80,16#80>>, <<16#E2,16#82>>, <<16#F0,16#9F,16#98,16#80,1>>]] end),
    t(utf16_match, fun() -> [case B of <<C/utf16-little, R/binary>> -> {C, R}; _ -> no end || B <- [<<16#3D,16#D8,16#00,16#DE>>, <<16#00,16#DC>>, <<16#3D,16#D8>>, <<65,0,66>>]] end),
    t(skip_var, fun() -> [case id(<<N, "abcdef">>) of <<L, _:L/bytes, C, _/bits>> -> C; <<L, R/bits>> -> {L, R} end || N <- [0, 3, 5, 6, 255]] end),
    t(append_twice, fun() -> B1 = << <<"x">> || true >>, B2 = <<B1/binary, "z">>, B3 = <<B1/binary, "w">>, {B1, B2, B3, B1 == B2} end),
    t(append_chain, fun() -> B0 = id(<<>>), B = lists:foldl(fun(I, A) -> <<A/binary, I>> end, B0, lists:seq(1, 300)), C = <<B/binary, 1>>, D = <<B/binary, 2>>, {byte_size(B), binary:last(C), binary:last(D), byte_size(C), erlang:phash2(B)} end),
    t(append_bits, fun() -> B = lists:foldl(fun(I, A) -> <<A/bits, I:3>> end, <<>>, lists:seq(1, 30)), {B, bit_size(B)} end),
    t(neg_size, fun() -> [catch_it(fun() -> <<1:N>> end) || N <- [id(-1), id(a), id(1 bsl 70)]] end),
    t(neg_bin_size, fun() -> [catch_it(fun() -> <<(id(<<1,2>>)):N/binary>> end) || N <- [id(-1), id(3), id(2), id(0)]] end),
    t(int_atoms, fun() -> [catch_it(fun() -> <<X:8>> end) || X <- [a, 1.0, <<>>, 1 bsl 80, -1]] end),
    t(match_big_int, fun() -> [case id(<<(1 bsl 100 - 1):104>>) of <<X:104>> when X > 5 -> X; _ -> n end, case id(<<(-5):104>>) of <<Y:104/signed>> -> Y end] end),
    t(lit_in_pattern, fun() -> [case B of <<1:1, 2:7, 3:16/little, R/bits>> -> R; <<1.5/float, _/bits>> -> f; <<"é"/utf8, _/bits>> -> e; _ -> n end || B <- [<<130, 3, 0, 5:3>>, <<1.5/float, 1>>, <<"éa"/utf8>>, <<>>]] end),
    ok.
flag(<<0:7, SP:1, RC>>) when RC =< 5 ->
    S = SP =:= 1,
    case {S, RC} of
        {true, R} when R =/= 0 -> bad;
        _ -> #{s => S, rc => RC}
    end;
flag(<<N:6, SP:2, _>>) -> {N, SP =:= 1, SP == 3}.
order(<<"timestamp", R/binary>>) -> {ts, R};
order(<<"time", R/binary>>) -> {time, R};
order(<<"tim">>) -> tim;
order(<<"ti", R/binary>>) -> {ti, R}.
order2(<<1, 2, 3>>) -> a;
order2(<<1, 2, R/binary>>) -> {b, R};
order2(<<1:4, _:4, R/bits>>) -> {c, R};
order2(<<_, _>>) -> d;
order2(<<0:4, 1:4, _/binary>>) -> e;
order2(_) -> f.
lenprefix(<<HL:32/signed-integer-big-unit:1, B:HL/bits, R/bits>>) -> {HL, B, R};
lenprefix(O) -> {o, O}.
match2(<<?ROW8, ?ROW8, R/binary>>) -> {two, R};
match2(<<?ROW8, ?ROW, R/binary>>) -> {one, R};
match2(_) -> none.
uuid(<<2:2, R:62/bitstring>>) -> uraw(<<2:2>>, R, 2).
uraw(V, Rest, _) ->
    VS = bit_size(V), HS = 8 - VS, CS = 8 + HS,
    case Rest of
        <<Hi:HS/bitstring, Lo:8/bitstring, _:48/bitstring>> ->
            case <<Hi:HS/bitstring, Lo:8/bitstring>> of
                <<C:CS/integer-unsigned>> -> {ok, C};
                B -> {e1, B}
            end;
        B -> {e2, B}
    end.
huge1(<<B:8, _:16#1001>>) -> B;
huge1(_) -> no.
huge2(<<B:8, _:16#8000_0000>>) -> B;
huge2(_) -> no.
huge3(<<B, _:16#FFFF_FFFF_FFFF>>) -> B;
huge3(<<_, _:16#1_0000_0000_0000_0000>>) -> hm;
huge3(<<B, C>>) -> {B, C}.
decode(_, <<L, D/binary>>) ->
    case {L, D} of
        {0, _} -> {{0,0,0}, D};
        {4, <<Y:16/little, M, Dd, R/binary>>} -> {{Y,M,Dd}, R}
    end.
encode_bin(<<B/binary>> = B) -> [C || <<C:5/binary>> <= B].
pm(X, S) -> case X of <<A:S/bitstring, B/bitstring>> -> {A, B}; _ -> no end.
ua(<<X/utf8>>) ->
    case 9223372036854775807 - abs(X) of
        Y when X < Y -> {lt, Y};
        9223372036854775807 -> max;
        -2147483648 -> min
    end.
xa(X, <<X>>, X) when true; (0 rem 0) -> [-2147483648 < X, same];
xa(X, <<X>>, _) when X =< (bnot 0) -> neg;
xa(X, B, Z) -> {X, B, Z}.
eo(X) -> (case X of <<>> -> bool(id(true)); <<_>> -> X; _ -> other end) /= X.
cb(X) -> {X, case X of 0 -> 0; <<_>> -> X; <<_, R/binary>> -> R; _ -> none end}.
id(X) -> X.
bool(X) -> X.
catch_it(F) -> try F() catch C:R -> {C, R} end.
t(N, F) -> io:format("~w: ~w~n", [N, catch_it(F)]).
