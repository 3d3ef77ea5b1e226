%% Guards: every type test and guard BIF, failing guards, `,` `;` andalso orelse, guards that raise are false.
-module(guards).
-export([main/0]).

-record(r, {a, b = 2}).

main() ->
    Terms = [0, -1, 1.5, atom, true, false, [], [1], "s", {}, {1, 2}, #r{a = 1}, <<>>, <<1:3>>, #{}, #{a => b}, fun id/1, self(),
             make_ref(), 1 bsl 80],
    [erlang:display({I, tests(T)}) || {I, T} <- number(1, Terms)],
    erlang:display([f(X) || X <- [{1, 2}, {2, 1}, {a, b}, {[], 1}, 7]]),
    erlang:display([g(X) || X <- [0, 5, 10, 15, a]]),
    erlang:display([h(X) || X <- [[1, 2, 3], [], [a | b], {x, y}, x]]),
    erlang:display([k(X) || X <- [{tag, 1}, {tag}, tag, [tag]]]),
    erlang:display([m(X) || X <- [#{a => 1}, #{a => 2}, #{b => 1}, #{}, none]]),
    erlang:display([lazy(X, Y) || X <- [true, false, 1], Y <- [true, false, 1]]),
    erlang:display([mixed(X) || X <- [1, 2.0, 3, a]]),
    erlang:display([cmp(X, Y) || {X, Y} <- [{1, 1.0}, {1, 1}, {a, b}, {[], {}}, {#{}, []}]]),
    erlang:display(strict_bool()),
    erlang:display([size_guard(B) || B <- [<<1, 2, 3>>, <<1:4>>, {a}, foo]]).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

number(_, []) -> [];
number(N, [H | T]) -> [{N, H} | number(N + 1, T)].

tests(X) ->
    [N || {N, true} <-
        [{atom, is_atom(X)}, {binary, is_binary(X)}, {bitstring, is_bitstring(X)}, {boolean, is_boolean(X)},
         {float, is_float(X)}, {function, is_function(X)}, {function1, is_function(X, 1)}, {function2, is_function(X, 2)},
         {integer, is_integer(X)}, {list, is_list(X)}, {map, is_map(X)}, {number, is_number(X)}, {pid, is_pid(X)},
         {port, is_port(X)}, {reference, is_reference(X)}, {tuple, is_tuple(X)}, {record, is_record(X, r)},
         {record3, is_record(X, r, 3)}, {recordt, if is_record(X, r) -> true; true -> false end},
         {guard_int, if is_integer(X) -> true; true -> false end}]].

f({A, B}) when A < B -> lt;
f({A, B}) when is_integer(A), is_integer(B), A > B -> gt;
f({A, _}) when is_atom(A); A =:= [] -> atom_or_nil;
f(_) -> none.

g(X) when X > 0, X < 10; X =:= 15 -> in;
g(X) when X + 1 > 10, X div 2 =:= 5 -> ten;
g(X) when not is_integer(X) -> not_int;
g(_) -> out.

h(X) when length(X) =:= 3 -> three;
h(X) when hd(X) =:= a -> starts_with_a;
h(X) when X =:= [] -> empty;
h(X) when element(2, X) =:= y -> has_y;
h(_) -> none.

k(X) when element(1, X) =:= tag, tuple_size(X) =:= 2 -> tagged;
k(X) when tuple_size(X) < 2 -> short;
k(X) when hd(X) == tag orelse false -> list;
k(_) -> none.

m(X) when map_get(a, X) =:= 1 -> a1;
m(X) when is_map_key(b, X) -> has_b;
m(X) when map_size(X) =:= 0 -> empty;
m(X) when is_map(X) -> map;
m(_) -> none.

lazy(X, Y) when X orelse Y -> either;
lazy(X, Y) when X andalso Y -> both;
lazy(X, _) when not X -> not_x;
lazy(_, _) -> none.

mixed(X) when X == 2 -> two;
mixed(X) when abs(X) > 2, round(X) =:= 3, X band 1 =:= 1 -> three;
mixed(X) when is_number(X) -> number;
mixed(_) -> none.

cmp(X, Y) when X =:= Y -> exact;
cmp(X, Y) when X == Y -> equal;
cmp(X, Y) when X < Y -> less;
cmp(_, _) -> greater.

strict_bool() ->
    [id(true) and id(false), id(true) or id(false), id(true) xor id(true), not id(false),
     try id(1) and true catch error:E -> E end,
     try id(1) andalso true catch error:E1 -> E1 end,
     id(true) andalso 17,
     id(false) orelse xyz].

size_guard(B) when byte_size(B) =:= 3 -> three_bytes;
size_guard(B) when bit_size(B) =:= 4 -> four_bits;
size_guard(B) when size(B) =:= 1 -> size_one;
size_guard(_) -> none.
