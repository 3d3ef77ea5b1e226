%! test core otp=25
-module(records).
-export([main/0]).
-record(point, {x = 0, y = 0 :: integer()}).
-record(line, {from = #point{}, to, tag = hd([first, second])}).
-record(empty, {}).

main() ->
    L = #line{to = #point{y = 2}},
    erlang:display(L),
    erlang:display({L#line.tag, (L#line.to)#point.y, #line.to, #empty{}}),
    erlang:display(L#line{to = 1, tag = id(2)}),
    erlang:display(L#line{}),
    erlang:display(#line{to = 7, _ = id(x)}),
    erlang:display([kind(X) || X <- [L, #point{}, #point{x = 1, y = 1}, #empty{}, {point, 1}]]),
    erlang:display([is_record(X, point) || X <- [#point{}, {point, 1}, x]]),
    erlang:display({is_record(id(L), line), is_record(id(L), id(line)), is_record({a, 1}, a, 2)}),
    erlang:display({record_info(fields, line), record_info(size, point)}),
    erlang:display(catch (id(x))#point.x),
    erlang:display(catch (id({point, 1}))#point{x = 1}),
    erlang:display(nested(L)).

kind(#line{from = #point{x = X}, _ = _}) -> {line, X};
kind(#point{x = A, y = A}) when A > 0 -> diagonal;
kind(#point{}) -> point;
kind(#empty{}) -> empty;
kind(_) -> none.

nested(L) ->
    P = L#line.to,
    L#line{to = P#point{x = P#point.y + 1}, from = undefined}.

id(X) -> X.
