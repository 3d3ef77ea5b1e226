%% What OTP prints of processes that fail
-module(reports).
-file("reports.erl", 3).
-behaviour(gen_server).
-export([main/0, fail/1, start_child/1, init/1, handle_call/3, handle_cast/2, handle_info/2]).

main() ->
    p("plain processes"),
    spawn(fun() -> error(oops) end), wait(),
    spawn(?MODULE, fail, [badmatch]), wait(),
    spawn(?MODULE, fail, [throw]), wait(),
    spawn(?MODULE, fail, [exit]), wait(),
    spawn(?MODULE, fail, [function_clause]), wait(),
    spawn(?MODULE, fail, [long]), wait(),
    spawn(no_such_module, no_such_function, [a]), wait(),

    p("processes of proc_lib"),
    proc_lib:spawn(?MODULE, fail, [error]), wait(),
    proc_lib:spawn(?MODULE, fail, [throw]), wait(),
    proc_lib:spawn(?MODULE, fail, [exit]), wait(),
    proc_lib:spawn(?MODULE, fail, [normal]), wait(),
    proc_lib:spawn(fun() -> put(a, 1), register(some_name, self()), self() ! a_message, fail(badmatch) end), wait(),

    p("servers"),
    [begin
         {ok, S} = gen_server:start(?MODULE, state, []),
         request(S, What)
     end || What <- [error, exit, throw, stop, normal]],
    {ok, S} = gen_server:start({local, server}, ?MODULE, state, []),
    gen_server:cast(server, error), wait(),
    {ok, S2} = gen_server:start(?MODULE, state, []),
    S2 ! error, wait(),
    gen_server:start(?MODULE, fail, []), wait(),
    is_process_alive(S),

    p("supervisors"),
    process_flag(trap_exit, true),
    {ok, Sup} = supervisor:start_link({local, sup}, ?MODULE, sup), wait(),
    request(child, stop),
    exit(whereis(child), kill), wait(),
    request(child, error), wait(),
    receive {'EXIT', Sup, shutdown} -> ok after 1000 -> p("it lives") end,
    supervisor:start_link(?MODULE, bad), wait(),

    p("logged"),
    logger:error("a text"), wait(),
    logger:warning("formatted ~p ~s", [[1, 2], "x"]), wait(),
    logger:notice(#{a => map, b => "values"}), wait(),
    logger:error([{a, report}, {list, [1, 2, 3]}]), wait(),
    logger:info("not seen"), wait(),
    logger:set_primary_config(level, info),
    logger:info("seen"), wait(),
    logger:debug("not seen"), wait(),
    error_logger:error_msg("old ~p~n", [style]), wait(),
    error_logger:error_report([{old, report}]), wait(),
    error_logger:warning_msg("old warning~n"), wait(),
    error_logger:info_msg("old info~n"), wait(),
    error_logger:info_report(progress, [{not_seen, 1}]), wait(),
    logger:set_handler_config(default, formatter, {logger_formatter, #{single_line => false, template => [level, ": ", msg, "\n"]}}),
    logger:error("on~none line ~p", [x]), wait(),
    logger:set_handler_config(default, level, alert),
    logger:error("not seen"), wait(),
    logger:alert("seen"), wait(),
    p(io_lib:format("~p", [{logger:get_handler_ids(), maps:get(level, element(2, logger:get_handler_config(default)))}])),
    logger:set_module_level(?MODULE, none),
    p("done").

p(Text) -> io:format("---- ~s~n", [Text]).

%% From a process that does not wait for the answer: the report of one that does shows where it waits.
request(Server, What) ->
    spawn(fun() -> Server ! {'$gen_call', {self(), make_ref()}, What} end), wait().

wait() -> receive after 150 -> ok end.

fail(badmatch) -> {no, match} = {match, self() =:= self()};
fail(throw) -> throw(nobody_catches);
fail(exit) -> exit(leaving);
fail(normal) -> exit({shutdown, all});
fail(error) -> error({some, "reason", [1.5, <<"binary">>]});
fail(long) -> error({lists:seq(1, 30), "a longer text of the reason", #{a => "map", b => lists:duplicate(5, atom)}}).

start_child(Name) -> gen_server:start_link({local, Name}, ?MODULE, state, []).

init(fail) -> error(in_init);
init(sup) -> {ok, {#{intensity => 2, period => 100}, [#{id => c, start => {?MODULE, start_child, [child]}}]}};
init(bad) -> {ok, {#{}, [#{id => b, start => {?MODULE, fail, [exit]}}]}};
init(State) -> {ok, State}.

handle_call(error, _, _) -> error(in_call);
handle_call(exit, _, _) -> exit(in_call);
handle_call(throw, _, _) -> throw(in_call);
handle_call(stop, _, S) -> {stop, on_request, bye, S};
handle_call(normal, _, S) -> {stop, normal, bye, S}.

handle_cast(error, S) -> fail({badmatch, S}).
handle_info(error, S) -> {noreply, element(1, S)}.
