%! test core otp=25
-module(functions).
-export([main/0, same/2, length/1, no_clause/1]).
-import(lists, [reverse/1, seq/2]).
-compile({no_auto_import, [length/1]}).
-vsn("1.0").
-author(me).

main() ->
    erlang:display([same(X, Y) || {X, Y} <- [{a, a}, {a, b}, {1, 1.0}]]),
    erlang:display({length([a, b]), erlang:length([a, b]), reverse(seq(1, 3))}),
    erlang:display([ackermann(2, N) || N <- [0, 1, 2]]),
    erlang:display(catch no_clause(x)),
    erlang:display(order()),
    M = ?MODULE, F = same,
    erlang:display({M:F(1, 1), ?MODULE:same(1, 2), functions:F(3, 3)}),
    erlang:display({proplists:get_value(exports, module_info()) =:= module_info(exports), tuple_size({self()})}).

%% A variable twice in the head.
same(X, X) -> same;
same(_, _) -> different.

%% Called instead of the built-in of this name.
length(_) -> mine.

ackermann(0, N) -> N + 1;
ackermann(M, 0) -> ackermann(M - 1, 1);
ackermann(M, N) -> ackermann(M - 1, ackermann(M, N - 1)).

no_clause(a) -> 1;
no_clause(b) -> 2.

%% Arguments from left to right, before the call.
order() ->
    put(order, []),
    {step(1), [step(2) | step(3)], same(step(4), step(5)), step(6) + step(7)},
    reverse(get(order)).

step(N) -> put(order, [N | get(order)]), N.
