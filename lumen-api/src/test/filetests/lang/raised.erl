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
    [earlier(X) || X <- lists:seq(1, 7)],
    show(fun() -> inlined(id(1)) end),
    show(fun() -> called(id(1)) end),
    show(fun() -> each(id([b, c, 1])) end),
    show(fun() -> texts(id([b, c, 1])) end),
    show(fun() -> {(id(1)):f(2)} end),
    show(fun() -> {apply(1, f, id([2]))} end),
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

%% An exception that is caught where it is raised has a trace of its own, not that of the one before it.
earlier(X) ->
    try given([earlier]) catch error:given:S -> rows(S, 1) end,
    try
        case X of
            1 -> error(here);
            2 -> throw(here);
            3 -> exit(here);
            4 -> X = id(5);
            5 -> case id(X) of 6 -> ok end;
            6 -> if X =:= 7 -> ok end;
            7 -> (X)#{}
        end
    catch
        C:R:S2 ->
            erlang:display({C, R}),
            rows(S2, 3)
    end.

%% A fun that is called where it is made has no frame.
inlined(X) ->
    {(fun(Y) ->
        element(Y, id({}))
    end)(X)}.

called(X) ->
    F = fun(a) -> ok end,
    {F(X)}.

%% A list that nobody looks at is not made.
each(L) ->
    [atom_to_list(id(X)) ||
        X <- L],
    {ok}.

texts(L) ->
    {[atom_to_list(id(X)) ||
        X <- L]}.

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
