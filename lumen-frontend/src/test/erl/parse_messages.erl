%% Prints the errors and warnings of preprocessing and parsing as `file:line:column: message`.
-module(parse_messages).
-export([main/1]).

main([Directory | Files]) ->
    ok = file:set_cwd(Directory),
    [io:put_chars(messages(F)) || F <- Files].

messages(File) ->
    {ok, Forms} = epp:parse_file(File, [{location, {1, 1}}]),
    [io_lib:format("~ts:~w:~w: ~ts~ts~n", [File, Line, Column, prefix(Kind), Module:format_error(Reason)])
     || {Kind, {{Line, Column}, Module, Reason}} <- Forms, Kind =:= error orelse Kind =:= warning].

prefix(error) -> "";
prefix(warning) -> "Warning: ".
