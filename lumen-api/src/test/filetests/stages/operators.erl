%% Every operator.
-module(operators).
-export([main/0]).

main() -> erlang:display([arithmetic(7, 2), bits(12, 10), logic(true, false), order(1, 1.0), lists([1, 2, 3], [2]), {self() ! sent}]).

arithmetic(A, B) -> {A + B, A - B, A * B, A / B, A div B, A rem B, -A, +B}.

bits(A, B) -> {A band B, A bor B, A bxor B, bnot A, A bsl 2, B bsr 1}.

logic(A, B) -> {A and B, A or B, A xor B, not A, A andalso B, A orelse B}.

order(A, B) -> {A == B, A /= B, A =< B, A < B, A >= B, A > B, A =:= B, A =/= B}.

lists(A, B) -> {A ++ B, A -- B}.
