%% Everything at once for as many seconds as the argument says, checking itself: no message, signal or timer is lost or comes
%% twice, nothing is left over, and memory does not grow.
%%
%% It goes in rounds of about a second. In a round all workers are busy, each with work of one kind until its time is up; then
%% it waits for all that it has still to get. Between rounds nothing moves, so what is there must be what was there before.
%% Prints a line {round, Number, Bytes} after each, and at last {done, [{Worker, Operations}]} or {failed, Why}.
-module(soak).
-export([main/1]).

-define(ROUND, 1000).
-define(PATIENCE, 60000).

main([Seconds]) ->
    Workers = [{Name, start(Name, Work)} || {Name, Work} <- workers()],
    Base = left_over(),
    Counts = maps:from_list([{Name, 0} || {Name, _} <- Workers]),
    try
        {Operations, Bytes} = rounds(1, list_to_integer(Seconds) * 1000 div ?ROUND, Workers, Base, Counts, []),
        flat(Bytes),
        erlang:display({done, Operations})
    catch
        throw:Why ->
            erlang:display({failed, Why}),
            halt(1)
    end.

workers() ->
    [{messages, fun messages/2},
     {many_senders, fun many_senders/2},
     {children, fun children/2},
     {links, fun links/2},
     {monitors, fun monitors/2},
     {calls, fun calls/2},
     {timers, fun timers/2},
     {sleepers, fun sleepers/2},
     {objects, fun objects/2},
     {owners, fun owners/2},
     {counters, fun counters/2}].

%% ---- rounds ----

rounds(Number, Last, _, _, Counts, Bytes) when Number > Last ->
    {[{Name, maps:get(Name, Counts)} || Name <- maps:keys(Counts)], lists:reverse(Bytes, [])};
rounds(Number, Last, Workers, Base, Counts, Bytes) ->
    Until = now_ms() + ?ROUND,
    [Pid ! {round, Number, Until} || {_, {Pid, _}} <- Workers],
    NewCounts = collect(Workers, Number, Counts),
    settled(Base, now_ms() + ?PATIENCE),
    [erlang:garbage_collect(Pid) || {_, {Pid, _}} <- Workers],
    erlang:garbage_collect(),
    Now = erlang:memory(processes_used) + erlang:memory(system),
    erlang:display({round, Number, Now}),
    rounds(Number + 1, Last, Workers, Base, NewCounts, [Now | Bytes]).

