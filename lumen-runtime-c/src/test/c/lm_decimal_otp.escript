#!/usr/bin/env escript
%% Records how this OTP writes and reads floats, for lm_decimal_test.c, which documents the lines.
%%   escript lm_decimal_otp.escript [COUNT [SEED]] > FILE
-mode(compile).

main(Args) ->
    {Count, Seed} = case [list_to_integer(A) || A <- Args] of
                        [] -> {1000, 1};
                        [C] -> {C, 1};
                        [C, S] -> {C, S}
                    end,
    rand:seed(exsss, Seed),
    {ok, Out} = file:open("/dev/stdout", [write, raw, delayed_write]),
    [ok = file:write(Out, lines(I)) || I <- lists:seq(1, Count)],
    ok = file:close(Out).

lines(I) ->
    X = float_for(I rem 9),
    Bits = bits(X),
    Scientific = rand:uniform(250) - 1,
    Decimals = case rand:uniform(4) of 1 -> rand:uniform(254) - 1; _ -> rand:uniform(21) - 1 end,
    Compact = rand:uniform(2) - 1,
    Formatted = or_badarg(fun() -> float_to_list(X, [{scientific, Scientific}]) end),
    Options = [{decimals, Decimals} | [compact || Compact =:= 1]],
    Digits = integer_to_list(rand:uniform(1 bsl rand:uniform(100))),
    Text = Digits ++ "." ++ integer_to_list(rand:uniform(1 bsl rand:uniform(70)))
        ++ "e" ++ integer_to_list(rand:uniform(320) - 160),
    [io_lib:format("\"~s\",~n", [Line])
     || Line <- [["short ", Bits, " ", io_lib:format("~w", [X])],
                 ["sci 20 ", Bits, " ", float_to_list(X)],
                 io_lib:format("sci ~b ~s ~s", [Scientific, Bits, Formatted]),
                 io_lib:format("dec ~b ~b ~s ~s", [Decimals, Compact, Bits, or_badarg(fun() -> float_to_list(X, Options) end)]),
                 ["read ", bits(list_to_float(Text)), " ", Text]]].

or_badarg(F) -> try F() catch error:badarg -> "badarg" end.

bits(X) ->
    <<Bits:64>> = <<X/float>>,
    string:right(integer_to_list(Bits, 16), 16, $0).

float_for(0) -> (rand:uniform() - 0.5) * math:pow(10, rand:uniform(20) - 4);
float_for(1) -> rand:uniform(100000) / math:pow(10, rand:uniform(6));
float_for(2) -> math:pow(2, 50 + rand:uniform(5)) + (rand:uniform(40) - 20) / 2;
float_for(3) -> -rand:uniform(1000) * 0.5 + rand:uniform(1000) * math:pow(2, -rand:uniform(12));
float_for(4) -> rand:uniform() * math:pow(2, -rand:uniform(40));
float_for(5) -> rand:uniform(1000) + (rand:uniform(1000) - 0.5) / math:pow(10, rand:uniform(5) - 1);
float_for(6) -> float(rand:uniform(100)) * math:pow(10, rand:uniform(25));
float_for(7) -> any_float(rand:uniform(1 bsl 64) - 1);
float_for(8) -> any_float((rand:uniform(2048) - 1) bsl 52 + rand:uniform(3) - 1).

any_float(Bits) ->
    case <<Bits:64>> of
        <<X/float>> -> X;
        _ -> any_float(rand:uniform(1 bsl 64) - 1)
    end.
