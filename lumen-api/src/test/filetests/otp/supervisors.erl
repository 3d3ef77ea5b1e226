%% supervisor and supervisor_bridge
-module(supervisors).
-behaviour(supervisor).
-export([main/0, init/1, start_worker/2, work/2, start_link/1, terminate/2]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

main() ->
    logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    one_for_one(),
    one_for_all(),
    rest_for_one(),
    simple(),
    restarts(),
    intensity(),
    bad(),
    shutdowns(),
    automatic(),
    specs(),
    nested(),
    bridge().

sup(Flags, Specs) -> {ok, S} = supervisor:start_link(?MODULE, {Flags, Specs}), S.

child(Id) -> child(Id, permanent).
child(Id, Restart) -> #{id => Id, start => {?MODULE, start_worker, [self(), Id]}, restart => Restart, shutdown => 500}.

start_worker(To, Id) -> proc_lib:start_link(?MODULE, work, [To, Id]).

work(To, Id) ->
    To ! {started, Id},
    catch register(Id, self()),
    proc_lib:init_ack({ok, self()}),
    work().

work() ->
    receive
        {die, Why} -> exit(Why);
        trap -> process_flag(trap_exit, true), work();
        {'EXIT', _, Why} -> timer:sleep(20), exit({trapped, Why});
        stubborn -> process_flag(trap_exit, true), receive never -> ok end
    end.

wait_trapping(X) ->
    case process_info(whereis(X), trap_exit) of
        {trap_exit, true} -> ok;
        _ -> timer:sleep(1), wait_trapping(X)
    end.

started() -> receive {started, Id} -> [Id | started()] after 80 -> [] end.
ids(S) -> [{Id, is_pid(Pid) orelse Pid, Type, Modules} || {Id, Pid, Type, Modules} <- supervisor:which_children(S)].

stop(S) ->
    unlink(S),
    Ref = monitor(process, S),
    exit(S, shutdown),
    receive {'DOWN', Ref, process, S, Why} -> Why after 2000 -> none end.

one_for_one() ->
    S = sup(#{strategy => one_for_one, intensity => 10}, [child(a), child(b), child(c)]),
    p("started", started()),
    p("children", ids(S)),
    p("count", supervisor:count_children(S)),
    B = whereis(b),
    b ! {die, oops},
    p("restarted", started()),
    p("another", is_pid(whereis(b)) andalso whereis(b) =/= B),
    p("terminate", supervisor:terminate_child(S, a)),
    p("children", ids(S)),
    p("restart", element(1, supervisor:restart_child(S, a))),
    p("restart running", supervisor:restart_child(S, a)),
    p("restart none", supervisor:restart_child(S, none)),
    p("delete running", supervisor:delete_child(S, a)),
    p("delete", [supervisor:terminate_child(S, a), supervisor:delete_child(S, a), supervisor:delete_child(S, a)]),
    p("start", element(1, supervisor:start_child(S, child(d)))),
    p("start again", element(1, element(2, supervisor:start_child(S, child(d))))),
    p("children", ids(S)),
    p("started", started()),
    p("get_childspec", maps:with([id, restart, shutdown, type, modules], element(2, supervisor:get_childspec(S, d)))),
    p("stop", stop(S)),
    p("stopped", [whereis(X) || X <- [b, c, d]]).

one_for_all() ->
    S = sup({one_for_all, 10, 1}, [child(a), child(b), child(c)]),
    started(),
    b ! {die, oops},
    p("one for all", started()),
    p("stop", stop(S)).

rest_for_one() ->
    S = sup({rest_for_one, 10, 1}, [child(a), child(b), child(c)]),
    started(),
    b ! {die, oops},
    p("rest for one", started()),
    p("stop", stop(S)).

simple() ->
    S = sup(#{strategy => simple_one_for_one, intensity => 10}, [#{id => x, start => {?MODULE, start_worker, [self()]}, restart => transient}]),
    p("none", supervisor:which_children(S)),
    {ok, P1} = supervisor:start_child(S, [s1]),
    {ok, _} = supervisor:start_child(S, [s2]),
    p("two", ids(S)),
    s2 ! {die, normal},
    s1 ! {die, oops},
    p("restarted", started()),
    p("count", supervisor:count_children(S)),
    p("another", whereis(s1) =/= P1),
    p("terminate", supervisor:terminate_child(S, whereis(s1))),
    p("by id", supervisor:terminate_child(S, x)),
    p("delete", supervisor:delete_child(S, x)),
    p("left", supervisor:count_children(S)),
    p("stop", stop(S)).

restarts() ->
    S = sup(#{intensity => 10}, [child(permanent, permanent), child(transient, transient), child(temporary, temporary)]),
    started(),
    [catch X ! {die, normal} || X <- [permanent, transient, temporary]],
    p("after normal", started()),
    p("children", ids(S)),
    supervisor:restart_child(S, transient),
    supervisor:start_child(S, child(temporary, temporary)),
    started(),
    [catch X ! {die, bad} || X <- [permanent, transient, temporary]],
    p("after bad", lists:sort(started())),
    p("children", ids(S)),
    p("stop", stop(S)).

intensity() ->
    S = sup(#{intensity => 1, period => 5}, [child(a)]),
    started(),
    a ! {die, one},
    p("first", started()),
    a ! {die, two},
    p("second", receive {'EXIT', S, Why} -> Why after 1000 -> none end),
    p("no more", started()).

bad() ->
    p("child fails", case supervisor:start_link(?MODULE, {#{}, [child(a), #{id => b, start => {erlang, exit, [early]}}]}) of
        {error, {shutdown, {failed_to_start_child, b, {'EXIT', early}}}} -> as_it_should; X -> X end),
    receive {'EXIT', _, Why} -> p("exit", element(1, Why)) end,
    p("started", started()),
    p("no start", case supervisor:start_link(?MODULE, {#{}, [#{id => b, start => {?MODULE, nothing, []}}]}) of {error, {shutdown, {A, B, {'EXIT', {C, _}}}}} -> {A, B, C} end),
    flush(),
    p("answer", supervisor:start_link(?MODULE, {#{}, [#{id => b, start => {erlang, atom_to_list, [x]}}]})),
    flush(),
    p("flags", [begin R = supervisor:start_link(?MODULE, {F, []}), flush(), R end || F <- [#{strategy => wrong}, {wrong, 1, 1}, #{intensity => -1}, #{period => 0}]]),
    p("specs", [begin R = supervisor:start_link(?MODULE, {#{}, [Spec]}), flush(), R end || Spec <- [#{id => x}, nothing, {a, b}, #{id => a, start => {m, f, []}, restart => no},
        #{id => a, start => {m, f, []}, shutdown => -1}, #{id => a, start => {m, f, []}, type => no}, #{id => a, start => x}, #{id => a, start => {m, f, []}, modules => x}]]),
    p("ignore", supervisor:start_link(?MODULE, ignore)),
    flush(),
    p("bad return", supervisor:start_link(?MODULE, {return, x})),
    flush().

flush() -> receive {'EXIT', _, _} -> flush() after 10 -> ok end.

shutdowns() ->
    S = sup(#{}, [(child(a))#{shutdown => brutal_kill}, (child(b))#{shutdown => 20}, (child(c))#{shutdown => infinity}]),
    started(),
    Refs = [{X, monitor(process, X)} || X <- [a, b, c]],
    a ! trap, b ! stubborn, c ! trap,
    [wait_trapping(X) || X <- [a, b, c]],
    p("stop", stop(S)),
    [p("down", {X, receive {'DOWN', R, process, _, Why} -> Why end}) || {X, R} <- Refs].

automatic() ->
    S = sup(#{auto_shutdown => any_significant}, [child(a), (child(b, transient))#{significant => true}]),
    started(),
    b ! {die, normal},
    p("any significant", receive {'EXIT', S, Why} -> Why after 1000 -> none end),
    S2 = sup(#{auto_shutdown => all_significant}, [(child(a, temporary))#{significant => true}, (child(b, transient))#{significant => true}]),
    started(),
    b ! {die, normal},
    p("not yet", receive {'EXIT', S2, _} -> gone after 30 -> alive end),
    a ! {die, bad},
    p("all significant", receive {'EXIT', S2, Why2} -> Why2 after 1000 -> none end).

specs() ->
    p("check", [supervisor:check_childspecs([child(a), child(b)]), supervisor:check_childspecs([child(a), child(a)]), supervisor:check_childspecs(x)]),
    p("old tuple", supervisor:check_childspecs([{a, {m, f, []}, permanent, 10, worker, [m]}])).

start_link(Arg) -> supervisor:start_link({local, inner}, ?MODULE, Arg).

nested() ->
    Inner = #{id => inner, type => supervisor, start => {?MODULE, start_link, [{#{intensity => 0}, [child(w)]}]}},
    S = sup(#{intensity => 3}, [Inner, child(a)]),
    p("started", started()),
    p("children", ids(S)),
    w ! {die, oops},
    p("inner gave up and came back", started()),
    p("children", [ids(S), ids(inner)]),
    p("count", supervisor:count_children(S)),
    p("stop", stop(S)),
    p("gone", [whereis(X) || X <- [inner, w, a]]).

bridge() ->
    {ok, B} = supervisor_bridge:start_link({local, bridge}, ?MODULE, bridged),
    p("bridge", [whereis(bridge) =:= B, is_pid(whereis(behind))]),
    behind ! {die, oops},
    p("died", receive {'EXIT', B, Why} -> Why after 1000 -> none end),
    p("ignored", supervisor_bridge:start_link(?MODULE, ignore)),
    p("error", supervisor_bridge:start_link(?MODULE, {error, why})),
    flush().

terminate(Why, State) -> p("terminate", {Why, State}).

init(ignore) -> ignore;
init({return, X}) -> X;
init({error, Why}) -> {error, Why};
init(bridged) ->
    {ok, P} = start_worker(self(), behind),
    receive {started, behind} -> ok end,
    {ok, P, my_state};
init({Flags, Specs}) -> {ok, {Flags, Specs}}.
