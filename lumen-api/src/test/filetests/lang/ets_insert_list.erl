-module(ets_insert_list).
-export([main/0]).
%% A list that is inserted while others use the table: nobody sees a part of it.
main() ->
    [all_or_nothing(Type, Options) || Type <- [set, ordered_set, bag], Options <- [[], [{write_concurrency, true}]]],
    ends(),
    private(),
    fixed(),
    inherited().
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

%% Nobody gets into a private table, but others may look at it.
private() ->
    Self = self(),
    List = [{N, N} || N <- lists:seq(1, 3000)],
    {Owner, M} = spawn_monitor(fun() ->
        T = ets:new(mine, [named_table, private]),
        Self ! {self(), T},
        [begin ets:insert(T, List), true = length(ets:lookup(T, 3000)) =:= 1 end || _ <- lists:seq(1, 10)],
        exit({size, ets:info(T, size)})
    end),
    receive {Owner, T} -> ok end,
    (fun Look() ->
         case ets:info(T, size) of
             undefined -> ok;
             Size when Size =< 3000 -> {badarg, badarg} = {attempt(fun() -> ets:insert(T, {a, b}) end), attempt(fun() -> ets:lookup(T, 1) end)}, Look()
         end
     end)(),
    receive {'DOWN', M, process, Owner, Why} -> erlang:display(Why) end.

attempt(F) -> try F() catch error:badarg -> badarg end.

%% Processes that fixed the table end while a list goes in.
fixed() ->
    List = [{N, N} || N <- lists:seq(1, 3000)],
    [begin
         T = ets:new(t, [Type, public]),
         Writers = [spawn_monitor(fun() -> insert(T, List, 3) end) || _ <- [1, 2]],
         Fixers = [spawn_monitor(fun() -> ets:safe_fixtable(T, true), ets:delete(T, I), [erlang:yield() || _ <- lists:seq(1, I)] end)
                   || I <- lists:seq(1, 60)],
         [receive {'DOWN', R, process, P, normal} -> ok end || {P, R} <- Writers ++ Fixers],
         true = ets:insert(T, List),
         erlang:display({Type, ets:info(T, size), ets:info(T, safe_fixed)}),
         ets:delete(T)
     end || Type <- [set, ordered_set, bag]].

%% Tables with an heir, whose data is freed by whoever deletes them.
inherited() ->
    List = [{N, N} || N <- lists:seq(1, 3000)],
    Self = self(),
    R = [begin
             T = ets:new(t, [public, {heir, Self, lists:seq(1, 50)}]),
             {P, M} = spawn_monitor(fun() -> attempt(fun() -> ets:insert(T, List) end) end),
             [erlang:yield() || _ <- lists:seq(1, I)],
             ets:delete(T),
             receive {'DOWN', M, process, P, normal} -> ok end
         end || I <- lists:seq(1, 30)],
    erlang:display(length(R)).
