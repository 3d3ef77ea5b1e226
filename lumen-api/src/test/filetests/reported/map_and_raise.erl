-module(map_and_raise).
-export([main/0, id/1]).
main() ->
    p(catch_it(fun() -> mlost3(id(7)) end)),
    p(catch_it(fun() -> mlost4(id(7)) end)),
    p(catch_it(fun() -> mlost5(id(7)) end)),
    p(catch_it(fun() -> (id(7))#{} end)),
    p(catch_it(fun() -> X = (id(7))#{}, X end)),
    %% stack of a raise
    p(try try error({x, 1}) catch C:R:Stk -> erlang:raise(C, {R, length(Stk) > 0}, Stk) end catch C2:R2:S2 -> {C2, R2, own(S2)} end),
    p(try r2() catch C3:R3:S3 -> {C3, R3, own(S3)} end),
    p(try try error({x, 1}) catch C4:R4:S4 -> erlang:raise(C4, R4, S4) end catch C5:R5:S5 -> {C5, R5, own(S5)} end),
    p(try try id(a) + 1 catch C6:R6:S6 -> put(s, S6), erlang:raise(C6, R6, S6) end catch C7:R7:S7 -> {C7, R7, own(S7), own(get(s))} end),
    ok.
r2() -> try error({x, 1}) catch C:R:Stk -> erlang:raise(C, {R, length(Stk) > 0}, Stk) end.
mlost3(M) -> _ = M#{}, ok.
mlost4(M) -> M#{}, ok.
mlost5(M) -> M#{}.
catch_it(F) -> try F() catch C:R -> {C, R} end.
%% What is below main is the host's.
own(S) -> [{F, A, proplists:get_value(line, L)} || {?MODULE, F, A, L} <- S].
p(X) -> io:format("~w~n", [X]).
id(X) -> X.
