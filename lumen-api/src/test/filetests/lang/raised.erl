%% What erlang:error/2,3 and failed built-ins leave in the trace: arguments in place of the arity, what explains the error; also when it is caught
%% by the function that fails.
-module(raised).
-export([main/0]).

main() ->
    here(1),
    [show(fun() -> given(Args), ok end) || Args <- [[1, x], [], none, foo, [a | b]]],
    [explained(Options) || Options <- [[{error_info, #{cause => it}}], [], [foo], [{error_info, bad}],
                                       [{error_info, #{a => 1}}, {error_info, #{b => 2}}],
                                       [{error_info, #{}} | x], [foo, {error_info, #{}}], y]],
    show(fun() -> {erlang:nif_error(id(unloaded), [1]), ok} end),
    show(fun() -> {erlang:nif_error(id(unloaded)), ok} end),
    show(fun() -> try given([again]) catch C:R:S -> erlang:raise(C, R, S) end, ok end),
    show(fun() -> (id(fun erlang:error/2))(computed, [3]), ok end),
    {Pid, Ref} = spawn_monitor(fun() -> try given([4]) catch error:E:S -> exit({E, element(3, hd(S))}) end end),
    receive {'DOWN', Ref, process, Pid, Why} -> erlang:display(Why) end.

show(F) ->
    try F() catch C:R:S -> erlang:display({C, R}), rows(S, 2) end.

rows(_, 0) -> ok;
rows([{M, F, A, L} | T], N) -> erlang:display({M, F, A, line(L)}), rows(T, N - 1);
rows([], _) -> ok.

line([{line, L} | _]) -> L;
line([_ | T]) -> line(T);
line([]) -> none.

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

here(X) ->
    try {atom_to_list(X), ok} catch error:_:S -> rows(S, 2) end,
    try {erlang:error(own, [X, more]), ok} catch error:own:S2 -> rows(S2, 1) end,
    try {id(X) + id(y), ok} catch error:_:S3 -> rows(S3, 2) end.

given(Args) -> {id(ok) =:= ok andalso erlang:error(given, Args), ok}.

given(Args, Options) -> {id(ok) =:= ok andalso erlang:error(given, Args, Options), ok}.

explained(Options) ->
    try
        given([a], Options)
    catch
        error:given:S ->
            [{?MODULE, given, [a], [_, _ | Info]} | _] = S,
            erlang:display(Info)
    end.
