%% The errors and warnings of erl_lint as `file:line:column: message`.
-module(lint_messages).
-export([main/1]).

%% Either a directory and files in it, whose messages are printed; or `-list` and
%% - a file that names a source per line,
%% - a directory: the messages of the N-th source go to OutDir/N.lint,
%% - `all`, or `lint` to leave out what epp and erl_parse found.
%% Of a program for which OTP itself fails, or has a message without a text, `OTP fails` is said.
main(["-list", ListFile, OutDir, Which]) ->
    {ok, Text} = file:read_file(ListFile),
    Files = [unicode:characters_to_list(F) || F <- binary:split(Text, <<"\n">>, [global]), F =/= <<>>],
    lists:foldl(fun(F, N) ->
                        Messages = try messages(F, list_to_atom(Which))
                                   catch error:_ -> "OTP fails"
                                   end,
                        ok = file:write_file(filename:join(OutDir, integer_to_list(N) ++ ".lint"), Messages),
                        N + 1
                end, 0, Files);
main([Directory | Files]) ->
    ok = file:set_cwd(Directory),
    [io:put_chars(messages(F, lint)) || F <- Files].

messages(File, Which) ->
    Include = filename:join(filename:dirname(filename:dirname(File)), "include"),
    {ok, Forms0} = epp:parse_file(File, [{location, {1, 1}}, {includes, [Include]}]),
    Forms = [F || F <- Forms0, Which =:= all orelse element(1, F) =/= error andalso element(1, F) =/= warning],
    {Errors, Warnings} = case erl_lint:module(Forms, File, []) of
                             {ok, Ws} -> {[], Ws};
                             {error, Es, Ws} -> {Es, Ws}
                         end,
    Lines = [line(F, "", E) || {F, Es1} <- Errors, E <- Es1]
        ++ [line(F, "Warning: ", W) || {F, Ws1} <- Warnings, W <- Ws1, is_known(W)],
    unicode:characters_to_binary(lists:usort(Lines)).

line(File, Prefix, {none, Module, Reason}) ->
    unicode:characters_to_list(io_lib:format("~ts: ~s~ts~n", [File, Prefix, Module:format_error(Reason)]));
line(File, Prefix, {{Line, Column}, Module, Reason}) ->
    unicode:characters_to_list(io_lib:format("~ts:~w:~w: ~s~ts~n", [File, Line, Column, Prefix, Module:format_error(Reason)])).

%% Not what needs other modules or OTP's list of deprecated functions.
is_known({_, _, Reason}) when is_tuple(Reason) ->
    not lists:member(element(1, Reason),
                     [deprecated, deprecated_type, removed, removed_type, undefined_behaviour, undefined_behaviour_func,
                      undefined_behaviour_callbacks, conflicting_behaviours, ill_defined_behaviour_callbacks,
                      ill_defined_optional_callbacks]);
is_known({_, _, Reason}) ->
    not lists:member(Reason, [no_load_nif, nif_inline]).
