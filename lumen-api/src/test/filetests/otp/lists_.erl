%% lists
-module(lists_).
-export([main/0]).

p(X) -> io:format("~w~n", [X]).

main() ->
    L = [5, 3, 9, 1, 7, 3],
    p([lists:sort(L), lists:usort(L), lists:reverse(L), lists:sum(L), lists:max(L), lists:min(L)]),
    p(lists:sort(fun(A, B) -> A > B end, L)),
    p(lists:map(fun(X) -> X * 2 end, L)),
    p(lists:foldl(fun(X, A) -> [X | A] end, [], L)),
    p(lists:foldr(fun(X, A) -> X - A end, 0, L)),
    p([lists:member(9, L), lists:member(8, L), lists:nth(3, L), lists:nthtail(4, L), lists:last(L)]),
    p([lists:all(fun is_integer/1, L), lists:any(fun(X) -> X > 8 end, L)]),
    p([lists:partition(fun(X) -> X rem 3 =:= 0 end, L), lists:splitwith(fun(X) -> X > 2 end, L), lists:split(2, L)]),
    p([lists:filter(fun(X) -> X < 5 end, L), lists:filtermap(fun(X) when X > 4 -> {true, -X}; (_) -> false end, L)]),
    p([lists:takewhile(fun(X) -> X =/= 9 end, L), lists:dropwhile(fun(X) -> X =/= 9 end, L), lists:sublist(L, 2, 3)]),
    p([lists:flatten([1, [2, [3, []], 4], [[[5]]]]), lists:append([[1], [2, 3], []]), lists:flatmap(fun(X) -> [X, X] end, [1, 2])]),
    p([lists:zip([1, 2], [a, b]), lists:unzip([{1, a}, {2, b}]), lists:zip3([1], [2], [3]), lists:zipwith(fun(A, B) -> A + B end, [1, 2], [3, 4])]),
    p([lists:keyfind(b, 1, [{a, 1}, {b, 2}]), lists:keysearch(c, 1, []), lists:keymember(2, 2, [{a, 2}]), lists:keydelete(a, 1, [{a, 1}, {b, 2}])]),
    p([lists:keyreplace(a, 1, [{a, 1}], {a, 2}), lists:keystore(z, 1, [{a, 1}], {z, 0}), lists:keytake(a, 1, [{b, 0}, {a, 1}]), lists:keysort(2, [{a, 2}, {b, 1}])]),
    p([lists:seq(1, 10), lists:seq(10, 1, -3), lists:duplicate(3, x), lists:delete(3, L), lists:subtract(L, [3, 1])]),
    p([lists:merge([1, 3], [2, 4]), lists:umerge([1, 3], [1, 4]), lists:merge3([1], [0], [2]), lists:keymerge(1, [{1, a}], [{0, b}])]),
    p([lists:mapfoldl(fun(X, A) -> {X + A, A + 1} end, 0, L), lists:mapfoldr(fun(X, A) -> {X + A, A + 1} end, 0, L)]),
    p([lists:prefix("ab", "abc"), lists:suffix("bc", "abc"), lists:droplast(L), lists:join($,, "abc"), lists:search(fun(X) -> X > 5 end, L)]),
    p([lists:enumerate([a, b]), lists:uniq([a, b, a, c, b]), lists:concat([a, 1, "s", 2.5])]),
    Big = [(X * 7919) rem 10007 || X <- lists:seq(1, 5000)],
    p([erlang:phash2(lists:sort(Big)), length(lists:usort(Big)), lists:sum(lists:sublist(lists:sort(Big), 100))]),
    p([try F() catch error:W0 -> W0 end || F <- [fun() -> lists:nth(9, [1]) end, fun() -> lists:last([]) end]]),
    p(try lists:map(fun(X) -> X end, foo) catch error:W -> W end),
    try lists:nth(0, [1]) catch E:R -> p({E, R}) end,
    try lists:sum([1, a]) catch E2:R2 -> p({E2, R2}) end,
    try lists:zip([1], []) catch E3:R3 -> p({E3, R3}) end.
