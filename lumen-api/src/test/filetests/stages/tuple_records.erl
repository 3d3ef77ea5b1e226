%% Tuple records: declaration, defaults, construction, update, access, index, patterns, tests.
-module(tuple_records).
-export([main/0]).

-record(point, {x = 0 :: integer(), y = 0, name}).
-record(line, {from = #point{}, to}).

main() ->
    P = #point{x = 1, _ = rest},
    L = #line{to = P#point{y = 2}},
    erlang:display({P, L, L#line.to#point.y, #point.name, is_point(P), is_point(x), record_info(fields, point), record_info(size, line),
        (try move(nothing) catch error:E -> E end), first(#point{x = 7})}).

is_point(X) when is_record(X, point), X#point.x > 0 -> true;
is_point(X) -> is_record(X, point).

move(P) -> P#point{x = P#point.x + 1, y = 9}.

first(#point{x = X, name = _}) -> X.
