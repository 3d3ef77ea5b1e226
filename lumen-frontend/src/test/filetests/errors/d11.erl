%! test errors otp=25
-module(d11).
-export([main/0]).
main() -> #{a := 1}, M = #{}, #{X => 1} = M, X.
