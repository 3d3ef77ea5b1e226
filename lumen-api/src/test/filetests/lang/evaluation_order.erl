%% In which order the parts of an expression are evaluated: from left to right, but what is appended to a comprehension comes before it,
%% fields of a record in the order of their declaration, and a record after its new fields.
-module(evaluation_order).
-export([main/0, id/1]).
-record(r, {a = s(default_a), b = s(default_b)}).

main() ->
    appended(), chains(), data(), records(), bits(), calls(), control().

appended() ->
    t(1, fun() -> [s(X) || X <- s([1, 2])] ++ s([3]) end),
    t(2, fun() -> [s(X) || X <- s([1, 2])] ++ s(tail) end),
    t(3, fun() -> [s(X) || X <- s(no_list)] ++ s(tail) end),
    t(4, fun() -> [s(X) || X <- s([1])] ++ throw(s(early)) end),
    t(5, fun() -> [s(X) || s(true), X <- s([4])] ++ s([5]) end),
    t(6, fun() -> [s(X) || X <- s([1, 2, 3]), s(X > 1), X < 3] ++ s([5]) end),
    t(7, fun() -> [s({X, Y}) || X <- s([1, 2]), Y <- s([a, X])] ++ s([5]) end),
    t(8, fun() -> [s(X) || <<X>> <= s(<<1, 2>>)] ++ s([5]) end),
    t(9, fun() -> [s(x) || s(true)] ++ s([5]) end),
    t(10, fun() -> [s(x) || s(false)] ++ s([5]) end),
    t(11, fun() -> [s(x) || true] ++ s(tail) end),
    t(12, fun() -> [X || X <- s([1])] ++ [X = s(2)] ++ s([3]) end),
    t(13, fun() -> _ = [s(X) || X <- s([1])] ++ s([3]), s(4) end),
    t(14, fun() -> lists:append([s(X) || X <- s([1])], s([3])) end),
    t(15, fun() -> [s(X) || X <- s([1, 2])] -- s([1]) end),
    t(16, fun() -> [s(X) || X <- s([1])] ++ "text" end).

chains() ->
    t(1, fun() -> s([0]) ++ [s(X) || X <- s([1, 2])] ++ s([3]) end),
    t(2, fun() -> (s([0]) ++ [s(X) || X <- s([1, 2])]) ++ s([3]) end),
    t(3, fun() -> [s(X) || X <- s([1])] ++ [s(X) || X <- s([2])] ++ s([3]) end),
    t(4, fun() -> ([s(X) || X <- s([1])] ++ [s(X) || X <- s([2])]) ++ s([3]) end),
    t(5, fun() -> [[s(Y) || Y <- s([X])] ++ s([a]) || X <- s([1, 2])] ++ s([b]) end),
    t(6, fun() -> begin [s(X) || X <- s([1])] end ++ s([2]) end),
    t(7, fun() -> (_ = [s(X) || X <- s([1])]) ++ s([2]) end).

data() ->
    t(1, fun() -> {s(1), s(2), [s(3) | s(4)]} end),
    t(2, fun() -> #{s(k) => s(v), s(k2) => s(v2)} end),
    t(3, fun() -> (s(#{}))#{s(k) => s(v), s(k2) => s(v2)} end),
    t(4, fun() -> s(1) + s(a) end),
    t(5, fun() -> s(true) and s(false) end),
    t(6, fun() -> s(a) andalso s(false) end),
    t(7, fun() -> -(s(1)) - (s(2)) end),
    t(8, fun() -> {catch s(1), (catch throw(s(2))), s(3)} end),
    t(9, fun() -> s([1]) ++ s([2]) ++ s(no_list) end).

records() ->
    t(1, fun() -> #r{b = s(b)} end),
    t(2, fun() -> #r{b = s(b), a = s(a)} end),
    t(3, fun() -> (s({r, 1, 2}))#r{b = s(b), a = s(a)} end),
    t(4, fun() -> (s({r, 1, 2}))#r{a = s(a)} end),
    t(5, fun() -> #r{_ = s(w)} end).

bits() ->
    t(1, fun() -> <<(s(1)):(s(8)), (s(<<2>>)):(s(1))/binary>> end),
    t(2, fun() -> << <<(s(X)):(s(8))>> || X <- s([1, 2]), s(true)>> end).

calls() ->
    t(1, fun() -> s(self()) ! s(m), receive M -> M end end),
    t(2, fun() -> (s(?MODULE)):(s(id))(s([1])) end),
    t(3, fun() -> (s(fun(X, Y) -> {X, Y} end))(s(1), s(2)) end),
    t(4, fun() -> (s(nofun))(s(1), s(2)) end),
    t(5, fun() -> (s(1)):(s(2))(s(1), s(2)) end),
    t(6, fun() -> apply(s(?MODULE), s(id), [s([1])]) end),
    t(7, fun() -> apply(s(fun(X) -> X end), [s([1])]) end).

control() ->
    t(1, fun() -> case {s(1), s(2)} of {s, _} -> 1; _ -> s(3) end end),
    t(2, fun() -> {ok, _} = {s(ok), s(2)} end),
    t(3, fun() -> try s(1) of X when X > 0 -> s(2) after s(3) end end),
    t(4, fun() -> [A, B] = [s(1), s(2)], {B, A} end),
    t(5, fun() -> receive after s(0) -> s(late) end end).

%% Shows its argument when it is evaluated.
s(X) when is_function(X); is_pid(X) -> erlang:display(evaluated), X;
s(X) -> erlang:display(X), X.

t(N, F) -> erlang:display({N, try F() catch C:R -> {C, R} end}).

id(X) -> X.
