-module(info_items).
-export([main/0, id/1]).
main() ->
    [p({X, catch_it(fun() -> is_integer(erlang:system_info(X)) end)}) || X <- [process_count, process_limit, schedulers, atom_count, wordsize, atom_limit, port_count, ets_limit, logical_processors, schedulers_online, thread_pool_size, otp_release, system_version, version, machine, system_architecture, heap_sizes, fullsweep_after, min_heap_size, build_type, emu_flavor, emu_type, creation, dist, info, modified_timing_level, multi_scheduling, os_type, port_limit, process_limit, procs, scheduler_id, smp_support, start_time, threads, time_offset, time_warp_mode, tolerant_timeofday, trace_control_word, update_cpu_info, cpu_topology, delayed_node_table_gc, dirty_cpu_schedulers, end_time, ets_count, kernel_poll, message_queue_data, monitor, nif_version, os_monotonic_time_source, c_compiler_used, check_io, compat_rel, debug_compiled, driver_version, loaded, garbage_collection, max_heap_size, allocator, {wordsize, external}, halt_flush_timeout]],
    [p({X, E, catch_it(fun() -> unicode:characters_to_list(X, E) end)}) || {X, E} <- [{<<"é"/utf8>>, utf8}, {<<195>>, utf8}, {<<195,40>>, utf8}, {[<<195>>, <<169>>], utf8}, {<<16#D8,0>>, utf16}, {<<0,65>>, {utf16,big}}, {<<65,0,0,0>>, {utf32,little}}, {[65, [300|<<"b">>]], utf8}, {[16#D800], utf8}, {<<233>>, latin1}, {<<237,160,128>>, utf8}, {[300|<<"b">>], utf8}, {[65|<<66>>], unicode}, {[[65]|<<66>>], unicode}]],
    p(catch_it(fun() -> unicode:characters_to_binary([65|<<66>>]) end)),
    p(catch_it(fun() -> unicode:characters_to_binary([300|<<"é"/utf8>>]) end)),
    p(catch_it(fun() -> iolist_to_binary([65|<<66>>]) end)),
    p(catch_it(fun() -> iolist_to_binary([[[65|<<66>>]|<<67>>]|<<>>]) end)),
    p(catch_it(fun() -> lists:flatten(io_lib:format("~ts", [[300|<<"b">>]])) end)),
    p(catch_it(fun() -> string:length([300|<<"b">>]) end)),
    [p(catch_it(fun() -> ets:test_ms({a}, M) end)) || M <- [[{x}], x, [], [{x,y,z}], [{{a},[],[{foo}]}], [{{a},[{foo}],[a]}], [{{a},[],['$1']}], [{{a},[],[]}], [{{'$1'},[{'+','$1'}],[true]}], [{{a},[{is_tuple,1,2}],[true]}]]],
    [p(catch_it(fun() -> ets:match_spec_compile(M) end)) || M <- [[{x}], x, [{x,y,z}]]],
    ok.
catch_it(F) -> try F() catch C:R -> {C, R} end.
p(X) -> io:format("~0tp~n", [X]).
id(X) -> X.
