%% with: event_handler state_machine
-module(behaviours).
-behaviour(gen_server).
-export([main/0, id/1, init/1, handle_call/3, handle_cast/2, handle_info/2, terminate/2, handle_continue/2, start_kid/1, code_change/3, format_status/2]).
main() -> logger:set_primary_config(level, none),
    process_flag(trap_exit, true),
    t(ignore_sofo, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, sofo, ignore}), R = supervisor:start_child(S, []), C = supervisor:count_children(S), exit(S, shutdown), {R, C, wait(S)} end),
    t(shutdown_tuple, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, sofo, ok}), {ok, K} = supervisor:start_child(S, []), exit(K, {shutdown, x}), timer:sleep(30), C = supervisor:count_children(S), exit(S, shutdown), {C, wait(S)} end),
    t(term_child, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, sofo, ok}), Ks = [begin {ok, K} = supervisor:start_child(S, []), K end || _ <- [1,2,3]], R = [supervisor:terminate_child(S, K) || K <- Ks], C = supervisor:count_children(S), exit(S, shutdown), {R, C, catch_it(fun() -> supervisor:terminate_child(S, hd(Ks)) end) =/= ok, wait(S)} end),
    t(restart_int, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, one_for_one, 2}), kill(k1), kill(k1), A = is_pid(whereis(k1)), kill(k1), {A, wait(S), whereis(k1)} end),
    t(one_for_all, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, one_for_all, 5}), P1 = whereis(k1), P2 = whereis(k2), kill(k2), R = {whereis(k1) =/= P1, whereis(k2) =/= P2}, exit(S, shutdown), {R, wait(S)} end),
    t(rest_for_one, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, rest_for_one, 5}), P1 = whereis(k1), P2 = whereis(k2), kill(k2), R = {whereis(k1) =:= P1, whereis(k2) =/= P2}, X = supervisor:restart_child(S, k1), Y = supervisor:delete_child(S, k1), Z = {supervisor:terminate_child(S, k1), supervisor:delete_child(S, k1), supervisor:restart_child(S, k1)}, W = [{I, T, M} || {I, _, T, M} <- supervisor:which_children(S)], exit(S, shutdown), {R, X, Y, Z, W, wait(S)} end),
    t(auto_shutdown, fun() -> {ok, S} = supervisor:start_link(?MODULE, {sup, auto, any_significant}), gen_server:cast(k1, stop), {wait(S), whereis(k1), whereis(k2)} end),
    t(bad_specs, fun() -> [catch_it(fun() -> supervisor:start_link(?MODULE, {sup, raw, X}) end) || X <- [bad, {ok, {#{strategy => foo}, []}}, {ok, {{one_for_one, -1, 5}, []}}, {ok, {#{}, [#{id => a}]}}, {ok, {#{}, [#{id => a, start => {?MODULE, start_kid, [k]}}, #{id => a, start => {x,y,[]}}]}}, ignore]] end),
    t(check_specs, fun() -> [supervisor:check_childspecs(X) || X <- [[#{id => a, start => {m, f, []}}], [#{id => a}], x, [{a, {m,f,[]}, permanent, 5, worker, [m]}], [#{id => a, start => {m,f,[]}, significant => true}], [#{id => a, start => {m,f,[]}, restart => transient, significant => true}]]] end),
    t(start_fail, fun() -> [catch_it(fun() -> gen_server:start_link(?MODULE, X, []) end) || X <- [{init, {stop, why}}, {init, ignore}, {init, bad}, {init, throw}, {init, {error, x}}, {init, exit}]] end),
    flush(),
    t(call_reply, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, 0}}, []), A = gen_server:call(P, {ret, {reply, a, 1}}), B = gen_server:call(P, {from_cont, 5}), C = catch_it(fun() -> gen_server:call(P, {ret, noreply}, 20) end), D = catch_it(fun() -> gen_server:call(P, {ret, {stop, normal, last, 9}}) end), E = catch_it(fun() -> gen_server:call(P, x) end), {A, B, el(C), D, el(E)} end),
    t(call_crash, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, 0}}, []), A = catch_it(fun() -> gen_server:call(P, crash) end), {element(1, A), element(1, element(1, element(2, A))), is_process_alive(P)} end),
    t(late_reply, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, 0}}, []), catch_it(fun() -> gen_server:call(P, {slow, 30}, 5) end), timer:sleep(60), receive M -> {late, M} after 0 -> none end end),
    t(timeouts, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, self(), 10}}, []), receive {P, timeout} -> to after 500 -> none end end),
    t(send_request, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, 0}}, []), R = gen_server:send_request(P, {ret, {reply, q, 1}}), A = gen_server:wait_response(R, 500), R2 = gen_server:send_request(P, {ret, noreply}), B = gen_server:receive_response(R2, 10), RC = gen_server:reqids_add(gen_server:send_request(P, {ret, {reply, z, 1}}), lbl, gen_server:reqids_new()), C = gen_server:receive_response(RC, 500, true), {A, B, element(1, C), element(2, C), gen_server:reqids_size(element(3, C))} end),
    t(multi_call, fun() -> {ok, _} = gen_server:start({local, mc}, ?MODULE, {init, {ok, 0}}, []), {gen_server:multi_call([node()], mc, {ret, {reply, r, 1}}) =:= {[{node(), r}], []}, gen_server:abcast(mc, x), gen_server:start({local, mc}, ?MODULE, {init, {ok, 0}}, []) =:= {error, {already_started, whereis(mc)}}, gen_server:stop(mc), whereis(mc)} end),
    t(sys, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, 77}}, []), A = sys:get_state(P), sys:replace_state(P, fun(S) -> S + 1 end), B = sys:get_state(P), sys:suspend(P), C = catch_it(fun() -> gen_server:call(P, {ret, {reply, x, 1}}, 20) end), sys:resume(P), {status, P, {module, M}, [_, St, _, _, _]} = sys:get_status(P), {A, B, el(C), M, St, catch_it(fun() -> sys:terminate(P, normal) end), is_process_alive(P)} end),
    t(stop_reason, fun() -> {ok, P} = gen_server:start(?MODULE, {init, {ok, 1}}, []), M = monitor(process, P), A = catch_it(fun() -> gen_server:stop(P, shutdown, 500) end), B = receive {'DOWN', M, _, _, W} -> W after 500 -> none end, {A, B, el(catch_it(fun() -> gen_server:stop(P) end)), el(catch_it(fun() -> gen_server:stop(no_such_n) end))} end),
    t(enter_loop, fun() -> S = self(), P = proc_lib:spawn_link(fun() -> register(el1, self()), gen_server:enter_loop(?MODULE, [], 5, {local, el1}) end), timer:sleep(20), A = gen_server:call(el1, state), unlink(P), exit(P, kill), {A, S =:= self()} end),
    t(proc_lib, fun() -> A = proc_lib:start_link(?MODULE, start_kid, [{ack, {ok, v}}]), B = catch_it(fun() -> proc_lib:start(?MODULE, start_kid, [{die, boo}]) end), C = catch_it(fun() -> proc_lib:start(?MODULE, start_kid, [slow], 10) end), {A, B, C} end),
    flush(),
    t(statem_init_to, fun() -> {ok, P} = gen_statem:start_link(state_machine, {self(), [{state_timeout, 0, to}, {next_event, internal, go}]}, []), timer:sleep(40), R = all(), gen_statem:stop(P), R end),
    t(statem_init_to2, fun() -> {ok, P} = gen_statem:start_link(state_machine, {self(), [{state_timeout, 20, to}, {next_event, internal, go}]}, []), timer:sleep(60), R = all(), gen_statem:stop(P), R end),
    t(statem_postpone, fun() -> {ok, P} = gen_statem:start_link(state_machine, {self(), []}, []), gen_statem:cast(P, p1), gen_statem:cast(P, p2), gen_statem:cast(P, to_c), gen_statem:cast(P, z), timer:sleep(30), R = all(), gen_statem:stop(P), R end),
    t(statem_timeouts, fun() -> {ok, P} = gen_statem:start_link(state_machine, {self(), []}, []), gen_statem:cast(P, {act, [{{timeout, a}, 10, x}, {{timeout, b}, 10000, y}, {timeout, 15, ev}]}), timer:sleep(60), R = all(), gen_statem:cast(P, {act, [{{timeout, b}, update, yy}, {{timeout, b}, cancel}]}), gen_statem:cast(P, {act, [{state_timeout, infinity, n}, {timeout, 0, zero}]}), timer:sleep(30), R2 = all(), A = gen_statem:call(P, q), B = el(catch_it(fun() -> gen_statem:call(P, noanswer, 15) end)), gen_statem:stop(P), {R, R2, A, B} end),
    t(statem_enter, fun() -> {ok, P} = gen_statem:start_link(state_machine, {self(), [enter]}, []), gen_statem:cast(P, go2), gen_statem:cast(P, rep), timer:sleep(20), R = all(), gen_statem:stop(P), R end),
    t(event, fun() -> {ok, P} = gen_event:start_link(), A = gen_event:add_handler(P, event_handler, [self(), h1]), B = gen_event:add_handler(P, {event_handler, 2}, [self(), h2]), C = gen_event:add_handler(P, event_handler, [self(), dup]), gen_event:sync_notify(P, hi), D = gen_event:call(P, event_handler, q), E = gen_event:call(P, nohandler, q), F = gen_event:swap_handler(P, {event_handler, sw}, {{event_handler, 3}, [self(), h3]}), G = gen_event:which_handlers(P), gen_event:notify(P, crash), timer:sleep(20), H = gen_event:which_handlers(P), I = gen_event:delete_handler(P, {event_handler, 2}, bye), J = gen_event:delete_handler(P, zz, x), gen_event:stop(P), {A, B, C, D, E, F, G, H, I, J, all()} end),
    t(sup_handler, fun() -> {ok, P} = gen_event:start_link(), gen_event:add_sup_handler(P, event_handler, [self(), s]), gen_event:notify(P, remove), timer:sleep(20), receive {gen_event_EXIT, event_handler, W} -> W after 200 -> none end end),
    ok.
