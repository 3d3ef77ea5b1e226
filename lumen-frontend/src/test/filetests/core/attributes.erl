%! test core otp=25
-module(attributes).
-behaviour(gen_event).
-export([main/0, init/1, handle_event/2, handle_call/2]).
-export_type([t/0]).
-type t() :: integer().
-callback one(term()) -> ok.
-callback two() -> ok.
-optional_callbacks([two/0]).
-wild([a, "b", {c, 1.5}]).
-wild(more).
-dialyzer({nowarn_function, main/0}).
-compile([inline_list_funcs]).
-on_load(loaded/0).

-spec main() -> true.
main() ->
    erlang:display(lists:keydelete(vsn, 1, module_info(attributes))),
    erlang:display([?MODULE:behaviour_info(X) || X <- [callbacks, optional_callbacks]]),
    erlang:display(line()).

loaded() -> ok.

init(_) -> {ok, none}.

handle_event(_, S) -> {ok, S}.

handle_call(_, S) -> {ok, S, S}.

-file("elsewhere.hrl", 100).

line() ->
    try error(here) catch error:here:Trace -> tl(tuple_to_list(hd(Trace))) end.