collect([], _, Counts) -> Counts;
collect([{Name, {Pid, Monitor}} | Others], Number, Counts) ->
    receive
        {Pid, Number, Count} -> collect(Others, Number, Counts#{Name => maps:get(Name, Counts) + Count});
        {'DOWN', Monitor, process, Pid, Reason} -> throw({Name, Number, Reason})
    end.

%% Who has ended may take a moment to be cleared away.
settled(Base, Limit) ->
    case left_over() of
        Base -> ok;
        Other ->
            now_ms() < Limit orelse throw({left_over, Other, Base}),
            receive after 5 -> settled(Base, Limit) end
    end.

left_over() ->
    {erlang:system_info(process_count), erlang:system_info(ets_count), process_info(self(), message_queue_len)}.

%% What a round leaves varies, the least that one leaves does not: in the last quarter it is what it was in the second one, or a fifth more.
flat(Bytes) ->
    Quarter = length(Bytes) div 4,
    {_, FromSecond} = split(Quarter, Bytes),
    {Second, _} = split(Quarter, FromSecond),
    {_, Fourth} = split(length(Bytes) - Quarter, Bytes),
    Before = least(Second),
    After = least(Fourth),
    After =< Before + Before div 5 orelse throw({memory_grows, Before, After}),
    ok.

least([First | Others]) -> fold(fun min/2, First, Others).

%% ---- a worker: Work(Seed, Until) answers how much it did ----

start(Name, Work) ->
    Main = self(),
    spawn_monitor(fun() ->
        process_flag(trap_exit, true),
        work(Main, Work, erlang:phash2(Name))
    end).

work(Main, Work, Seed) ->
    receive
        {round, Number, Until} ->
            Count = Work(Seed + Number, Until),
            receive Unexpected -> exit({came_twice, Unexpected}) after 0 -> ok end,
            Main ! {self(), Number, Count},
            work(Main, Work, Seed)
    end.

%% Again and again until the time is up; Step answers the next seed, and did PerStep operations.
until(Until, Seed, PerStep, Step) -> until(Until, Seed, PerStep, Step, 0).

until(Until, Seed, PerStep, Step, Count) ->
    case now_ms() < Until of
        true ->
            Step(Seed),
            until(Until, next(Seed), PerStep, Step, Count + PerStep);
        false -> Count
    end.

%% ---- messages: every size, in order, whole ----

messages(Seed, Until) ->
    Sender = self(),
    {Receiver, Monitor} = spawn_monitor(fun() -> take(Sender, 1) end),
    Count = give(Receiver, Seed, Until, 1, 8),
    receive {'DOWN', Monitor, process, Receiver, Reason} -> Reason = {took, Count}
    after ?PATIENCE -> exit({lost, messages, Count}) end,
    Count.

give(Receiver, Seed, Until, Number, 0) ->
    receive {took, Receiver} -> give(Receiver, Seed, Until, Number, 1)
    after ?PATIENCE -> exit({lost, credit, Number}) end;
give(Receiver, Seed, Until, Number, Credit) ->
    case now_ms() < Until of
        true ->
            Receiver ! {Number, Seed, payload(Seed)},
            give(Receiver, next(Seed), Until, Number + 1, Credit - 1);
        false ->
            Receiver ! {Number, stop},
            returned(Receiver, 8 - Credit),
            Number - 1
    end.

returned(_, 0) -> ok;
returned(Receiver, N) ->
    receive {took, Receiver} -> returned(Receiver, N - 1)
    after ?PATIENCE -> exit({lost, last_credit, N}) end.

%% What comes next must have the next number, and be what its seed says.
take(Sender, Expected) ->
    receive
        {Expected, stop} -> exit({took, Expected - 1});
        {Expected, Seed, Payload} ->
            Payload =:= payload(Seed) orelse exit({changed, Expected}),
            Sender ! {took, self()},
            take(Sender, Expected + 1);
        Other -> exit({expected, Expected, came, element(1, Other)})
    after ?PATIENCE -> exit({lost, message, Expected})
    end.

%% From a small integer to a binary of 4 MB; the larger, the rarer.
payload(Seed) ->
    case Seed rem 64 of
        0 -> binary:copy(<<Seed:64>>, 1 + Seed rem 524288);
        N when N < 4 -> binary:copy(<<Seed:64>>, 1 + Seed rem 16384);
        N when N < 8 -> numbers(Seed rem 20000, Seed);
        N when N < 16 -> [binary:copy(<<I>>, 100 + I) || I <- numbers(1 + Seed rem 20, Seed rem 100)];
        N when N < 24 -> binary:copy(<<Seed:64>>, 1 + Seed rem 64);
        N when N < 32 -> maps:from_keys(numbers(1 + Seed rem 100, Seed), Seed);
        N when N < 40 -> {Seed, Seed * 1.5, [Seed | a], "text", Seed bsl 80, fun() -> Seed end};
        N when N < 48 -> list_to_tuple(numbers(1 + Seed rem 300, Seed));
        _ -> Seed
    end.

%% Several senders at once; the messages of each come in order.
many_senders(Seed, Until) ->
    Receiver = self(),
    Senders = [spawn_link(fun() -> number(Receiver, 1, Until, 50) end) || _ <- numbers(1 + Seed rem 8, 0)],
    in_order(maps:from_list([{Sender, 0} || Sender <- Senders]), 0).

number(Receiver, Number, Until, 0) ->
    receive more -> number(Receiver, Number, Until, 50)
    after ?PATIENCE -> exit({lost, more, Number}) end;
number(Receiver, Number, Until, Credit) ->
    case now_ms() < Until of
        true ->
            Receiver ! {self(), Number, Credit},
            number(Receiver, Number + 1, Until, Credit - 1);
        false -> exit({sent, Number - 1})
    end.

in_order(Last, Count) when map_size(Last) =:= 0 -> Count;
in_order(Last, Count) ->
    receive
        {Sender, Number, Credit} when is_pid(Sender) ->
            Number =:= maps:get(Sender, Last) + 1 orelse exit({out_of_order, Number, maps:get(Sender, Last)}),
            case Credit of 1 -> Sender ! more; _ -> ok end,
            in_order(Last#{Sender := Number}, Count + 1);
        {'EXIT', Sender, {sent, Number}} ->
            Number =:= maps:get(Sender, Last) orelse exit({lost, {sent, Number}, {came, maps:get(Sender, Last)}}),
            in_order(maps:remove(Sender, Last), Count)
    after ?PATIENCE -> exit({lost, senders, map_size(Last)})
    end.

%% ---- processes: who is spawned ends once, and who is to be told is told once ----

children(Seed, Until) ->
    until(Until, Seed, 500, fun(S) ->
        Parent = self(),
        Tag = make_ref(),
        Spawned = [spawn(fun() -> Parent ! {Tag, I, self()} end) || I <- numbers(500, S)],
        [receive {Tag, I, Child} -> ok after ?PATIENCE -> exit({lost, child}) end
         || {I, Child} <- pairs(numbers(500, S), Spawned)]
    end).

%% A chain of linked processes, of which one is ended; the end of all comes to us as one signal. And links that are taken back.
links(Seed, Until) ->
    until(Until, Seed, 50, fun(S) ->
        Parent = self(),
        First = spawn_link(fun() -> chain(50, Parent) end),
        End = receive {bottom, Last} -> Last after ?PATIENCE -> exit({lost, bottom}) end,
        exit(End, {ended, S}),
        receive {'EXIT', First, {ended, S}} -> ok after ?PATIENCE -> exit({lost, 'EXIT'}) end,
        Other = spawn(fun() -> receive {S, stop} -> ok end end),
        link(Other),
        unlink(Other),
        link(Other),
        Other ! {S, stop},
        receive {'EXIT', Other, normal} -> ok after ?PATIENCE -> exit({lost, 'EXIT', normal}) end
    end).

chain(0, Parent) ->
    Parent ! {bottom, self()},
    receive never -> ok end;
chain(N, Parent) ->
    spawn_link(fun() -> chain(N - 1, Parent) end),
    receive never -> ok end.

%% A process that many monitors watch, some of which are taken back.
monitors(Seed, Until) ->
    until(Until, Seed, 100, fun(S) ->
        Watched = spawn(fun() -> receive {stop, Why} -> exit(Why) end end),
        Monitors = [erlang:monitor(process, Watched) || _ <- numbers(100, 0)],
        {Back, Kept} = split(S rem 100, Monitors),
        [true = erlang:demonitor(Monitor, [flush, info]) || Monitor <- Back],
        Watched ! {stop, {ended, S}},
        [receive {'DOWN', Monitor, process, Watched, {ended, S}} -> ok after ?PATIENCE -> exit({lost, 'DOWN'}) end
         || Monitor <- Kept]
    end).

%% Questions to a server that dies now and then: to each comes an answer or word of the death.
calls(Seed, Until) ->
    until(Until, Seed, 100, fun(S) ->
        Server = spawn(fun() -> server() end),
        {Before, Behind} = split(S rem 100, numbers(100, S)),
        [{answer, Question} = call(Server, Question) || Question <- Before],
        exit(Server, kill),
        [down = call(Server, Question) || Question <- Behind]
    end).

server() ->
    receive {Question, From, Tag} -> From ! {Tag, Question} end,
    server().

call(Server, Question) ->
    Tag = erlang:monitor(process, Server, [{alias, demonitor}]),
    Server ! {Question, Tag, Tag},
    receive
        {Tag, Answer} -> erlang:demonitor(Tag, [flush]), {answer, Answer};
        {'DOWN', Tag, process, Server, _} -> down
    after ?PATIENCE -> exit({lost, answer})
    end.

%% ---- timers: each fires once, or is cancelled ----

timers(Seed, Until) ->
    until(Until, Seed, 300, fun(S) ->
        Armed = [arm(I) || I <- numbers(300, S)],
        Cancelled = [Timer || {Timer, I} <- Armed, I rem 3 =:= 0, is_integer(erlang:cancel_timer(Timer))],
        Firing = [Timer || {Timer, _} <- Armed, not lists:member(Timer, Cancelled)],
        [receive {timeout, Timer, fired} -> ok after ?PATIENCE -> exit({lost, timer}) end || Timer <- Firing],
        [false = erlang:read_timer(Timer) || {Timer, _} <- Armed]
    end).

arm(I) -> {erlang:start_timer(I rem 40, self(), fired), I}.

sleepers(Seed, Until) ->
    until(Until, Seed, 200, fun(S) ->
        Parent = self(),
        Woken = [{spawn_link(fun() -> sleep(I rem 30, Parent, I) end), I} || I <- numbers(200, S)],
        [receive {Pid, awake, I} -> ok after ?PATIENCE -> exit({lost, sleeper}) end || {Pid, I} <- Woken],
        [receive {'EXIT', Pid, normal} -> ok after ?PATIENCE -> exit({lost, end_of_sleeper}) end || {Pid, _} <- Woken]
    end).

sleep(Time, Parent, I) ->
    receive never -> ok after Time -> Parent ! {self(), awake, I} end.

%% ---- tables ----

%% Objects of every size that several processes put, replace, find and delete, each those with its own keys.
objects(Seed, Until) ->
    Type = case Seed rem 2 of 0 -> set; 1 -> ordered_set end,
    Table = ets:new(objects, [Type, public, {write_concurrency, true}]),
    Users = [spawn_link(fun() -> use(Table, I, Until) end) || I <- numbers(4, Seed)],
    Counts = [receive {'EXIT', User, {used, Count}} -> Count
              after ?PATIENCE -> exit({lost, user}) end || User <- Users],
    0 = ets:info(Table, size),
    ets:delete(Table),
    fold(fun(A, B) -> A + B end, 0, Counts).

use(Table, Owner, Until) ->
    exit({used, until(Until, Owner, 80, fun(S) ->
        Keys = [{Owner, K} || K <- numbers(20, S rem 1000)],
        [true = ets:insert(Table, {Key, object(Key, S)}) || Key <- Keys],
        [ets:insert(Table, {Key, again, object(Key, S + 1)}) || Key <- Keys],
        [[{Key, again, Object}] = ets:lookup(Table, Key) || Key <- Keys, Object <- [object(Key, S + 1)]],
        [ets:delete(Table, Key) || Key <- Keys]
    end)}).

object({_, K}, S) ->
    case (K + S) rem 200 of
        0 -> binary:copy(<<K:64>>, 1 + (S + K) rem 20000);
        N when N < 40 -> numbers(N, K);
        _ -> {K, S}
    end.

%% Tables whose owners end, and that are inherited.
owners(Seed, Until) ->
    until(Until, Seed, 2, fun(S) ->
        Heir = self(),
        Owner = spawn_link(fun() ->
            ets:new(dropped, [{heir, none}]),
            Table = ets:new(inherited, [public, {heir, Heir, S}]),
            ets:insert(Table, [{I, {I}} || I <- numbers(500, S)])
        end),
        receive
            {'ETS-TRANSFER', Table, Owner, S} ->
                500 = ets:info(Table, size),
                ets:delete(Table)
        after ?PATIENCE -> exit({lost, 'ETS-TRANSFER'})
        end,
        receive {'EXIT', Owner, normal} -> ok after ?PATIENCE -> exit({lost, owner}) end
    end).

%% Sums that all count up at once.
counters(Seed, Until) ->
    Table = ets:new(counters, [public]),
    ets:insert(Table, {sum, 0}),
    Users = [spawn_link(fun() -> exit({counted, count(Table, Until, 0)}) end) || _ <- numbers(3, Seed)],
    Counts = [receive {'EXIT', User, {counted, Count}} -> Count
              after ?PATIENCE -> exit({lost, counter}) end || User <- Users],
    Sum = fold(fun(A, B) -> A + B end, 0, Counts),
    [{sum, Sum}] = ets:lookup(Table, sum),
    ets:delete(Table),
    Sum.

count(Table, Until, Count) ->
    [ets:update_counter(Table, sum, 1) || _ <- numbers(100, 0)],
    receive after 1 -> ok end,
    case now_ms() < Until of
        true -> count(Table, Until, Count + 100);
        false -> Count + 100
    end.

%% ---- helpers, so that it needs nothing of OTP ----

now_ms() -> erlang:monotonic_time(millisecond).

next(Seed) -> (Seed * 1103515245 + 12345) band 16#7fffffff bxor (Seed bsr 16).

%% N integers from First + 1 on.
numbers(N, First) -> numbers(N, First, []).

numbers(0, _, Numbers) -> Numbers;
numbers(N, First, Numbers) -> numbers(N - 1, First, [First + N | Numbers]).

pairs([A | As], [B | Bs]) -> [{A, B} | pairs(As, Bs)];
pairs([], []) -> [].

split(0, List) -> {[], List};
split(N, [X | List]) ->
    {Front, Back} = split(N - 1, List),
    {[X | Front], Back}.

fold(_, Result, []) -> Result;
fold(Fun, Result, [X | List]) -> fold(Fun, Fun(X, Result), List).
