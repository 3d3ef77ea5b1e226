%% Compiles sources with OTP's compiler and then with the same compiler as made from other Core, and compares the results.
-module(self_compile).
-export([main/1]).

%% CoreDir has the Core files; SampleFile names a source per line.
main([CoreDir, SampleFile]) ->
    {ok, Text} = file:read_file(SampleFile),
    Sample = [unicode:characters_to_list(F) || F <- binary:split(Text, <<"\n">>, [global]), F =/= <<>>],
    Before = [compiled(F) || F <- Sample],
    Made = [made(F) || F <- filelib:wildcard(filename:join(CoreDir, "*.core"))],
    [ok = code:unstick_dir(code:lib_dir(App, ebin)) || App <- [stdlib, compiler]],
    [{module, M} = code:load_binary(M, "made from Core", Code) || {M, Code} <- Made],
    After = [compiled(F) || F <- Sample],
    Different = [F || {F, A, B} <- lists:zip3(Sample, Before, After), A =/= B],
    io:format("~w modules made, ~w sources compiled, different: ~p~n", [length(Made), length(Sample), Different]),
    [] = Different.

made(File) ->
    {ok, Module, Code} = compile:file(File, [from_core, binary]),
    {Module, Code}.

compiled(File) ->
    Own = filename:join(filename:dirname(filename:dirname(File)), "include"),
    {ok, _, Code} = compile:file(File, [binary, deterministic, {i, Own}, {i, code:lib_dir(kernel, include)}]),
    Code.
