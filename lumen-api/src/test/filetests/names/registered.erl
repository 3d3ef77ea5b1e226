%% A supervisor and a server beside names of processes and applications that are modules of OTP too.
-module(registered).
-behaviour(supervisor).
-export([main/0, init/1, start_link/1, handle_call/3, handle_cast/2]).

main() ->
    {ok, Pid} = supervisor:start_link({local, kernel}, ?MODULE, supervisor),
    true = Pid =:= whereis(kernel),
    [{stdlib, _, worker, [?MODULE]}] = supervisor:which_children(kernel),
    erlang:display(gen_server:call(net_kernel, [application, file_server, user])).

init(supervisor) ->
    {ok, {#{}, [#{id => stdlib, start => {?MODULE, start_link, [net_kernel]}}]}};
init(kernel_sup) ->
    {ok, started}.

start_link(Name) -> gen_server:start_link({local, Name}, ?MODULE, kernel_sup, []).

handle_call(Names, _From, State) -> {reply, {State, length(Names)}, State}.

handle_cast(_, State) -> {noreply, State}.
