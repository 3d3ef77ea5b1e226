%! test errors otp=25
-module(d07).
-export([main/0]).
main() -> bar(1). bar(A) -> (X = A) + (2 * X).
