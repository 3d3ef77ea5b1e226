%! test lint otp=29
-module(native_records29).
-export([make/1, read/1, write/1, match/1, guard/1, info/0]).
-import_record(other, [thing, imported]).
-import_record(another, [thing, more]).
-record #pair{alpha, beta = 2}.
-record #pair{again}.
-record(pair, {and_again}).
-record #imported{x}.
-record(thing, {x}).
-record #twice{a, b, a = 1}.
-record(tagged, {alpha, beta = 2}).
-record #unused{a}.
-record #defaults{c = [1, {"s", #{k => $v}}, 1.5, <<"bin", 1>>], d = 1 + 2, e = -1, f = self(), g = X, h = [Y || Y <- []], i = [a | f()], j = #{k => f()}, k = fun() -> ok end, l = #pair{alpha = 1}, m = {1 div 0}, n = not true, o = "a" ++ "b", p = <<(f())>>, q = 1 + a}.
-record #typed{a :: nope(), b = 2 :: integer(), c = 1 :: #pair{}, d = 1 :: #pair{alpha :: integer()}, e = 1 :: #other:thing{}, f = 1 :: #native_records29:pair{}, g = 1 :: #native_records29:absent{}}.
-import_record(other, [pair]).
-export_record([pair, pair, tagged, tagged, absent, absent, imported]).
-type t() :: #pair{alpha :: integer()} | #nothing{} | #imported{} | #imported{x :: integer()} | #thing{} | #defaults{}.
-export_type([t/0]).
make(V) ->
    {#pair{alpha = 1}, #pair{}, #pair{alpha = 1, alpha = 2}, #pair{gamma = 1}, #pair{alpha = 1, gamma = 2}, #pair{_ = 1},
     #pair{V = 1}, #pair{alpha = Unbound}, #tagged{_ = V}, #_{alpha = 1}, #native_records29:pair{},
     #native_records29:pair{gamma = 1}, #native_records29:pair{alpha = 1, gamma = 1},
     #native_records29:pair{alpha = 1, alpha = 2}, #native_records29:absent{a = 1}, #native_records29:twice{_ = 1},
     #other:thing{a = 1}, #other:thing{a = 1, a = 2}, #other:thing{a = Unbound2}, #thing{q = 1, q = 2}, #more{z = 1},
     #absent{a = 1}, #twice{}, #defaults{}, #typed{}}.
read(R) ->
    {R#pair.alpha, R#pair.gamma, R#_.anything, R#other:thing.a, R#native_records29:pair.alpha, R#native_records29:pair.gamma,
     R#native_records29:absent.a, R#absent.a, R#thing.q, #pair.alpha, #pair.gamma, #imported.x, #tagged.gamma, #tagged.alpha,
     "x"#pair.alpha, R#more.z}.
write(R) ->
    {R#pair{alpha = 1}, R#pair{gamma = 1}, R#pair{alpha = 1, alpha = 2}, R#pair{_ = 1}, R#pair{V = 1}, R#_{any = 1}, R#_{any = 1, any = 2},
     R#other:thing{a = 1, a = 2}, R#native_records29:pair{gamma = 1}, R#native_records29:pair{alpha = 1, alpha = 1}, R#absent{a = 1}, R#more{z = Unbound},
     R#tagged{_ = 1}, R#native_records29:absent{a = 1}, x#pair{alpha = 1}}.
match(#pair{alpha = A}) -> A;
match(#pair{gamma = A, alpha = A}) -> A;
match(#pair{alpha = A, alpha = A}) -> A;
match(#native_records29:pair{gamma = A}) -> A;
match(#native_records29:absent{gamma = _}) -> 1;
match(#other:thing{a = A, a = A}) -> A;
match(#_{a = A, b = A}) -> A;
match(#absent{a = 1}) -> 1;
match(#pair.alpha) -> 1;
match(#imported.alpha) -> 1;
match(#imported{x = X}) -> X;
match(#imported{x = X, x = X}) -> X;
match(#tagged{gamma = X}) -> X;
match(#pair{alpha = Unused}) -> 1.
guard(X) when #pair{alpha = 1} =:= X -> 1;
guard(X) when #imported{a = 1} =:= X; #other:thing{} =:= X; #_{} =:= X -> 1;
guard(X) when #native_records29:pair{alpha = 1} =:= X -> 1;
guard(X) when X#pair.alpha, X#pair.gamma, X#_.a, X#other:thing.b, X#native_records29:pair.gamma, X#absent.a -> 1;
guard(X) when is_record(X, pair), is_record(X, imported), is_record(X, absent), is_record(X, other, thing), is_record(X, pair, 2), is_record(X), #pair.alpha =:= X, #imported.a =:= X -> 1;
guard(X) -> {is_record(X, pair), is_record(X, absent), is_record(X, more), is_record(X, other, thing)}.
info() -> {record_info(size, pair), record_info(fields, tagged), record_info(size, imported), record_info(size, absent), record_info(what, pair)}.
