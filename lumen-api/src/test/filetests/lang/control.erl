%% case, if, begin, andalso/orelse as expressions, variables exported from clauses, evaluation order.
-module(control).
-export([main/0]).

main() ->
    erlang:display([c(X) || X <- [1, 2, three]]),
    erlang:display([i(X) || X <- [-5, 0, 5]]),
    erlang:display(exported(1)),
    erlang:display(exported(2)),
    erlang:display(order()),
    erlang:display(begin A = 1, B = A + 1, {A, B} end),
    erlang:display([short(X) || X <- [true, false]]),
    erlang:display(nested(3, 4)),
    erlang:display(count(10000, 0)),
    erlang:display(sum(10000)),
    erlang:display(even(10001)),
    erlang:display(ack(2, 9)),
    erlang:display(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
    erlang:display(shuffle(5, 1, 2, 3, 4, 5, 6, 7, 8)).

c(X) ->
    case X of
        1 -> one;
        2 -> case X + 1 of 3 -> two_then_three; _ -> never end;
        _ -> other
    end.

i(X) ->
    if X < 0 -> negative;
       X == 0 -> zero;
       true -> positive
    end.

exported(X) ->
    case X of
        1 -> A = first, B = 10;
        _ -> A = second, B = 20
    end,
    {A, B}.

order() ->
    put(log, []),
    R = {note(1), [note(2), note(3) | note(4)], note(5) + note(6), f(note(7), note(8))},
    {R, get(log)}.

note(N) -> put(log, [N | get(log)]), N.

f(A, B) -> A * B.

short(X) -> {X andalso yes, X orelse no, not X}.

nested(A, B) ->
    C = if A > B -> A; true -> B end,
    D = case {A, B} of {X, Y} when X + Y > 6 -> X * Y; {X, _} -> X end,
    {C, D}.

count(0, N) -> N;
count(K, N) -> count(K - 1, N + 1).

sum(0) -> 0;
sum(N) -> N + sum(N - 1).

even(0) -> true;
even(N) -> odd(N - 1).

odd(0) -> false;
odd(N) -> even(N - 1).

ack(0, N) -> N + 1;
ack(M, 0) -> ack(M - 1, 1);
ack(M, N) -> ack(M - 1, ack(M, N - 1)).

many(A, B, C, D, E, F, G, H, I, J) ->
    X = many2(J, I, H, G, F, E, D, C, B, A),
    {A, B, C, D, E, F, G, H, I, J, X}.

many2(A, B, C, D, E, F, G, H, I, J) -> [A, B, C, D, E, F, G, H, I, J].

shuffle(0, A, B, C, D, E, F, G, H) -> {A, B, C, D, E, F, G, H};
shuffle(N, A, B, C, D, E, F, G, H) -> shuffle(N - 1, H, A, B, C, D, E, F, G).
