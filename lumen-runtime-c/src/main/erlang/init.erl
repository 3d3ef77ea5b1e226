%% Stands in for `init` of the emulator's boot: there are no boot script, no applications to stop, and no flags.
-module(init).
-export([get_arguments/0, get_argument/1, get_plain_arguments/0, get_status/0, script_id/0, archive_extension/0]).
-export([stop/0, stop/1, restart/0, reboot/0, notify_when_started/1, wait_until_started/0, ensure_loaded/1]).
-export([objfile_extension/0, make_permanent/2, run_on_load_handlers/0, code_path_choice/0]).

get_arguments() -> [].

get_argument(_) -> error.

get_plain_arguments() -> [].

get_status() -> {started, started}.

script_id() -> {"lumen", ""}.

archive_extension() -> ".ez".

objfile_extension() -> ".beam".

code_path_choice() -> strict.

stop() -> erlang:halt(0).

stop(Status) -> erlang:halt(Status).

restart() -> erlang:halt(1).

reboot() -> erlang:halt(0).

notify_when_started(_) -> started.

wait_until_started() -> ok.

ensure_loaded(Module) -> code:ensure_loaded(Module).

make_permanent(_, _) -> {error, embedded}.

run_on_load_handlers() -> ok.
