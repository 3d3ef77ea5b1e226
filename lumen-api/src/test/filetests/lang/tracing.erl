%% What erlang:trace/3 tells about processes: messages, relations, turns, collections; who may trace whom, and what becomes of it.
-module(tracing).
-export([main/0, loop/0, child/0]).

main() ->
    arguments(),
    specs(),
    sending(),
    receiving(),
    relations(),
    names(),
    spawns(),
    inheritance(),
    exits(),
    turns(),
    collections(),
    timestamps(),
    tracers(),
    information(),
    sensitive(),
    floods().

%% ---- arguments ----

arguments() ->
    P = looper(),
    Dead = dead(),
    Flags = [all, send, 'receive', procs, ports, call, arity, return_to, silent, running, exiting, running_procs, running_ports,
             garbage_collection, timestamp, cpu_timestamp, monotonic_timestamp, strict_monotonic_timestamp, set_on_spawn,
             set_on_first_spawn, set_on_link, set_on_first_link, foo, 1, {tracer, self()}, {tracer, Dead}, {tracer, P}, {tracer, a}, {tracer, 1}, {foo, 1}],
    [begin
         show({on, label(F, P, Dead)}, fun() -> erlang:trace(P, true, [F]) end),
         show({info, label(F, P, Dead)}, fun() -> erlang:trace_info(P, flags) end),
         show({off, label(F, P, Dead)}, fun() -> erlang:trace(P, false, [F]) end),
         show({info, label(F, P, Dead)}, fun() -> erlang:trace_info(P, flags) end),
         erlang:trace(P, false, [all])
     end || F <- Flags, not lists:member(F, [call, all, cpu_timestamp, return_to])],
    [show({how, H}, fun() -> erlang:trace(P, H, [send]) end) || H <- [a, 1, [], "true"]],
    erlang:trace(P, false, [all]),
    [show({flags, L}, fun() -> erlang:trace(P, true, L) end)
     || L <- [[], foo, [send | foo], [send, foo], [[send]], {send}, send, [send, send], <<>>]],
    erlang:trace(P, false, [all]),
    [show({who, label(W, P, Dead)}, fun() -> erlang:trace(W, true, [send]) end) || W <- [Dead, a, 1, [], {P}, <<>>, process]],
    show({who, self}, fun() -> erlang:trace(self(), true, [send]) end),
    show({self_off, self}, fun() -> erlang:trace(self(), false, [send]) end),
    [show({info, label(W, P, Dead), I}, fun() -> erlang:trace_info(W, I) end)
     || W <- [P, Dead, a, 1, [], new, new_processes, new_ports, send, 'receive', {lists, seq, 2}, {a, b, 1}], I <- [flags, tracer, foo, 1, all, traced, match_spec]],
    [show({delivered, label(W, P, Dead)}, fun() -> is_reference(erlang:trace_delivered(W)) end) || W <- [P, all, Dead, a, 1, [], new, self()]],
    flush(),
    stop(P).

label(P, P, _) -> pid;
label(D, _, D) -> dead;
label({T, P}, P, _) -> {T, pid};
label({T, D}, _, D) -> {T, dead};
label({P}, P, _) -> {pid};
label({T, X}, _, _) when X =:= self() -> {T, self};
label(X, _, _) when X =:= self() -> self;
label(X, _, _) -> X.


%% ---- who is traced ----

