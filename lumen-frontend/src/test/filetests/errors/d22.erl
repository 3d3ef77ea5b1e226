%! test errors otp=25
-module(d22).
-export([main/0]).
main() -> case true of true -> 1; false -> 2 end, X = 5, X = 6, 1/0, atom + 1, hd(a), {a, b} = [1], ok.
