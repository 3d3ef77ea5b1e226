-module(operand_scope).
-export([main/0, id/1, pair/2]).
main() ->
    p(c(fun() -> _ = (X = id(42)) + (fun() -> X = id(0) end)(), X end)),
    p(c(fun() -> R = {X = id(1), (fun() -> X = id(2) end)()}, {R, X} end)),
    p(c(fun() -> R = pair(X = id(1), fun(Y) -> X = id(Y), X end), {R, X} end)),
    p(c(fun() -> R = [X = id(1) | (fun() -> X = id(2), [X] end)()], {R, X} end)),
    p(c(fun() -> R = [(X = id(1)), [X || X <- [id(5)]]], {R, X} end)),
    p(c(fun() -> R = #{(X = id(1)) => (fun() -> X = id(2) end)()}, {R, X} end)),
    p(c(fun() -> R = <<(X = id(1)), ((fun() -> X = id(2) end)())>>, {R, X} end)),
    p(c(fun() -> R = {X = id(1), [Z || Z <- [1,2,3], X <- [Z], X > 1]}, {R, X} end)),
    p(c(fun() -> R = {X = id(1), (fun(A) -> case A of X -> eq; _ -> ne end end)(7)}, {R, X} end)),
    ok.
pair(A, F) -> {A, F(9)}.
c(F) -> try F() catch A:B -> {A, B} end.
p(S) -> io:format("~0p~n", [S]).
id(X) -> X.