specs() ->
    P = looper(),
    N = length(processes()),
    erlang:display({existing, erlang:trace(existing, true, [procs]) - N, erlang:trace_info(P, flags), erlang:trace_info(new, flags),
                    erlang:trace(existing, false, [procs]) - N, erlang:trace_info(P, flags)}),
    erlang:display({existing_processes, erlang:trace(existing_processes, true, [procs]) - N, erlang:trace_info(P, flags), erlang:trace_info(new, flags),
                    erlang:trace(existing_processes, false, [procs]) - N}),
    erlang:display({new, erlang:trace(new, true, [procs]), erlang:trace_info(P, flags), erlang:trace_info(new, flags), tracer_of(new)}),
    Q = looper(),
    erlang:display({fresh, erlang:trace_info(Q, flags), tracer_of(Q)}),
    erlang:display({new, erlang:trace(new, false, [procs]), erlang:trace_info(new, flags), tracer_of(new), erlang:trace_info(Q, flags)}),
    stop(Q),
    erlang:display({new_processes, erlang:trace(new_processes, true, [send]), erlang:trace_info(new_processes, flags), erlang:trace_info(new, flags),
                    erlang:trace(new_processes, false, [send]), erlang:trace_info(new, flags)}),
    erlang:display({processes, erlang:trace(processes, true, [procs]) - N, erlang:trace_info(P, flags), erlang:trace_info(new, flags),
                    erlang:trace(processes, false, [procs]) - N, erlang:trace_info(new, flags)}),
    erlang:display({all, erlang:trace(all, true, [procs]) - N, erlang:trace_info(P, flags), erlang:trace_info(new, flags),
                    erlang:trace(all, false, [procs]) - N, erlang:trace_info(P, flags), erlang:trace_info(new, flags)}),
    erlang:display({new_ports, erlang:trace(new_ports, true, [send]), erlang:trace(new_ports, false, [send])}),
    %% Oneself: nothing is told about it, but it is said to be so.
    erlang:display({self, erlang:trace(self(), true, [send, procs]), erlang:trace_info(self(), flags), tracer_of(self())}),
    self() ! hello,
    flush_until(hello),
    erlang:display({self, erlang:trace(self(), false, [send, procs]), erlang:trace_info(self(), flags), receive X -> X after 0 -> nothing end}),
    flush(),
    stop(P).

tracer_of(W) ->
    case erlang:trace_info(W, tracer) of
        {tracer, T} when T =:= self() -> me;
        {tracer, []} -> none;
        {tracer, T} when is_pid(T) -> other;
        T -> T
    end.

%% ---- messages ----

sending() ->
    Dead = dead(),
    Self = self(),
    events(send, [send], fun() ->
        Self ! {to, me}, self() ! {to, self}, erlang:send(Self, three, []), Self ! "text", Self ! {nested, [1, {2, 3}]},
        Dead ! late, Dead ! {late, 2}
    end),
    events(send_names, [send], fun() ->
        register(tracing_name, self()), tracing_name ! by_name, {tracing_name, node()} ! by_both, unregister(tracing_name),
        catch tracing_name ! nobody, {tracing_name, node()} ! nobody
    end),
    events(send_alias, [send], fun() ->
        A = alias(), A ! by_alias, receive by_alias -> ok end, unalias(A), A ! not_any_more
    end, fun(R) when is_reference(R) -> ref; (X) -> X end),
    events(send_3, [send], fun() -> erlang:send(Self, a, [noconnect]), erlang:send(Self, b, [nosuspend]), erlang:send(Dead, c, []) end),
    events(nothing, [send], fun() -> link(Self), unlink(Self), spawn(fun() -> Self ! not_traced end) end),
    events(timer, [send], fun() -> erlang:send_after(0, self(), ring), receive ring -> ok end end),
    flush().

receiving() ->
    Self = self(),
    events(self_receive, ['receive'], fun() -> self() ! one, self() ! {two, 2}, receive one -> ok end, receive {two, _} -> ok end end),
    events(timer_receive, ['receive'], fun() -> erlang:send_after(1, self(), ring), receive ring -> ok end end),
    events(not_looked_at, ['receive'], fun() -> self() ! unread, self() ! read, receive read -> ok end end),
    events(down, ['receive'], fun() -> {P, M} = spawn_monitor(fun() -> ok end), receive {'DOWN', M, _, P, _} -> ok end end, fun label2/1),
    events(exit_message, ['receive'], fun() -> process_flag(trap_exit, true), P = spawn_link(fun() -> exit(oops) end), receive {'EXIT', P, _} -> ok end end, fun label2/1),
    events(answer, ['receive', send], fun() -> R = make_ref(), Self ! {request, self(), R}, receive {R, answer} -> ok end end, fun label2/1,
           fun() -> receive {request, P, R} -> P ! {R, answer} end end),
    events(alias, ['receive'], fun() -> A = alias(), A ! by_alias, receive by_alias -> ok end, unalias(A), A ! lost, self() ! done, receive done -> ok end end),
    events(many, ['receive'], fun() -> [self() ! N || N <- lists:seq(1, 20)], [receive N -> ok end || N <- lists:seq(20, 1, -1)] end),
    flush().

