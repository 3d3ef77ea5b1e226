%% Functions that a module does not export: its own code calls them, and for everybody who has their names they are not there.
-module(hidden_functions).
-export([main/0, shown/1]).

main() ->
    [show(N, F) || {N, F} <- tests()],
    erlang:display([[erlang:function_exported(?MODULE, F, 1) || F <- [hidden, shown, nowhere]]]),
    erlang:display([[{F, A} || {F, A} <- ?MODULE:module_info(exports), F =:= hidden orelse F =:= shown]]),
    erlang:display([called(element(2, element(2, catch lists:do_flatten([1], [])))), lists:flatten([1, [2, [3]]])]),
    spawned().

tests() ->
    [{local, fun() -> hidden(1) end},
     {local_fun, fun() -> (fun hidden/1)(1) end},
     {remote, fun() -> ?MODULE:hidden(1) end},
     {remote_before, fun() -> {?MODULE:hidden(1), 1} end},
     {remote_shown, fun() -> {?MODULE:shown(1), 1} end},
     {external, fun() -> F = fun ?MODULE:hidden/1, {F(1), 1} end},
     {external_shown, fun() -> F = fun ?MODULE:shown/1, {F(1), 1} end},
     {external_in_data, fun() -> [{_, F}] = id([{a, fun ?MODULE:hidden/1}]), {F(1), 1} end},
     {external_mapped, fun() -> lists:map(fun ?MODULE:hidden/1, [1]) end},
     {made, fun() -> F = erlang:make_fun(id(?MODULE), id(hidden), 1), {F(1), 1} end},
     {applied, fun() -> {apply(?MODULE, hidden, [1]), 1} end},
     {applied_list, fun() -> {apply(?MODULE, hidden, id([1])), 1} end},
     {applied_name, fun() -> {apply(?MODULE, id(hidden), [1]), 1} end},
     {computed_module, fun() -> M = id(?MODULE), {M:hidden(1), 1} end},
     {computed_name, fun() -> F = id(hidden), {?MODULE:F(1), 1} end},
     {other_module, fun() -> {lists:do_flatten([1], []), 1} end},
     {other_module_fun, fun() -> F = fun lists:do_flatten/2, {F([1], []), 1} end},
     {other_module_computed, fun() -> M = id(lists), {M:do_flatten([1], []), 1} end},
     {nowhere, fun() -> {?MODULE:nowhere(1), 1} end},
     {in_try, fun() -> try ?MODULE:hidden(1) catch error:undef -> caught end end}].

show(Name, F) ->
    erlang:display([Name, try F() catch C:R:S -> {C, R, called(S)} end]).

called([{M, F, A, _} | _]) -> {M, F, A}.

%% With functions that are there: the others would be reported.
spawned() ->
    process_flag(trap_exit, true),
    [receive {'EXIT', Pid, Reason} -> erlang:display([Reason]) end
     || Pid <- [spawn_link(?MODULE, shown, [1]), spawn_link(?MODULE, id(shown), [1]), spawn_link(fun() -> hidden(1) end)]].

hidden(X) -> {hidden, X}.
shown(X) -> {shown, hidden(X)}.

id(X) -> put(id, X), get(id).
