%! test errors otp=25
-module(d15).
-export([main/0]).
main() -> "abc
def", $
, 16#fg, 1_, 0x1, 1.e3.
