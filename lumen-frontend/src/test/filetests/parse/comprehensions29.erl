%! test parse otp=29
-module(comprehensions29).
maps(M) ->
    #{K => V || K := V <- M}, [{K, V} || K := V <- M, V > 1], #{X => 1 || X <- M, Y := _ <- X, Y},
    << <<V>> || _ := V <- M >>, #{K => V || <<K, V>> <= M}, #{a => b || true}.
strict(L) ->
    [X || {ok, X} <:- L], [X || <<X>> <:= L], #{K => V || K := V <:- L}, << <<X>> || X <:- L >>.
zip(A, B) ->
    [{X, Y} || X <- A && Y <- B], [{X, Y, Z} || X <- A && <<Y>> <= B && Z := _ <- A, X > Y],
    #{X => Y || X <:- A && Y <- B, true, Z <- A && W <- B}.
multi(L) ->
    [X, X + 1 || X <- L], #{X => 1, -X => 2 || X <- L}.
calls(F) -> F(1)(2), #{a => b || true}:f().
