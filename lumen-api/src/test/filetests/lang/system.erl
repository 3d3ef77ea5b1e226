%% What can be asked of the system and of processes: shapes, since the values are others everywhere.
-module(system).
-export([main/0]).

main() ->
    [show({system_info, I}, fun() -> shape(erlang:system_info(I)) end) || I <- system_items()],
    [show({statistics, I}, fun() -> shape(erlang:statistics(I)) end) || I <- statistics()],
    Idle = spawn(fun() -> receive stop -> ok end end),
    [show({process_info, I}, fun() -> {shape(process_info(self(), I)), shape(process_info(Idle, I))} end) || I <- process_items()],
    [show({system_flag, F, V}, fun() -> erlang:system_flag(F, V) end) || {F, V} <- flags()],
    times(),
    memory(),
    binaries(),
    limits(),
    monitors(),
    internal().

show(What, F) -> erlang:display({What, try F() catch C:R -> {C, R} end}).

shape(A) when is_atom(A) -> A;
shape(N) when is_integer(N) -> integer;
shape(B) when is_binary(B) -> binary;
shape({Name, Value}) when is_atom(Name) -> {Name, shape(Value)};
shape(T) when is_tuple(T) -> tuple;
shape(L) when is_list(L) -> list;
shape(M) when is_map(M) -> lists:sort(maps:keys(M));
shape(P) when is_pid(P) -> pid.

system_items() ->
    [allocated_areas, allocator, alloc_util_allocators, atom_count, atom_limit, build_type, check_io, compat_rel,
     creation, debug_compiled, delayed_node_table_gc, dist, dist_buf_busy_limit, dist_ctrl, driver_version, dynamic_trace,
     dynamic_trace_probes, eager_check_io, emu_type, end_time, ets_count, ets_limit, fullsweep_after, garbage_collection, heap_sizes, heap_type,
     info, loaded, logical_processors, logical_processors_available, logical_processors_online, machine, max_heap_size, message_queue_data,
     min_heap_size, min_bin_vheap_size, modified_timing_level, multi_scheduling_blockers, nif_version,
     normal_multi_scheduling_blockers, os_monotonic_time_source, os_system_time_source, otp_release, outstanding_system_requests_limit,
     port_parallelism, port_count, port_limit, process_count, process_limit, procs, scheduler_bind_type, scheduler_id, schedulers,
     schedulers_online, dirty_cpu_schedulers, dirty_cpu_schedulers_online, dirty_io_schedulers, start_time, system_architecture,
     system_version, thread_pool_size, time_correction, time_offset, time_warp_mode, tolerant_timeofday, trace_control_word,
     update_cpu_info, version, wordsize, {wordsize, internal}, {wordsize, external}, {cpu_topology, defined}, sequential_tracer,
     overview, system_logfile, foo, {wordsize, foo}, {cpu_topology, foo}, {a, b}, "machine", 1].

statistics() ->
    [active_tasks, active_tasks_all, context_switches, exact_reductions, garbage_collection, io, microstate_accounting, reductions, run_queue,
     run_queue_lengths, run_queue_lengths_all, runtime, scheduler_wall_time, scheduler_wall_time_all, total_active_tasks, total_active_tasks_all,
     total_run_queue_lengths, total_run_queue_lengths_all, wall_clock, foo, "io"].

process_items() ->
    [backtrace, binary, catchlevel, current_function, current_location, current_stacktrace, dictionary, error_handler, garbage_collection,
     garbage_collection_info, group_leader, heap_size, initial_call, links, last_calls, memory, message_queue_len, messages, min_heap_size,
     min_bin_vheap_size, monitored_by, monitors, message_queue_data, priority, reductions, registered_name, sequential_trace_token,
     stack_size, status, suspending, total_heap_size, trace, fullsweep_after, magic_ref, foo, [foo], [status | x], [], 1].

%% What is set is told, and set back.
flags() ->
    [{backtrace_depth, 8}, {backtrace_depth, -1}, {backtrace_depth, 1 bsl 70}, {fullsweep_after, 100}, {fullsweep_after, 70000}, {fullsweep_after, 65535},
     {fullsweep_after, -1}, {microstate_accounting, true}, {microstate_accounting, reset}, {microstate_accounting, false},
     {microstate_accounting, foo}, {min_heap_size, 1000}, {min_heap_size, 233}, {min_heap_size, -1}, {min_bin_vheap_size, 1000},
     {min_bin_vheap_size, 46422}, {max_heap_size, -1}, {max_heap_size, 1}, {outstanding_system_requests_limit, 5},
     {outstanding_system_requests_limit, 134217727}, {outstanding_system_requests_limit, 0}, {outstanding_system_requests_limit, 4},
     {scheduler_wall_time, true}, {scheduler_wall_time, true}, {scheduler_wall_time, false}, {scheduler_wall_time, foo}, {schedulers_online, 0},
     {schedulers_online, a}, {trace_control_word, 7}, {trace_control_word, 0}, {trace_control_word, -1}, {trace_control_word, 1 bsl 32},
     {time_offset, finalize}, {time_offset, foo}, {multi_scheduling, foo}, {scheduler_bind_type, foo}, {cpu_topology, foo},
     {sequential_tracer, false}, {sequential_tracer, foo}, {reset_seq_trace, true}, {system_logger, foo}, {foo, 1}, {"foo", 1}].

