#!/usr/bin/env escript
%%! +S 1
%% Times OTP's bignums: one line "name nanoseconds" per operation, for lm_limbs_bench.c to read and compare.
-mode(compile).

main(_) ->
    [begin
         {A, B} = {number(N), number(N) - 12345},
         C = A * B + 1,
         run("multiply", N, fun() -> A * B end),
         run("square", N, fun() -> A * A end),
         run("divide", N, fun() -> C div A end),
         run("add", N, fun() -> A + B end),
         run("multiply_limb", N, fun() -> A * 16#7fffffffffff end),
         run("divide_limb", N, fun() -> A div 16#7fffffffffff end),
         run("shift_left", N, fun() -> A bsl 77 end),
         run("and", N, fun() -> -A band B end),
         run("to_text", N, fun() -> integer_to_binary(A) end),
         Text = integer_to_binary(A),
         run("from_text", N, fun() -> binary_to_integer(Text) end)
     end || N <- [1, 2, 4, 8, 16, 32, 64, 128, 256, 1000, 5190, 10000]],
    run("factorial", 3000, fun() -> factorial(3000, 1) end),
    run("spigot", 1000, fun() -> spigot(1000, number(100)) end).

%% N limbs, the top bit set, all limbs different.
number(N) ->
    lists:foldl(fun(I, X) -> (X bsl 64) bor ((I * 16#9e3779b97f4a7c15 + 16#8000000000000000) band 16#ffffffffffffffff)
                                 bor (16#8000000000000000 * (1 - min(I, 1))) end, 0, lists:seq(0, N - 1)).

factorial(0, X) -> X;
factorial(N, X) -> factorial(N - 1, N * X).

spigot(0, X) -> X;
spigot(N, X) -> spigot(N - 1, X * (2 * N + 1) div N + 1).

%% Processor time, so that a busy machine disturbs less: the least mean of three runs of 100 ms or one call each.
run(Name, N, F) ->
    Times = enough(F, 1),
    Best = lists:min([time(F, Times) / Times || _ <- lists:seq(1, 3)]),
    io:format("~s ~b ~.1f~n", [Name, N, Best]).

enough(F, Times) ->
    case time(F, Times) of
        T when T < 20000000 -> enough(F, Times * 4);
        T -> max(1, 100000000 * Times div T)
    end.

time(F, N) ->
    {T, _} = erlang:statistics(runtime),
    repeat(F, N),
    (element(1, erlang:statistics(runtime)) - T) * 1000000.

repeat(_, 0) -> ok;
repeat(F, N) -> F(), repeat(F, N - 1).
