%! test diag otp=25
-module(heads).
f(1) -> ok;
g(2) -> ok.
h(1) -> ok;
h(1, 2) -> ok.
i() -> fun(1) -> ok; (1, 2) -> ok end.
j() -> fun F(1) -> ok; G(2) -> ok end.
k() -> fun F(1) -> ok; (2) -> ok end.
l(a) -> b;
l(c) -> d.
