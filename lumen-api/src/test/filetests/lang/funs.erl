%% Funs: closures, named funs, fun name/arity, external funs, recursion, errors of application, comparison.
-module(funs).
-export([main/0, twice/1, add/2]).

main() ->
    N = id(10),
    Add = fun(X) -> X + N end,
    erlang:display(Add(5)),
    erlang:display(map(Add, [1, 2, 3])),
    erlang:display(map(fun twice/1, [1, 2, 3])),
    erlang:display(map(fun ?MODULE:twice/1, [1, 2, 3])),
    erlang:display(map(fun erlang:abs/1, [-1, 2])),
    M = id(?MODULE), F = id(twice), A = id(1),
    erlang:display((fun M:F/A)(21)),
    erlang:display(M:F(4)),
    erlang:display(apply(M, add, [1, 2])),
    erlang:display(apply(Add, [1])),
    erlang:display(erlang:apply(fun(P, Q) -> {P, Q} end, [p, q])),
    Fact = fun Self(0) -> 1; Self(K) -> K * Self(K - 1) end,
    erlang:display(Fact(25)),
    Compose = fun(G, H) -> fun(X) -> G(H(X)) end end,
    erlang:display((Compose(Add, fun twice/1))(3)),
    Curry = fun(A1) -> fun(B1) -> fun(C1) -> [A1, B1, C1, N] end end end,
    erlang:display(((Curry(1))(2))(3)),
    erlang:display(case id(x) of Y -> (fun() -> Y end)() end),
    Shadow = fun(N) -> N * 2 end,
    erlang:display(Shadow(4)),
    Clauses = fun({a, X}) when X > 1 -> big; ({a, _}) -> small; (_) -> none end,
    erlang:display([Clauses(Z) || Z <- [{a, 2}, {a, 1}, b]]),
    Seven = fun(A1, A2, A3, A4, A5, A6, A7) -> [A1, A2, A3, A4, A5, A6, A7, N] end,
    erlang:display(Seven(1, 2, 3, 4, 5, 6, 7)),
    erlang:display(try (id(Add))(1, 2) catch error:{badarity, {Fn, Args}} -> {badarity, is_function(Fn), Args} end),
    erlang:display(try (id(notafun))(1) catch error:E2 -> E2 end),
    erlang:display(try (id(Clauses))(1, 2) catch error:{badarity, _} -> badarity end),
    erlang:display(try (fun(1) -> ok end)(id(2)) catch error:E3 -> E3 end),
    erlang:display(try M:nofun(1) catch error:E4 -> E4 end),
    erlang:display(try nomodule:nofun(1) catch error:E5 -> E5 end),
    erlang:display([Add =:= Add, fun twice/1 =:= fun twice/1, fun ?MODULE:twice/1 =:= fun ?MODULE:twice/1, Add =:= Shadow]),
    erlang:display(fun ?MODULE:twice/1),
    erlang:display([is_function(Add, 1), is_function(Add, 2), is_function(fun ?MODULE:add/2, 2)]),
    erlang:display(loop(fun(X) -> X + 1 end, 0, 100000)).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).
twice(X) -> X * 2.
add(A, B) -> A + B.

map(_, []) -> [];
map(F, [H | T]) -> [F(H) | map(F, T)].

loop(_, X, 0) -> X;
loop(F, X, N) -> loop(F, F(X), N - 1).
