-module(event_handler).
-behaviour(gen_event).
-export([init/1, handle_event/2, handle_call/2, handle_info/2, terminate/2]).
init({[P, N], T}) -> P ! {swapped, T, N}, {ok, {P, N}};
init([P, N]) -> {ok, {P, N}}.
handle_event(crash, {_, h1}) -> error(x);
handle_event(remove, _) -> remove_handler;
handle_event(E, {P, N} = S) -> P ! {N, E}, {ok, S}.
handle_call(q, {_, N} = S) -> {ok, {ans, N}, S}.
handle_info(_, S) -> {ok, S}.
terminate(R, {P, N}) -> P ! {N, term, case R of {error, _} -> err; _ -> R end}, {t, N}.
