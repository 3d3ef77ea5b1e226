%! test parse otp=25
-module(maybe25).
-feature(maybe_expr, enable).
-if(?FEATURE_ENABLED(maybe_expr)).
f(X) ->
    maybe
        {ok, A} ?= g(X),
        true ?= A > 1,
        B = A + 1,
        {ok, B}
    end.
-else.
wrong() -> ok.
-endif.
h(X) ->
    maybe ok ?= X else {error, E} when E -> E; 'else' -> 'maybe' end.
