%% A behaviour of the program's own, with a module of its own and modules of OTP.
-module(own_behaviour).
-export([main/0, new/0, add_element/2]).
-callback new() -> term().
-callback add_element(term(), term()) -> term().

main() ->
    Servers = [start(Module) || Module <- [?MODULE, ordsets, gb_sets]],
    [S ! {add, X} || S <- Servers, X <- [b, a, b]],
    [begin S ! {stop, self()}, receive {S, M, State} -> erlang:display({M, State}) end end || S <- Servers].

start(Module) -> spawn(fun() -> init(Module) end).

init(Module) -> loop(Module, Module:new()).

loop(Module, State) ->
    receive
        {add, X} -> loop(Module, Module:add_element(X, State));
        {stop, From} -> From ! {self(), Module, State}
    end.

new() -> {bag, []}.

add_element(X, {bag, L}) -> {bag, [X | L]}.
