%! test errors otp=25
-module(d01).
-export([main/0]).
main() -> X = 0, {Y} = begin _F = {[X | [1]]}, _F end, Y.
