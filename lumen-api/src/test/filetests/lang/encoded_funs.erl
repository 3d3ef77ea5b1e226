%% Funs that only bytes name.
-module(encoded_funs).
-export([main/0, constant/0, nested/1, passed/1, assembled/1]).

main() ->
    show(own, fun() -> (binary_to_term(<<131,113,119,12,"encoded_funs",119,8,"constant",97,0>>))() end),
    show(of_otp, fun() -> (binary_to_term(<<131,113,100,0,5,"lists",100,0,7,"reverse",97,1>>))([1, 2, 3]) end),
    show(built_in, fun() -> (binary_to_term(<<131,113,100,0,6,"erlang",100,0,15,"integer_to_list",97,1>>))(12) end),
    show(nested, fun() ->
        %% {f, [fun encoded_funs:nested/1]}
        {f, [F]} = binary_to_term(<<131,104,2,119,1,"f",108,0,0,0,1,113,119,12,"encoded_funs",119,6,"nested",97,1,106>>),
        F(x)
    end),
    %% #{1 => fun erlang:abs/1}
    show(in_a_map, fun() ->
        #{1 := F} = binary_to_term(<<131,116,0,0,0,1,97,1,113,119,6,"erlang",119,3,"abs",97,1>>, [safe]),
        F(-3)
    end),
    show(passed_on, fun() -> call(<<131,113,119,12,"encoded_funs",119,6,"passed",97,1>>, [y]) end),
    show(of_otp_passed_on, fun() -> call(<<131,113,119,5,"lists",119,3,"sum",97,1>>, [[1, 2, 3]]) end),
    show(assembled, fun() ->
        call(iolist_to_binary([131, 113, name("encoded" ++ "_funs"), name("assem" ++ "bled"), 97, 1]), [z])
    end),
    show(atoms, fun() ->
        case binary_to_term(<<131,104,2,119,5,"first",119,6,"second">>) of
            {first, second} -> both;
            Other -> Other
        end
    end),
    show(by_a_fun, fun() -> [F] = lists:map(fun binary_to_term/1, [<<131,113,119,5,"lists",119,4,"last",97,1>>]), F([1, 2]) end),
    show(not_there, fun() -> call(<<131,113,119,12,"encoded_funs",119,7,"nothing",97,1>>, [1]) end),
    show(there_and_back, fun() -> call(term_to_binary(fun lists:max/1), [[1, 3, 2]]) end),
    show(damaged, fun() -> binary_to_term(<<131,113,119,5,"lists",119,3,"sum">>) end),
    show(info, fun() -> erlang:fun_info(binary_to_term(<<131,113,119,4,"some",119,5,"thing",97,7>>), arity) end),
    show(spawned_built_in, fun() ->
        {_, R} = spawn_monitor(erlang, display, [from_a_process]),
        receive {'DOWN', R, _, _, Why} -> Why end
    end).

%% Only bytes name these.
constant() -> constant.
nested(X) -> {nested, X}.
passed(X) -> {passed, X}.
assembled(X) -> {assembled, X}.

call(Bytes, Args) -> apply(binary_to_term(Bytes), Args).

name(Text) -> [119, length(Text), Text].

show(What, F) ->
    Answer =
        try F() of
            Value -> Value
        catch
            Class:Reason:Trace -> {Class, Reason, first(Trace)}
        end,
    erlang:display({What, Answer}).

first([{M, N, A, _} | _]) -> {M, N, A}.
