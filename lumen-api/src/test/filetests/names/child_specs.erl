%% A supervisor's children, by maps and tuples: of the program's own and of OTP.
-module(child_specs).
-behaviour(supervisor).
-behaviour(gen_server).
-export([main/0, start_worker/1, init/1, handle_call/3, handle_cast/2]).

main() ->
    {ok, Sup} = supervisor:start_link(?MODULE, supervisor),
    {ok, Added} = supervisor:start_child(Sup, spec(third, start_worker, [3])),
    erlang:display([gen_server:call(Pid, {times, 1}) || {_, Pid, _, [?MODULE]} <- supervisor:which_children(Sup)]),
    ok = gen_event:notify(events, something),
    erlang:display({gen_event:which_handlers(events), gen_server:call(Added, state)}).

spec(Id, Function, Args) -> #{id => Id, start => {?MODULE, Function, Args}}.

start_worker(N) -> gen_server:start_link(?MODULE, {worker, N}, []).

init(supervisor) ->
    {ok, {#{strategy => one_for_one},
          [spec(first, start_worker, [1]),
           {second, {?MODULE, start_worker, [2]}, permanent, 1000, worker, [?MODULE]},
           #{id => events, start => {gen_event, start_link, [{local, events}]}, modules => dynamic}]}};
init({worker, N}) -> {ok, N}.

handle_call({times, X}, _, N) -> {reply, {N, X}, N};
handle_call(state, _, N) -> {reply, N, N}.

handle_cast(_, N) -> {noreply, N}.
