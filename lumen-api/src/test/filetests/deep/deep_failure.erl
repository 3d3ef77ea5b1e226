%% Failures a million frames down: caught at the top, with the trace; passed on by handlers on the way; after a `catch` on
%% every level; in another process.
-module(deep_failure).
-export([main/0]).

main() ->
    Fun = fun(_, 0) -> hd(id([])); (F, N) -> 1 + F(F, N - 1) end,
    show(fun() -> {Fun(Fun, 1000000), top} end),
    show(fun() -> {fall(1000000), top} end),
    show(fun() -> {climb(1000000), top} end),
    show(fun() -> {cleaned(100000), top} end),
    erlang:display(get(cleaned)),
    erlang:display(catch caught(10000)),
    {_, Monitor} = spawn_monitor(fun() -> try fall(1000000) catch error:R:S -> exit({R, S}) end end),
    receive
        {'DOWN', Monitor, process, _, {Reason, Trace}} -> erlang:display(Reason), rows(Trace)
    end.

show(F) ->
    try F() of
        Value -> erlang:display(Value)
    catch
        C:R:S -> erlang:display({C, R}), rows(S)
    end.

%% What lies above differs between machines.
rows([{?MODULE, show, 1, _} | _]) -> ok;
rows([{M, F, A, L} | T]) -> erlang:display({M, F, A, line(L)}), rows(T);
rows([]) -> ok.

line([{line, L} | _]) -> L;
line([_ | T]) -> line(T);
line([]) -> none.

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

fall(0) -> atom_to_list(id(1));
fall(N) -> 1 + fall(N - 1).

%% The trace begins below a tail call.
climb(0) -> id({leaf}) * 2;
climb(N) when N rem 2 =:= 0 -> [N | climb(N - 1)];
climb(N) -> other(N).

other(N) -> {N, climb(N - 1)}.

%% Every frame runs something and lets the failure pass.
cleaned(0) -> id(bottom) =:= bottom andalso throw(bottom);
cleaned(N) ->
    try
        [cleaned(N - 1)]
    after
        put(cleaned, N)
    end.

%% Every frame handles the failure and fails again.
%% (The trace of each names a place once: it is found by a walk over all frames.)
caught(0) -> 1 div id(0);
caught(N) ->
    case catch caught(N - 1) of
        {'EXIT', {badarith, _}} when N < 10000 -> id(N) bsl foo;
        {'EXIT', {badarith, Trace}} -> hd(Trace)
    end.
