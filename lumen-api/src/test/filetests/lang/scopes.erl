%% What a variable is visible in: operands beside one another, funs and comprehensions among them, the clauses of a try.
-module(scopes).
-export([main/0]).
-record(r, {a = (fun() -> X = 1, X end)(), b}).

main() ->
    d(beside, catch beside()), d(comprehension, catch comprehension()), d(named, catch named()), d(calls, catch calls()), d(record, catch record()),
    d(operators, catch operators()), d(lists, catch lists()), d(sends, catch sends()),
    d(statement, catch statement()), d(tuple_case, catch tuple_case()), d(inner, catch inner()),
    d(same, catch same()), d(catches, catch catches()), d(branch, catch branch()),
    d(later, catch later()), d(sizes, catch sizes()),
    d(of_body, [of_body(1), of_body(2), of_body(3)]), d(of_many, catch of_many()), d(of_match, catch of_match()),
    d(of_after, catch of_after()), d(of_export, catch of_export()), d(generators, catch generators()),
    d(alternatives, catch alternatives()), d(shadow, catch shadow()), d(tests, catch tests()),
    d(size_outside, size_outside(id(8))), d(key_outside, key_outside(id(k))), d(size_inside, size_inside(id(8))),
    d(generator_size, generator_size(id(8))), d(two_sizes, two_sizes(id({1, <<1, 2, 3>>, <<1, 4, 5>>}))),
    d(sources, sources()), d(filters, [reason(F) || F <- filters()]), d(seen, [reason(F) || F <- seen()]), d(defaults, [reason(F) || F <- defaults()]).

reason(F) -> try F() catch error:R -> R end.

d(N, {'EXIT', {R, _}}) -> erlang:display({N, R}); d(N, V) -> erlang:display({N, V}).

id(X) -> put(id, X), get(id).

%% What one operand binds is unknown in a fun of the one beside it.
beside() -> {X, F} = {X = id(1), fun(Y) -> X = Y end}, {X, F(2)}.
comprehension() -> {X = id(1), [X || X <- [2, 3]], [Z || Y <- [4, 5], Z <- [X = Y]]}.
named() -> {X = id(1), (fun G(0) -> X = 7; G(N) -> X = N, G(N - 1) end)(3)}.
calls() -> f(X = id(1), (fun() -> X = 2 end)()).
f(A, B) -> {A, B}.
record() -> #r{a = X = id(1), b = (fun() -> X = 2 end)()}.
operators() -> (X = id(1)) + (fun() -> X = 2 end)().
lists() -> [X = id(1), (fun() -> X = 2 end)() | (fun() -> X = 3 end)()].
sends() -> self() ! {X = id(1), (fun() -> X = 2 end)()}.
statement() -> {X, Y} = {X = id(1), (fun() -> X = 2 end)()}, {X, Y}.
tuple_case() -> case {X = id(1), (fun() -> X = 2 end)()} of {A, B} -> {A, B, X} end.
inner() -> {X = id(1), (fun() -> Y = [X = id(2), (fun() -> X = 3 end)()], {X, Y} end)()}.

%% Without a fun between them both mean the same variable.
same() -> [reason(fun() -> {X = id(1), X = id(2)} end), [Y = 1 | Y = 1], Z = id(1), Z = id(1)].
catches() -> {X = id(1), try X = id(2) catch error:R -> R end}.
branch() -> {X = id(1), catch case id(2) of X -> same; _ -> other end}.

%% A fun behind knows what was bound before.
later() -> {X, _} = {X = id(1), 2}, reason(fun() -> X = 2 end).
sizes() -> {N = 8, (fun(<<N, A:N>>) -> {N, A} end)(<<16, 1, 2>>)}.

%% What the body of a try binds is known in the clauses of its success.
of_body(N) ->
    try A = id(N), B = {A, A}, id(A + 1) of
        2 when A =:= 1 -> {first, A, B};
        A -> never;
        M when M =:= A + 1, A > 2 -> (fun() -> {third, A, B, M} end)();
        _ -> {other, B}
    catch
        _:_ -> caught
    end.
of_many() ->
    try {X, Y} = id({1, 2}), case X of 1 -> Z = a; _ -> Z = b end, ok of
        ok -> [X, Y, Z]
    catch
        error:{badmatch, V} -> V
    end.