label2(R) when is_reference(R) -> ref;
label2(X) -> X.

%% ---- links and names ----

relations() ->
    Self = self(),
    L = looper(),
    put(partner, L),
    events(link, [procs], fun() -> link(L), link(L), unlink(L), unlink(L), link(self()) end),
    events(linked, [procs], fun() -> L ! {link, self(), Self}, receive linked -> ok end end, fun(X) -> X end, fun() -> receive linked -> ok end end, L),
    Dead = dead(),
    events(link_dead, [procs], fun() -> process_flag(trap_exit, true), catch link(Dead), receive {'EXIT', _, _} -> ok after 10 -> no end, unlink(Dead) end),
    events(link_dead_2, [procs], fun() -> catch link(Dead) end),
    events(linked_ends, [procs], fun() -> process_flag(trap_exit, true), P = spawn_link(fun() -> exit(bye) end), receive {'EXIT', P, _} -> ok end end, fun no_funs/1),
    events(linked_kills, [procs], fun() -> spawn_link(fun() -> exit(bye) end), receive never -> ok end end, fun no_funs/1),
    events(monitors, [procs], fun() -> M = monitor(process, L), demonitor(M) end),
    events(exit_2, [procs], fun() -> P = spawn(fun() -> receive stop -> ok end end), exit(P, kill) end, fun no_funs/1),
    stop(L), flush().

names() ->
    events(names, [procs], fun() -> register(tracing_1, self()), unregister(tracing_1), register(tracing_2, self()) end),
    events(bad_names, [procs], fun() -> catch register(undefined, self()), catch unregister(tracing_none), register(tracing_3, self()), catch register(tracing_4, self()) end),
    flush().

spawns() ->
    Self = self(),
    events(spawn, [procs], fun() -> spawn(?MODULE, child, []), spawn(lists, seq, [1, 2]), spawn(fun child/0) end, fun no_funs/1),
    events(spawn_link, [procs], fun() -> spawn_link(?MODULE, child, []) end),
    events(spawn_monitor, [procs], fun() -> spawn_monitor(?MODULE, child, []) end),
    events(spawn_opt, [procs], fun() -> spawn_opt(?MODULE, child, [], [link, monitor, {priority, high}]) end),
    events(spawn_request, [procs], fun() -> R = spawn_request(?MODULE, child, []), receive {spawn_reply, R, ok, _} -> ok end end),
    events(in_child, [procs], fun() -> P = spawn(fun() -> spawn(?MODULE, child, []), Self ! done end), receive after 1 -> P end end, fun no_funs/1,
           fun() -> receive done -> ok end end),
    flush().

no_funs(F) when is_function(F) -> 'fun';
no_funs(X) -> X.

%% Who has it from whom.
inheritance() ->
    Flags = fun() -> {flags, L} = erlang:trace_info(self(), flags), L end,
    [begin
         P = looper(),
         erlang:trace(P, true, [procs, F]),
         Kids = fun(Kind) -> P ! {Kind, self(), Flags}, receive {child, C, L} -> {lists:sort(L), C} end end,
         R = [element(1, Kids(K)) || K <- [spawn, spawn_link, spawn, spawn_link]],
         {flags, After} = erlang:trace_info(P, flags),
         erlang:display({F, R, lists:sort(After)}),
         stop(P), flush()
     end || F <- [set_on_spawn, set_on_first_spawn, set_on_link, set_on_first_link, send]],
    %% A link made later.
    [begin
         P = looper(), Q = looper(),
         erlang:trace(P, true, [procs, F]),
         P ! {link, Q, self()}, receive linked -> ok end,
         ask(Q),
         {flags, A} = erlang:trace_info(P, flags), {flags, B} = erlang:trace_info(Q, flags),
         erlang:display({link, F, lists:sort(A), lists:sort(B)}),
         unlink_and_stop(P, Q), flush()
     end || F <- [set_on_spawn, set_on_link, set_on_first_link]],
    events(set_on_spawn, [procs, set_on_spawn], fun() -> spawn(?MODULE, child, []), receive after 5 -> ok end end),
    events(set_on_first_spawn, [procs, set_on_first_spawn], fun() -> spawn(?MODULE, child, []), spawn(?MODULE, child, []), receive after 5 -> ok end end),
    events(set_on_link, [procs, set_on_link], fun() -> spawn_link(?MODULE, child, []), spawn(?MODULE, child, []), receive after 5 -> ok end end),
    events(set_on_spawn_link, [procs, set_on_spawn], fun() -> spawn_link(?MODULE, child, []), receive after 5 -> ok end end),
    flush().

