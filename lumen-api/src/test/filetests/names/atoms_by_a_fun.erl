%% The built-in that makes atoms is only there as a fun.
-module(atoms_by_a_fun).
-export([main/0]).

main() ->
    [erlang:display(name(A)) || A <- lists:map(fun erlang:list_to_atom/1, ["first", "second"])].

name(first) -> the_first;
name(_) -> another.
