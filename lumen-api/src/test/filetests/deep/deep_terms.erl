%% Terms a million deep, made, copied, compared and taken apart; lists built on the way back.
-module(deep_terms).
-export([main/0]).

main() ->
    L = build(1000000, []),
    erlang:display(length(double(L))),
    erlang:display(sum(double(L))),
    Nest = nest(1000000, x),
    erlang:display(depth(Nest)),
    erlang:display(Nest =:= nest(1000000, x)),
    erlang:display(Nest < nest(1000000, y)),
    Self = self(),
    spawn(fun() -> Self ! {back, {Nest}} end),
    receive {back, Deeper} -> erlang:display(depth(Deeper)) end,
    erlang:display(erlang:phash2(L) =:= erlang:phash2(build(1000000, []))).

build(0, L) -> L;
build(N, L) -> build(N - 1, [N | L]).

double([]) -> [];
double([H | T]) -> [H * 2 | double(T)].

sum([]) -> 0;
sum([H | T]) -> H + sum(T).

nest(0, X) -> X;
nest(N, X) -> nest(N - 1, {X}).

depth({X}) -> 1 + depth(X);
depth(_) -> 0.
