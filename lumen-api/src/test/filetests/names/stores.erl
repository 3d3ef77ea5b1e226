%% Modules out of tables, the process dictionary, persistent terms.
-module(stores).
-export([main/0]).

main() ->
    Table = ets:new(modules, [set]),
    ets:insert(Table, [{set, ordsets}, {tree, {gb_trees, empty}}]),
    [{set, Set}] = ets:lookup(Table, set),
    erlang:display(Set:from_list([2, 1])),
    {M, F} = ets:lookup_element(Table, tree, 2),
    erlang:display(M:F()),
    put(backend, orddict),
    Backend = get(backend),
    erlang:display(Backend:from_list([{b, 2}, {a, 1}])),
    persistent_term:put(codec, base64),
    erlang:display((persistent_term:get(codec)):decode(<<"YWJj">>)).
