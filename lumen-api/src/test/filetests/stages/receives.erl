%% Messages: selective receive, timeouts.
-module(receives).
-export([main/0]).

main() ->
    self() ! second,
    self() ! {first, 1},
    erlang:display({one(), any(), later()}).

one() -> receive {first, X} when X > 0 -> X end.

any() ->
    receive
        Any -> Any
    after 1000 -> late
    end.

later() -> receive after 1 -> timed_out end.
