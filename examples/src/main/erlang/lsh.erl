%% A small Erlang shell: reads expressions, evaluates them with OTP's erl_eval, and prints what erl's own shell prints. Knows
%% of the shell's commands f(), f(X), b() and q(). Calls of other modules reach what is in the image:
%%
%%     lumenc --out exe --keep io --keep lists --keep maps --keep string --leave-out qlc lsh.erl
-module(lsh).
-export([main/1]).

%% What erl's shell shows of a term: how deep, how much of a line it fills with characters, how wide it takes a terminal to be.
-define(DEPTH, 30).
-define(LINE_MAX_CHARS, 60).
-define(COLUMNS, 80).

main(_) ->
    io:fwrite("Eshell V~s  (abort with ^G)\n", [erlang:system_info(version)]),
    process_flag(trap_exit, true),
    server(1, start_evaluator([]), []).

server(N, Evaluator, Bindings) ->
    case read(N) of
        {ok, Expressions} ->
            Evaluator ! {evaluate, self(), Expressions},
            answer(N, Evaluator, Bindings);
        {error, Problem} ->
            problem(Problem),
            server(N, Evaluator, Bindings);
        eof ->
            say(<<"*** ">>, io_lib:fwrite("Terminating erlang (~w)", [node()])),
            halt()
    end.

%% An exception ends the evaluator, so its messages and its dictionary are gone, but not the bindings.
answer(N, Evaluator, Bindings) ->
    receive
        {value, Evaluator, Value, New} ->
            io:put_chars([print(Value, 1), $\n]),
            server(N + 1, Evaluator, New);
        {done, Evaluator, New} ->
            server(N + 1, Evaluator, New);
        {bad, Evaluator, Problem} ->
            problem(Problem),
            server(N + 1, Evaluator, Bindings);
        {'EXIT', Evaluator, {Class, Reason, Trace}} ->
            report(Class, Reason, Trace),
            server(N + 1, start_evaluator(Bindings), Bindings);
        {'EXIT', Evaluator, Reason} ->
            report(error, Reason, []),
            server(N + 1, start_evaluator(Bindings), Bindings)
    end.

%% The number of the prompt goes on only with what was evaluated.
read(N) ->
    Prompt = io_lib:fwrite("~w> ", [N]),
    case io:scan_erl_exprs(group_leader(), lists:flatten(Prompt), {1, 1}, [text]) of
        {ok, Tokens, _} ->
            erl_eval:extended_parse_exprs(Tokens);
        {eof, _} ->
            eof;
        {error, Problem, _} ->
            _ = io:get_line(''),
            {error, Problem}
    end.

start_evaluator(Bindings) ->
    spawn_link(fun() -> evaluator(Bindings) end).

evaluator(Bindings) ->
    receive
        {evaluate, Shell, Expressions} ->
            New =
                try
                    evaluate(Expressions, Bindings, Shell)
                catch
                    Class:Reason:Trace -> exit({Class, Reason, Trace})
                end,
            evaluator(New)
    end.

evaluate([E | Rest], Bindings, Shell) ->
    case erl_eval:check_command([E], Bindings) of
        ok ->
            {value, Value, New0} = erl_eval:expr(E, Bindings, {eval, fun command/3}),
            New = orddict:from_list(erl_eval:bindings(New0)),
            case Rest of
                [] ->
                    Shell ! {value, self(), Value, New},
                    New;
                _ ->
                    evaluate(Rest, New, Shell)
            end;
        {error, Problem} ->
            Shell ! {bad, self(), Problem},
            Bindings
    end.

%% ---- commands

command(f, [], _) ->
    {value, ok, []};
command(f, [{var, _, Name}], Bindings) ->
    {value, ok, erl_eval:del_binding(Name, Bindings)};
command(b, [], Bindings) ->
    [io:put_chars([binding(Name, Value, erl_eval:fun_data(Value)), $\n]) || {Name, Value} <- erl_eval:bindings(Bindings)],
    {value, ok, Bindings};
command(q, [], Bindings) ->
    {value, init:stop(), Bindings};
command(Name, Arguments, _) ->
    erlang:error({shell_undef, Name, length(Arguments), []}).

%% A fun is shown as what was typed.
binding(Name, _, {fun_data, _, Clauses}) -> assignment(Name, {'fun', 0, {clauses, Clauses}});
binding(Name, _, {named_fun_data, _, Own, Clauses}) -> assignment(Name, {named_fun, 0, Own, Clauses});
binding(Name, Value, false) ->
    Text = [atom_to_list(Name), " = "],
    [Text, print(Value, iolist_size(Text) + 1)].

assignment(Name, Fun) ->
    erl_pp:expr({match, 0, {var, 0, Name}, Fun}).

%% ---- printing

print(Value, Column) ->
    io_lib_pretty:print(Value, [
        {column, Column}, {line_length, ?COLUMNS}, {depth, ?DEPTH}, {line_max_chars, ?LINE_MAX_CHARS}, {strings, true},
        {encoding, latin1}
    ]).

say(Severity, Text) ->
    io:put_chars([Severity, Text, $\n]).

problem({Location, Module, What}) ->
    say(<<"* ">>, [position(Location), ": ", describe(Module, What)]).

describe(erl_scan, What) -> erl_scan:format_error(What);
describe(erl_parse, What) -> erl_parse:format_error(What);
describe(erl_lint, What) -> erl_lint:format_error(What).

position({Line, Column}) -> io_lib:fwrite("~w:~w", [Line, Column]);
position(Line) -> io_lib:write(Line).

report(Class, Reason, Trace) ->
    Inside = fun(M, _, _) -> M =:= erl_eval orelse M =:= ?MODULE end,
    Print = fun(Term, Column) -> print(Term, Column) end,
    say(<<"** ">>, erl_error:format_exception(4, Class, Reason, Trace, Inside, Print, latin1)).
