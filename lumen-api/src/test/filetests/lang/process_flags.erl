%% The flags of processes: what they may be set to, what they were, what process_info says of them; options of spawn_opt.
-module(process_flags).
-export([main/0, undefined_function/3]).

main() ->
    every_flag_and_value(),
    roundtrips(),
    heap_sizes(),
    limits(),
    of_others(),
    inherited(),
    spawn_options(),
    calls(),
    effects(),
    code().

values() ->
    [true, false, a, 0, 1, -1, 4, 233, 10000, 10001, 65535, 65536, 1 bsl 32, 1 bsl 59, 1 bsl 70, 1.0, "x", [], {}, <<>>,
     low, normal, high, max, on_heap, off_heap, error_handler, undefined, default, self, #{}, #{size => 0}, #{size => 1 bsl 20},
     #{size => -1}, #{kill => false}, #{size => 100000, kill => false, error_logger => false}, #{size => 1},
     #{size => 100000, kill => 1}, #{size => 100000, foo => 1}, [{size, 3}]].

flags() ->
    [trap_exit, priority, error_handler, min_heap_size, min_bin_vheap_size, max_heap_size, fullsweep_after, message_queue_data,
     sensitive, save_calls, scheduler, async_dist, foo, 1, "trap_exit", monitor_nodes, {monitor_nodes, []}].

every_flag_and_value() ->
    [in_new(fun() -> show({F, V}, fun() -> process_flag(F, V) end) end) || F <- flags(), V <- values()].

%% Set, set back, and what is said of it in between.
roundtrips() ->
    [in_new(fun() ->
         Old = process_flag(F, V),
         erlang:display({F, V, Old, info(F), process_flag(F, W), info(F), process_flag(F, Old), info(F)})
     end) || {F, V, W} <- [{trap_exit, true, false}, {trap_exit, false, true}, {priority, high, low}, {priority, max, normal},
                           {priority, low, max}, {error_handler, foo, bar}, {min_heap_size, 1000, 5000}, {min_bin_vheap_size, 100000, 50000},
                           {max_heap_size, 1000000, #{size => 2000000, kill => false}}, {fullsweep_after, 5, 0}, {fullsweep_after, 70000, 65535},
                           {message_queue_data, off_heap, on_heap}, {message_queue_data, on_heap, off_heap},
                           {sensitive, true, false}, {save_calls, 10, 20}, {save_calls, 0, 1}]].

info(F) when F =:= error_handler; F =:= trap_exit; F =:= priority; F =:= min_heap_size; F =:= min_bin_vheap_size; F =:= max_heap_size; 
             F =:= message_queue_data; F =:= fullsweep_after ->
    {F, V} = try process_info(self(), F) catch error:E -> {F, E} end,
    {garbage_collection, L} = process_info(self(), garbage_collection),
    {V, proplists:get_value(F, L, none)};
info(_) -> none.

heap_sizes() ->
    in_new(fun() ->
        [begin process_flag(min_heap_size, N), erlang:display({N, process_info(self(), min_heap_size)}) end
         || N <- [0, 1, 232, 233, 234, 376, 377, 610, 611, 1000, 5000, 46422, 100000, 1000000, 1]],
        [begin process_flag(min_bin_vheap_size, N), erlang:display({N, process_info(self(), min_bin_vheap_size)}) end
         || N <- [0, 1, 232, 46422, 46423, 100000, 1000000, 1]]
    end).

limits() ->
    in_new(fun() ->
        [erlang:display({L, process_flag(max_heap_size, L), process_info(self(), max_heap_size)})
         || L <- [1000000, 0, #{size => 500000}, #{size => 500000, kill => false}, #{size => 700000, error_logger => false},
                  #{size => 0, kill => false, error_logger => false}, #{size => 0}]]
    end).

%% process_flag/3
of_others() ->
    P = spawn(fun() -> receive stop -> ok end end),
    Dead = dead(),
    [show({other, F, V}, fun() -> process_flag(P, F, V) end)
     || F <- [save_calls, trap_exit, priority, foo, 1], V <- [0, 10, 20, 10000, 10001, -1, true, a, high, 1 bsl 70]],
    [show({self, F, V}, fun() -> process_flag(self(), F, V) end)
     || F <- [save_calls, trap_exit, priority, foo, 1], V <- [0, 10, 20, 10000, 10001, -1, true, a, high, 1 bsl 70]],
    process_flag(self(), save_calls, 0),
    [show({dead, F, V}, fun() -> process_flag(Dead, F, V) end) || F <- [save_calls, foo], V <- [0, a]],
    [show({no, X}, fun() -> process_flag(X, save_calls, 0) end) || X <- [a, 1, make_ref_name, [], {}]],
    exit(P, kill).

%% What a new process has of the one that made it.
inherited() ->
    in_new(fun() ->
        process_flag(trap_exit, true), process_flag(priority, high), process_flag(min_heap_size, 1000), process_flag(fullsweep_after, 3),
        process_flag(error_handler, foo), process_flag(message_queue_data, off_heap), process_flag(max_heap_size, 1000000),
        process_flag(save_calls, 5), process_flag(min_bin_vheap_size, 100000),
        Items = [trap_exit, priority, error_handler, message_queue_data, max_heap_size, min_heap_size, fullsweep_after, garbage_collection],
        [erlang:display({spawned, How, in(How, fun() -> [one(I) || I <- Items] end)}) || How <- [[], [link], [monitor]]]
    end).

one(garbage_collection) -> {garbage_collection, L} = process_info(self(), garbage_collection), lists:keydelete(minor_gcs, 1, L);
one(I) -> try process_info(self(), I) catch error:E -> {I, E} end.

in(How, Do) ->
    Self = self(),
    spawn_opt(fun() -> Self ! {result, Do()} end, How),
    receive {result, R} -> R end.

spawn_options() ->
    [show({spawn_opt, O}, fun() -> in(O, fun() -> [one(I) || I <- [priority, message_queue_data, max_heap_size, garbage_collection]] end) end)
     || O <- [[{K, V}] || K <- [priority, fullsweep_after, min_heap_size, min_bin_vheap_size, max_heap_size, message_queue_data, scheduler,
                                link, monitor],
                          V <- values(), {K, V} =/= {max_heap_size, 233}, {K, V} =/= {max_heap_size, 10000}, {K, V} =/= {max_heap_size, 10001},
                          not is_integer(V) orelse V < 100000 orelse V > 1 bsl 60]],
    [show({spawn_opt, O}, fun() -> in(O, fun() -> done end) end)
     || O <- [[link, link], [monitor, link], [monitor, monitor], [{priority, low}, {priority, high}], [link | foo], foo, [foo], [{priority}],
              [{priority, high, 1}], [{min_heap_size, 500}, {fullsweep_after, 0}, {priority, high}, {message_queue_data, off_heap}],
              [{scheduler, 0}], [{scheduler, 1}], [{scheduler, 10000}], [{monitor, []}], [{monitor, [{tag, x}]}], [{monitor, [{alias, reply_demonitor}]}],
              [{monitor, [foo]}], [{monitor, foo}], [{max_heap_size, #{size => 100000}}, {max_heap_size, 0}]]],
    %% The last one counts.
    erlang:display(in([{priority, low}, {priority, high}], fun() -> process_info(self(), priority) end)),
    erlang:display(in([{max_heap_size, #{size => 100000}}, {max_heap_size, 0}], fun() -> process_info(self(), max_heap_size) end)),
    [erlang:display({F, catch apply(erlang, F, A)}) || {F, A} <- [{spawn_opt, [a, []]}, {spawn_opt, [fun(X) -> X end, []]},
        {spawn_opt, [lists, seq, foo, []]}, {spawn_opt, [lists, seq, [1, 2], foo]}, {spawn_opt, [1, seq, [], []]}], F =/= spawn_opt].

%% Which calls were saved is not asked for, only whether some are.
calls() ->
    in_new(fun() ->
        erlang:display([process_info(self(), last_calls), process_flag(save_calls, 10), is_list(element(2, process_info(self(), last_calls))),
                        process_flag(save_calls, 0), process_info(self(), last_calls)])
    end).

in_new(Do) ->
    {P, M} = spawn_monitor(Do),
    receive {'DOWN', M, process, P, R} when R =:= normal -> ok; {'DOWN', M, process, P, R} -> erlang:display({ended, R}) end.

dead() ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, _, _, _} -> Pid end.

show(What, Do) ->
    erlang:display({What, try Do() catch C:E -> {C, E} end}).

%% ---- what flags do ----

effects() ->
    %% The handler of functions that are not there.
    in_new(fun() ->
        process_flag(error_handler, ?MODULE),
        erlang:display(nowhere:never(1, two)),
        erlang:display(?MODULE:nothing()),
        F = fun nowhere:fun_of/1,
        erlang:display(F(x)),
        erlang:display(apply(nowhere, with_many, lists:seq(1, 9))),
        process_flag(error_handler, error_handler),
        show(undef, fun() -> nowhere:never(1) end)
    end),
    %% Nobody sees the data of one that is sensitive.
    Self = self(),
    P = spawn(fun() -> put(a, b), process_flag(sensitive, true), Self ! ready, receive stop -> ok end end),
    receive ready -> ok end,
    P ! hello,
    erlang:display([process_info(P, I) || I <- [messages, dictionary, backtrace, message_queue_len, links]]),
    exit(P, kill),
    in_new(fun() ->
        put(a, b), self() ! hello,
        erlang:display([process_info(self(), I) || I <- [messages, dictionary, message_queue_len]]),
        process_flag(sensitive, true),
        erlang:display([process_info(self(), I) || I <- [messages, dictionary, message_queue_len]]),
        erlang:display([get(a), get(), process_flag(sensitive, false), process_info(self(), messages)])
    end),
    in_new(fun() -> erlang:display([process_flag(monitor_nodes, V) || V <- [true, true, false, false, true]]) end),
    in_new(fun() -> erlang:display([process_flag(F, V) || {F, V} <- [{monitor_nodes, true}, {{monitor_nodes, []}, true}, {monitor_nodes, false}]]) end),
    in_new(fun() -> erlang:display([process_flag(scheduler, V) || V <- [1, 1, 0, 0]]) end),
    in_new(fun() -> erlang:display(in([{scheduler, 1}], fun() -> process_flag(scheduler, 0) end)) end),
    %% What the system says goes for new processes.
    Old = [{K, erlang:system_flag(K, V)} || {K, V} <- [{min_heap_size, 1000}, {fullsweep_after, 7}, {min_bin_vheap_size, 100000}]],
    erlang:display(in([], fun() -> [one(I) || I <- [min_heap_size, garbage_collection]] end)),
    erlang:display(in([{priority, high}], fun() -> [one(I) || I <- [min_heap_size, garbage_collection]] end)),
    show(limit, fun() -> in([{max_heap_size, 600}], fun() -> done end) end),
    [erlang:system_flag(K, V) || {K, V} <- Old],
    erlang:display(in([], fun() -> [one(I) || I <- [min_heap_size, garbage_collection]] end)),
    [show({limits, O}, fun() -> in(O, fun() -> done end) end)
     || O <- [[{min_heap_size, 10000}, {max_heap_size, 9000}], [{max_heap_size, 9000}, {min_heap_size, 10000}], [{min_heap_size, 10000}, {max_heap_size, 0}]]],
    in_new(fun() -> process_flag(min_heap_size, 10000), show(limit, fun() -> process_flag(max_heap_size, 9000) end) end).

%% No process runs code of a module that was replaced.
code() ->
    P = spawn(fun() -> receive stop -> ok end end),
    [show({code, M}, fun() -> erlang:check_process_code(W, M) end) || W <- [self(), P, dead()], M <- [?MODULE, lists, no_such_module, 1, "lists"]],
    [show({code, O}, fun() -> erlang:check_process_code(P, lists, O) end)
     || O <- [[], [{allow_gc, true}], [{allow_gc, false}], [{allow_gc, 1}], [foo], foo, [{async, 1}], [{async, 2}, {allow_gc, false}], [{async, 3} | x]]],
    [erlang:display(receive {check_process_code, Id, R} -> {Id, R} end) || Id <- [1, 2]],
    [show({code, W}, fun() -> erlang:check_process_code(W, lists) end) || W <- [a, 1, [], {}]],
    exit(P, kill).

undefined_function(Module, Name, Args) -> {handled, Module, Name, Args}.
