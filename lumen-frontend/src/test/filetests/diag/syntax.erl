%! test diag otp=25
%% Each form is wrong in one way; the parser reads on at the next.
-module(syntax).
a() -> ).
b( -> ok.
c() -> case x of end.
d() -> [1, 2.
e() -> {a, }.
f() -> "a" + .
g() -> a == b == c.
h() -> fun x end.
i() -> a:b:c.
j(g(X)) -> X.
k(case X of a -> b end) -> X.
l() -> if end.
m() -> try a end.
n() -> try a catch end.
o() -> receive end.
p() -> begin end.
q() -> #r.
r() -> #{a}.
s() -> #{a = b}.
t() -> X#{a => }.
u() -> <<1:>>.
v() -> <<1/>>.
w() -> <<1/integer-8>>.
x() -> [X || ].
y() -> [X || X <= Y, Z].
z() -> [X | Y, Z].
aa() -> a b.
ab() -> 1 2.
ac() -> "a" b.
ad() -> $a $b.
ae() -> Variable Other.
af() -> 1.5 2.5.
ag() -> 'quoted atom' 'another one'.
ah() -> "string with \"quotes\"" x "more".
ai() -> end.
aj() -> when.
ak() when -> ok.
al() -> ok; .
am() -> ok
an() -> ok.
ao(catch x) -> ok.
ap() -> a = .
aq() -> not.
ar() -> fun() -> ok.
as() -> fun f/x.
at() -> fun m:f/"a".
au() -> f(, a).
av() -> f(a, ).
aw()
ax() -> ..
ay() -> ... .
az(X) -> X#r.1.
ba(X) -> X#r{1 = 2}.
bb() -> maybe ok end.
bc() -> a ! .
bd() -> [a || b <- c <- d].
be() -> a -> b.
bf() -> {.
bg() -> try x of y -> z after end.
bh() -> catch.
X() -> ok.
"a"() -> ok.
1.
ok() -> ok.
