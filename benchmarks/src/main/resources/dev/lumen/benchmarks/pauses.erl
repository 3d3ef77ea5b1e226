%% What PauseBenchmark measures, of whichever system runs it: prints {Operation, {Longest pause, Duration}}, in microseconds, for each.
%% A pause is the time between two turns of a process that always wants to run, while another does the operation. Of some runs the one
%% with the shortest: the machine only ever adds to it.
-module(pauses).
-export([main/0]).

-define(RUNS, 3).
-define(MANY, 10000000).
-define(SOME, 1000000). % where ten million take minutes, on either system

main() ->
    [report(Name, measure(Prepare, Operation)) || {Name, Prepare, Operation} <- lists() ++ binaries() ++ numbers() ++ terms() ++ tables()],
    ok.

report(Name, {Pause, Duration}) -> erlang:display({Name, {Pause, Duration}}).

list() -> lists:seq(1, ?MANY).
bytes() -> binary:copy(<<"0123456789">>, ?MANY div 10).
pairs() -> [{N, N} || N <- lists:seq(1, ?SOME)].
nothing() -> none.

lists() ->
    [{build, fun nothing/0, fun(_) -> build(?MANY, []) end},
     {append, fun list/0, fun(L) -> L ++ [last] end},
     {subtract, fun list/0, fun(L) -> L -- [?MANY] end},
     {subtract_many, fun() -> {lists:seq(1, ?SOME), lists:seq(2, ?SOME, 2)} end, fun({A, B}) -> A -- B end},
     {length, fun list/0, fun erlang:length/1},
     {reverse, fun list/0, fun lists:reverse/1},
     {member, fun list/0, fun(L) -> lists:member(none, L) end},
     {keyfind, fun pairs/0, fun(L) -> lists:keyfind(none, 1, L) end},
     {list_to_tuple, fun list/0, fun erlang:list_to_tuple/1},
     {tuple_to_list, fun() -> list_to_tuple(list()) end, fun erlang:tuple_to_list/1},
     {list_to_binary, fun() -> binary_to_list(bytes()) end, fun erlang:list_to_binary/1},
     {binary_to_list, fun bytes/0, fun erlang:binary_to_list/1},
     {iolist_size, fun() -> [[<<"a">>, $b] || _ <- lists:seq(1, ?SOME)] end, fun erlang:iolist_size/1}].

binaries() ->
    [{copy, fun bytes/0, fun(B) -> binary:copy(B, 10) end},
     {match, fun bytes/0, fun(B) -> binary:match(B, <<"none">>) end},
     {matches, fun bytes/0, fun(B) -> binary:matches(B, <<"0">>) end},
     {split, fun bytes/0, fun(B) -> binary:split(B, <<"0">>, [global]) end},
     {replace, fun bytes/0, fun(B) -> binary:replace(B, <<"0">>, <<"xy">>, [global]) end},
     {to_unicode, fun bytes/0, fun unicode:characters_to_list/1},
     {of_unicode, fun list_of_bytes/0, fun unicode:characters_to_binary/1},
     {md5, fun bytes/0, fun erlang:md5/1},
     {crc32, fun bytes/0, fun erlang:crc32/1},
     {adler32, fun bytes/0, fun erlang:adler32/1}].

list_of_bytes() -> binary_to_list(bytes()).

numbers() ->
    [{multiply, fun() -> 3 bsl ?SOME - 1 end, fun(N) -> N * N end},
     {divide, fun() -> {1 bsl (2 * ?SOME) - 1, 3 bsl ?SOME - 1} end, fun({A, B}) -> A div B end},
     {integer_to_list, fun() -> 1 bsl (?SOME div 4) - 1 end, fun erlang:integer_to_list/1},
     {list_to_integer, fun() -> lists:duplicate(?SOME div 10, $7) end, fun erlang:list_to_integer/1}].

terms() ->
    [{compare, fun() -> {list(), list()} end, fun({A, B}) -> A =:= B end},
     {phash2, fun list/0, fun erlang:phash2/1},
     {phash, fun list/0, fun(L) -> erlang:phash(L, 1000) end},
     {external_size, fun list/0, fun erlang:external_size/1},
     {term_to_binary, fun list/0, fun erlang:term_to_binary/1},
     {compressed, fun() -> lists:seq(1, ?SOME) end, fun(L) -> term_to_binary(L, [compressed]) end},
     {binary_to_term, fun() -> term_to_binary(list()) end, fun erlang:binary_to_term/1},
     {send, fun list/0, fun(L) -> self() ! L, receive M -> M end end},
     {spawn, fun list/0, fun(L) -> {P, R} = spawn_monitor(fun() -> hd(L) end), receive {'DOWN', R, process, P, _} -> ok end end},
     {from_list, fun pairs/0, fun maps:from_list/1},
     {to_list, fun() -> maps:from_list(pairs()) end, fun maps:to_list/1},
     {keys, fun() -> maps:from_list(pairs()) end, fun maps:keys/1},
     {merge, fun() -> {maps:from_list(pairs()), maps:from_list([{-K, V} || {K, V} <- pairs()])} end, fun({A, B}) -> maps:merge(A, B) end},
     {collect, fun list/0, fun(L) -> garbage_collect(), hd(L) end}].

tables() ->
    [{Name, Prepare, Operation}
     || Type <- [set, ordered_set],
        {Name, Prepare, Operation} <-
            [{{Type, insert}, fun() -> {ets:new(t, [Type, public]), pairs()} end, fun({T, L}) -> ets:insert(T, L) end},
             {{Type, select}, fun() -> filled(Type) end, fun(T) -> ets:select(T, [{{'$1', '$2'}, [], ['$1']}]) end},
             {{Type, select_delete}, fun() -> filled(Type) end, fun(T) -> ets:select_delete(T, [{{'$1', '_'}, [], [true]}]) end},
             {{Type, match_object}, fun() -> filled(Type) end, fun(T) -> ets:match_object(T, {none, '_'}) end},
             {{Type, delete_all}, fun() -> filled(Type) end, fun ets:delete_all_objects/1},
             {{Type, delete}, fun() -> filled(Type) end, fun ets:delete/1}]].

filled(Type) ->
    T = ets:new(t, [Type, public]),
    true = ets:insert(T, pairs()),
    T.

build(0, L) -> L;
build(N, L) -> build(N - 1, [N | L]).

%% ---- measuring ----

measure(Prepare, Operation) -> lists:min([once(Prepare, Operation) || _ <- lists:seq(1, ?RUNS)]).

once(Prepare, Operation) ->
    Self = self(),
    spawn(fun() ->
        Prepared = Prepare(),
        Clock = spawn_link(fun() -> tick(now_us(), 0) end),
        receive after 5 -> ok end,
        Clock ! {begins, self()},
        receive ready -> ok end,
        Begin = now_us(),
        Operation(Prepared),
        Duration = now_us() - Begin,
        Clock ! {ends, self()},
        receive {longest, Pause} -> Self ! {Pause, Duration} end
    end),
    receive Result -> Result end.

now_us() -> erlang:monotonic_time(microsecond).

tick(Before, Longest) ->
    erlang:yield(),
    Now = now_us(),
    Pause = max(Longest, Now - Before),
    receive
        {begins, From} -> From ! ready, tick(now_us(), 0);
        {ends, To} -> To ! {longest, Pause}
    after 0 -> tick(Now, Pause)
    end.
