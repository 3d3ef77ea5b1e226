-module(program).
-export([main/1]).

%% What the tests of the loader do with a program: the first argument says.
main(["write"]) -> io:put_chars("first\nno end");
main(["ok"]) -> ok;
main(["fail"]) -> exit(bye);
main(["halt"]) -> erlang:halt(7);
main(["wait"]) -> receive never -> ok end;
main(["busy"]) -> main(["busy"]);
main(["sleep"]) -> timer:sleep(100000);
main(["grow"]) -> grow([], 1);
main(["read"]) -> read().

%% Line by line, what comes on standard input.
read() ->
    case io:get_line("") of
        eof -> ok;
        Line -> io:format("~p~n", [Line]), read()
    end.

grow(L, N) -> grow([binary:copy(<<N>>, 10000000) | L], N + 1).
