%% proc_lib, gen, gen_server: calls, casts, timeouts, names, failures
-module(gen_server_).
-behaviour(gen_server).
-export([main/0]).
-export([init/1, handle_call/3, handle_cast/2, handle_info/2, handle_continue/2, terminate/2, code_change/3, format_status/1]).
-export([worker/1, woken/1, register_name/2, unregister_name/1, whereis_name/1, send/2]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

main() ->
    logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    calls(),
    names(),
    starts(),
    timeouts(),
    continues(),
    several(),
    requests(),
    failures(),
    stops(),
    status(),
    proc_lib_().

%% What a call raises, without pids and references.
raised(F) ->
    try F() of
        X -> {value, X}
    catch
        C:R:St -> {C, R, [{M, Fun, arity(A)} || {M, Fun, A, _} <- lists:sublist(St, 2)]}
    end.

arity(A) when is_list(A) -> length(A);
arity(A) -> A.

calls() ->
    {ok, S} = gen_server:start_link(?MODULE, {counter, 0}, []),
    p("call", [gen_server:call(S, {add, N}) || N <- [1, 2, 3]]),
    ok = gen_server:cast(S, {add, 10}),
    p("cast", gen_server:call(S, get)),
    S ! {add, 100},
    p("info", gen_server:call(S, get)),
    p("noreply and reply", gen_server:call(S, {later, self(), x})),
    receive later -> p("later", seen) end,
    p("call with a timeout", gen_server:call(S, get, 1000)),
    p("dictionary", [{K, is_list(V) orelse V} || {K, V} <- lists:sort(gen_server:call(S, dictionary))]),
    p("large answer", length(gen_server:call(S, {make, 5000}))),
    p("stop", gen_server:stop(S)),
    p("exit", receive {'EXIT', S, Why} -> Why end),
    p("alive", is_process_alive(S)).

names() ->
    {ok, S} = gen_server:start_link({local, counted}, ?MODULE, {counter, 5}, []),
    p("whereis", whereis(counted) =:= S),
    p("call by name", gen_server:call(counted, get)),
    p("call by name and node", gen_server:call({counted, node()}, get)),
    {error, {already_started, S}} = gen_server:start_link({local, counted}, ?MODULE, {counter, 6}, []),
    p("cast by name", [gen_server:cast(counted, {add, 1}), gen_server:cast(nobody, {add, 1}), gen_server:call(counted, get)]),
    p("multi_call", gen_server:multi_call(counted, get)),
    p("multi_call of nodes", gen_server:multi_call([node()], counted, {add, 2})),
    p("abcast", [gen_server:abcast(counted, {add, 3}), gen_server:abcast([node()], counted, {add, 4}), gen_server:call(counted, get)]),
    ok = gen_server:stop(counted),
    flush(S),
    register(registrar, spawn(fun() -> registrar(#{}) end)),
    {ok, V} = gen_server:start_link({via, ?MODULE, {some, name}}, ?MODULE, {counter, 7}, []),
    p("via", gen_server:call({via, ?MODULE, {some, name}}, get)),
    gen_server:cast({via, ?MODULE, {some, name}}, {add, 1}),
    p("via after a cast", gen_server:call({via, ?MODULE, {some, name}}, get)),
    p("via taken", element(1, element(2, gen_server:start({via, ?MODULE, {some, name}}, ?MODULE, {counter, 0}, [])))),
    gen_server:stop({via, ?MODULE, {some, name}}),
    flush(V),
    p("via gone", raised(fun() -> gen_server:call({via, ?MODULE, {some, name}}, get) end)).

register_name(Name, Pid) -> ask({register, Name, Pid}).
unregister_name(Name) -> ask({unregister, Name}).
whereis_name(Name) -> ask({whereis, Name}).
send(Name, Message) -> ask({whereis, Name}) ! Message.

ask(Question) ->
    registrar ! {self(), Question},
    receive {registrar, Answer} -> Answer end.

registrar(Names) ->
    receive
        {From, {register, Name, _}} when is_map_key(Name, Names) -> From ! {registrar, no}, registrar(Names);
        {From, {register, Name, Pid}} -> From ! {registrar, yes}, registrar(Names#{Name => Pid});
        {From, {unregister, Name}} -> From ! {registrar, ok}, registrar(maps:remove(Name, Names));
        {From, {whereis, Name}} -> From ! {registrar, maps:get(Name, Names, undefined)}, registrar(Names)
    end.

starts() ->
    p("init ignores", gen_server:start_link(?MODULE, ignore, [])),
    p("init stops", gen_server:start_link(?MODULE, {stop, because}, [])),
    p("exits of them", [receive {'EXIT', _, E} -> E after 1000 -> none end || _ <- [1, 2]]),
    p("init stops, unlinked", gen_server:start(?MODULE, {stop, because}, [])),
    {error, {R2, [{?MODULE, init, 1, _} | _]}} = gen_server:start(?MODULE, {error, oops}, []),
    p("init fails", R2),
    p("init exits", gen_server:start(?MODULE, {exit, going}, [])),
    {ok, Thrown} = gen_server:start(?MODULE, {throw, {ok, {counter, 9}}}, []),
    p("init throws", gen_server:call(Thrown, get)),
    p("init answers nonsense", gen_server:start(?MODULE, {answer, nonsense}, [])),
    {error, {undef, [{no_such_module, init, [x], []} | _]}} = gen_server:start(no_such_module, x, []),
    p("init takes long", gen_server:start(?MODULE, {sleep, 1000}, [{timeout, 20}])),
    {ok, {M, Ref}} = gen_server:start_monitor(?MODULE, {counter, 1}, []),
    gen_server:stop(M),
    p("start_monitor", receive {'DOWN', Ref, process, M, W} -> W end),
    {ok, S} = gen_server:start_link(?MODULE, {counter, 1}, [{spawn_opt, [{priority, high}, {min_heap_size, 5000}]}]),
    p("spawn options", process_info(S, priority)),
    gen_server:stop(S),
    flush(S),
    p("bad options", raised(fun() -> gen_server:start({wrong, name}, ?MODULE, x, []) end)).

timeouts() ->
    {ok, S} = gen_server:start_link(?MODULE, {counter, 1}, []),
    {exit, {timeout, {gen_server, call, [S, {sleep, 100}, 10]}}, _} = raised(fun() -> gen_server:call(S, {sleep, 100}, 10) end),
    p("call after a timeout", gen_server:call(S, get)),
    p("no late answer", receive X -> X after 150 -> none end),
    p("timeout of the server", gen_server:call(S, {idle, self(), 10})),
    p("it came", receive {idle, Msg} -> Msg after 1000 -> none end),
    p("hibernate", gen_server:call(S, hibernate)),
    p("where it is", element(2, process_info(S, current_function))),
    p("awake", gen_server:call(S, {add, 1})),
    gen_server:cast(S, hibernate),
    p("awake again", gen_server:call(S, {add, 1})),
    gen_server:stop(S),
    flush(S),
    {ok, H} = gen_server:start_link(?MODULE, {counter, 4}, [{hibernate_after, 10}]),
    timer:sleep(60),
    p("hibernates after", element(2, process_info(H, current_function))),
    p("and answers", gen_server:call(H, get)),
    gen_server:stop(H),
    flush(H).

continues() ->
    {ok, S} = gen_server:start_link(?MODULE, {continue, self()}, []),
    p("continued in init", receive {continued, N} -> N end),
    p("and from a call", gen_server:call(S, {continue, self()})),
    p("it was", receive {continued, N2} -> N2 end),
    gen_server:stop(S),
    flush(S).

several() ->
    {ok, S} = gen_server:start_link(?MODULE, {counter, 0}, []),
    Me = self(),
    Clients = [spawn_link(fun() -> [gen_server:call(S, {add, 1}) || _ <- lists:seq(1, 100)], Me ! {done, self()} end) || _ <- lists:seq(1, 20)],
    [receive {done, C} -> ok end || C <- Clients],
    [flush(C) || C <- Clients],
    p("20 clients", gen_server:call(S, get)),
    gen_server:stop(S),
    flush(S).

requests() ->
    {ok, S} = gen_server:start_link(?MODULE, {counter, 3}, []),
    R1 = gen_server:send_request(S, get),
    p("send_request", gen_server:wait_response(R1, 1000)),
    R2 = gen_server:send_request(S, {add, 1}),
    receive Answer -> p("check_response", gen_server:check_response(Answer, R2)) end,
    R3 = gen_server:send_request(S, {sleep, 50}),
    p("no response yet", gen_server:wait_response(R3, 0)),
    p("receive_response", gen_server:receive_response(R3, 5000)),
    Rs = lists:foldl(fun(N, Acc) -> gen_server:send_request(S, {add, N}, N, Acc) end, gen_server:reqids_new(), [10, 20]),
    p("size of a collection", gen_server:reqids_size(Rs)),
    {{reply, V1}, L1, Rs1} = gen_server:receive_response(Rs, 1000, true),
    {{reply, V2}, L2, Rs2} = gen_server:receive_response(Rs1, 1000, true),
    p("a collection", lists:sort([{L1, V1}, {L2, V2}])),
    p("empty", gen_server:receive_response(Rs2, 1000, true)),
    R4 = gen_server:send_request(S, {exit, gone}),
    {error, {gone, S}} = gen_server:receive_response(R4, 1000),
    flush(S),
    R5 = gen_server:send_request(S, get),
    {error, {noproc, S}} = gen_server:receive_response(R5, 1000),
    p("errors of requests", ok).

failures() ->
    p("nobody", raised(fun() -> gen_server:call(nobody, hello) end)),
    p("nobody there", raised(fun() -> gen_server:call({nobody, node()}, hello) end)),
    p("no such node", raised(fun() -> gen_server:call({nobody, 'other@host'}, hello) end)),
    p("calling itself", element(1, element(2, raised(fun() -> gen_server:call(self(), hello) end)))),
    [failure(What) || What <- [{error, oops}, {exit, going}, {throw, not_a_reply}, {badmatch, 1}, {stop, shutdown}, {stop, {shutdown, 1}}, {stop, bad},
                               {stop_reply, normal, bye}, {function_clause}]],
    {ok, S} = gen_server:start(?MODULE, {counter, 1}, []),
    Ref = monitor(process, S),
    gen_server:cast(S, {error, in_cast}),
    {in_cast, [{?MODULE, handle_cast, 2, _} | _]} = receive {'DOWN', Ref, process, S, Why} -> Why end,
    {ok, S2} = gen_server:start_link(?MODULE, {counter, 1}, []),
    exit(S2, kill),
    p("killed", receive {'EXIT', S2, Why2} -> Why2 end),
    {ok, S3} = gen_server:start_link(?MODULE, {counter, 1}, []),
    exit(S3, shutdown),
    p("shut down", receive {'EXIT', S3, Why3} -> Why3 end),
    {ok, S4} = gen_server:start_link(?MODULE, {trapping, self()}, []),
    S4 ! {'EXIT', self(), parent_says},
    p("terminate", receive {terminated, T4} -> T4 end),
    p("and exit", receive {'EXIT', S4, Why4} -> Why4 end).

failure(What) ->
    {ok, S} = gen_server:start_link(?MODULE, {counter, 1}, []),
    {C, {Reason, {gen_server, call, [S, What]}}, _} =
        case raised(fun() -> gen_server:call(S, What) end) of
            {value, V} -> {value, {V, {gen_server, call, [S, What]}}, []};
            Raised -> Raised
        end,
    p("failure", {What, C, bare(Reason), bare(receive {'EXIT', S, R} -> R end)}).

%% Stack traces end in frames of OTP's that other releases have not.
bare({R, [{M, F, A, L} | _]}) when is_list(L) -> {R, M, F, arity(A)};
bare(R) -> R.

stops() ->
    {ok, S} = gen_server:start_link(?MODULE, {trapping, self()}, []),
    p("stop with a reason", gen_server:stop(S, {shutdown, done}, 1000)),
    p("terminate", receive {terminated, T} -> T end),
    flush(S),
    p("stop of nobody", raised(fun() -> gen_server:stop(nobody) end)),
    {ok, S2} = gen_server:start(?MODULE, {counter, 1}, []),
    p("stop that takes long", element(2, raised(fun() -> gen_server:cast(S2, {sleep, 100}), gen_server:stop(S2, normal, 10) end))),
    {ok, S3} = gen_server:start(?MODULE, {bad_terminate, self()}, []),
    p("terminate fails", bare(element(2, raised(fun() -> gen_server:stop(S3) end)))).

status() ->
    {ok, S} = gen_server:start_link(?MODULE, {counter, 41}, []),
    p("get_state", sys:get_state(S)),
    p("replace_state", sys:replace_state(S, fun({counter, N}) -> {counter, N + 1} end)),
    {status, S, {module, gen_server}, [_, running, _, [], Misc]} = sys:get_status(S),
    p("get_status", [D || {data, D} <- Misc, not lists:keymember("Status", 1, D)]),
    gen_server:stop(S),
    flush(S).

proc_lib_() ->
    {ok, P} = proc_lib:start_link(?MODULE, worker, [self()]),
    p("initial_call", proc_lib:initial_call(P)),
    p("translated", proc_lib:translate_initial_call(P)),
    P ! {self(), ancestors},
    receive {P, Ancestors} -> p("ancestors", Ancestors =:= [self()]) end,
    P ! {self(), sleep},
    receive {P, asleep} -> ok end,
    timer:sleep(20),
    p("hibernates", element(2, process_info(P, current_function))),
    P ! {self(), get},
    receive {P, Woken} -> p("woken", Woken) end,
    p("stop", proc_lib:stop(P, normal, 1000)),
    flush(P),
    p("spawn", begin Q = proc_lib:spawn(fun() -> receive stop -> ok end end), timer:sleep(20), T = proc_lib:translate_initial_call(Q), Q ! stop, element(3, T) end),
    p("start fails", proc_lib:start(erlang, exit, [early])),
    p("start dies", proc_lib:start(?MODULE, no_such_function, [])),
    p("start takes long", proc_lib:start(timer, sleep, [1000], 10)),
    {Pid, Mon} = proc_lib:spawn_opt(fun() -> exit(bye) end, [monitor]),
    p("monitored", receive {'DOWN', Mon, process, Pid, R} -> R end),
    L = proc_lib:spawn_link(fun() -> error(linked) end),
    {linked, [_ | _]} = receive {'EXIT', L, RL} -> RL end,
    p("stop of the dead", raised(fun() -> proc_lib:stop(L) end)).

worker(Parent) ->
    proc_lib:init_ack(Parent, {ok, self()}),
    work().

work() ->
    receive
        {From, ancestors} -> From ! {self(), get('$ancestors')}, work();
        {From, sleep} -> From ! {self(), asleep}, proc_lib:hibernate(?MODULE, woken, [From]);
        {system, From, {terminate, Reason}} -> gen:reply(From, ok), exit(Reason);
        {From, get} -> From ! {self(), get(woken)}, work()
    end.

woken(By) ->
    put(woken, [element(2, process_info(self(), message_queue_len)), is_pid(By)]),
    work().

flush(Pid) ->
    receive {'EXIT', Pid, _} -> ok after 1000 -> p("no exit", Pid) end.

%% ---- the server

init({counter, N}) -> {ok, {counter, N}};
init({trapping, To}) -> process_flag(trap_exit, true), {ok, {trapping, To}};
init({bad_terminate, To}) -> {ok, {bad_terminate, To}};
init({continue, To}) -> {ok, {counter, 1}, {continue, {tell, To}}};
init(ignore) -> ignore;
init({stop, Why}) -> {stop, Why};
init({error, Why}) -> error(Why);
init({exit, Why}) -> exit(Why);
init({throw, Value}) -> throw(Value);
init({answer, Value}) -> Value;
init({sleep, T}) -> timer:sleep(T), {ok, {counter, 0}}.

handle_call(get, _, S = {counter, N}) -> {reply, N, S};
handle_call({add, K}, _, {counter, N}) -> {reply, N + K, {counter, N + K}};
handle_call({later, To, X}, From, S) -> gen_server:reply(From, X), To ! later, {noreply, S};
handle_call(dictionary, _, S) -> {reply, get(), S};
handle_call({make, N}, _, S) -> {reply, lists:seq(1, N), S};
handle_call({sleep, T}, _, S) -> timer:sleep(T), {reply, slept, S};
handle_call({idle, To, T}, _, _) -> {reply, ok, {idle, To}, T};
handle_call(hibernate, _, S) -> {reply, ok, S, hibernate};
handle_call({continue, To}, _, S) -> {reply, ok, S, {continue, {tell, To}}};
handle_call({error, Why}, _, _) -> error(Why);
handle_call({exit, Why}, _, _) -> exit(Why);
handle_call({throw, Value}, _, _) -> throw(Value);
handle_call({badmatch, X}, _, _) -> {no, X} = {X, no};
handle_call({stop, Why}, _, S) -> {stop, Why, S};
handle_call({stop_reply, Why, Reply}, _, S) -> {stop, Why, Reply, S}.

handle_cast({add, K}, {counter, N}) -> {noreply, {counter, N + K}};
handle_cast(hibernate, S) -> {noreply, S, hibernate};
handle_cast({sleep, T}, S) -> timer:sleep(T), {noreply, S};
handle_cast({error, Why}, _) -> error(Why).

handle_info({add, K}, {counter, N}) -> {noreply, {counter, N + K}};
handle_info(timeout, {idle, To}) -> To ! {idle, timeout}, {noreply, {counter, 0}};
handle_info({'EXIT', _, Why}, S) -> {stop, Why, S};
handle_info(_, S) -> {noreply, S}.

handle_continue({tell, To}, {counter, N}) -> To ! {continued, N}, {noreply, {counter, N + 1}}.

terminate(Why, {trapping, To}) -> To ! {terminated, Why};
terminate(_, {bad_terminate, _}) -> error(in_terminate);
terminate(_, _) -> ok.

code_change(_, S, _) -> {ok, S}.

format_status(Status) -> maps:map(fun(state, {counter, N}) -> {formatted, N}; (_, V) -> V end, Status).
