%! test ssa
%% Decision trees: nothing is tested twice, bodies are there once.
-module(patterns).
-export([atoms/1, shapes/1, lists/2, overlap/2, maps/1, literal/1, guarded/1]).

%% run: atoms [b] == 2
%% run: atoms [3] == int
%% run: atoms [x] raises error:function_clause
atoms(a) -> 1;
atoms(b) -> 2;
atoms(3) -> int;
atoms([]) -> nil;
atoms(1.5) -> float.

%% run: shapes [{square,2}] == 4
%% run: shapes [{rect,2,3}] == 6
%% run: shapes [{circle,2}] == unknown
%% run: shapes [{}] == empty
shapes({square, A}) -> A * A;
shapes({rect, A, B}) -> A * B;
shapes({}) -> empty;
shapes(_) -> unknown.

%% run: lists [[1,2],[1]] == {both,1,1}
%% run: lists [[],[]] == none
%% run: lists [[],[x]] == one
lists([A | _], [B | _]) -> {both, A, B};
lists([], []) -> none;
lists(_, _) -> one.

%% run: overlap [b, a] == y
%% run: overlap [c, c] == z
overlap(a, _) -> x;
overlap(_, a) -> y;
overlap(_, _) -> z.

%% run: maps [#{k => 1, l => 2}] == {1,2}
%% run: maps [#{k => 1}] == {1}
%% run: maps [#{}] == map
%% run: maps [[]] raises error:function_clause
maps(#{k := A, l := B}) -> {A, B};
maps(#{k := A}) -> {A};
maps(#{}) -> map.

%% run: literal ["ab"] == 1
%% run: literal ["ac"] == 2
%% run: literal [{x,[{y,1}]}] == 3
literal("ab") -> 1;
literal("ac") -> 2;
literal({x, [{y, 1}]}) -> 3.

%% run: guarded [{a,5}] == small
%% run: guarded [{a,50}] == big
%% run: guarded [{a,b}] == other
%% run: guarded [c] == other
guarded({a, N}) when is_integer(N), N < 10 -> small;
guarded({a, N}) when is_integer(N) orelse is_float(N) -> big;
guarded(_) -> other.
