%% try/of/catch/after, old catch, classes, nesting, rethrow, errors in every part.
-module(exceptions).
-export([main/0]).

main() ->
    [erlang:display({K, t(K)}) || K <- [ok, throw, error, exit, badmatch, case_clause, badarith, function_clause, undef, badfun]],
    [erlang:display({K, of_clause(K)}) || K <- [value, other, throw, in_of]],
    [erlang:display({K, aft(K)}) || K <- [ok, throw, error]],
    erlang:display(get(after_log)),
    [erlang:display({K, old(K)}) || K <- [ok, throw, exit]],
    erlang:display(nested()),
    erlang:display(rethrow()),
    erlang:display(no_match()),
    erlang:display(deep(1000)),
    erlang:display(after_throw()),
    erlang:display(in_handler()),
    erlang:display(values()),
    erlang:display(class_var()),
    erlang:display(raise3()),
    erlang:display(catch_in_list()),
    erlang:display(loop(10000, 0)).

t(K) ->
    try r(K) of
        V -> {value, V}
    catch
        throw:T -> {thrown, T};
        error:E -> {error, E};
        exit:X -> {exit, X}
    end.

r(ok) -> fine;
r(throw) -> throw({ball, 1});
r(error) -> error(oops);
r(exit) -> exit(bye);
r(badmatch) -> {a, _} = id(b);
r(case_clause) -> case id(1) of 2 -> x end;
r(badarith) -> 1 + id(a);
r(function_clause) -> fc(id(3));
r(undef) -> nosuch:thing(1, 2);
r(badfun) -> (id(1))().

fc(1) -> ok.

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

of_clause(K) ->
    try
        try oc(K) of
            value -> matched;
            in_of -> throw(from_of)
        catch
            T -> {caught, T}
        end
    catch
        C:R -> {outer, C, R}
    end.

oc(throw) -> throw(t);
oc(K) -> K.

aft(K) ->
    try
        try r(K) after put(after_log, [K | case get(after_log) of undefined -> []; L -> L end]) end
    catch
        C:R -> {C, R}
    end.

old(K) ->
    case catch r(K) of
        {'EXIT', R} -> {exit_tuple, R};
        V -> {plain, V}
    end.

nested() ->
    try
        try throw(inner) catch error:_ -> wrong end
    catch
        throw:inner -> right
    end.

rethrow() ->
    try
        try error(first) catch error:first -> error(second) end
    catch
        error:E -> E
    end.

no_match() ->
    try
        try exit(reason) catch throw:_ -> wrong; error:_ -> wrong end
    catch
        exit:R -> {passed, R}
    end.

deep(N) -> try dive(N) catch throw:{bottom, X} -> X end.

dive(0) -> throw({bottom, reached});
dive(N) -> [N | dive(N - 1)].

after_throw() ->
    try
        try throw(lost) after throw(kept) end
    catch
        throw:X -> X
    end.

in_handler() ->
    A = id(1),
    try
        B = A + 1,
        _ = id(B) + id(x)
    catch
        error:badarith -> {A, handler_sees_a}
    end.

values() ->
    X = try {1, 2} of {A, B} -> A + B catch _:_ -> 0 end,
    Y = try error(z) catch _:Z -> Z after ok end,
    {X, Y}.

class_var() -> [try r(K) catch C:R when C =/= throw -> {C, R}; C:_ -> C end || K <- [throw, error, exit]].

raise3() ->
    try
        try error(a) catch C:R:S -> erlang:raise(C, {wrapped, R}, S) end
    catch
        error:{wrapped, X}:St -> {X, is_list(St)}
    end.

catch_in_list() -> [catch throw(1), catch id(2), (catch throw({3, 3}))].

loop(0, S) -> S;
loop(N, S) -> V = try may(N) catch throw:X -> X end, loop(N - 1, S + V).

may(N) when N rem 3 =:= 0 -> throw(N);
may(_) -> 1.
