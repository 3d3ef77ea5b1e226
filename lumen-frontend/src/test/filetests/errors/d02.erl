%! test errors otp=25
-module(d02).
-export([main/0]).
main() -> B = io:format("wow~n"), if true -> fun a:a/2 end.
