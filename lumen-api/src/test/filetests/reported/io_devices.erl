-module(io_devices).
-export([main/0]).
main() ->
    p(whereis(user) =/= undefined), p(whereis(standard_error) =/= undefined),
    p(catch io:format(standard_error, "~s", [""])),
    p(catch io:put_chars(user, ["x", <<"y\n">>])),
    p(catch io:format(user, "u ~p~n", [2])),
    p(catch io:format(standard_io, "s ~p~n", [3])),
    p(catch io:setopts([{encoding, latin1}])), p(catch io:setopts([{encoding, unicode}])),
    p(catch io:setopts(standard_io, [{echo, false}])),
    p(catch io:setopts([list])),
    ok.
p({'EXIT', {R, _}}) -> io:format("EXIT ~w~n", [R]);
p(S) -> io:format("~0p~n", [S]).
