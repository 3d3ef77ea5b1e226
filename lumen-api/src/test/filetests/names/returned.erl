%% Modules that functions answer: defined as macros, out of funs, chosen by a clause, thrown.
-module(returned).
-export([main/0, backend/0]).
-define(BACKEND, orddict).
-define(CODEC, base64).

backend() -> ?BACKEND.

codec(text) -> ?CODEC;
codec(terms) -> erlang.

main() ->
    M = backend(),
    erlang:display(M:store(x, 1, M:new())),
    F = fun backend/0,
    erlang:display((F()):size([])),
    G = fun ?MODULE:backend/0,
    erlang:display((G()):is_empty([])),
    erlang:display((codec(text)):encode("abc")),
    erlang:display((codec(terms)):atom_to_list(abc)),
    Make = maker(ordsets),
    erlang:display(Make([2, 1])),
    erlang:display(try throw({use, gb_sets}) catch {use, Thrown} -> Thrown:is_empty(Thrown:new()) end),
    start(?BACKEND).

maker(Module) -> fun(L) -> Module:from_list(L) end.

start(Module) -> erlang:display(Module:fetch_keys([{a, 1}])).
