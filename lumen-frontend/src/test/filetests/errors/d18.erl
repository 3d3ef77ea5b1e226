%! test errors otp=25
-module(d18).
-export([main/0]).
-import(lists, [map/2, foo/9]). -export([nope/1, main/0]). -compile({inline, [zz/0]}). -on_load(ld/0). -on_load(ld/1).
main() -> map(fun(X) -> X end, []).
map(A, B) -> {A, B}.
