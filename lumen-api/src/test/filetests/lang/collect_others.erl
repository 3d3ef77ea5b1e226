%% garbage_collect(Pid) is true when the process has collected, and no earlier: what it held is gone.
-module(collect_others).
-export([main/0]).

main() ->
    Waiting = spawn(fun() -> waits(self()) end),
    Busy = spawn(fun() -> busy(0, none) end),
    [erlang:display({Name, collected(Pid, How)}) || How <- [sync, options, async],
                                                    {Name, Pid} <- [{waiting, Waiting}, {busy, Busy}]],
    made(Waiting),
    true = erlang:suspend_process(Waiting),
    erlang:display({suspended, held_after(Waiting, sync)}),
    true = erlang:resume_process(Waiting),
    Dead = spawn(fun() -> ok end),
    gone(Dead),
    erlang:display({erlang:garbage_collect(Dead), erlang:garbage_collect(Dead, []), asynchronously(Dead)}),
    many(Waiting),
    exit(Waiting, kill),
    exit(Busy, kill),
    erlang:display(killed_meanwhile()).

%% How many binaries it still holds.
collected(Pid, How) ->
    made(Pid),
    held_after(Pid, How).

made(Pid) ->
    Pid ! {make, self()},
    receive {made, Pid} -> ok end.

held_after(Pid, How) ->
    true = collect(Pid, How),
    {binary, Held} = process_info(Pid, binary),
    length(Held).

collect(Pid, sync) -> erlang:garbage_collect(Pid);
collect(Pid, options) -> erlang:garbage_collect(Pid, [{type, major}]);
collect(Pid, async) -> asynchronously(Pid).

asynchronously(Pid) ->
    async = erlang:garbage_collect(Pid, [{async, {id, Pid}}]),
    receive {garbage_collect, {id, Pid}, Result} -> Result end.

%% Makes some binaries and drops them.
waits(Self) ->
    receive {make, From} -> make(From), waits(Self) end.

busy(N, Last) ->
    receive {make, From} -> make(From), busy(N, Last)
    after 0 -> busy(N + 1, Last)
    end.

make(From) ->
    Sizes = [byte_size(binary:copy(<<N>>, 1000)) || N <- [1, 2, 3, 4]],
    From ! {made, self()},
    Sizes.

gone(Pid) ->
    case is_process_alive(Pid) of
        true -> gone(Pid);
        false -> ok
    end.

%% Several ask at once, each hears once.
many(Pid) ->
    Self = self(),
    Askers = [spawn(fun() -> Self ! {self(), [erlang:garbage_collect(Pid) || _ <- [1, 2, 3, 4, 5]]} end) || _ <- [1, 2, 3, 4]],
    erlang:display([receive {Asker, Answers} -> Answers end || Asker <- Askers]).

%% Who ends instead of answering has not collected; nobody waits for ever.
killed_meanwhile() ->
    Self = self(),
    Victim = spawn(fun() -> busy(0, none) end),
    Asker = spawn(fun() -> Self ! {self(), until_false(Victim)} end),
    receive after 5 -> ok end,
    exit(Victim, kill),
    receive {Asker, Answer} -> Answer end.

until_false(Pid) ->
    case erlang:garbage_collect(Pid) of
        true -> until_false(Pid);
        Other -> Other
    end.
