%! test errors otp=25
-module(comparisons).
-export([a/3, b/2, c/2]).
%% One comparison does not follow another, wherever it stands; with an operator that binds less tightly between them it does.
a(X, Y, Z) -> X < Y < Z.
b(X, Y) -> Z = X =< Y < 3, Z.
c(X, Y) -> self() ! X == - Y =/= 3.
d(X = 1 < 2 =:= 3) -> X.
e(X, Y) -> X < Y orelse Y < catch X < 3.
