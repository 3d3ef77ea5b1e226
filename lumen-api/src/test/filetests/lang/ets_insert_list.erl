-module(ets_insert_list).
-export([main/0]).
%% A list that is inserted while others use the table: nobody sees a part of it.
main() ->
    [all_or_nothing(Type, Options) || Type <- [set, ordered_set, bag], Options <- [[], [{write_concurrency, true}]]],
    ends(), ok.
all_or_nothing(Type, Options) ->
    T = ets:new(t, [Type, public | Options]),
    Self = self(),
    List = [{N, N} || N <- lists:seq(1, 3000)],
    Readers = [spawn_link(fun() -> Self ! {self(), look(T, I, 0)} end) || I <- lists:seq(1, 3)],
    Writers = [spawn_link(fun() -> insert(T, List, 4), Self ! {self(), done} end) || _ <- [1, 2]],
    [receive {W, done} -> ok end || W <- Writers],
    [R ! stop || R <- Readers],
    [receive {R, Looks} when Looks > 0 -> ok end || R <- Readers],
    true = ets:insert(T, List),
    erlang:display({Type, Options, ets:info(T, size)}),
    ets:delete(T).
insert(_, _, 0) -> ok;
insert(T, List, N) -> true = ets:insert(T, List), ets:delete_all_objects(T), insert(T, List, N - 1).
look(T, I, N) ->
    Size = ets:info(T, size),
    case Size =:= 0 orelse Size =:= 3000 of true -> ok; false -> exit({part, Size}) end,
    Last = ets:member(T, 3000),
    true = is_boolean(Last),
    receive stop -> N + 1 after 0 -> look(T, I, N + 1) end.
%% The table ends, or its owner, or whoever inserts, in the midst of it.
ends() ->
    List = [{N, N} || N <- lists:seq(1, 5000)],
    R = [begin
         {Owner, M} = spawn_monitor(fun() -> ets:new(ended, [named_table, public]), receive stop -> ok end end),
         (fun W() -> case ets:whereis(ended) of undefined -> erlang:yield(), W(); _ -> ok end end)(),
         {P, PM} = spawn_monitor(fun() -> exit(try ets:insert(ended, List) of true -> fine catch error:badarg -> fine end) end),
         [erlang:yield() || _ <- lists:seq(1, I)],
         case I rem 3 of 0 -> Owner ! stop; 1 -> ets:delete(ended), Owner ! stop; 2 -> exit(P, kill), Owner ! stop end,
         receive {'DOWN', PM, process, P, Why} when Why =:= fine; Why =:= killed -> ok end,
         receive {'DOWN', M, process, Owner, normal} -> ok end,
         undefined = ets:whereis(ended)
     end || I <- lists:seq(1, 30)],
    erlang:display(length(R)).
