%% Writes the forms of many files, as epp gives them, one form per line.
-module(dump_forms).
-export([main/1]).

%% ListFile names a source per line; the forms of the N-th go to OutDir/N.forms. Next to the directory of a source,
%% `include` is on its include path.
main([ListFile, OutDir]) ->
    {ok, Text} = file:read_file(ListFile),
    Files = [unicode:characters_to_list(F) || F <- binary:split(Text, <<"\n">>, [global]), F =/= <<>>],
    lists:foldl(fun(F, N) -> dump(F, filename:join(OutDir, integer_to_list(N) ++ ".forms")), N + 1 end, 0, Files).

dump(File, Out) ->
    Include = filename:join(filename:dirname(filename:dirname(File)), "include"),
    {ok, Forms} = epp:parse_file(File, [{location, {1, 1}}, {includes, [Include]}]),
    ok = file:write_file(Out, unicode:characters_to_binary([io_lib:format("~tw.~n", [F]) || F <- Forms])).
