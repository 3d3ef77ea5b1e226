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
main(["grow"]) -> grow(ets:new(rows, []), 1);
main(["read"]) -> read().

%% Line by line, what comes on standard input.
read() ->
    case io:get_line("") of
        eof -> ok;
        Line -> io:format("~p~n", [Line]), read()
    end.

%% In small pieces: a large one that is refused is an error of the process alone.
grow(Table, N) ->
    ets:insert(Table, {N, N}),
    grow(Table, N + 1).
