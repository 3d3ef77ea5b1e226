%% Writes the abstract code of many .beam files, one form per line.
-module(dump_beam_forms).
-export([main/1]).

%% ListFile names a .beam per line; the forms of the N-th go to OutDir/N.forms, which is not written when it has none.
main([ListFile, OutDir]) ->
    {ok, Text} = file:read_file(ListFile),
    Files = [unicode:characters_to_list(F) || F <- binary:split(Text, <<"\n">>, [global]), F =/= <<>>],
    lists:foldl(fun(F, N) -> dump(F, filename:join(OutDir, integer_to_list(N) ++ ".forms")), N + 1 end, 0, Files).

dump(File, Out) ->
    case beam_lib:chunks(File, [abstract_code]) of
        {ok, {_, [{abstract_code, {raw_abstract_v1, Forms}}]}} ->
            ok = file:write_file(Out, unicode:characters_to_binary([io_lib:format("~tw.~n", [F]) || F <- Forms]));
        {ok, {_, [{abstract_code, no_abstract_code}]}} ->
            ok
    end.
