%% Reads lines to the end of the input, and shows each after a collection.
-module(lines).
-export([main/1]).

main(_) ->
    lists:foreach(fun(Line) -> erlang:garbage_collect(), io:format("~s", [Line]) end, lines()).

lines() ->
    case io:get_line("") of
        eof -> [];
        Line -> [Line | lines()]
    end.
