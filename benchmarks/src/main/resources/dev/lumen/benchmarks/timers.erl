%% What TimerBenchmark measures. Each function does N operations and returns when the last one is done.
-module(timers).
-export([hold/1, cancelled/1, fired/2]).

%% A process whose N timers are armed all the time.
hold(N) ->
    Parent = self(),
    spawn(fun() -> arm(N), Parent ! ready, receive never -> ok end end),
    receive ready -> ok end.

arm(0) -> ok;
arm(N) ->
    erlang:start_timer(1000000 + N rem 1000, self(), other),
    arm(N - 1).

%% A timer armed and cancelled.
cancelled(0) -> ok;
cancelled(N) ->
    Timer = erlang:start_timer(60000 + N rem 1000, self(), never),
    true = is_integer(erlang:cancel_timer(Timer)),
    cancelled(N - 1).

%% A timer that fires after one to four milliseconds, and its message. So many are armed at a time that there is always one due.
fired(AtATime, N) ->
    tick(AtATime),
    ticks(AtATime, N - AtATime).

tick(0) -> ok;
tick(N) ->
    erlang:send_after(N rem 4 + 1, self(), tick),
    tick(N - 1).

%% Armed ones, and how many are to be armed still.
ticks(0, 0) -> ok;
ticks(Armed, 0) ->
    receive tick -> ticks(Armed - 1, 0) end;
ticks(Armed, N) ->
    receive tick -> erlang:send_after(N rem 4 + 1, self(), tick) end,
    ticks(Armed, N - 1).
