%! test lint otp=25
-module(patterns).
-compile(export_all).
a(X) -> f(Y) = X, Y;
a(X) -> {A, f(X)} = X, A.
b(1 + 2, -1, +1.0, bnot 3, 1 bsl 2, $a + 1, 3 div 0, 1 / 2, not true, - a, "a" ++ "b" ++ X, [$a, $b] ++ Y, X ++ "a", [a] ++ X) -> {X, Y}.
c(#{a => 1}, #{a := X}, #{X := 1}, #{f(X) := 2}, #{[X] := 3}, #{#{} := 4}) -> X.
d(<<A:8>> = <<B:8>>) -> {A, B};
d({<<A:8>>, c} = {<<B:8>>, c}) -> {A, B};
d([<<A:8>>] = [<<B:8>> | _]) -> {A, B};
d(<<A/binary, B>>) -> {A, B};
d(<<A/binary, "x">>) -> A;
d(<<"abc":8>>) -> 1;
d(<<"abc"/utf8, "def"/utf16, "x"/integer>>) -> 1;
d(<<(1 + 2), X:(1 + 2), (f(X)), <<1>>/binary, (<<1>>)>>) -> X;
d(<<A:a, B:[], C:{}, D:1.0, E:"x", F:(1/2)>>) -> {A, B, C, D, E, F};
d(<<A:16/float, B:17/float, C:4/float-unit:4, D/float, E:all/float, F:all/binary>>) -> {A, B, C, D, E, F};
d(<<A/utf8, B:8/utf8, C/utf8-unit:8, D/integer-unit:8, E/binary-unit:8, F/nonsense>>) -> {A, B, C, D, E, F};
d(<<A/signed-unsigned, B/big-little, C/integer-float, D:1/unit:0, E:1/unit:257, F:1/unit:8-unit:16, G/unit>>) ->
    {A, B, C, D, E, F, G};
d(<<A/bytes-bits, B/bits-unit:4, C/x:3>>) -> {A, B, C}.
e(L) -> [X || <<X, _/binary>> <= L], [X || <<X, _/bits>> <= L], << <<X>> || <<X:8, _/bytes>> <= L >>.
g(X) -> <<A:8, B:A/binary-unit:8, C:X, D:Y>> = X, {A, B, C, D}.
h(X) -> <<X:8/foo, (X):1/integer-integer, "abc":8, "a"/integer>>.
i() -> case f(1) of f(X) -> X; {f, X} when X -> X; 1 ++ X -> X; fun() -> ok end -> ok; #{} -> m; (X) -> X end.
k({X = {1, Y}, Y = X}) -> ok.
l(X) -> X = <<A:1>> = <<B:1>> = X, {A, B}.
m(X) -> #{a := 1} = #{b := 2} = X.
n() -> #{a := 1, b => 2}.
o() -> {begin 1 end, catch 1} = x, [x || true] = y.
f(_) -> ok.