unlink_and_stop(P, Q) -> P ! {unlink, Q, self()}, receive linked -> ok end, stop(P), stop(Q).

%% ---- ends ----

exits() ->
    [events({exit, R}, [procs], fun() -> exit(R) end) || R <- [normal, shutdown, kill, {a, [b]}]],
    events(named_end, [procs], fun() -> register(tracing_5, self()), exit(bye) end),
    events(linked_end, [procs], fun() -> spawn_link(fun() -> receive stop -> ok end end), exit(bye) end, fun no_funs/1),
    [begin
         P = looper(),
         erlang:trace(P, true, [procs, 'receive', send]),
         exit(P, R),
         M = monitor(process, P), receive {'DOWN', M, _, _, _} -> ok end,
         erlang:display({killed, R, collect(P, fun(X) -> X end)})
     end || R <- [kill, shutdown, {x, 1}]],
    flush().

%% ---- turns ----

turns() ->
    P = looper(),
    erlang:trace(P, true, [running]),
    ask(P), ask(P),
    wait_waiting(P),
    erlang:trace(P, false, [running]),
    Es = collect(P, fun({M, F, A}) when is_atom(M), is_atom(F), is_integer(A) -> mfa; (X) -> X end),
    erlang:display({alternate, alternate([E || {E, _} <- Es]), lists:usort([E || {E, _} <- Es]), lists:usort([W || {_, W} <- Es])}),
    Q = looper(),
    erlang:trace(Q, true, [running, exiting]),
    exit(Q, kill),
    M = monitor(process, Q), receive {'DOWN', M, _, _, _} -> ok end,
    erlang:display({last, lists:last(collect(Q, fun({_, _, _}) -> mfa; (X) -> X end))}),
    stop(P), flush().

alternate([in, out | T]) -> alternate(T);
alternate([in]) -> true;
alternate([]) -> true;
alternate(L) -> L.

wait_waiting(P) ->
    case process_info(P, status) of
        {status, waiting} -> ok;
        _ -> receive after 1 -> wait_waiting(P) end
    end.

collections() ->
    P = looper(),
    erlang:trace(P, true, [garbage_collection]),
    garbage_collect(P),
    ask(P),
    erlang:trace(P, false, [garbage_collection]),
    Es = collect(P, fun(I) when is_list(I) -> lists:sort([K || {K, V} <- I, is_integer(V)]); (X) -> X end),
    erlang:display([E || {E, _} <- Es, lists:member(E, [gc_major_start, gc_major_end])]),
    [erlang:display(Is) || {gc_major_start, Is} <- Es],
    stop(P), flush().

%% ---- times ----

timestamps() ->
    [begin
         P = looper(),
         erlang:trace(P, true, [send, procs | Fs]),
         ask(P),
         erlang:trace(P, false, [all]),
         receive {delivered, _} -> ok after 0 -> ok end,
         R = erlang:trace_delivered(P), receive {trace_delivered, P, R} -> ok end,
         erlang:display({Fs, [{element(1, E), tuple_size(E), time_kind(E)} || E <- all(P)]}),
         stop(P), flush()
     end || Fs <- [[], [timestamp], [monotonic_timestamp], [strict_monotonic_timestamp], [timestamp, monotonic_timestamp],
                   [monotonic_timestamp, strict_monotonic_timestamp], [timestamp, strict_monotonic_timestamp]]].

