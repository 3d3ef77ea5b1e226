-module(trace_lines).
-export([main/0, id/1]).
%% lines and frames of stack traces
main() ->
    [p(catch_it(F)) || F <- [fun a1/0, fun a2/0, fun a3/0, fun a4/0, fun a5/0, fun a6/0, fun a7/0]],
    p(catch_it(fun() -> case id(1) of
          1 -> error(same);
          2 -> error(same)
       end end)),
    p(catch_it(fun() -> case id(2) of
          1 -> error(first);
          2 -> error(second)
       end end)),
    p(b(1)), p(b(2)), p(b(3)),
    ok.
b(N) ->
    try
        case N of
            1 -> error({x, 1});
            2 -> error({x, 1});
            3 -> r2()
        end
    catch _:_:S -> S end.
r2() -> error({x, 1}).
a1() -> id(x) + 1.
a2() -> X = id(2), Y = id(a), X * Y.
a3() -> [id(1) | id(2)] ++ id(3), hd(id([])).
a4() -> c1(id(1)), ok.
a5() -> {ok, _} = c2(id(1)), ok.
a6() -> lists:map(fun(X) -> X + a end, id([1])).
a7() -> c3(id(1)).
c1(2) -> ok.
c2(X) -> {error, X}.
c3(X) ->
    Y = id(X),
    erlang:error(badarg, [X, Y]).
catch_it(F) -> try F() catch C:R:S -> {C, R, S} end.
p({C, R, S}) -> io:format("~w ~w ~0p~n", [C, R, [case T of {M, F, A, L} -> {M, F, A, proplists:get_value(line, L)} end || T <- S, element(1, T) =:= trace_lines]]);
p(S) -> io:format("~0p~n", [[{F, A, proplists:get_value(line, L)} || {trace_lines, F, A, L} <- S]]).
id(X) -> X.
