%% Names that are known where a call begins, and called elsewhere: through functions, records, funs, processes, results.
-module(handed_on).
-export([main/0]).

-record(job, {id, module, function, arguments = []}).

main() ->
    erlang:display(through(ordsets, from_list, [[b, a]])),
    Job = #job{id = 1, module = queue, function = new},
    erlang:display(run(Job)),
    erlang:display(run(Job#job{module = string, function = reverse, arguments = ["abc"]})),
    erlang:display(run(list_to_tuple([job, 2, lists, last, [[1, 2, 3]]]))),
    erlang:display(run(setelement(4, setelement(3, Job, orddict), new))),
    {ok, Sets} = backend(small),
    erlang:display(Sets:to_list(Sets:from_list([x]))),
    {_, Trees} = backend(large),
    erlang:display(Trees:to_list(Trees:empty())),
    Fun = counted(array),
    erlang:display(Fun()),
    Me = self(),
    start(proplists, get_value, [k, [{k, v}]], Me),
    erlang:display(receive {answer, A} -> A end),
    erlang:display([M:new() || M <- [dict, gb_sets], M =/= dict]),
    erlang:display((chosen(7)):seconds_to_time(61)).

through(M, F, A) -> further({M, F, A}).

further({M, F, A}) -> apply(M, F, A).

run(#job{module = M, function = F, arguments = A}) -> apply(M, F, A).

backend(small) -> {ok, sets};
backend(large) -> other(gb_trees).

other(Module) -> {ok, Module}.

counted(M) -> fun() -> M:size(M:new(3)) end.

start(M, F, A, To) ->
    spawn(fun() -> work({call, M, F, A}, To) end).

work({call, M, F, A}, To) -> To ! {answer, apply(M, F, A)}.

chosen(N) when N > 5 -> calendar;
chosen(_) -> none.
