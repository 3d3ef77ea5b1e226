%! test core otp=25
-module(trys).
-export([main/0]).

main() ->
    erlang:display([classes(F) || F <- [fun() -> throw(t) end, fun() -> exit(e) end, fun() -> error(r) end,
                                        fun() -> ok end]]),
    erlang:display([successes(X) || X <- [1, {a, 2}]]),
    erlang:display(catch successes(other)),
    erlang:display([cleanups(X) || X <- [ok, throw, error]]),
    erlang:display(catch only_after(x)),
    erlang:display(get(after_ran)),
    erlang:display(large_after(1)),
    erlang:display(traces()),
    erlang:display([guarded(X) || X <- [1, {a, b}, "s"]]),
    erlang:display(catch nested()),
    erlang:display(old_catch()),
    erlang:display(rethrown()),
    erlang:display(tail(1000)).

classes(F) ->
    try F()
    catch
        T -> {thrown, T};
        exit:E -> {exited, E};
        error:R -> {failed, R}
    end.

successes(X) ->
    try X of
        1 -> one;
        {a, Y} when Y > 1 -> Y
    catch
        _:_ -> caught
    end.

cleanups(X) ->
    put(cleanup, 0),
    R = try
            case X of ok -> ok; throw -> throw(x); error -> error(y) end
        of
            ok -> fine
        catch
            throw:x -> caught_throw;
            error:y -> caught_error
        after
            put(cleanup, get(cleanup) + 1)
        end,
    {R, get(cleanup)}.

only_after(X) -> try error(X) after put(after_ran, true) end.

large_after(X) ->
    try X + 1
    after
        Y = case X of 1 -> [fun() -> X end]; _ -> [] end,
        put(funs, length(Y))
    end.

traces() ->
    try erlang:error(reason)
    catch
        error:Reason:Trace when Reason =:= reason -> {Reason, is_list(Trace), element(1, hd(Trace))}
    end.

guarded(X) ->
    try throw(X)
    catch
        Y when is_integer(Y); element(1, Y) =:= a -> {yes, Y};
        Y -> {no, Y}
    end.

nested() ->
    try
        try throw(inner) catch error:_ -> wrong after put(x, 1) end
    catch
        throw:inner -> throw(outer)
    end.

old_catch() -> {catch throw(a), catch exit(b), (catch 1 + 1), element(1, catch error(c))}.

rethrown() ->
    try try error(x) catch C:R:S -> erlang:raise(C, {again, R}, S) end
    catch error:{again, x} -> ok
    end.

tail(0) -> done;
tail(N) -> try N - 1 of M -> tail(M) catch _:_ -> failed end.
