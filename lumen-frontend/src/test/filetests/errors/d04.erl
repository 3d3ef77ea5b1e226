%! test errors otp=25
-module(d04).
-export([main/0]).
main() -> case m() of {ok, F} -> F; _E -> case m() of {ok, B} -> B; _E -> err end end. m() -> ok.
