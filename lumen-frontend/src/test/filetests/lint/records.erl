%! test lint otp=25
-module(records).
-export([a/1, g/1]).
-record(r, {a, b = 1, c = undefined_function(), d = X, e = [Y || Y <- []], f = fun(Z) -> Z end}).
-record(r, {again}).
-record(dup, {a, a}).
-record(unused, {a}).
-record(typed, {a :: unknown_type(), b = 1 :: nothing:at_all(), c :: #r{}, d :: #no{}, e :: #r{a :: atom(), z :: atom()}}).
-record(nested, {a = #r{}, b = #undefined{}, c = #nested{}}).
a(R) ->
    #r{a = 1, a = 2}, #r{z = 1}, #nope{a = 1}, R#r.z, R#nope.a, #r.z, #nope.a, R#r{z = 1}, R#nope{a = 1},
    #r{_ = 1}, #r{_ = 1, _ = 2}, #dup{a = 1, _ = 2}, R#r{_ = 1}, #r{V = 1}, R#r{V = 1},
    $1#r.a, a#r{b = 1}, "x"#r.a, [x]#r.a, #r.a#r.b, fun() -> ok end#r.a,
    is_record(R, r), is_record(R, nope), is_record(R, R), is_record(R, r, 3), erlang:is_record(R, nope),
    #nested{}, #typed{}.
g(#r{a = A, b = A}) -> A;
g(#r{z = 1}) -> 1;
g(#nope{}) -> 1;
g(#r{a = 1, a = 2}) -> 1;
g(#r.b) -> 1;
g(#r{_ = X}) -> X;
g(#dup{a = 1, _ = 2}) -> 1;
g(X) when X#r.a, X#r.z, #r{a = 1} == X, is_record(X, r), is_record(X, nope), is_record(X, X), X#nope.a, #nope{} == X,
    record(X, r), record(X, nope), is_record(X, r, 2), is_record(X, r, X), #r.z > 1 -> 1.
