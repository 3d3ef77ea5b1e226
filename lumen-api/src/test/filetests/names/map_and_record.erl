%% Modules named in maps, and in the defaults of records.
-module(map_and_record).
-export([main/0]).
-record(state, {backend = gb_trees, items = [], codec :: module() | undefined}).

defaults() -> #{backend => orddict, retries => 3}.

main() ->
    #{backend := Backend} = maps:merge(defaults(), #{retries => 4}),
    erlang:display(Backend:store(a, 1, Backend:new())),
    Other = maps:get(backend, (defaults())#{backend => dict}),
    erlang:display(Other:size(Other:new())),
    State = #state{codec = base64},
    Trees = State#state.backend,
    erlang:display(Trees:to_list(Trees:enter(k, v, Trees:empty()))),
    erlang:display((State#state.codec):encode(<<"abc">>)).
