%! test ssa
%% Closures, named funs, comprehensions, funs of functions.
-module(funs).
-export([adder/2, fact/1, squares/1, apply_all/1, nested/1]).

%% run: adder [1, 2] == 3
adder(X, Y) ->
    F = fun(Z) -> X + Z end,
    F(Y).

%% run: fact [20] == 2432902008176640000
fact(N) ->
    F = fun Self(0) -> 1; Self(K) -> K * Self(K - 1) end,
    F(N).

%% run: squares [[1,2,a,3]] == [1,4,9]
squares(L) -> [X * X || X <- L, is_integer(X)].

%% run: apply_all [2] == [4,2,3]
apply_all(X) -> [F(X) || F <- [fun double/1, fun erlang:abs/1, fun(Y) -> Y + 1 end]].

double(X) -> X * 2.

%% run: nested [3] == [{1,1},{1,2},{2,1},{2,2}]
nested(N) -> [{A, B} || A <- seq(1, N), B <- seq(1, N)].

seq(A, B) when A >= B -> [];
seq(A, B) -> [A | seq(A + 1, B)].
