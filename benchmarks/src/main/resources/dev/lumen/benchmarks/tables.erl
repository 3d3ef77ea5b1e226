%% What TableBenchmark measures: one public table, used by some processes at once.
-module(tables).
-export([hold/2, read/2, write/2, walk/1, fresh/2, release/0]).

%% A process that owns a table of that type, with the keys 1 to Size.
hold(Type, Size) ->
    Parent = self(),
    register(owner, spawn(fun() ->
        ets:new(table, [Type, named_table, public, {read_concurrency, true}, {write_concurrency, true}]),
        fill(Size),
        Parent ! ready,
        receive {stop, From} -> ets:delete(table), From ! stopped end
    end)),
    receive ready -> ok end.

fill(0) -> ok;
fill(Key) -> ets:insert(table, {Key, Key}), fill(Key - 1).

release() ->
    owner ! {stop, self()},
    receive stopped -> ok end.

%% N lookups of keys in no order.
read(Processes, N) ->
    Size = ets:info(table, size),
    share(Processes, fun(Seed) -> lookups(N div Processes, Size, Seed) end).

lookups(0, _, _) -> ok;
lookups(N, Size, Seed) ->
    Next = next(Seed),
    [_] = ets:lookup(table, Next rem Size + 1),
    lookups(N - 1, Size, Next).

%% N objects replaced.
write(Processes, N) ->
    Size = ets:info(table, size),
    share(Processes, fun(Seed) -> inserts(N div Processes, Size, Seed) end).

inserts(0, _, _) -> ok;
inserts(N, Size, Seed) ->
    Next = next(Seed),
    ets:insert(table, {Next rem Size + 1, N}),
    inserts(N - 1, Size, Next).

%% N steps from a key to the next one.
walk(N) -> walk(N, ets:first(table)).

walk(0, _) -> ok;
walk(N, '$end_of_table') -> walk(N, ets:first(table));
walk(N, Key) -> walk(N - 1, ets:next(table, Key)).

%% N keys in no order inserted into a table that is new.
fresh(Type, N) ->
    Table = ets:new(fresh, [Type, public]),
    fresh_keys(Table, N, 1),
    ets:delete(Table).

fresh_keys(_, 0, _) -> ok;
fresh_keys(Table, N, Seed) ->
    ets:insert(Table, {Seed, N}),
    fresh_keys(Table, N - 1, next(Seed)).

next(Seed) -> (Seed * 1664525 + 1013904223) band 16#7fffffff.

share(Processes, Work) ->
    Parent = self(),
    spawn_all(Processes, fun(Seed) -> Work(Seed), Parent ! done end),
    answers(Processes).

spawn_all(0, _) -> ok;
spawn_all(N, Work) -> spawn(fun() -> Work(N) end), spawn_all(N - 1, Work).

answers(0) -> ok;
answers(N) -> receive done -> answers(N - 1) end.
