%! test errors otp=25
-module(d05).
-export([main/0]).
-record(t, {a = mk()}).
mk() -> 1.
main() -> f(1).
f(R) when R == #t{} -> true; f(_) -> false.
