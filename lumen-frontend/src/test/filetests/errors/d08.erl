%! test errors otp=25
-module(d08).
-export([main/0]).
main() -> {1, 2}, "unused term", X = 1, X, ok.
