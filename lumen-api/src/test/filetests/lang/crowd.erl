%% Processes that come and go on all cores at once: links, monitors, exit signals, trapped exits, names, timers, big messages,
%% binaries that several hold. What is printed must not depend on who was first.
-module(crowd).
-export([main/0]).

-define(N, 300).

main() ->
    erlang:display(monitored(?N, 0)),
    erlang:display(linked(?N)),
    erlang:display(trapped(?N)),
    erlang:display(killed(?N)),
    erlang:display(named(?N)),
    erlang:display(timed(?N)),
    erlang:display(shared(?N)),
    erlang:display(crossed(?N)),
    erlang:display(chained(?N)).

%% Spawned and monitored at once; some fail, some end well.
monitored(0, Sum) -> Sum;
monitored(N, Sum) ->
    {Pid, Ref} = spawn_monitor(fun() -> exit({done, N}) end),
    receive {'DOWN', Ref, process, Pid, {done, X}} -> monitored(N - 1, Sum + X) end.

%% A star of linked processes: the failure of one takes all others and reaches the trapping parent once.
linked(N) ->
    process_flag(trap_exit, true),
    Main = self(),
    Hub = spawn_link(fun() -> hub(Main, N) end),
    receive {members, Members} -> ok end,
    Refs = [monitor(process, M) || M <- Members],
    hd(Members) ! fail,
    Reasons = [receive {'DOWN', R, process, _, Reason} -> Reason end || R <- Refs],
    Answer = receive {'EXIT', Hub, HubReason} -> HubReason end,
    process_flag(trap_exit, false),
    {Answer, length([x || failed <- Reasons])}.

hub(Main, N) ->
    Members = [spawn_link(fun() -> receive fail -> exit(failed) end end) || _ <- count(N)],
    Main ! {members, Members},
    receive never -> ok end.

%% All children end at the same time.
trapped(N) ->
    process_flag(trap_exit, true),
    Pids = [spawn_link(fun() -> receive go -> exit(X) end end) || X <- count(N)],
    [P ! go || P <- Pids],
    Sum = sum([receive {'EXIT', P, X} -> X end || P <- Pids]),
    process_flag(trap_exit, false),
    Sum.

%% Exit signals race with the ends of those they are for.
killed(N) ->
    Victims = [spawn_monitor(fun() -> busy(X) end) || X <- count(N)],
    [spawn(fun() -> exit(P, kill) end) || {P, _} <- Victims],
    Ended = [receive {'DOWN', R, process, P, Why} -> Why end || {P, R} <- Victims],
    length([x || W <- Ended, W =:= killed orelse W =:= normal orelse W =:= noproc]).

busy(0) -> ok;
busy(N) -> busy(N - 1).

%% Everyone wants the same name.
named(N) ->
    Main = self(),
    [spawn(fun() -> Main ! name() end) || _ <- count(N)],
    Got = [receive {name, Y} -> Y end || _ <- count(N)],
    length(Got).

name() ->
    try
        true = register(taken, self()),
        taken ! ping,
        receive ping -> ok end,
        true = unregister(taken),
        {name, had}
    catch
        error:badarg -> {name, refused}
    end.

%% Timers that fire, are cancelled, or race with that.
timed(N) ->
    Timers = [erlang:start_timer(X rem 5, self(), x) || X <- count(N)],
    length([x || T <- Timers, fired_or_cancelled(T)]).

fired_or_cancelled(T) ->
    case erlang:cancel_timer(T) of
        false -> receive {timeout, T, x} -> true end;
        Left -> is_integer(Left)
    end.

%% One large binary, held by many, parts of it by more.
shared(N) ->
    Main = self(),
    Bin = list_to_binary([X rem 256 || X <- count(10000)]),
    [spawn(fun() -> <<_:X/binary, Part:100/binary, _/binary>> = Bin, Main ! {part, X, Part} end) || X <- count(N)],
    sum([receive {part, X, <<B, _/binary>>} -> B end || X <- count(N)]).

%% Messages from everyone to everyone, received in the order of the names.
crossed(N) ->
    Main = self(),
    Pids = [spawn(fun() -> peer(Main, I) end) || I <- count(N div 10)],
    [P ! {peers, Pids} || P <- Pids],
    sum([receive {sum, P, S} -> S end || P <- Pids]).

peer(Main, I) ->
    receive {peers, Pids} -> ok end,
    [P ! {from, self(), {I, [I, I * 2, {I, I}]}} || P <- Pids],
    S = sum([receive {from, P, {K, [K, _, {K, K}]}} -> K end || P <- Pids]),
    Main ! {sum, self(), S}.

%% Each waits for the next by a monitor; the last one's end comes all the way back.
chained(0) -> the_end;
chained(N) ->
    {_, Ref} = spawn_monitor(fun() -> exit({N, chained(N - 1)}) end),
    receive {'DOWN', Ref, process, _, {N, X}} -> X end.

count(N) -> count(N, []).
count(0, L) -> L;
count(N, L) -> count(N - 1, [N | L]).

sum([]) -> 0;
sum([H | T]) -> H + sum(T).
