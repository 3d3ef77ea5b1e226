%! test errors otp=25
-module(d19).
-export([main/0]).
main() -> [X || X <- [1], X = 2, Y <- X], Y.