of_match() -> try X = id(1) of X -> same after id(2) end.
of_after() -> try A = id(1), A of B -> A + B after put(x, 1) end.
of_export() -> try case id(1) of 1 -> A = x, A; _ -> A = y, A end of x -> {A, try A of C -> {A, C} catch _ -> 1 end} catch _:_ -> no end.

generators() -> {X = id([1]), [{Y, Z} || Y <- X = [2], Z <- (fun() -> X = [3] end)()]}.
alternatives() -> (X = id(true)) andalso (fun() -> X = true end)().
shadow() -> X = 1, {Y = X, (fun(X, Y) -> {X, Y} end)(2, 3), (fun() -> Y = 4 end)(), X, (fun(Y) -> Y end)(5)}.
tests() -> {X = id(1), [Y || Y <- [1, 2], (fun() -> X = Y, true end)()]}.

%% Sizes and keys in patterns see what is bound outside of them, and sizes the segments to their left: not what the rest of the
%% patterns binds.
size_outside(N) -> F = fun(N, <<B:N, _/bits>>) -> {N, B}; (_, _) -> no end, [F(4, <<1, 2>>), F(8, <<3>>)].
key_outside(K) -> F = fun(K, #{K := V}) -> {K, V}; (_, _) -> no end, [F(k, #{k => 1}), F(z, #{k => 2, z => 3})].
size_inside(N) -> F = fun(<<N, B:N>>) -> {N, B}; (_) -> no end, [F(<<8, 7>>), F(<<4, 9:4>>)].
generator_size(N) -> [{N, B} || {N, <<B:N, _/bits>>} <- [{8, <<16#12>>}, {4, <<16#34>>}]].
two_sizes(X) -> case X of {M, <<M, B:M/binary, _/bits>>, <<M, C:M/binary, _/bits>>} -> {M, B, C}; _ -> no end.

%% What the source of a generator binds is unknown in the rounds; what a filter binds is known behind it, and there are no rounds
%% without a generator.
sources() ->
    [[begin X = 1, X end || _ <- (X = id([1]))], [begin Y = id(2), Y end || _ <- [1], _ <- (Y = id([3]))],
     [{V, W} || V <- [1, 2], W <- [V, begin Z = id(V), Z end], begin Z = id(9), true end]].
filters() ->
    [fun() -> [X = id(2) || _ <- [1], (X = id(1)) =:= 1] end, fun() -> [X = id(1) || (X = id(2)) =:= 2] end,
     fun() -> {X = id(1), [X = id(2) || id(true)]} end, fun() -> [(fun(A) -> X = A end)(2) || (X = id(1)) =:= 1] end,
     fun() -> [X = id(1) || id(true)], X = id(2) end].

%% In maps, bit strings and behind the time of a receive a fun does know what is bound before it.
seen() ->
    [fun() -> #{a => X = id(1), b => (fun(Y) -> X = Y end)(2)} end, fun() -> #{a => X = id(1), b => {a, (fun(Y) -> X = Y end)(2)}} end,
     fun() -> #{a => X = id(1), b => [X = id(E) || E <- [2]]} end, fun() -> (id(#{}))#{a => X = id(1), b => (fun(Y) -> X = Y end)(2)} end,
     fun() -> (X = id(#{}))#{a => (fun(Y) -> X = Y end)(2)} end, fun() -> <<(X = id(1)), ((fun(Y) -> X = Y end)(2))>> end,
     fun() -> <<(X = id(1)):(begin (fun(Y) -> X = Y end)(2), 8 end)>> end, fun() -> receive after (X = id(5)) -> X = id(6) end end,
     fun() -> receive after (X = id(5)) -> (fun(A) -> X = A end)(6) end end, fun() -> #{a => X = id(1), b => (fun(X) -> X end)(2)} end].

%% The default values of a record see what is bound where the record is made, but for the other fields.
defaults() ->
    [fun() -> #r{b = X = id(2)} end, fun() -> X = id(2), #r{b = X} end, fun() -> A = #r{}, X = id(3), {A, try #r{} catch error:R -> R end, X} end].
