%! test parse otp=25
%% Every operator, every precedence and associativity.
-module(operators).

precedence(A, B, C) ->
    A = B = C,
    A ! B ! C,
    A orelse B orelse C andalso A andalso B,
    A == B andalso B /= C orelse C =< A,
    A < B, A >= B, A > B, A =:= B, A =/= B,
    A ++ B ++ C -- A,
    A + B - C bor A bxor B bsl C bsr A or B xor C,
    A * B / C div A rem B band C and A,
    -A + -B * - -C, +A, bnot A band bnot B, not A and not B,
    - A#r.f, -A#{b := c}, not m:f(),
    A + B == C * 2 = D = E,
    catch A + catch B = catch C,
    X = catch Y,
    (catch A) + B,
    A = B ! C = D,
    1 - 2 - 3, 1 -- 2 -- 3, (1 -- 2) -- 3.

calls(F, M) ->
    f(), f(1, 2), F(1), M:F(), m:f(x), M:f(F(1)), (f(1))(2), (fun() -> ok end)(),
    (X + Y):f(), {a, b}:f(), "a":f(), [m]:f(), f(g(h(X))).

primaries() ->
    x, 'quoted atom', 'a\nb', X, _, _Y,
    $a, $\n, $\\, $', $", $ , $\s, $\x41, $\x{3b1}, $\101, $\^A, $\^[, $\e, $\d,
    1, 1.5, 1.0e10, 1.5E-3, 16#fF, 2#1011, 36#Zz, 1_000_000, 16#dead_beef, 1_0.0_1e1_0,
    "string", "two" "strings" "and
 three", "\x{3b1}\"\\\t", "",
    {}, {a}, {a, b, {c}}, [], [a], [a, b | c], [a | [b, c]], [[], [[]]], [a | [b | [c]]],
    begin a, b end, (x), ((x)).
