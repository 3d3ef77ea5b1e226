%% Guards: alternatives, conjunctions, type tests, failing expressions.
-module(guards).
-export([main/0]).

main() -> erlang:display([kind(X) || X <- [1, -1, 2.5, a, <<1>>, [1], {1, 2}, fun kind/1, #{}]] ++ [old(a), body(1)]).

kind(X) when is_integer(X), X > 0; is_float(X) andalso X > 2 -> positive;
kind(X) when hd(X) =:= 1; element(2, X) =:= 2 -> one_or_two;
kind(X) when is_atom(X) orelse is_binary(X), not is_list(X) -> {atom_or_binary, X};
kind(X) when is_function(X, 1) -> function;
kind(X) when is_map(X), map_size(X) == 0 -> empty;
kind(_) -> other.

old(X) when X =:= a, true -> yes.

body(X) -> {is_integer(X) andalso X > 0, is_atom(X) orelse X}.
