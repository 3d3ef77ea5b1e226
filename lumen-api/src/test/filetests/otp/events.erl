%% gen_event and sys
-module(events).
-behaviour(gen_event).
-export([main/0, loop/2, system_continue/3, system_terminate/4, system_get_state/1, system_replace_state/2, system_code_change/4]).
-export([init/1, handle_event/2, handle_call/2, handle_info/2, terminate/2, code_change/3, format_status/1]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

main() ->
    logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    handlers(),
    supervised(),
    swapped(),
    failures(),
    managers(),
    system(),
    traces().

handlers() ->
    {ok, M} = gen_event:start_link(),
    p("none", gen_event:which_handlers(M)),
    p("added", [gen_event:add_handler(M, ?MODULE, {first, self()}), gen_event:add_handler(M, {?MODULE, 2}, {second, self()})]),
    p("handlers", gen_event:which_handlers(M)),
    p("notify", gen_event:notify(M, hello)),
    p("came", [receive X -> X after 1000 -> none end || _ <- [1, 2]]),
    p("sync", gen_event:sync_notify(M, {event, 1})),
    p("came", [receive X -> X after 0 -> none end || _ <- [1, 2]]),
    M ! plain,
    p("info", [receive X -> X after 1000 -> none end || _ <- [1, 2]]),
    p("call", [gen_event:call(M, ?MODULE, {echo, 1}), gen_event:call(M, {?MODULE, 2}, {echo, 2}, 1000)]),
    p("call of none", gen_event:call(M, nobody, x)),
    p("removed by itself", gen_event:call(M, {?MODULE, 2}, remove)),
    p("terminated", receive {terminated, N, Why} -> {N, Why} after 0 -> none end),
    p("handlers", gen_event:which_handlers(M)),
    p("delete", gen_event:delete_handler(M, ?MODULE, args)),
    p("terminated", receive {terminated, N2, Why2} -> {N2, Why2} after 0 -> none end),
    p("delete none", gen_event:delete_handler(M, ?MODULE, args)),
    p("init fails", [case gen_event:add_handler(M, ?MODULE, {fail, W}) of {'EXIT', {E, [{?MODULE, init, 1, _} | _]}} -> E; Other -> Other end || W <- [error_, return]]),
    R = gen_event:send_request(M, nobody, x),
    p("send_request", gen_event:receive_response(R, 1000)),
    p("stop", gen_event:stop(M)),
    p("exit", receive {'EXIT', M, W3} -> W3 after 1000 -> none end).

supervised() ->
    {ok, M} = gen_event:start_link(),
    ok = gen_event:add_sup_handler(M, {?MODULE, s}, {s, self()}),
    p("asked to go", gen_event:notify(M, go)),
    p("went", receive {gen_event_EXIT, H, R} -> {H, R} after 1000 -> none end),
    receive {terminated, s, _} -> ok after 0 -> none end,
    Me = self(),
    Pid = spawn(fun() -> ok = gen_event:add_sup_handler(M, {?MODULE, c}, {c, Me}), Me ! added, receive stop -> exit(done) end end),
    receive added -> ok end,
    p("of another", gen_event:which_handlers(M)),
    Pid ! stop,
    p("terminated", receive {terminated, c, W} -> W after 1000 -> none end),
    p("gone", gen_event:which_handlers(M)),
    stop(M).

stop(M) -> ok = gen_event:stop(M), receive {'EXIT', M, _} -> ok after 1000 -> none end.

swapped() ->
    {ok, M} = gen_event:start_link(),
    ok = gen_event:add_handler(M, {?MODULE, old}, {old, self()}),
    p("swap", gen_event:swap_handler(M, {{?MODULE, old}, bye}, {{?MODULE, new}, {new, self()}})),
    p("terminated", receive {terminated, N, W} -> {N, W} after 0 -> none end),
    p("handlers", gen_event:which_handlers(M)),
    p("call", gen_event:call(M, {?MODULE, new}, {echo, swapped})),
    gen_event:notify(M, {swap, newer}),
    p("swapped itself", gen_event:which_handlers(M)),
    flush(),
    stop(M),
    flush().

flush() -> receive _ -> flush() after 0 -> ok end.

failures() ->
    {ok, M} = gen_event:start_link(),
    [begin
         ok = gen_event:add_sup_handler(M, {?MODULE, f}, {f, self()}),
         A = case catch gen_event:call(M, {?MODULE, f}, {do, What}) of
             {error, {'EXIT', {Why, [{Mod, F, _, _} | _]}}} -> {error, Why, Mod, F};
             {'EXIT', {Why, _}} -> {exit, Why};
             Other -> Other
         end,
         B = receive {gen_event_EXIT, _, {'EXIT', {Why2, _}}} -> {exit, Why2}; {gen_event_EXIT, _, R} -> R after 100 -> none end,
         p("failure", {What, A, B}),
         gen_event:delete_handler(M, {?MODULE, f}, x),
         flush()
     end || What <- [{error, oops}, {exit, leaving}, {throw, thrown}, {return, nonsense}]],
    p("still there", gen_event:which_handlers(M)),
    stop(M).

managers() ->
    {ok, M} = gen_event:start({local, manager}),
    p("name", whereis(manager) =:= M),
    p("taken", gen_event:start({local, manager}) =:= {error, {already_started, M}}),
    p("by name", gen_event:add_handler(manager, ?MODULE, {named, self()})),
    p("call", gen_event:call(manager, ?MODULE, {echo, named})),
    p("hibernate", gen_event:call(manager, ?MODULE, hibernate)),
    timer:sleep(20),
    p("where", element(2, process_info(M, current_function))),
    p("awake", gen_event:call(manager, ?MODULE, {echo, awake})),
    p("state", [{H, N} || {H, _, {N, _}} <- sys:get_state(manager)]),
    {status, M, _, [_, running, _, _, Misc]} = sys:get_status(manager),
    p("status", lists:last(Misc)),
    ok = gen_event:stop(manager, shutdown, 1000),
    p("terminated", receive {terminated, N, W} -> {N, W} after 0 -> none end),
    p("nobody", element(1, element(2, catch gen_event:call(manager, ?MODULE, x)))),
    p("notify nobody", catch_system(fun() -> gen_event:notify(manager, x) end)),
    flush().

%% ---- sys, of a process that is no behaviour

system() ->
    P = proc_lib:spawn_link(?MODULE, loop, [self(), 0]),
    P ! {add, 5},
    p("get_state", sys:get_state(P)),
    p("replace_state", sys:replace_state(P, fun(N) -> N * 2 end)),
    p("suspend", sys:suspend(P)),
    P ! {add, 1},
    p("suspended", [element(2, sys:get_status(P)) =:= P, lists:nth(2, element(4, sys:get_status(P)))]),
    p("change_code", sys:change_code(P, ?MODULE, 1, [extra])),
    p("resume", sys:resume(P)),
    p("state", sys:get_state(P)),
    p("unknown", sys:replace_state(P, fun(_) -> 0 end)),
    p("get_state fails", catch_system(fun() -> sys:get_state(P, 0) end)),
    p("bad message", element(1, catch_system(fun() -> gen:call(P, system, what, 1000) end))),
    p("terminate", sys:terminate(P, finished)),
    p("exit", receive {'EXIT', P, W} -> W after 1000 -> none end),
    p("nobody", catch_system(fun() -> sys:get_state(nobody) end)).

catch_system(F) ->
    try F() catch exit:{Why, {sys, Name, _}} -> {Name, Why}; C:R -> {C, R} end.

loop(Parent, N) -> loop(Parent, N, sys:debug_options([])).

loop(Parent, N, Debug) ->
    receive
        {add, K} -> loop(Parent, N + K, Debug);
        {system, From, Request} -> sys:handle_system_msg(Request, From, Parent, ?MODULE, Debug, N)
    end.

system_continue(Parent, Debug, N) -> loop(Parent, N, Debug).
system_terminate(Why, _, _, _) -> exit(Why).
system_get_state(N) -> {ok, N}.
system_replace_state(F, N) -> M = F(N), {ok, M, M}.
system_code_change(N, _, _, [extra]) -> {ok, N + 1000}.

traces() ->
    {ok, M} = gen_event:start_link(),
    ok = gen_event:add_handler(M, ?MODULE, {t, self()}),
    p("log", sys:log(M, true)),
    gen_event:sync_notify(M, one),
    {ok, Log} = sys:log(M, get),
    p("logged", [E || {E, _, _} <- Log, not is_pid(E)] =/= x),
    p("statistics", sys:statistics(M, true)),
    gen_event:sync_notify(M, two),
    {ok, S} = sys:statistics(M, get),
    p("counted", [K || {K, _} <- S]),
    p("no_debug", sys:no_debug(M)),
    p("statistics", sys:statistics(M, get)),
    Me = self(),
    p("install", sys:install(M, {fun(done, _, _) -> done; (State, Event, _) -> Me ! {traced, is_tuple(Event)}, State end, x})),
    gen_event:sync_notify(M, three),
    flush_events(),
    p("traced", receive {traced, T} -> T after 100 -> none end),
    p("remove", sys:remove(M, fun(_, _, _) -> done end)),
    stop(M).

flush_events() -> receive {event, _, _} -> flush_events(); {t, _} -> flush_events() after 0 -> ok end.

%% ---- the handler

init({{Name, To}, bye}) -> {ok, {Name, To}};
init({{Name, To}, Answer}) -> {ok, {Name, To, Answer}};
init({fail, error_}) -> error(in_init);
init({fail, return}) -> nonsense;
init({Name, To}) -> {ok, {Name, To}}.

handle_event(go, _) -> remove_handler;
handle_event({swap, N}, {_, To} = S) -> {swap_handler, bye, S, {?MODULE, N}, {N, To}};
handle_event(E, {Name, To} = S) -> To ! {Name, E}, {ok, S}.

handle_call({echo, X}, S) -> {ok, {echoed, X}, S};
handle_call(remove, _) -> {remove_handler, removed};
handle_call(hibernate, S) -> {ok, ok, S, hibernate};
handle_call({do, {error, W}}, _) -> error(W);
handle_call({do, {exit, W}}, _) -> exit(W);
handle_call({do, {throw, X}}, S) -> throw({ok, X, S});
handle_call({do, {return, X}}, _) -> X.

handle_info(I, {Name, To} = S) -> To ! {Name, {info, I}}, {ok, S}.

terminate(bye, {Name, To} = S) -> To ! {terminated, Name, bye}, {S, bye};
terminate(Why, {Name, To}) -> To ! {terminated, Name, Why}, finished;
terminate(_, _) -> ok.

code_change(_, S, _) -> {ok, S}.
format_status(S) -> maps:map(fun(state, {N, _}) -> N; (_, V) -> V end, S).
