%% Funs: closures, several clauses, named, local, remote.
-module(funs).
-export([main/0, double/1]).

main() ->
    Add = adder(2),
    Remote = fun funs:double/1,
    {M, F, A} = {funs, double, 1},
    erlang:display({Add(3), (chooser())(0), (chooser())(7), (factorial())(5), apply_to(fun double/1, 4), Remote(5), (fun M:F/A)(6)}).

adder(N) -> fun(X) -> X + N end.

chooser() ->
    fun
        (0) -> zero;
        (X) when X > 5 -> big;
        (_) -> small
    end.

factorial() ->
    fun Fact(0) -> 1;
        Fact(N) -> N * Fact(N - 1)
    end.

apply_to(F, X) -> F(X).

double(X) -> 2 * X.
