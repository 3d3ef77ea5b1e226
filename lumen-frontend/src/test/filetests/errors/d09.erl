%! test errors otp=25
-module(d09).
-export([main/0]).
main() -> f(1), g(). f(_) -> ok. f(_, _) -> ok. h(X) -> Y = X.
