%! test lint
-module('maybe').
-feature(maybe_expr, enable).
-compile(export_all).
f(X) -> maybe {ok, A} ?= X, B = A, B end, {A, B}.
g(X) -> maybe {ok, A} ?= X, A else B -> C = B, A; {C, D} -> D end, {A, B, C, D}.
h(X) -> maybe Y ?= X end, ok.
