%% gen_statem: events, states, timeouts, postponing, actions, failures
-module(statem).
-behaviour(gen_statem).
-export([main/0]).
-export([init/1, callback_mode/0, terminate/3, code_change/4, format_status/1, closed/3, open/3, locked/3]).

p(What, X) -> io:format("~s: ~0p~n", [What, X]).

main() ->
    logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    door(),
    postponed(),
    timeouts(),
    actions(),
    starts(),
    failures(),
    status().

start() -> {ok, S} = gen_statem:start_link(?MODULE, {closed, #{opened => 0}}, []), S.

stop(S) ->
    ok = gen_statem:stop(S),
    receive {'EXIT', S, Why} -> Why after 1000 -> no_exit end.

door() ->
    S = start(),
    p("first", gen_statem:call(S, which)),
    p("open", gen_statem:call(S, open)),
    p("then", gen_statem:call(S, which)),
    p("open again", gen_statem:call(S, open)),
    gen_statem:cast(S, close),
    p("after a cast", gen_statem:call(S, which)),
    S ! unknown,
    p("info", gen_statem:call(S, infos)),
    p("entered", gen_statem:call(S, entered)),
    p("stop", stop(S)).

postponed() ->
    S = start(),
    p("lock", gen_statem:call(S, lock)),
    Me = self(),
    spawn_link(fun() -> Me ! {opened, gen_statem:call(S, open)} end),
    timer:sleep(20),
    p("postponed", receive {opened, _} -> answered after 0 -> waiting end),
    p("unlock", gen_statem:call(S, unlock)),
    p("and then", receive {opened, A} -> A after 1000 -> none end),
    receive {'EXIT', _, normal} -> ok end,
    p("stop", stop(S)).

timeouts() ->
    S = start(),
    p("event timeout", gen_statem:call(S, {idle, 10, self()})),
    p("came", receive M1 -> M1 after 1000 -> none end),
    p("event timeout and an event", gen_statem:call(S, {idle, 1000, self()})),
    p("which", gen_statem:call(S, which)),
    p("not", receive M2 -> M2 after 20 -> none end),
    p("state timeout", gen_statem:call(S, {open_for, 10, self()})),
    p("came", receive M3 -> M3 after 1000 -> none end),
    p("which", gen_statem:call(S, which)),
    p("named timeouts", gen_statem:call(S, {timers, [{b, 30}, {a, 10}], self()})),
    p("came", [receive M -> M after 1000 -> none end || _ <- [1, 2]]),
    p("cancelled", gen_statem:call(S, {cancelled, 20, self()})),
    p("none", receive M5 -> M5 after 60 -> none end),
    p("call timeout", element(1, element(2, raised(fun() -> gen_statem:call(S, silent, 10) end)))),
    p("clean call timeout", element(1, element(2, raised(fun() -> gen_statem:call(S, silent, {clean_timeout, 10}) end)))),
    p("stop", stop(S)).

actions() ->
    S = start(),
    p("internal events", gen_statem:call(S, {chain, [a, b, c]})),
    p("hibernate", gen_statem:call(S, hibernate)),
    timer:sleep(20),
    p("where", element(2, process_info(S, current_function))),
    p("awake", gen_statem:call(S, which)),
    p("several replies", gen_statem:call(S, {reply_twice, self()})),
    p("the other", receive {other, X} -> X end),
    R = gen_statem:send_request(S, which),
    p("send_request", gen_statem:receive_response(R, 1000)),
    p("repeat_state", gen_statem:call(S, repeat)),
    p("entered", gen_statem:call(S, entered)),
    p("change of data", gen_statem:call(S, {put, k, v})),
    p("get", gen_statem:call(S, {get, k})),
    p("stop", stop(S)).

starts() ->
    p("ignore", gen_statem:start_link(?MODULE, ignore, [])),
    p("stop", gen_statem:start(?MODULE, {stop, why}, [])),
    p("error", gen_statem:start(?MODULE, {error, oops}, [])),
    p("bad return", gen_statem:start(?MODULE, {return, hm}, [])),
    {ok, S} = gen_statem:start({local, door}, ?MODULE, {locked, #{}}, []),
    p("name", gen_statem:call(door, which)),
    p("taken", gen_statem:start({local, door}, ?MODULE, {locked, #{}}, []) =:= {error, {already_started, S}}),
    p("stop", gen_statem:stop(door)),
    p("gone", raised(fun() -> gen_statem:call(door, which) end)),
    p("cast to nobody", gen_statem:cast(door, which)),
    p("stop of nobody", raised(fun() -> gen_statem:stop(door) end)),
    flush().

raised(F) ->
    try F() of X -> {value, X}
    catch C:R:St -> {C, R, [{M, N, if is_list(A) -> length(A); true -> A end} || {M, N, A, _} <- lists:sublist(St, 1)]}
    end.

failures() ->
    [failure(W) || W <- [{error, oops}, {exit, leaving}, {throw, thrown}, {stop, normal}, {stop, shutdown}, {stop, {shutdown, x}}, {stop, bad},
                         {stop_and_reply, done}, nonsense, {bad_action, {what, now}}, {badmatch, 1}]],
    S = start(),
    S ! {'EXIT', self(), parent_died},
    p("parent", receive {'EXIT', S, Why} -> Why after 1000 -> none end).

failure(What) ->
    S = start(),
    Answer = case raised(fun() -> gen_statem:call(S, {do, What}) end) of
        {exit, {Reason, {gen_statem, call, [S, {do, What}, infinity]}}, _} -> {exit, bare(Reason)};
        {exit, {Reason, {gen_statem, call, [S, {do, What}]}}, _} -> {exit, bare(Reason)};
        {exit, {{Reason, {gen_statem, call, [S, {do, What}, infinity]}}, _}, _} -> {exit, bare(Reason)};
        {value, V} -> {value, V};
        {C, R, _} -> {C, bare(R)}
    end,
    p("failure", {What, Answer, bare(receive {'EXIT', S, R2} -> R2 after 1000 -> none end)}).

bare({R, [{M, F, A, L} | _]}) when is_list(L) -> {R, M, F, if is_list(A) -> length(A); true -> A end};
bare({R, {gen_statem, call, _}}) -> bare(R);
bare(R) -> R.

flush() ->
    receive {'EXIT', _, _} -> flush() after 20 -> ok end.

status() ->
    S = start(),
    p("state", sys:get_state(S)),
    p("replaced", sys:replace_state(S, fun({_, Data}) -> {open, Data#{new => 1}} end)),
    p("call", gen_statem:call(S, which)),
    {status, S, {module, gen_statem}, [_, running, _, _, Misc]} = sys:get_status(S),
    p("status", [D || {data, D} <- Misc, lists:keymember("State", 1, D)]),
    ok = sys:suspend(S),
    p("suspended", element(1, element(2, raised(fun() -> gen_statem:call(S, which, 20) end)))),
    ok = sys:change_code(S, ?MODULE, old, extra),
    ok = sys:resume(S),
    p("changed", gen_statem:call(S, {get, changed})),
    p("stop", stop(S)).

%% ---- the door

callback_mode() -> [state_functions, state_enter].

init(ignore) -> ignore;
init({stop, Why}) -> {stop, Why};
init({error, Why}) -> error(Why);
init({return, X}) -> X;
init({State, Data}) -> {ok, State, Data}.

closed(enter, Old, Data) -> entered(closed, Old, Data);
closed({call, From}, open, #{opened := N} = Data) -> {next_state, open, Data#{opened := N + 1}, [{reply, From, opened}]};
closed({call, From}, lock, Data) -> {next_state, locked, Data, {reply, From, locked}};
closed({call, From}, {open_for, T, To}, Data) -> {next_state, open, Data#{to => To}, [{reply, From, ok}, {state_timeout, T, shut}]};
closed(Type, Event, Data) -> any(closed, Type, Event, Data).

open(enter, Old, Data) -> entered(open, Old, Data);
open({call, From}, open, _) -> {keep_state_and_data, [{reply, From, already}]};
open(cast, close, Data) -> {next_state, closed, Data};
open(state_timeout, shut, #{to := To} = Data) -> To ! shut, {next_state, closed, Data};
open(Type, Event, Data) -> any(open, Type, Event, Data).

locked(enter, Old, Data) -> entered(locked, Old, Data);
locked({call, _}, open, _) -> {keep_state_and_data, postpone};
locked({call, From}, unlock, Data) -> {next_state, closed, Data#{opened => 0}, {reply, From, unlocked}};
locked(Type, Event, Data) -> any(locked, Type, Event, Data).

entered(State, Old, Data) -> {keep_state, Data#{entered => [{Old, State} | maps:get(entered, Data, [])]}}.

any(State, {call, From}, which, _) -> {keep_state_and_data, {reply, From, State}};
any(_, {call, From}, infos, Data) -> {keep_state_and_data, {reply, From, maps:get(infos, Data, [])}};
any(_, {call, From}, entered, #{entered := E}) -> {keep_state_and_data, {reply, From, lists:reverse(E)}};
any(_, {call, From}, {idle, T, To}, Data) -> {keep_state, Data#{to => To}, [{reply, From, ok}, {timeout, T, idle}]};
any(_, timeout, idle, #{to := To}) -> To ! idle, keep_state_and_data;
any(_, {call, From}, {timers, Ts, To}, Data) ->
    {keep_state, Data#{to => To}, [{reply, From, ok} | [{{timeout, N}, T, rings} || {N, T} <- Ts]]};
any(_, {timeout, Name}, rings, #{to := To}) -> To ! {Name, rings}, keep_state_and_data;
any(_, {call, From}, {cancelled, T, To}, Data) ->
    {keep_state, Data#{to => To}, [{{timeout, c}, T, rings}, {{timeout, c}, cancel}, {reply, From, ok}]};
any(_, {call, _}, silent, _) -> keep_state_and_data;
any(_, {call, From}, {chain, Es}, Data) -> {keep_state, Data#{chain => []}, [{next_event, internal, E} || E <- Es] ++ [{next_event, internal, {answer, From}}]};
any(_, internal, {answer, From}, #{chain := C}) -> {keep_state_and_data, {reply, From, lists:reverse(C)}};
any(_, internal, E, #{chain := C} = Data) -> {keep_state, Data#{chain := [E | C]}};
any(_, {call, From}, hibernate, _) -> {keep_state_and_data, [{reply, From, ok}, hibernate]};
any(_, {call, From}, {reply_twice, To}, _) ->
    Tag = make_ref(),
    To ! {other, gen_statem:reply([{reply, {To, Tag}, second}])},
    receive_nothing(),
    {keep_state_and_data, [{reply, From, first}]};
any(_, {call, From}, repeat, Data) -> {repeat_state, Data, {reply, From, repeated}};
any(_, {call, From}, {put, K, V}, Data) -> {keep_state, Data#{K => V}, {reply, From, ok}};
any(_, {call, From}, {get, K}, Data) -> {keep_state_and_data, {reply, From, maps:get(K, Data, none)}};
any(_, {call, From}, {do, What}, Data) -> do(What, From, Data);
any(_, info, Info, Data) -> {keep_state, Data#{infos => [Info | maps:get(infos, Data, [])]}}.

receive_nothing() -> receive never -> ok after 0 -> ok end.

do({error, Why}, _, _) -> error(Why);
do({exit, Why}, _, _) -> exit(Why);
do({throw, X}, _, _) -> throw(X);
do({stop, Why}, _, Data) -> {stop, Why, Data};
do({stop_and_reply, Why}, From, _) -> {stop_and_reply, {shutdown, Why}, {reply, From, bye}};
do(nonsense, _, _) -> {nonsense};
do({bad_action, A}, _, _) -> {keep_state_and_data, [A]};
do({badmatch, X}, _, _) -> {no, X} = {X, no}.

terminate(_, _, _) -> ok.
code_change(_, State, Data, Extra) -> {ok, State, Data#{changed => Extra}}.
format_status(Status) -> maps:map(fun(data, D) -> maps:remove(entered, D); (_, V) -> V end, Status).
