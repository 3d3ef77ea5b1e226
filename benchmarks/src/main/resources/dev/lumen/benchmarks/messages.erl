%% What MessageBenchmark measures. Each function does N operations and returns when the last one is done.
-module(messages).
-export([pingpong/2, ring/2, fan_in/2, selective/2, calls/2, copies/2]).

%% N round trips, shared by some pairs of processes.
pingpong(Pairs, N) ->
    Parent = self(),
    times(Pairs, fun() -> spawn(fun() -> pair(N div Pairs), Parent ! done end) end),
    times(Pairs, fun() -> receive done -> ok end end).

pair(N) ->
    Ping = self(),
    Pong = spawn(fun() -> pong(Ping) end),
    ping(Pong, N),
    Pong ! stop.

ping(_, 0) -> ok;
ping(Pong, N) ->
    Pong ! {ping, N},
    receive {pong, N} -> ping(Pong, N - 1) end.

pong(Ping) ->
    receive
        {ping, N} -> Ping ! {pong, N}, pong(Ping);
        stop -> ok
    end.

%% N hops around a ring of Size processes.
ring(Size, N) ->
    First = link_up(Size - 1, self()),
    First ! N,
    receive
        0 -> First ! stop;
        Left -> relay(First, Left)
    end,
    drain().

link_up(0, Next) -> Next;
link_up(Size, Next) -> link_up(Size - 1, spawn(fun() -> member(Next) end)).

member(Next) ->
    receive
        stop -> Next ! stop;
        0 -> Next ! 0, member(Next);
        Left -> Next ! Left - 1, member(Next)
    end.

relay(First, Left) ->
    First ! Left - 1,
    receive
        0 -> First ! stop;
        Rest -> relay(First, Rest)
    end.

%% The stop has gone around.
drain() ->
    receive
        stop -> ok;
        _ -> drain()
    end.

%% N messages from some senders to one receiver, of each at most 100 on their way.
fan_in(Senders, N) ->
    Receiver = self(),
    times(Senders, fun() -> spawn(fun() -> send(Receiver, N div Senders, 100) end) end),
    collect(Senders).

send(Receiver, 0, _) -> Receiver ! done;
send(Receiver, N, 0) ->
    Receiver ! {credit, self()},
    receive more -> send(Receiver, N, 100) end;
send(Receiver, N, Credit) ->
    Receiver ! {item, N},
    send(Receiver, N - 1, Credit - 1).

collect(0) -> ok;
collect(Senders) ->
    receive
        {item, _} -> collect(Senders);
        {credit, Sender} -> Sender ! more, collect(Senders);
        done -> collect(Senders - 1)
    end.

%% Receives that look at Waiting messages, all but the last of them in vain; N looks in all.
selective(Waiting, N) ->
    fill(Waiting - 1),
    times(N div Waiting, fun() -> self() ! wanted, receive wanted -> ok end end).

%% N calls of a server by a process that Waiting other messages wait for. The reference that is waited for was made after they came.
calls(Waiting, N) ->
    fill(Waiting),
    Server = spawn(fun() -> serve() end),
    times(N, fun() -> call(Server, question) end),
    call(Server, stop).

call(Server, Request) ->
    Monitor = erlang:monitor(process, Server),
    Server ! {Request, self(), Monitor},
    receive
        {Monitor, Answer} -> erlang:demonitor(Monitor, [flush]), Answer;
        {'DOWN', Monitor, _, _, Reason} -> exit(Reason)
    end.

serve() ->
    receive
        {question, From, Tag} -> From ! {Tag, answer}, serve();
        {stop, From, Tag} -> From ! {Tag, stopped}
    end.

fill(Waiting) -> times(Waiting, fun() -> self() ! other end).

%% A list of Size cells sent to oneself, until N cells were.
copies(Size, N) ->
    List = cells(Size, []),
    times(N div Size, fun() -> self() ! List, receive [_ | _] -> ok end end).

cells(0, List) -> List;
cells(N, List) -> cells(N - 1, [N | List]).

times(0, _) -> ok;
times(N, Fun) -> Fun(), times(N - 1, Fun).
