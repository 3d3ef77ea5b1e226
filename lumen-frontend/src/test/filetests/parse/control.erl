%! test parse otp=25
%% Everything that begins with a keyword and ends with `end`, and functions themselves.
-module(control).
-export([]).

no_arguments() -> ok.

clauses(1) -> one;
clauses(N) when N > 1, N < 10; is_atom(N) -> many;
clauses([H | T] = L) when true -> {H, T, L};
clauses({-1, +2, 1 + 2 * 3, "a" ++ Rest}) -> Rest;
clauses(#{a := B, c := #{}}) -> B;
clauses(#r{a = 1, _ = 2}) -> #r.a;
clauses(<<A:8, B/binary>>) -> A + B;
clauses((X)) -> X.

branches(X) ->
    if X -> a; X, Y; Z -> b; true -> c end,
    case X of 1 -> a; {Y} when Y -> b; Z when Z; not Z, Y -> c end,
    case X of Y = {_} -> Y end,
    receive a -> b; {C} when C -> d end,
    receive a -> b after 10 -> c, d end,
    receive after infinity -> ok end.

exceptions() ->
    try a, b of c -> d; e when f -> g catch h -> i; j:k -> l; M:N:O when P -> q after r, s end,
    try a catch throw:X -> X end,
    try a catch _:_ -> b end,
    try a catch {X, [Y | Z]} = W when X -> {Y, Z, W} end,
    try a catch error:#r{a = X} = Y:Z -> {X, Y, Z} end,
    try a after b end,
    try a of X -> X after b end.

funs(F) ->
    fun() -> ok end, fun(X) when X -> X; (Y) -> Y end,
    fun Name(0) -> 1; Name(N) -> N * Name(N - 1) end,
    fun f/1, fun m:f/2, fun M:F/A, fun m:F/1, fun(A, _) -> fun(B) -> A + B end end.
