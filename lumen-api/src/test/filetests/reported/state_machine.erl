-module(state_machine).
-behaviour(gen_statem).
-export([init/1, callback_mode/0, handle_event/4, terminate/3]).
callback_mode() -> [handle_event_function, state_enter].
init({P, A}) -> {ok, a, P, A -- [enter]}.
handle_event(enter, O, S, P) -> P ! {enter, O, S}, keep_state_and_data;
handle_event(internal, go, a, P) -> {next_state, b, P};
handle_event(cast, p1, a, P) -> P ! {postponed, p1}, {keep_state_and_data, postpone};
handle_event(cast, p2, a, _) -> {keep_state_and_data, [postpone]};
handle_event(cast, to_c, a, P) -> {next_state, c, P, [{next_event, internal, first}, {state_timeout, 5, st}]};
handle_event(cast, go2, S, P) -> {next_state, {S, 2}, P};
handle_event(cast, rep, _, _) -> {repeat_state_and_data, []};
handle_event(cast, {act, A}, _, _) -> {keep_state_and_data, A};
handle_event({call, F}, q, S, _) -> {keep_state_and_data, [{reply, F, {q, S}}]};
handle_event({call, _}, noanswer, _, _) -> keep_state_and_data;
handle_event(T, E, S, P) -> P ! {T, E, S}, keep_state_and_data.
terminate(_, _, _) -> ok.
