%% Tables of calls, as tuples, lists and maps.
-module(tables_of_calls).
-export([main/0, double/1]).

calls() -> [{lists, sum, [[1, 2]]}, {?MODULE, double, [21]}, {string, uppercase, ["abc"]}].

main() ->
    [erlang:display(apply(M, F, A)) || {M, F, A} <- calls()],
    lists:foreach(fun([M, F | A]) -> erlang:display(apply(M, F, A)) end, [[lists, seq, 1, 3], [?MODULE, double, 4]]),
    #{reset := {M, F}} = #{reset => {orddict, new}},
    erlang:display(M:F()),
    {_, Pid, _} = {x, spawn(erlang, send, [self(), hello]), y},
    receive hello -> erlang:display(is_pid(Pid)) end.

double(X) -> 2 * X.
