%% Lists of options that are improper, hold what is no option, or hold values out of range.
-module(option_lists).
-export([main/0]).

main() ->
    B = <<"abcabc">>,
    T = term_to_binary(a),
    Ref = make_ref(),
    [show(split, O, fun() -> binary:split(B, <<"b">>, O) end) || O <- bad(global) ++ bad(trim) ++ bad(trim_all) ++ scopes()],
    [show(matches, O, fun() -> binary:matches(B, <<"b">>, O) end) || O <- bad(global) ++ scopes()],
    [show(match, O, fun() -> binary:match(B, <<"b">>, O) end) || O <- bad(global) ++ scopes()],
    [show(replace, O, fun() -> binary:replace(B, <<"b">>, <<"x">>, O) end)
     || O <- bad(global) ++ [[{insert_replaced, P}] || P <- [1, 7, [1 | 2], [1, 0]]]],
    [show(external_size, O, fun() -> erlang:external_size(B, O) end) || O <- bad(compressed) ++ bad(deterministic) ++ versions()],
    [show(binary_to_term, O, fun() -> binary_to_term(T, O) end) || O <- bad(safe) ++ bad(used)],
    [show(unique_integer, O, fun() -> is_integer(erlang:unique_integer(O)) end) || O <- bad(monotonic) ++ bad(positive)],
    [show(float_to_list, O, fun() -> float_to_list(1.5, O) end)
     || O <- bad(compact) ++ bad(short) ++ [[{K, V} | R] || K <- [decimals, scientific], V <- [-1, 0, 1, 249, 250, 254, a], R <- [[], x]]],
    [show(send, O, fun() -> erlang:send(self(), hi, O) end) || O <- bad(noconnect) ++ bad(nosuspend)],
    [show(demonitor, O, fun() -> demonitor(Ref, O) end) || O <- bad(flush) ++ bad(info)],
    [show(alias, O, fun() -> is_reference(alias(O)) end) || O <- bad(reply) ++ bad(explicit_unalias)],
    [show(monitor, O, fun() -> is_reference(monitor(process, self(), O)) end)
     || O <- bad(alias) ++ [[{alias, V} | R] || V <- [demonitor, reply_demonitor, explicit_unalias, foo], R <- [[], x]]],
    [show(spawn_opt, O, fun() -> is_pid(spawn_opt(fun() -> ok end, O)) end) || O <- bad(link) ++ settings()],
    [show(start_timer, O, fun() -> is_reference(erlang:start_timer(1000, self(), x, O)) end) || O <- bad(abs)],
    [show(cancel_timer, O, fun() -> kind(erlang:cancel_timer(erlang:start_timer(1000, self(), x), O)) end)
     || O <- bad(async) ++ bad(info)],
    [show(read_timer, O, fun() -> kind(erlang:read_timer(erlang:start_timer(1000, self(), x), O)) end) || O <- bad(async)],
    [show(new, O, fun() -> ets:delete(ets:new(foo, O)) end)
     || O <- bad(set) ++ bad(named_table) ++ [[{keypos, V} | R] || V <- [0, 1, -1, a, 1 bsl 70], R <- [[], x]]],
    [show(atomics, O, fun() -> is_reference(atomics:new(3, O)) end) || O <- bad(signed)],
    [show(counters, O, fun() -> element(1, counters:new(3, O)) end) || O <- bad(atomics) ++ bad(write_concurrency)],
    [show(garbage_collect, O, fun() -> erlang:garbage_collect(self(), O) end)
     || O <- bad(async) ++ [[{type, V} | R] || V <- [minor, major, foo], R <- [[], x]]],
    [show(garbage_collect, dead, fun() -> garbage_collect(dead(), O) end) || O <- [[], [{async, 7}]]],
    show(replies, [], fun() -> [receive {garbage_collect, Id, R} -> R end || Id <- [1, true, 7]] end),
    [show(halt, O, fun() -> halt(0, O) end) || O <- [[foo], foo, [{flush, 1}], [{flush, true} | x], {flush, true}]],
    [show(make_tuple, O, fun() -> erlang:make_tuple(3, x, O) end)
     || O <- [[{1, a} | x], [{4, a}], [{0, a}], [{a, b}], [{1}], foo, [{1 bsl 70, 1}], [{1, a}, {1, b}]]],
    [show(monitor_node, O, fun() -> erlang:monitor_node(a@b, false, O) end) || O <- bad(allow_passive_connect)].

%% An option, in every wrong way.
bad(O) ->
    [[O | foo], [foo], [O, O], foo, O, [O | O], [[O]], [], [a | b], <<>>, {}, [{O}], [{O, 1}], [{O, true}], [{O, 1, 2}]].

scopes() ->
    [[{scope, {1, 2}} | x], [{scope, {1, -1}}], [{scope, {7, 0}}], [{scope, {6, 0}}], [{scope, {1 bsl 70, 1}}],
     [{scope, {1, 1 bsl 70}}], [{scope, a}], [{scope, {a, b}}]].

versions() -> [[{minor_version, V} | R] || V <- [0, 1, 2, 3, a], R <- [[], x]].

settings() ->
    [[{K, V} | R] || K <- [priority, fullsweep_after, min_heap_size, min_bin_vheap_size, max_heap_size, message_queue_data, monitor, foo],
                     V <- [0, -1, a, low, on_heap, 1 bsl 70, #{size => 0}, #{size => -1}, #{}, #{kill => false}, []], R <- [[], x]].

dead() ->
    {Pid, Ref} = spawn_monitor(fun() -> ok end),
    receive {'DOWN', Ref, _, _, _} -> Pid end.

kind(N) when is_integer(N) -> integer;
kind(A) -> A.

show(What, Options, F) -> erlang:display({What, Options, try F() catch C:R -> {C, R} end}).
