%% Writes the Core Erlang that OTP makes of sources.
-module(dump_core).
-export([main/1]).

%% ListFile names a source per line; the Core of the N-th goes to OutDir/N.core, unoptimized to OutDir/N.raw.core. None where
%% a header of a source is not installed.
main([ListFile, OutDir]) ->
    {ok, Text} = file:read_file(ListFile),
    Files = [unicode:characters_to_list(F) || F <- binary:split(Text, <<"\n">>, [global]), F =/= <<>>],
    lists:foldl(fun(F, N) -> dump(F, filename:join(OutDir, integer_to_list(N))), N + 1 end, 0, Files).

dump(File, Out) ->
    Own = filename:join(filename:dirname(filename:dirname(File)), "include"),
    Include = [{i, I} || I <- [Own, code:lib_dir(kernel, include)]],
    [begin
         case compile:file(File, [to_core, binary] ++ Include ++ Options) of
             {ok, _, Core} -> ok = file:write_file(Out ++ Suffix, unicode:characters_to_binary([core_pp:format(Core)]));
             error -> none
         end
     end || {Suffix, Options} <- [{".core", []}, {".raw.core", [no_copt]}]].