%% Schedulers are awake at most as long as they are there.
times() ->
    erlang:system_flag(scheduler_wall_time, true),
    Times = erlang:statistics(scheduler_wall_time),
    erlang:system_flag(scheduler_wall_time, false),
    erlang:display({wall_times, length(Times) >= erlang:system_info(schedulers), [T || {_, Awake, Total} = T <- Times, Awake < 0 orelse Awake > Total]}),
    States = erlang:statistics(microstate_accounting),
    erlang:display({microstates, [shape(S) || #{type := scheduler, id := 1} = S <- States],
                    [shape(C) || #{type := scheduler, id := 1, counters := C} <- States]}),
    {Before, _, 0} = erlang:statistics(garbage_collection),
    erlang:garbage_collect(),
    {After, _, 0} = erlang:statistics(garbage_collection),
    erlang:display({collected, After > Before}).

memory() ->
    erlang:display({memory, [{K, is_integer(V), V > 0} || {K, V} <- erlang:memory(), K =/= binary, K =/= ets]}),
    [show({memory, K}, fun() -> shape(erlang:memory(K)) end)
     || K <- [total, processes, processes_used, system, atom, atom_used, binary, code, ets, [], foo, [foo], "total", {total}, [total, ets]]],
    Memory = erlang:memory(),
    {_, Total} = lists:keyfind(total, 1, Memory),
    {_, Processes} = lists:keyfind(processes, 1, Memory),
    {_, System} = lists:keyfind(system, 1, Memory),
    erlang:display({sum, Total =:= Processes + System}),
    T = ets:new(t, []),
    Without = erlang:memory(ets),
    ets:insert(T, {large, lists:seq(1, 10000)}),
    erlang:display({ets, erlang:memory(ets) - Without >= 160000}),
    ets:delete(T).

%% Shared binaries are counted, and shown with the processes that hold them.
binaries() ->
    Before = erlang:memory(binary),
    B = binary:copy(<<0>>, 1000000),
    erlang:display({binary, erlang:memory(binary) - Before >= 1000000}),
    {binary, Held} = process_info(self(), binary),
    erlang:display({held, [ok || {_, Size, Count} <- Held, Size >= 1000000, Count >= 1] =/= []}),
    erlang:display(byte_size(B)).

%% The largest heap of processes that are spawned from now on.
limits() ->
    Old = erlang:system_flag(max_heap_size, #{size => 100000, kill => true, error_logger => false}),
    erlang:display({was, maps:get(size, Old)}),
    {_, Ref} = spawn_monitor(fun() -> length(lists:seq(1, 1000000)) end),
    receive {'DOWN', Ref, _, _, Reason} -> erlang:display({down, Reason}) end,
    erlang:display({is, maps:get(size, erlang:system_info(max_heap_size)), maps:get(size, erlang:system_flag(max_heap_size, Old))}).

monitors() ->
    Ref = monitor(time_offset, clock_service),
    erlang:display({monitors, process_info(self(), monitors)}),
    erlang:display({demonitor, demonitor(Ref, [info]), demonitor(Ref, [info]), process_info(self(), monitors)}),
    [show({monitor, T, W}, fun() -> is_reference(monitor(T, W)) end)
     || {T, W} <- [{time_offset, foo}, {time_offset, self}, {time_offset, {clock_service, node()}}, {port, foo}, {port, {foo, node()}},
                   {port, {foo, a@b}}, {port, 1}, {process, {foo, a@b}}, {foo, bar}]],
    [receive {'DOWN', _, port, Who, Why} -> erlang:display({down, Who, Why}) end || _ <- [1, 2]].

internal() ->
    show(unavailable, fun() -> erts_debug:get_internal_state(reds_left) end),
    show(unavailable, fun() -> erts_debug:set_internal_state(reds_left, 1) end),
    show(unavailable, fun() -> erts_debug:set_internal_state(available_internal_state, foo) end),
    [show({append, A}, fun() -> apply(erlang, append, A) end) || A <- [[[1], [2]], [[], a], [[1 | 2], [3]], [a, []], [[1], b]]],
    [show({subtract, A}, fun() -> apply(erlang, subtract, A) end) || A <- [[[1], [2]], [[], a], [[1 | 2], [3]], [[1, 2, 1], [1]]]],
    [show({flat_size, T}, fun() -> erts_debug:flat_size(T) end)
     || T <- [{}, [], a, 1, 1 bsl 58, 1 bsl 59, -(1 bsl 59), -(1 bsl 59) - 1, 1 bsl 63, 1 bsl 64, 1 bsl 128, 1.0, <<>>, <<1>>, <<1:3>>, <<0:64>>,
              <<0:512>>, <<0:520>>, "abc", [1 | 2], {1}, {1, 2, 3}, {{}}, [{}], #{}, #{a => 1}, #{a => 1, b => 2}, fun lists:map/2,
              maps:from_list([{I, I} || I <- lists:seq(1, 32)])]].
