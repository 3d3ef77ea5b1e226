%% The built-in that makes atoms is called by a computed name.
-module(atoms_by_a_name).
-export([main/0]).

main() ->
    erlang:display(name(erlang:(maker(text))("first"))),
    erlang:display(name(apply(erlang, maker(bytes), [<<"second">>, utf8]))).

maker(text) -> list_to_atom;
maker(bytes) -> binary_to_atom.

name(first) -> the_first;
name(second) -> the_second;
name(_) -> another.
