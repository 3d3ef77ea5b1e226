%% Formatted output through the first group leader.
-module(hello).
-export([main/0]).

main() ->
    io:format("hello ~p~n", [world]),
    io:put_chars("plain\n"),
    io:put_chars(<<"binary\n">>),
    io:put_chars([$d, [<<"ee">>], "p\n"]),
    io:format("~ts~n", [[228, 8364, 128512]]),
    io:nl(),
    io:write({a, "b", [1.5, <<1, 2>>]}),
    io:nl(),
    io:fwrite("~w ~s~n", ["abc", "abc"]),
    io:format(user, "to user: ~w~n", [self() =/= group_leader()]),
    io:format(standard_io, "to standard_io~n", []),
    reason(fun() -> io:format("~p~n", []) end),
    reason(fun() -> io:format("~d~n", [a]) end),
    reason(fun() -> io:put_chars([a, b]) end),
    io:format("~w~n", [io:getopts() =/= []]),
    io:format("~p~n", [io:columns() =:= {error, enotsup}]),
    process_flag(trap_exit, true),
    Pid = spawn_link(fun() -> io:format("from another process~n"), exit(done) end),
    receive
        {'EXIT', Pid, Why} -> io:format("~p~n", [Why])
    end.

reason(F) ->
    try F() catch C:R -> io:format("~p~n", [{C, R}]) end.
