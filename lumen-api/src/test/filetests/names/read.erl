%% Names in records that come from a text, a table or bytes, or are put where nobody sees which element it is.
-module(read).
-export([main/0, answer/1, other/1, stored/1, changed/1, decoded/1]).

-record(job, {id, module, function, arguments = []}).

main() ->
    erlang:display(run(#job{id = 0, module = ?MODULE, function = other, arguments = [0]})),
    {ok, Tokens, _} = erl_scan:string("{job, 1, read, answer, [42]}."),
    {ok, Job} = erl_parse:parse_term(Tokens),
    erlang:display(run(Job)),
    T = ets:new(jobs, [{keypos, #job.id}]),
    true = ets:insert(T, Job#job{module = undefined}),
    true = ets:update_element(T, 1, [{#job.module, ?MODULE}, {#job.function, stored}]),
    erlang:display(run(hd(ets:lookup(T, 1)))),
    Place = place(),
    erlang:display(run(setelement(Place + 1, setelement(Place, Job, ?MODULE), changed))),
    erlang:display(run(binary_to_term(term_to_binary(Job#job{function = decoded})))).

place() -> #job.module.

answer(N) -> {answer, N}.

other(N) -> {other, N}.

stored(N) -> {stored, N}.

changed(N) -> {changed, N}.

decoded(N) -> {decoded, N}.

run(#job{module = M, function = F, arguments = A}) -> apply(M, F, A).
