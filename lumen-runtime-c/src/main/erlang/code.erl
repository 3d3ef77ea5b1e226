%% Stands in for kernel's `code`: an image is a closed world, so there is no code server, and no module has a file. All modules
%% of the program, and those of OTP that it names, count as loaded from the start, whether anything of them is in the image or not.
-module(code).
-export([ensure_loaded/1, ensure_modules_loaded/1, load_file/1, load_abs/1, load_binary/3, atomic_load/1]).
-export([is_loaded/1, which/1, get_object_code/1, all_loaded/0, module_status/1, is_sticky/1]).
-export([purge/1, soft_purge/1, delete/1, get_mode/0, get_doc/1]).
-export([root_dir/0, lib_dir/0, lib_dir/1, lib_dir/2, priv_dir/1, compiler_dir/0]).
-export([get_path/0, set_path/1, add_path/1, add_patha/1, add_pathz/1, add_pathsa/1, add_pathsz/1, del_path/1, where_is_file/1]).

ensure_loaded(Module) when is_atom(Module) ->
    case erlang:module_loaded(Module) of
        true -> {module, Module};
        false -> {error, nofile}
    end.

ensure_modules_loaded(Modules) ->
    case lists:all(fun is_atom/1, Modules) of
        true -> missing([{M, nofile} || M <- lists:reverse(Modules), not erlang:module_loaded(M)]);
        false -> error(function_clause, [Modules])
    end.

missing([]) -> ok;
missing(Modules) -> {error, Modules}.

load_file(Module) -> ensure_loaded(Module).

load_abs(_) -> {error, nofile}.

load_binary(_, _, _) -> {error, embedded}.

atomic_load(Modules) -> {error, [{M, embedded} || M <- [name(M) || M <- Modules]]}.

name({Module, _, _}) -> Module;
name(Module) -> Module.

is_loaded(Module) when is_atom(Module) ->
    case erlang:module_loaded(Module) of
        true -> {file, preloaded};
        false -> false
    end.

which(Module) when is_atom(Module) ->
    case erlang:module_loaded(Module) of
        true -> preloaded;
        false -> non_existing
    end.

get_object_code(Module) when is_atom(Module) -> error.

all_loaded() -> [{M, preloaded} || M <- erlang:loaded()].

module_status(Module) when is_atom(Module) ->
    case erlang:module_loaded(Module) of
        true -> loaded;
        false -> not_loaded
    end;
module_status(Modules) ->
    [{M, module_status(M)} || M <- Modules].

is_sticky(Module) when is_atom(Module) -> false.

purge(Module) when is_atom(Module) -> false.

soft_purge(Module) when is_atom(Module) -> true.

delete(Module) when is_atom(Module) -> false.

get_mode() -> embedded.

get_doc(_) -> {error, missing}.

root_dir() -> "".

lib_dir() -> "".

lib_dir(_) -> {error, bad_name}.

lib_dir(_, _) -> {error, bad_name}.

priv_dir(_) -> {error, bad_name}.

compiler_dir() -> "".

get_path() -> [].

set_path(_) -> {error, bad_path}.

add_path(_) -> {error, bad_directory}.

add_patha(_) -> {error, bad_directory}.

add_pathz(_) -> {error, bad_directory}.

add_pathsa(_) -> ok.

add_pathsz(_) -> ok.

del_path(_) -> false.

where_is_file(_) -> non_existing.
