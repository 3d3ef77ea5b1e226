%! test errors otp=25
-module(d16).
-export([main/0]).
main() -> if X > 1 -> ok end, case 1 of Y when Y -> ok; 2 when length(Z) -> 3; _ -> foo() when true end.
