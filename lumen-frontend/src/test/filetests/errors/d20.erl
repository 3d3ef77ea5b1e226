%! test errors otp=25
-module(d20).
-export([main/0]).
main() -> (fun(X) -> X = 1; (Y, Z) -> Y end)(1), f(A = 1, A), begin end.
