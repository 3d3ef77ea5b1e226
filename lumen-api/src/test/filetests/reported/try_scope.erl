-module(try_scope). -export([main/0]).
main() -> erlang:display({f([1]), f([])}).
f(X) -> try V1 = [], X of [A|_] -> {V1, A}; [] -> V1 after ok end.
