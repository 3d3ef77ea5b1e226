%! test errors otp=25
-module(d03).
-export([main/0]).
main() -> try m() catch _:R:R -> R end. m() -> ok.
