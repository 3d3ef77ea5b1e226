%% io_lib and its parts.
-module(format).
-export([main/0]).

main() ->
    lists:foreach(fun({F, A}) -> io:format("~s|", [F]), show(F, A) end, cases()),
    io:format("~p~n", [lists:seq(1, 60)]),
    io:format("~p~n", [maps:from_list([{K, {K, K * K}} || K <- lists:seq(1, 20)])]),
    io:format("~p~n", [[{atom_number(N), N, "a string that takes room", [N | tail]} || N <- lists:seq(1, 6)]]),
    io:format("~30p~n", [[{alpha, [1, 2, 3, 4, 5]}, {beta, "a longer text than fits on a line of thirty"}]]),
    io:format("~P~n", [lists:seq(1, 50), 10]),
    io:format("~W~n", [{a, [b, {c, [d]}], "efghijkl"}, 6]),
    io:format("~p~n", [io_lib:fread("~d ~s ~a", "12 abc xyz rest")]),
    io:format("~p~n", [io_lib:fread("~f~c~u", "1.5x7")]),
    io:format("~p~n", [io_lib:fread("~d", "nan")]),
    io:format("~p~n", [io_lib:print({a, [b, c]}, 3, 10, -1)]),
    io:format("~p ~p~n", [io_lib:printable_list("abc"), io_lib:printable_list([1, 2])]),
    io:format("~p ~p~n", [io_lib:write_atom('a b'), io_lib:write_string("a\nb\"c")]),
    io:format("~p~n", [io_lib:format("~s", [[<<"x">>, $y]])]),
    io:format("~p~n", [lists:flatten(io_lib:format("~*.*.*s", [10, 5, $-, "abcdefgh"]))]),
    io:format("~p~n", [io_lib:chars_length(io_lib:format("~p", [{1, 2}]))]),
    reason(fun() -> io_lib:format("~s", [a, b]) end),
    reason(fun() -> io_lib:format("~y", [a]) end).

atom_number(N) -> list_to_atom("item_" ++ integer_to_list(N)).

show(F, A) ->
    io:format("~s|~n", [try io_lib:format(F, A) catch C:R -> io_lib:format("~p:~p", [C, R]) end]).

cases() ->
    [{"~w", [{a, 'B c', "str", [1 | 2], <<1, 2:3>>}]},
     {"~p", [{a, 'B c', "str", [1 | 2], <<"bin">>}]},
     {"~s", ["text"]}, {"~10s", ["text"]}, {"~-10s", ["text"]}, {"~.2s", ["text"]}, {"~10.3.*s", [$_, "text"]},
     {"~s", [an_atom]}, {"~s", [<<"a binary">>]}, {"~ts", ["caf\x{e9}"]},
     {"~c~c", [$a, 98]}, {"~3c", [$x]}, {"~tc", [233]},
     {"~b ~B", [255, -255]}, {"~.16b ~.2B", [255, 5]}, {"~.16x ~.16X", [255, "0x", -31, "16#"]}, {"~.16# ~.8+", [255, 64]},
     {"~f ~.2f ~10.3f", [1.0, 2.345, 3.14159]}, {"~e ~.3e", [12345.678, 0.00012]}, {"~g ~g ~g", [1.0, 1.0e20, 0.01]},
     {"~i~w", [skipped, kept]}, {"~~ ~n", []}, {"~5w|~-5w|", [ab, cd]},
     {"~p", ["unprintable\x{1}"]}, {"~tp", ["\x{3b1}"]}, {"~p", ["\x{3b1}"]}, {"~lp", ["abc"]},
     {"~w", [1.0e100]}, {"~w", [0.1]}, {"~w", [123456789012345678901234567890]}, {"~w", [fun lists:map/2]},
     {"~p", [#{}]}, {"~p", [#{a => 1}]}, {"~w", [[]]}, {"~p", [[[]]]}, {"~w", ['']}, {"~p", [{}]}, {"~p", ['\n']}].

reason(F) ->
    try F() catch C:R -> io:format("~p~n", [{C, R}]) end.
