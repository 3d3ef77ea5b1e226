%! test core otp=25
-module(guards).
-export([main/0]).
-record(r, {a, b = 1}).

main() ->
    erlang:display([several(X) || X <- [1, 5, 10, -3, a, {}]]),
    erlang:display([failing(X) || X <- [[], [1], [a], x, {1}, {2, b}]]),
    erlang:display([short(X, Y) || X <- [true, false, x], Y <- [[], [1], y]]),
    erlang:display([nested(X) || X <- [true, false, maybe_not, 1]]),
    erlang:display([old(X) || X <- [1, 1.0, a, [], {}, self(), <<>>]]),
    erlang:display([field(X) || X <- [#r{a = 1}, #r{a = 2}, {r, 1}, 3]]),
    erlang:display([calls(X) || X <- [<<1, 2>>, #{k => 1}, {a, b, c}, [1, 2, 3], 2.5, 3]]),
    erlang:display([built(X) || X <- [{1, 2}, [a, b], #{a => 1}, <<7>>, z]]).

several(X) when X > 1, X < 6; X =:= 10 -> yes;
several(X) when is_atom(X) orelse is_tuple(X) -> symbol;
several(_) -> no.

%% An alternative that fails gives way to the next.
failing(X) when hd(X) > 0, is_integer(hd(X)); element(1, X) =:= 1 -> first;
failing(X) when tuple_size(X) =:= 2, X > {1}; length(X) =:= 1 -> second;
failing(_) -> none.

short(X, Y) when X andalso hd(Y) =:= 1 -> left;
short(X, Y) when X orelse hd(Y) =:= 1 -> right;
short(_, _) -> none.

nested(X) when not (X andalso is_boolean(X)) -> negated;
nested(X) when (X and true) or false -> strict;
nested(X) when X -> truth;
nested(_) -> other.

old(X) when integer(X); float(X) -> number;
old(X) when atom(X) -> atom;
old(X) when list(X); tuple(X) -> compound;
old(X) when pid(X) -> pid;
old(X) when binary(X) -> binary.

field(X) when X#r.a =:= 1, X#r.b =:= 1 -> one;
field(X) when is_record(X, r) -> record;
field(X) when X#r.a =:= 1 orelse element(#r.a, X) =:= 1 -> never;
field(_) -> none.

calls(X) when byte_size(X) =:= 2 -> bytes;
calls(X) when map_get(k, X) =:= 1, is_map_key(k, X) -> map;
calls(X) when tuple_size(X) + 1 =:= 4 -> tuple;
calls(X) when length(X) > abs(-2) -> list;
calls(X) when is_number(X), trunc(X) =:= 2; X rem 2 =:= 0 -> two;
calls(_) -> none.

built(X) when X =:= {1, 1 + 1} -> tuple;
built(X) when X == [a | [b]]; X == "abc" -> list;
built(X) when X =:= #{a => 1} -> map;
built(X) when X =:= <<(3 + 4)>> -> binary;
built(_) -> none.
