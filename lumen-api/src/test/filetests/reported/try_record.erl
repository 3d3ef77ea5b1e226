-module(try_record). -export([main/0]).
-record(r1, {a, b}).
main() -> erlang:display(f({r1,1,2})).
f(X) -> (try (V3 = begin X end) of _ -> V3 catch _:_ -> [] end)#r1.a.
