%! test core otp=25
-module(funs).
-export([main/0, exported/1]).

main() ->
    X = id(10),
    Add = fun(Y) -> X + Y end,
    erlang:display(Add(1)),
    Fact = fun F(0) -> 1; F(N) -> N * F(N - 1) end,
    erlang:display(Fact(5)),
    erlang:display([G(2) || G <- [fun exported/1, fun ?MODULE:exported/1, fun erlang:abs/1, fun abs/1, fun hidden/1]]),
    M = funs, A = 1,
    Dynamic = fun M:exported/A,
    erlang:display(Dynamic(3)),
    erlang:display((fun(a, _) -> first; (_, b) when X > 5 -> second; (_, _) -> third end)(z, b)),
    erlang:display((counter(3))()),
    erlang:display(catch (id(not_a_fun))(1)),
    erlang:display(catch Add(1, 2)),
    erlang:display(catch (fun(1) -> X end)(id(2))),
    erlang:display([erlang:fun_info(Fun, arity) || Fun <- [Add, fun _(B, C) -> {B, C} end]]),
    erlang:display((fun(X) -> {X, (fun(X) -> X end)(inner)} end)(outer)),
    erlang:display(names()),
    erlang:display((fun Unused(Y) -> Y end)(1)),
    erlang:display(apply(fun id/1, [x])).

exported(X) -> {exported, X}.

hidden(X) -> {hidden, X}.

counter(N) -> fun() -> case N of 0 -> []; _ -> [N | (counter(N - 1))()] end end.

names() ->
    [element(2, erlang:fun_info(F, name)) || F <- [fun() -> ok end, fun() -> fun() -> id(1) end end, fun(Z) -> id(Z) end]].

id(X) -> X.
