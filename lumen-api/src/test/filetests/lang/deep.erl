%% Depth: body recursion, a failure at the bottom of it, deep terms. Small enough for a collection at every allocation; the
%% folder `deep` has what is large.
-module(deep).
-export([main/0]).

main() ->
    L = build(10000, []),
    erlang:display(sum(L)),
    erlang:display(length(map(L))),
    erlang:display(try fall(10000) catch error:R:S -> {R, trace(S, 4)} end),
    erlang:display(size_of(nest(10000, []))),
    erlang:display(nest(10000, x) =:= nest(10000, x)),
    erlang:display(nest(10000, x) < nest(10000, y)).

build(0, L) -> L;
build(N, L) -> build(N - 1, [N | L]).

sum([]) -> 0;
sum([H | T]) -> H + sum(T).

map([]) -> [];
map([H | T]) -> [H * 2 | map(T)].

fall(0) -> hd(id([]));
fall(N) -> 1 + fall(N - 1).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

trace(_, 0) -> [];
trace([{M, F, A, _} | T], N) -> [{M, F, A} | trace(T, N - 1)].

nest(0, X) -> X;
nest(N, X) -> nest(N - 1, {X}).

size_of({X}) -> 1 + size_of(X);
size_of([]) -> 0.
