%% Functions that are not there, in a module that handles calls of them, and in one that does not.
-module(undefined_functions).
-export([main/0, '$handle_undefined_function'/2]).

-define(M, ?MODULE).

main() ->
    show(plain, fun() -> ?M:one(1, 2) end),
    show(in_the_middle, fun() -> {id(a), ?M:two(), id(b)} end),
    show(many_arguments, fun() -> ?M:three(1, 2, 3, 4, 5, 6, 7, 8, 9) end),
    show(name_computed, fun() -> F = id(four), ?M:F(1) end),
    show(module_computed, fun() -> M = id(?M), M:five([1]) end),
    show(apply, fun() -> apply(id(?M), id(six), id([1, 2, 3, 4, 5, 6, 7])) end),
    show(external_fun, fun() -> F = fun ?M:seven/3, F(1, 2, 3) end),
    show(fun_in_a_list, fun() -> lists:map(fun ?M:eight/1, [a, b]) end),
    show(made_fun, fun() -> (erlang:make_fun(id(?M), id(nine), 1))(x) end),
    show(caught, fun() -> catch ?M:throwing(1) end),
    show(raised, fun() -> ?M:raising(1, 2) end),
    show(no_handler, fun() -> lists:no_such_function(1) end),
    show(no_module, fun() -> M = id(no_such_module), M:f(1, 2) end),
    show(spawned, fun() -> spawn(?M, send, [self(), spawned]), receive A -> A end end),
    show(spawned_fun, fun() ->
        Self = self(),
        spawn(fun() -> ?M:send(Self, from_fun) end),
        receive A -> A end
    end),
    show(deep, fun() -> deep(2000) end).

deep(0) -> [];
deep(N) -> [?M:count(N) | deep(N - 1)].

'$handle_undefined_function'(send, [To, What]) -> To ! {sent, What};
'$handle_undefined_function'(throwing, Args) -> throw({thrown, Args});
'$handle_undefined_function'(raising, Args) -> error_handler:raise_undef_exception(?MODULE, raising, Args);
'$handle_undefined_function'(count, [N]) -> N;
'$handle_undefined_function'(Name, Args) -> {handled, Name, Args}.

show(What, F) ->
    Answer =
        try F() of
            Value when is_list(Value), length(Value) > 1000 -> {sum, lists:sum(Value)};
            Value -> Value
        catch
            Class:Reason:Trace -> {Class, Reason, first(Trace)}
        end,
    erlang:display({What, Answer}).

id(X) -> X.

first([{M, N, A, _} | _]) -> {M, N, A}.
