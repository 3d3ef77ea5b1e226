%! test errors otp=25
-module(d14).
-export([main/0]).
-define(M(X), X + ). 
main() -> ?M(1) 2 + ?NOPE + ?M.
