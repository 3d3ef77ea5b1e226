%! test errors otp=25
-module(d24).
-export([main/0]).
main() -> try ok of X -> 1 catch error:Y:S when S == [] -> X end, fun foo/1, fun M:F/A, M:f().
