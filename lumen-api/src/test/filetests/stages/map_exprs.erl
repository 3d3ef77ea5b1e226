%% Maps: construction, update, patterns, keys from variables.
-module(map_exprs).
-export([main/0]).

main() ->
    M = build(b),
    erlang:display({M, update(M), get(M, b), get(M, x), nested(#{k => #{1 => deep}}), (try M#{zz := 1} catch error:E -> E end)}).

build(K) -> #{a => 1, K => 2, "s" => [], a => 3}.

update(M) -> M#{a := 4, c => 5}.

get(M, K) ->
    case M of
        #{K := V} -> {found, V};
        #{} -> missing
    end.

nested(#{k := #{1 := D}}) -> D.
