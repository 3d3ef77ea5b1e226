%% Stack traces: function, arity, line of errors in calls, BIFs, funs, comprehensions; what try hides and shows.
-module(traces).
-export([main/0, a/1]).

main() ->
    show(fun() -> a(1) end),
    show(fun() -> fc(2) end),
    show(fun() -> [bad(X) || X <- [1, 2]] end),
    show(fun() -> F = fun(X) -> X + id(a) end, 1 + (id(F))(1) end),
    show(fun() -> element(5, id({})) end),
    show(fun() -> hd(id([])) end),
    show(fun() -> nosuch:f(1) end),
    show(fun() -> case id(1) of 2 -> ok end end),
    show(fun() -> throw(x), ok end),
    show(fun() -> atom_to_list(id(1)) end),
    show(fun() -> try a(1) after put(x, 1) end end).

show(F) ->
    try F() catch C:R:S -> erlang:display({C, R}), rows(S, 3) end.

rows(_, 0) -> ok;
rows([{M, F, A, L} | T], N) -> erlang:display({M, F, A, line(L)}), rows(T, N - 1);
rows([], _) -> ok.

line([{line, L} | _]) -> L;
line([_ | T]) -> line(T);
line([]) -> none.

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

a(X) ->
    Y = b(X),
    Y + 1.

b(X) ->
    Z = c(X),
    Z * 2.

c(X) ->
    X + id(y).

fc(1) -> ok.

bad(X) -> X = id(0).
