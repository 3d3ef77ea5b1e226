%! test diag
-module(tokens).
c() -> 1.0e400.
d() -> 037#1 + 016#ff + 0000000002#101.
e() -> 1#0.
g() -> "\x{110000}".
h() -> "\xzz".
i() -> $\x{d800}.
k() -> @a.
l() -> a § b.
m() -> a ` b ^ c.
n() -> 0#1.
z() -> 'unterminated.
