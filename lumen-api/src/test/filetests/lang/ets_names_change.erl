-module(ets_names_change).
-export([main/0]).

%% What a name stands for changes all the time, while others use it.

main() ->
    in_turn(),
    under_others(),
    from_type_to_type().

show(X) -> erlang:display(X).

%% The same name, one table after the other, with the key in another place.
in_turn() ->
    [begin
         t = ets:new(t, [named_table, Type, {keypos, Pos}]),
         true = ets:insert(t, setelement(Pos, {a, b, c}, Pos)),
         show({Type, Pos, ets:lookup(t, Pos), ets:insert_new(t, setelement(Pos, {d, e, f}, Pos)), ets:next(t, Pos)}),
         show(attempt(fun() -> ets:insert(t, list_to_tuple(lists:duplicate(Pos - 1, z))) end)),
         u = ets:rename(t, u),
         show({attempt(fun() -> ets:lookup(t, Pos) end), ets:lookup(u, Pos), attempt(fun() -> ets:insert(t, {1, 2, 3}) end)}),
         t = ets:new(t, [named_table, {keypos, 2}]),
         ets:insert(t, {x, Pos}),
         show({ets:lookup(t, Pos), ets:lookup(u, Pos), ets:member(t, Pos), ets:delete_object(t, {x, Pos}), ets:info(t, size)}),
         ets:delete(t),
         ets:delete(u),
         show({attempt(fun() -> ets:lookup(t, Pos) end), ets:whereis(t)})
     end || Type <- [set, bag, ordered_set], Pos <- [1, 2, 3]].

%% Two tables change names; whoever looks a key up finds it in whichever has the name, or the name stands for none just then.
under_others() ->
    ets:new(one, [named_table, public, {write_concurrency, true}]),
    ets:new(two, [named_table, public, ordered_set, {keypos, 2}]),
    [begin ets:insert(one, {K, K}), ets:insert(two, {K, K}) end || K <- lists:seq(1, 100)],
    Self = self(),
    Readers = [spawn_link(fun() -> Self ! {self(), read(20000, 0)} end) || _ <- lists:seq(1, 4)],
    swap(2000),
    [receive {R, N} when N > 0 -> ok end || R <- Readers],
    show({ets:info(one, size), ets:info(two, size)}),
    ets:delete(one),
    ets:delete(two).

read(0, Found) -> Found;
read(N, Found) ->
    K = N rem 100 + 1,
    case attempt(fun() -> ets:lookup(one, K) end) of
        [{K, K}] -> attempt(fun() -> ets:insert(one, {K, K}) end), read(N - 1, Found + 1);
        badarg -> read(N - 1, Found)
    end.

attempt(F) ->
    try F() catch error:badarg -> badarg end.

swap(0) -> ok;
swap(N) ->
    three = ets:rename(one, three),
    one = ets:rename(two, one),
    two = ets:rename(three, two),
    swap(N - 1).

%% The memory of a table that is gone becomes one of another type.
from_type_to_type() ->
    Results = [begin
                   Type = lists:nth(N rem 4 + 1, [set, ordered_set, bag, duplicate_bag]),
                   ets:new(t, [named_table, Type, {keypos, N rem 2 + 1}]),
                   ets:insert(t, [{I, I} || I <- lists:seq(1, 50)]),
                   ets:insert(t, {25, 25}),
                   R = {Type, length(ets:lookup(t, 25)), ets:info(t, size)},
                   ets:delete(t),
                   R
               end || N <- lists:seq(0, 7)],
    show(Results).