time_kind(E) when element(1, E) =:= trace -> none;
time_kind(E) ->
    case element(tuple_size(E), E) of
        {A, B, C} when is_integer(A), is_integer(B), B < 1000000, C < 1000000 -> timestamp;
        {A, B} when is_integer(A), is_integer(B) -> strict;
        A when is_integer(A) -> monotonic
    end.

all(P) ->
    receive
        E when element(1, E) =:= trace, element(2, E) =:= P -> [E | all(P)];
        E when element(1, E) =:= trace_ts, element(2, E) =:= P -> [E | all(P)]
    after 0 -> []
    end.

%% ---- tracers ----

tracers() ->
    Self = self(),
    P = looper(),
    T = looper(), U = looper(),
    erlang:display({other, erlang:trace(P, true, [send, {tracer, T}]), erlang:trace_info(P, tracer) =:= {tracer, T}}),
    show(second, fun() -> erlang:trace(P, true, [procs]) end),
    show(second, fun() -> erlang:trace(P, true, [procs, {tracer, U}]) end),
    show(same, fun() -> erlang:trace(P, true, [procs, {tracer, T}]) end),
    show(off_by_other, fun() -> erlang:trace(P, false, [procs]) end),
    show(off_with_other, fun() -> erlang:trace(P, false, [send, {tracer, U}]) end),
    erlang:display({left, erlang:trace_info(P, flags), erlang:trace_info(P, tracer) =:= {tracer, T}}),
    %% The tracer ends: its tracees are free.
    stop(T),
    erlang:display({tracer_gone, erlang:trace_info(P, flags), erlang:trace_info(P, tracer)}),
    show(mine, fun() -> erlang:trace(P, true, [send]) end),
    ask(P),
    erlang:display({mine, [E || E <- collect(P, fun label3/1)]}),
    erlang:trace(P, false, [all]),
    %% It ends while it is told.
    V = looper(),
    erlang:trace(P, true, [send, procs, {tracer, V}]),
    exit(V, kill),
    ask(P), ask(P),
    erlang:display({gone, erlang:trace_info(P, flags)}),
    %% A tracer that is traced by its tracee.
    erlang:display({mutual, erlang:trace(P, true, [send, {tracer, U}]), erlang:trace(U, true, [send, 'receive', {tracer, P}])}),
    P ! {say, U, hello, Self}, receive said -> ok end,
    erlang:display({alive, ask(P), ask(U)}),
    erlang:trace(P, false, [all]), erlang:trace(U, false, [all]),
    stop(P), stop(U), flush().

label3({R, answered}) when is_reference(R) -> answered;
label3(X) -> X.

information() ->
    P = looper(),
    [begin
         erlang:trace(P, true, Fs),
         erlang:display({Fs, erlang:trace_info(P, flags), process_info(P, trace)}),
         erlang:trace(P, false, [all])
     end || Fs <- [[send], ['receive'], [procs], [running], [garbage_collection], [exiting], [send, 'receive', procs], [set_on_spawn], [set_on_first_spawn],
                   [set_on_link], [set_on_first_link], [timestamp], [send, timestamp], [monotonic_timestamp], [strict_monotonic_timestamp, send],
                   [running_procs], [running, running_procs], [silent], [arity]]],
    erlang:display({none, erlang:trace_info(P, flags), erlang:trace_info(P, tracer), process_info(P, trace)}),
    stop(P).

sensitive() ->
    Self = self(),
    P = spawn(fun() -> receive {go, X} -> process_flag(sensitive, true), Self ! X, Self ! done end, loop() end),
    erlang:trace(P, true, [send, 'receive']),
    P ! {go, secret}, receive done -> ok end,
    erlang:display({sensitive, collect(P, fun(X) -> X end)}),
    erlang:display(erlang:trace_info(P, flags)),
    stop(P), flush().

%% ---- hostile ----

