%! test lint otp=25
-module(functions).
-export([a/0, a/0, missing/1, b/0, c/0]).
-export([a/0]).
-import(lists, [map/2, foldl/3]).
-import(other, [map/2]).
-import(other, [length/1, self/0, is_map_key/2]).
-on_load(init/0).
-on_load(init2/1).
-inline([nothing/1]).
-compile({inline, [nothing/2, a/0, {f, x}]}).
-compile({nowarn_unused_function, [unused3/0, missing/2, {f, x}, {1, "2"}]}). -compile({nowarn_bif_clash, {nothing, 2}}). -compile({nowarn_bif_clash, [missing/3]}).
a() -> undefined_one(), undefined_two(1), map(f, []), fun undefined_three/2, fun a/0, fun length/1, fun map/2.
b() -> b(), unused_but_called(), spawn(fun() -> undefined_four() end).
c() -> record_info(fields, r), record_info(size, r), record_info(other, r), record_info(fields, X), fun record_info/2.
unused_but_called() -> ok.
unused1() -> unused2().
unused2() -> unused1().
unused3() -> ok.
a() -> again.
foldl(_, _, _) -> ok.
element(_, _) -> ok.
d() -> element(1, {}), float(1), put(1, 2), is_map_key(1, 2).
float(_) -> ok.
alias() -> alias().
e() -> alias(), 1(), "x"(), {a, b}(), {a, b, c}(), [1](), $a(), (fun() -> ok end)().
-spec late() -> ok.
-record(late, {a}).
-late(attribute).
-export([late/0]).
late() -> lists:map, ok.
g(A) -> A:B(), (x:C)(), 'bad module
':f().
h() -> io:format("~p"), io:format("~p ~s", [1]), io:format("~p", [1, 2]), io:format("x", [1]), io:format("~z", []),
    io:format("~p", []), io:format(user, "~w~n", [a, b]), io:format("~tp ~lp ~ltp ~*c ~.3f ~10.2.0f~n", [1]), io:format("~", []),
    io:format("~p", x), io:format("~tz", []), io_lib:format("~P~W~s", [1]), io:format("~p", "ab"), io:format(a, b, c, d), io:format('~p').
