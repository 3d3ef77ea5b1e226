-module(trace_caught).
-export([main/0, id/1]).
main() ->
    p(a()),
    p(b(1)),
    p(c(1)),
    p(d()),
    p(e(2)),
    p(f(1)), p(f(2)), p(f(3)),
    ok.
a() -> try error(one) catch _:_:S -> S end.
b(X) -> try error({two, X}) catch error:{two, _}:S -> S end.
c(X) -> try case X of 1 -> error(c1); 2 -> throw(c2) end catch _:_:S -> S end.
d() -> try throw(x) catch throw:x:S -> S end.
e(X) -> try {ok, X} = {ok, 1} catch _:_:S -> S end.
f(N) -> try g(N) catch _:_:S -> S end.
g(1) -> error(g1);
g(2) -> exit(g2);
g(3) -> throw(g3).
p(S) -> io:format("~0p~n", [[{F, A, proplists:get_value(line, L)} || {trace_caught, F, A, L} <- S]]).
id(X) -> X.
