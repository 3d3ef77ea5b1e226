%% What is wrong with a match specification, in words.
-module(match_specs).
-export([main/0]).

main() ->
    [show(S, fun() -> ets:test_ms({1, 2}, S) end) || S <- specifications() ++ [[{{'$1', '$2'}, G, B}] || {G, B} <- clauses()] ++ [[{H, [], [1]}] || H <- heads()]],
    [show(T, fun() -> ets:test_ms(T, [{'$1', [], ['$1']}]) end) || T <- [a, {}, {1}, [], "x"]],
    [show(S, fun() -> ets:match_spec_compile(S) end) || S <- [[], a, [a]]],
    T = ets:new(t, []),
    [show(F, fun() -> ets:F(T, S) end) || F <- [select, select_count, select_delete, select_replace], S <- [[], a, [{{'$1'}, [{foo}], [1]}]]].

specifications() ->
    V = {'$1', '$2'},
    [a, [], [a], {a}, [{a}], [{a, b}], [{a, b, c}], 1, <<>>, {V, [], [1]}, ['_'], [{V, [], [1]} | a], [{V, [], [1], x}],
     [{V, [], [1]}, {V, [{foo}], [1]}], [{V, [{foo}], [1]}, {V, [{bar}], [{baz}]}], [{V, [], [1]}, a, {V, [{foo}], [1]}],
     [{a, [], ['$1']}], [{'$1', [], ['$1']}, {V, [], ['$3']}], [{{'$0', '$1'}, [], ['$0']}], [{{'$01', '$1'}, [], ['$01']}]].

heads() ->
    [#{'$1' => 1}, #{a => '$1'}, #{'_' => 1}, #{{'$1'} => 1}, [#{'$1' => 2}], {#{'_' => 2}, b}, '$1', '_', ['$1' | '$2'], #{#{a => 1} => 1}].

%% Guards and bodies.
clauses() ->
    [{[], []}, {[], a}, {a, []}, {{foo}, [1]}, {[], {{foo}}}, {[a | {foo}], [1]}, {[{foo} | a], [1]}, {[], [{foo} | a]},
     %% variables
     {[{'+', '$3', 1}], ['$1']}, {[], ['$3']}, {[], [{const, {'$3'}}]}, {[], ['$100000001']}, {[], ['$1x', '$$', '$_', '_']},
     %% the order
     {[{'+', '$3', {foo}}], [1]}, {[], [{{'$3', {foo}, '$4'}}]}, {[], [['$3', {foo}, '$4']]}, {[], [['$3' | '$4']]},
     {[], [#{'$3' => {foo}}]}, {[], [#{a => '$4', b => {foo}}]}, {[{'and', '$3', {foo}}], [1]}, {[{'orelse', '$3', {foo}, '$4'}], [1]},
     {[{foo}, {'+', 1}, {bar}], [{baz}]}, {[{element, '$3', '$4'}, {element, '$5'}], [{hd, '$6'}]}, {[], [{foo, {bar}}]},
     %% tuples and calls
     {[], [{}]}, {[], [{{}}]}, {[], [{'$1', '$2'}]}, {[], [{{'$1'}, a}]}, {[{1}], [1]}, {[{"a"}], [1]}, {[{{1}, 2}], [1]},
     {[{is_foo, 1}], [x]}, {[{element, 1}], [x]}, {[{'not'}], [1]}, {[{node, 1, 2}], [1]}, {[{is_record, '$_', a}], [x]},
     {[{ceil, 1}], [1]}, {[{max, 1, 2}], [1]}, {[{is_boolean, 1}], [1]},
     %% special forms
     {[{const}], [1]}, {[], [{const, a, b}]}, {[{self, 1}], [1]}, {[{'and'}], [x]}, {[{'andalso'}], [x]}, {[{'or'}], [x]},
     {[{'orelse'}], [x]}, {[], [{message, a}]}, {[], [{caller}]}, {[], [{return_trace}]}, {[{set_tcw, 1}], [x]}, {[{set_tcw}], [x]},
     {[], [{get_tcw}]}, {[], [{silent, true}]}, {[], [{trace, [], []}]}, {[{get_seq_token}], [x]}, {[], [{set_seq_token, label, 1}]},
     {[], [{is_seq_trace}]}, {[], [{exception_trace}]}, {[], [{process_dump}]}, {[], [{display, 1}]}, {[], [{enable_trace, a}]},
     {[], [{disable_trace, a}]}, {[], [{caller_line}]}, {[{current_stacktrace}], [1]},
     %% nothing is wrong
     {[], [{hd, '$1'}]}, {[{hd, '$1'}], [x]}, {['$1'], [x]}, {[{'=:=', '$1', {const, 1}}], [{{'$2', {const, {a}}}}]}, {[], [1, 2, 3]}].

show(What, F) -> erlang:display({What, try F() catch C:R -> {C, R} end}).
