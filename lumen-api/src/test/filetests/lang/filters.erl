%% Filters of comprehensions: guards, which skip what they fail for, and expressions, which do not.
-module(filters).
-export([main/0]).
-record(r, {a = f(1), b}).
-record(s, {a = 1, b}).

main() ->
    L = [1, {r, 1, undefined}, {r, 2, undefined}, {s, 1, undefined}],
    show(fun() -> [X || X <- L, X == #r{}] end),
    show(fun() -> [X || X <- L, X == #r{a = 2}] end),
    show(fun() -> [X || X <- L, X == #r{_ = undefined}] end),
    show(fun() -> [X || X <- L, X == #s{}] end),
    show(fun() -> [X || X <- L, element(2, X) > 0] end),
    show(fun() -> [X || X <- L, element(2, #r{}) > element(2, X)] end),
    show(fun() -> [X || X <- L, X, #r{} == X] end),
    show(fun() -> << <<1>> || X <- L, X == #r{}>> end).

show(F) -> erlang:display(try F() catch C:R -> {C, R} end).

f(X) -> X.
