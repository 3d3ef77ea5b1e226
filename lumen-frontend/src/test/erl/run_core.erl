%% Runs many modules, each as compiled from Core Erlang text and, where there is a source, as compiled from that.
-module(run_core).
-export([main/1]).

%% Each line of ListFile: a label, the name of a module, its Core file, and its source or `-`. What `Module:main()` prints is
%% between lines `{started,Label,Variant}` and `{ended,Label,Variant}`, Variant being core or source.
%% Nothing is logged: warnings of calls that are deprecated would come at any time, between the lines of programs.
main([ListFile]) ->
    ok = logger:set_primary_config(level, none),
    {ok, Text} = file:read_file(ListFile),
    [run(string:split(Line, " ", all)) || Line <- string:split(binary_to_list(Text), "\n", all), Line =/= []].

run([Label, Name, Core, Source]) ->
    Module = list_to_atom(Name),
    run(list_to_atom(Label), Module, core, Core, [from_core]),
    Source =:= "-" orelse run(list_to_atom(Label), Module, source, Source, []).

run(Label, Module, Variant, Path, Options) ->
    erlang:display({started, Label, Variant}),
    %% By its name alone, which is then what stack traces show.
    ok = file:set_cwd(filename:dirname(Path)),
    case compile:file(filename:basename(Path), [binary, return | Options]) of
        {ok, Module, Code, _} ->
            {module, Module} = code:load_binary(Module, atom_to_list(Module), Code),
            {Pid, Monitor} = spawn_monitor(Module, main, []),
            receive
                {'DOWN', Monitor, process, Pid, normal} -> ok;
                {'DOWN', Monitor, process, Pid, Reason} -> erlang:display({crashed, Reason})
            end,
            code:purge(Module),
            code:delete(Module),
            code:purge(Module);
        {error, Errors, _} -> erlang:display({errors, Errors})
    end,
    erlang:display({ended, Label, Variant}).
