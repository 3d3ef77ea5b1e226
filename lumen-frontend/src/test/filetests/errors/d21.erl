%! test errors otp=25
-module(d21).
-export([main/0]).
main() -> io:format("~p ~s~n", [1]), io:format("~q", []), io_lib:format("~*p", [1]), error_logger:info_msg("~w", x).
