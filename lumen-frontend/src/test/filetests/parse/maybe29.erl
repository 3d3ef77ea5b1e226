%! test parse otp=29
-module(maybe29).
f(X) ->
    maybe
        {ok, A} ?= g(X),
        B = A,
        ok
    else
        error -> 'maybe';
        {'else', Y} when Y -> 'else'
    end.
-if(?OTP_RELEASE >= 27).
g() -> maybe ok end.
-else.
g() -> no.
-endif.