floods() ->
    %% Many messages from one; those it sends and those that are told stay in order.
    N = 300,
    Self = self(),
    P = looper(),
    erlang:trace(P, true, [send]),
    P ! {flood, Self, N},
    Said = [receive {n, K} -> K end || K <- lists:seq(1, N)],
    R = erlang:trace_delivered(P), receive {trace_delivered, P, R} -> ok end,
    Told = [K || {trace, _, send, {n, K}, _} <- all(P)],
    erlang:display({flood, Said =:= Told, length(Told)}),
    %% The tracer does not read.
    T = spawn(fun() -> receive never -> ok end end),
    erlang:trace(P, false, [all]),
    erlang:trace(P, true, [send, 'receive', {tracer, T}]),
    P ! {flood, Self, N},
    [receive {n, K} -> K end || K <- lists:seq(1, N)],
    {message_queue_len, L} = process_info(T, message_queue_len),
    erlang:display({unread, L >= N}),
    stop(T), stop(P), flush().

%% ---- tools ----

%% What is told of a process that does something.
events(What, Flags, Do) -> events(What, Flags, Do, fun(X) -> X end).
events(What, Flags, Do, Label) -> events(What, Flags, Do, Label, fun() -> ok end).
events(What, Flags, Do, Label, Meanwhile) -> events(What, Flags, Do, Label, Meanwhile, none).
events(What, Flags, Do, Label, Meanwhile, Partner) ->
    {P, M} = spawn_monitor(fun() -> receive go -> Do() end end),
    put(tracee, P),
    put(partner, Partner),
    erlang:trace(P, true, Flags),
    P ! go,
    Meanwhile(),
    receive {'DOWN', M, process, P, _} -> ok end,
    erlang:display({What, collect(P, Label)}),
    %% Others that are traced through it.
    [erlang:display({What, other, collect(Q, Label)}) || Q <- lists:usort(others())],
    erlang:trace(new, false, [all]).

others() ->
    {messages, L} = process_info(self(), messages),
    [element(2, E) || E <- L, is_tuple(E), tuple_size(E) > 2, element(1, E) =:= trace].

collect(P, Label) ->
    R = erlang:trace_delivered(P),
    receive {trace_delivered, P, R} -> ok end,
    [begin [_, _, What | Rest] = tuple_to_list(E), list_to_tuple([What | [said(X, P, Label) || X <- Rest]]) end || E <- all(P)].

said(P, P, _) -> tracee;
said(X, _, _) when X =:= self() -> me;
said(X, _, Label) when is_pid(X) -> case get(partner) of X -> partner; _ -> Label(other) end;
said([H | T], P, L) -> case L([H | T]) of [H | T] -> [said(H, P, L) | said(T, P, L)]; Y -> Y end;
said(X, P, L) when is_tuple(X) -> case L(X) of X -> list_to_tuple([said(E, P, L) || E <- tuple_to_list(X)]); Y -> Y end;
said(X, _, L) -> L(X).

child() -> ok.

looper() -> spawn(fun loop/0).

loop() ->
    receive
        {ask, To, Ref} -> To ! {Ref, answered}, loop();
        {link, P, To} -> link(P), To ! linked, P ! linked, loop();
        {unlink, P, To} -> unlink(P), To ! linked, loop();
        {say, P, What, To} -> P ! What, To ! said, loop();
        {flood, To, N} -> [To ! {n, K} || K <- lists:seq(1, N)], loop();
        {spawn, To, Do} -> spawn(fun() -> To ! {child, self(), Do()} end), loop();
        {spawn_link, To, Do} -> spawn_link(fun() -> To ! {child, self(), Do()} end), loop();
        _ -> loop()
    end.

ask(P) ->
    Ref = make_ref(),
    P ! {ask, self(), Ref},
    receive {Ref, A} -> A after 5000 -> silent end.

dead() ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, _, _, _} -> Pid end.

stop(P) ->
    M = monitor(process, P),
    exit(P, kill),
    receive {'DOWN', M, _, _, _} -> ok end.

flush() -> receive _ -> flush() after 0 -> ok end.

flush_until(X) -> receive X -> ok; _ -> flush_until(X) after 100 -> nothing end.

show(What, Do) ->
    erlang:display({What, try Do() catch C:E -> {C, E} end}).
