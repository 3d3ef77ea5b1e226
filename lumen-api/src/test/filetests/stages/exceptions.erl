%% `try` with all its parts, and `catch`.
-module(exceptions).
-export([main/0]).

main() -> erlang:display([attempt(F) || F <- [fun() -> 1 end, fun() -> throw(t) end, fun() -> exit(e) end, fun() -> error(r) end]] ++ [old(), cleanup()]).

attempt(F) ->
    try F() of
        1 -> one;
        Other -> Other
    catch
        throw:T -> {thrown, T};
        exit:E:_ -> {exited, E};
        _:Reason:Stack -> {failed, Reason, is_list(Stack)}
    end.

old() -> {catch throw(thrown), catch 1 + 1}.

cleanup() ->
    try
        self() ! done, value
    after
        receive done -> ok end
    end.
