%% Modules named in a configuration.
-module(config_list).
-export([main/0]).

config() -> [{name, "shop"}, {store, orddict}, {sets, [ordsets, gb_sets]}].

main() ->
    Store = proplists:get_value(store, config()),
    erlang:display(Store:store(key, value, Store:new())),
    {sets, Sets} = lists:keyfind(sets, 1, config()),
    [erlang:display(Set:to_list(Set:from_list([b, a, b]))) || Set <- Sets].
