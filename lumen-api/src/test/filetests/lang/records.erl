%% Records: construction, defaults, `_`, access, update, index, matching, nested, typed fields, guards, errors.
-module(records).
-export([main/0]).

-record(point, {x = 0 :: integer(), y = 0}).
-record(person, {name, age = 18, home = #point{x = 1} :: #point{}, tags = []}).
-record(empty, {}).
-record(calc, {now = id(7), later}).

main() ->
    P = #point{},
    erlang:display(P),
    erlang:display(#point{x = 3}),
    erlang:display(#person{name = bob, _ = all}),
    erlang:display(#empty{}),
    erlang:display(#calc{later = x}),
    Q = P#point{y = 9},
    erlang:display({Q#point.x, Q#point.y, #point.y, #person.tags}),
    B = #person{name = "ann"},
    C = B#person{home = Q, age = B#person.age + 1},
    erlang:display(C),
    erlang:display((C#person.home)#point.y),
    erlang:display(C#person.home#point.y),
    D = C#person{home = (C#person.home)#point{x = 100}},
    erlang:display(D#person.home#point.x),
    erlang:display([match(X) || X <- [P, Q, B, C, {point, 1}, {point, 1, 2, 3}, #empty{}, foo]]),
    erlang:display(record_info(fields, person)),
    erlang:display(record_info(size, person)),
    erlang:display([is_record(P, point), is_record(P, person), is_record(foo, point), is_record({point, 1, 2}, point, 3)]),
    erlang:display(try (id(B))#point.x catch error:E -> E end),
    erlang:display(try (id(foo))#person{age = 1} catch error:E2 -> E2 end),
    erlang:display([guard(X) || X <- [P, Q, B, 1]]),
    #point{x = X0, y = Y0} = Q,
    erlang:display({X0, Y0}),
    erlang:display([X || #point{x = X} <- [P, Q, B, #point{x = 5}]]).

%% Opaque to any optimiser.
id(X) -> put(id, X), get(id).

match(#point{x = 0, y = 0}) -> origin;
match(#point{y = Y}) when Y > 5 -> {high, Y};
match(#point{}) -> point;
match(#person{name = bob}) -> bob;
match(#person{home = #point{x = X}, age = A}) -> {X, A};
match(#empty{}) -> empty;
match(_) -> none.

guard(R) when R#point.x =:= 0, R#point.y > 0 -> up;
guard(R) when is_record(R, point) -> point;
guard(R) when R#person.age > 1 -> person;
guard(_) -> none.
