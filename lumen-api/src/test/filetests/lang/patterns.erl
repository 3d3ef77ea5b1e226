%% Pattern matching in heads and case: order of clauses, nesting, aliases, repeated variables, literals.
-module(patterns).
-export([main/0]).

main() ->
    [erlang:display(kind(X)) || X <- [1, 2, 3, 1.0, a, b, [], [1], [1, 2], [1, 2 | t], {}, {1}, {1, 2}, {a, b}, {a, {b, c}},
                                      "str", <<>>, <<1>>, #{}, #{k => 1}, 123456789012345678901234567890, -0.0, 0.0]],
    erlang:display([same(1, 1), same(1, 2), same(1, 1.0), same([a], [a]), same({x, [1]}, {x, [1]})]),
    erlang:display([alias({p, 1, 2}), alias([1, 2, 3])]),
    erlang:display([string("hello world"), string("hell"), string("other")]),
    erlang:display(deep({a, [{b, {c, [d, e, {f, 42}]}}]})),
    erlang:display([shape(S) || S <- [{square, 2}, {circle, 3}, {rect, 2, 5}, {rect, 1}, point]]),
    erlang:display([order(X) || X <- [{1, a}, {2, a}, {1, b}, {2, b}, {3, c}]]),
    {A, [B | C]} = id({1, [2, 3]}),
    erlang:display({A, B, C}),
    X = Y = id(5),
    erlang:display(X + Y),
    erlang:display(try {q, _} = id({p, 1}) catch error:E -> E end),
    erlang:display(try case id(9) of 1 -> a; 2 -> b end catch error:E2 -> E2 end),
    erlang:display(try only_one(id(2)) catch error:E3 -> E3 end),
    erlang:display(try if A > 5 -> x end catch error:E4 -> E4 end),
    erlang:display(arith_pattern(12)),
    erlang:display(neg(-1)),
    erlang:display([wide(N) || N <- [0, 1, 5, 7, 100, 1000, -5, 16#ffffffffffffffffff, foo, 3.5]]),
    erlang:display([char_class(Ch) || Ch <- "aZ5 _"]).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

kind(1) -> one;
kind(1.0) -> one_float;
kind(2) -> two;
kind(a) -> atom_a;
kind([]) -> nil;
kind([_]) -> list1;
kind([_, _]) -> list2;
kind([_, _ | t]) -> improper;
kind({}) -> unit;
kind({_}) -> tuple1;
kind({a, b}) -> a_b;
kind({a, {b, C}}) -> {nested, C};
kind({_, _}) -> tuple2;
kind(<<>>) -> empty_binary;
kind(<<N>>) -> {byte, N};
kind(123456789012345678901234567890) -> big;
kind(#{k := V}) -> {map_with, V};
kind(#{}) -> map;
kind("str") -> string;
kind(X) when is_atom(X) -> {atom, X};
kind(X) -> {other, X}.

same(X, X) -> yes;
same(_, _) -> no.

alias({p, X, _} = P) -> {X, P};
alias([_ | T] = L) -> {T, L}.

string("hello " ++ Rest) -> Rest;
string("hell") -> heaven;
string(_) -> unknown.

deep({a, [{b, {c, [d, E, {f, N}]}}]}) -> {E, N}.

shape({square, A}) -> A * A;
shape({circle, R}) -> 3 * R * R;
shape({rect, A, B}) -> A * B;
shape({rect, _}) -> bad;
shape(_) -> none.

order({1, a}) -> first;
order({_, a}) -> second;
order({1, _}) -> third;
order({2, b}) -> fourth;
order(_) -> last.

only_one(1) -> ok.

arith_pattern(2 * 6) -> twelve;
arith_pattern(_) -> other.

neg(-1) -> minus_one;
neg(_) -> other.

wide(0) -> zero; wide(1) -> one; wide(2) -> two; wide(3) -> three; wide(4) -> four; wide(5) -> five;
wide(6) -> six; wide(7) -> seven; wide(100) -> hundred; wide(1000) -> thousand; wide(-5) -> minus_five;
wide(16#ffffffffffffffffff) -> huge; wide(foo) -> foo; wide(3.5) -> float; wide(_) -> other.

char_class(C) when C >= $a, C =< $z -> lower;
char_class(C) when C >= $A, C =< $Z -> upper;
char_class(C) when $0 =< C, C =< $9 -> digit;
char_class($_) -> underscore;
char_class(_) -> other.
