%! test core otp=25
-module(receives).
-export([main/0]).

main() ->
    Me = self(),
    [Me ! X || X <- [third, {a, 1}, {b, 2}, {size, <<2, 1, 2, 3>>}]],
    erlang:display(selective()),
    erlang:display(exporting()),
    erlang:display(receive third -> got after 0 -> nothing end),
    erlang:display(receive {size, <<N, B:N/binary, _/binary>>} -> B end),
    erlang:display(receive _ -> some after 1 -> timed_out end),
    erlang:display(receive after 0 -> only_after end),
    erlang:display(catch receive after id(x) -> x end),
    erlang:display(bound(7)),
    Pid = spawn(fun loop/0),
    Pid ! {self(), 1},
    Pid ! {self(), 2},
    Pid ! stop,
    erlang:display([receive {Pid, X} -> X end || _ <- [1, 2]]).

selective() ->
    receive
        {b, X} when X > 1 -> {b, X};
        c -> c
    end.

exporting() ->
    receive
        {a, X} -> Y = X
    after 10 -> X = none, Y = late
    end,
    {X, Y}.

bound(X) ->
    self() ! 8, self() ! X,
    A = receive X -> equal end,
    receive B -> {A, B} end.

loop() ->
    receive
        {From, N} -> From ! {self(), N * 2}, loop();
        stop -> ok
    end.

id(X) -> X.
