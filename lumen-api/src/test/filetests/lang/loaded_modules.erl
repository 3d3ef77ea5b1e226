%% What a program can ask of modules, whether it uses anything of them or not.
-module(loaded_modules).
-export([main/0, exported/1]).

main() ->
    show(ensure_loaded, [code:ensure_loaded(M) || M <- [lists, gb_trees, loaded_modules, erlang, no_such]]),
    show(ensure_modules_loaded, {code:ensure_modules_loaded([orddict, dict]), sorted(code:ensure_modules_loaded([dict, no_such, nor_this]))}),
    show(wrong_names, [attempt(fun() -> code:ensure_loaded(X) end) || X <- ["lists", 1]]),
    show(wrong_list, attempt(fun() -> code:ensure_modules_loaded([orddict, 1]) end)),
    show(is_loaded, [is_tuple(code:is_loaded(M)) || M <- [gb_sets, loaded_modules, code, no_such]]),
    show(which, [code:which(M) || M <- [erlang, no_such]]),
    show(module_status, code:module_status(no_such)),
    show(module_loaded, [erlang:module_loaded(M) || M <- [lists, erlang, loaded_modules, no_such]]),
    show(not_a_name, attempt(fun() -> erlang:module_loaded(1) end)),
    show(among_all, {lists:member(lists, erlang:loaded()), lists:keymember(lists, 1, code:all_loaded()),
                     lists:keymember(no_such, 1, code:all_loaded())}),
    show(exported, {erlang:function_exported(loaded_modules, exported, 1), erlang:function_exported(loaded_modules, show, 2),
                    erlang:function_exported(loaded_modules, exported, 2)}),
    show(exported_of_otp, {erlang:function_exported(lists, map, 2), erlang:function_exported(lists, no_such, 2)}),
    show(exported_built_in, {erlang:function_exported(erlang, abs, 1), erlang:function_exported(erlang, no_such, 1)}),
    show(loaded_and_exported, {code:ensure_loaded(sets), erlang:function_exported(sets, new, 0)}),
    show(then_called, begin {module, M} = code:ensure_loaded(queue), M:to_list(M:from_list([1, 2])) end).

exported(X) -> X.

attempt(F) ->
    try F() catch Class:Reason:Trace -> {Class, Reason, first(Trace)} end.

show(What, Answer) -> erlang:display({What, Answer}).

first([{M, N, A, _} | _]) -> {M, N, A}.

%% Their order is not promised.
sorted({error, L}) -> {error, lists:sort(L)}.