init({sup, sofo, A}) -> {ok, {#{strategy => simple_one_for_one, intensity => 3, period => 5}, [#{id => k, start => {?MODULE, start_kid, [A]}, restart => temporary, shutdown => 1000}]}};
init({sup, auto, A}) -> {ok, {#{auto_shutdown => A}, [#{id => K, start => {?MODULE, start_kid, [K]}, restart => transient, significant => K =:= k1} || K <- [k1, k2]]}};
init({sup, raw, X}) -> X;
init({sup, St, N}) -> {ok, {#{strategy => St, intensity => N, period => 5}, [#{id => K, start => {?MODULE, start_kid, [K]}} || K <- [k1, k2]]}};
init({init, throw}) -> throw({ok, thrown});
init({init, exit}) -> exit(in_init);
init({init, X}) -> X;
init({named, _}) -> {ok, 0}.
start_kid(ignore) -> ignore;
start_kid(ok) -> gen_server:start_link(?MODULE, {init, {ok, 0}}, []);
start_kid({ack, V}) -> proc_lib:init_ack(V), ok;
start_kid({die, R}) -> exit(R);
start_kid(slow) -> receive x -> x end;
start_kid(K) -> gen_server:start_link({local, K}, ?MODULE, {named, K}, []).
handle_call({ret, noreply}, _, S) -> {noreply, S};
handle_call({ret, R}, _, _) -> R;
handle_call(state, _, S) -> {reply, S, S};
handle_call({slow, N}, _, S) -> timer:sleep(N), {reply, slow, S};
handle_call(crash, _, _) -> error(crash);
handle_call({from_cont, X}, From, S) -> {noreply, S, {continue, {rep, From, X}}}.
handle_continue({rep, F, X}, S) -> gen_server:reply(F, {cont, X}), {noreply, S}.
handle_cast(stop, S) -> {stop, normal, S};
handle_cast(_, S) -> {noreply, S}.
handle_info(timeout, S) -> S ! {self(), timeout}, {noreply, S};
handle_info(_, S) -> {noreply, S}.
terminate(_, _) -> ok.
code_change(_, S, _) -> {ok, S}.
format_status(_, [_, S]) -> S.
kill(N) -> P = whereis(N), M = monitor(process, P), exit(P, kill), receive {'DOWN', M, _, _, _} -> ok end, timer:sleep(30).
wait(S) -> receive {'EXIT', S, W} -> W after 2000 -> alive end.
flush() -> receive _ -> flush() after 0 -> ok end.
all() -> receive {'EXIT', _, _} -> all(); M -> [M | all()] after 0 -> [] end.
el({C, {R, _}}) -> {C, R};
el(X) -> X.
id(X) -> X.
catch_it(F) -> try F() catch C:R -> {C, R} end.
t(N, F) -> io:format("~w: ~w~n", [N, strip(catch_it(F))]).
strip(P) when is_pid(P) -> pid; strip(R) when is_reference(R) -> ref;
strip(T) when is_tuple(T) -> list_to_tuple(strip(tuple_to_list(T)));
strip([{M, F, A, L} | T]) when is_atom(M), is_atom(F), is_list(L), (is_integer(A) orelse is_list(A)) -> [stk || T =/= x];
strip([H | T]) -> [strip(H) | strip(T)];
strip(M) when is_map(M) -> maps:map(fun(_, V) -> strip(V) end, M);
strip(X) -> X.
