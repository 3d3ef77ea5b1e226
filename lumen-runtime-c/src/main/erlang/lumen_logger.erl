%% Starts OTP's logger in programs that use it, as the boot of kernel does, and is its handler `default`: what it is given is
%% formatted and handed to `user` before the process that logs goes on. So there is no queue to protect, and no process to supervise.
-module(lumen_logger).
-export([start/0, log/2]).

%% The runtime calls this in a process of its own, and runs the program when that has ended.
start() ->
    environment(),
    {ok, _} = gen_server:start({local, logger}, logger_server, [], []),
    ok = logger:add_handler(default, ?MODULE, #{
        filter_default => stop,
        filters => [
            {remote_gl, {fun logger_filters:remote_gl/2, stop}},
            {domain, {fun logger_filters:domain/2, {log, super, [otp, sasl]}}},
            {no_domain, {fun logger_filters:domain/2, {log, undefined, []}}}
        ],
        formatter => {logger_formatter, #{legacy_header => true, single_line => false}}
    }),
    ok = logger:remove_handler(simple).

%% The table of application:get_env, which the logger and proc_lib ask for settings of kernel: there are none.
environment() ->
    Starter = self(),
    Owner = spawn(fun() ->
        ets:new(ac_tab, [set, public, named_table, {read_concurrency, true}]),
        Starter ! {self(), ready},
        receive stop -> ok end
    end),
    receive {Owner, ready} -> ok end.

%% A handler of logger. What it can't print is not worth a second failure.
log(Event, #{formatter := {Formatter, Config}}) ->
    _ = (catch io:put_chars(user, Formatter:format(with_callback(Event), Config))),
    ok.

with_callback(#{msg := {report, _}, meta := Meta} = Event) when not is_map_key(report_cb, Meta) ->
    Event#{meta := Meta#{report_cb => fun logger:format_otp_report/1}};
with_callback(Event) ->
    Event.
