%! test core otp=25
%% -compile({inline,_}): in heavy/1 the calls of leaf/1 become its body; in the body of middle/1 that goes to main/0 the call of
%% leaf/1 (lighter) did, that of heavy/1 did not; a recursive call becomes the body once; a fun loses its name.
-module(inlining).
-compile({inline, [{leaf, 1}, heavy/1, middle/1]}).
-compile({inline, [loop/2, adder/1]}).
-compile({inline, none/0}).
-export([main/0]).

leaf(a) -> b;
leaf(X) -> {X}.
heavy({A, B}) -> {leaf(A), [leaf(B)]}.
middle(X) -> [heavy({leaf(X), a})].
loop(0, L) -> L;
loop(N, L) -> loop(N - 1, [N | L]).
adder(X) -> fun(Y) -> X + Y end.
none() -> none.

main() ->
    erlang:display(middle(id(a))),
    erlang:display(loop(id(3), none())),
    erlang:display((adder(id(1)))(id(2))),
    erlang:display((id(fun leaf/1))(c)).

id(X) -> X.
