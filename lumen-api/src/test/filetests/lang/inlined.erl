%% Stack traces of inlined functions: whose frames they are, with which lines; a clause that does not match.
-module(inlined).
-compile({inline, [{half, 1}, {pick, 2}, {loop, 2}, {check, 1}, {thrower, 1}, {same, 2}, {opt, 1}, {big, 1}, {inc, 1}]}).
-compile({inline, opt/1}).
-export([main/0]).

half(N) when N rem 2 =:= 0 -> N div 2.
pick(K, #{list := L}) -> [_ | _] = nth(K, L).
loop(0, Acc) -> Acc;
loop(N, Acc) when N > 0 -> loop(N - 1, [half(2 * N) | Acc]).
check(X) -> case X of {ok, Y} -> Y; error -> error(checked) end.
thrower(X) -> Y = check(X), throw({thrown, Y}).
same(X, ok) -> X.
opt(A) -> fun(B) -> half(A) + B end.
inc({X, Y}) -> {X, inc(Y)};
inc(X) -> Y = X + 1, case Y of 0 -> zero; Z -> Z end.
big(X) -> Y = half(X), Z = half(Y), {Y, Z, half(Z)}.

outer(X, Y) -> same(X, Y).
outer2(X, Y) -> {same(Y, X)}.
guarded(X) -> try half(X) catch error:function_clause:S -> {caught, lines(S)} end.
tail(X) -> half(X).
nontail(X) -> half(X) + 1.
nested(X) -> [half(A) || A <- X].
deep(X) -> {big(X)}.
%% Bodies with the same variable names inside each other.
values(X, Y) -> Z = inc(Y), {inc(X), inc(inc(Y)), [inc(A) || A <- [X, Y, Z]], {X, Y, Z}, inc(inc(X) + inc(Y))}.
again(X) -> loop(X, []).

lines(S) -> [{F, A, line(I)} || {M, F, A, I} <- S, M =:= ?MODULE].

line([{line, L} | _]) -> L;
line([_ | T]) -> line(T).

nth(1, [H | _]) -> H;
nth(N, [_ | T]) -> nth(N - 1, T).

t(Name, F) ->
    Result = try {ok, F()} catch C:R:S -> {C, R, lines(S)} end,
    erlang:display({Name, Result}).

%% Opaque to any optimiser.
id(X) -> binary_to_term(term_to_binary(X)).

main() ->
    t(tail, fun() -> tail(id(3)) end),
    t(nontail, fun() -> nontail(id(3)) end),
    t(guarded, fun() -> guarded(id(3)) end),
    t(nested, fun() -> nested(id([2, 4, 5])) end),
    t(pick1, fun() -> {pick(id(2), id(#{list => [[1], []]}))} end),
    t(pick2, fun() -> {pick(id(3), id(#{list => [[1], []]}))} end),
    t(pick3, fun() -> {pick(id(3), id(#{}))} end),
    t(check, fun() -> {check(id(error))} end),
    t(check2, fun() -> {check(id(none))} end),
    t(thrower, fun() -> {thrower(id({ok, 1}))} end),
    t(thrower2, fun() -> {thrower(id(error))} end),
    t(outer, fun() -> {outer(id(1), id(2))} end),
    t(outer2, fun() -> {outer2(id(1), id(2))} end),
    t(optname, fun() -> F = opt(id(2)), {F(3), erlang:fun_info(F, name)} end),
    t(deep, fun() -> deep(id(8)) end),
    t(deep2, fun() -> deep(id(6)) end),
    t(values, fun() -> values(id(1), id(2)) end),
    t(again, fun() -> again(id(3)) end),
    t(again2, fun() -> again(id(-3)) end),
    t(again3, fun() -> again(id(1.5)) end).
