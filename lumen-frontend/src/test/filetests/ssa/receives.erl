%! test ssa
%% receive: selection, timeouts, loops.
-module(receives).
-export([select/0, empty/0, echo/1]).

%% run: select [] == {b,a}
select() ->
    self() ! {a, a},
    self() ! {b, b},
    receive
        {b, X} ->
            receive {a, Y} -> {X, Y} end
    end.

%% run: empty [] == nothing
empty() ->
    receive
        X -> X
    after 10 -> nothing
    end.

%% run: echo [[1,2,3]] == [1,2,3]
echo(L) ->
    Me = self(),
    P = spawn(fun() -> loop(Me) end),
    [begin P ! X, receive {P, Y} -> Y end end || X <- L].

loop(To) ->
    receive
        stop -> ok;
        X ->
            To ! {self(), X},
            loop(To)
    end.
