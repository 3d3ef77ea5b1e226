%% Programs that drop shared binaries as they get them hold few, however they came.
-module(steady).
-export([main/0]).

-define(SIZE, 200000).
-define(COUNT, 500).

main() ->
    [erlang:display([What, holds_few(F)]) || {What, F} <- [
        {received, fun() -> received(?COUNT) end},
        {received_on_a_deep_stack, fun() -> deep(4000, fun() -> received(?COUNT) end) end},
        {received_by_alias, fun received_by_alias/0},
        {exit_reasons, fun exit_reasons/0},
        {looked_up, fun() -> deep(4000, fun looked_up/0) end},
        {selected, fun() -> deep(4000, fun selected/0) end},
        {copied, fun() -> copied(?COUNT) end},
        {appended, fun() -> appended(?COUNT) end},
        {decoded, fun() -> decoded(?COUNT) end},
        {kept_for_a_while, fun() -> kept_for_a_while(?COUNT, []) end},
        {spawned_with, fun() -> spawned_with(?COUNT) end},
        {in_timers, fun() -> in_timers(?COUNT) end},
        {in_the_dictionary, fun() -> in_the_dictionary(?COUNT) end}]].

%% Whether a process that runs F has less than half of all that memory when it comes to an end.
holds_few(F) ->
    Before = erlang:memory(binary),
    {_, Ref} = spawn_monitor(fun() -> F(), exit({held, erlang:memory(binary) - Before}) end),
    receive {'DOWN', Ref, process, _, {held, Bytes}} ->
        case Bytes < ?SIZE * ?COUNT div 2 of true -> few; false -> {too_many, Bytes} end
    end.

fresh(N) -> binary:copy(<<N:32>>, ?SIZE div 4).

deep(0, F) -> F(), 0;
deep(N, F) -> 1 + deep(N - 1, F).

received(N) ->
    Self = self(),
    spawn_link(fun() -> sender(Self, N) end),
    receiver(N).

sender(_, 0) -> ok;
sender(To, N) ->
    To ! {binary, self(), fresh(N)},
    receive go_on -> sender(To, N - 1) end.

receiver(0) -> ok;
receiver(N) ->
    receive {binary, From, B} -> ?SIZE = byte_size(B), From ! go_on, receiver(N - 1) end.

take(0) -> ok;
take(N) -> receive {binary, B} -> ?SIZE = byte_size(B), take(N - 1) end.

received_by_alias() ->
    [begin
        Alias = alias([reply]),
        spawn_link(fun() -> Alias ! {binary, fresh(N)} end),
        take(1)
     end || N <- lists:seq(1, ?COUNT)].

exit_reasons() ->
    [begin
        {_, Ref} = spawn_monitor(fun() -> exit(fresh(N)) end),
        receive {'DOWN', Ref, _, _, B} -> ?SIZE = byte_size(B) end
     end || N <- lists:seq(1, ?COUNT)].

%% Another process made them.
filled(Type) ->
    T = ets:new(t, [public, Type]),
    {_, Ref} = spawn_monitor(fun() -> [ets:insert(T, {N, fresh(N)}) || N <- lists:seq(1, ?COUNT)] end),
    receive {'DOWN', Ref, _, _, normal} -> T end.

looked_up() ->
    T = filled(set),
    [begin [{_, B}] = ets:lookup(T, N), ets:delete(T, N), ?SIZE = byte_size(B) end || N <- lists:seq(1, ?COUNT)].

selected() ->
    T = filled(ordered_set),
    [begin [B] = ets:select(T, [{{N, '$1'}, [], ['$1']}]), ets:delete(T, N), ?SIZE = byte_size(B) end || N <- lists:seq(1, ?COUNT)].

copied(0) -> ok;
copied(N) -> ?SIZE = byte_size(fresh(N)), copied(N - 1).

appended(0) -> ok;
appended(N) -> ?SIZE = byte_size(grow(<<>>, N)), appended(N - 1).

grow(B, _) when byte_size(B) >= ?SIZE -> B;
grow(B, N) -> grow(<<B/binary, N:80000>>, N).

decoded(N) ->
    Bytes = term_to_binary({fresh(N), fresh(N + 1)}),
    decode(N, Bytes).

decode(0, _) -> ok;
decode(N, Bytes) -> {B, _} = binary_to_term(Bytes), ?SIZE = byte_size(B), decode(N - 1, Bytes).

%% They are old when they are dropped.
kept_for_a_while(0, _) -> ok;
kept_for_a_while(N, Kept) when length(Kept) < 50 -> kept_for_a_while(N - 1, [fresh(N) | Kept]);
kept_for_a_while(N, _) -> kept_for_a_while(N, []).

spawned_with(N) ->
    [begin
        B = fresh(I),
        {_, Ref} = spawn_monitor(fun() -> ?SIZE = byte_size(B) end),
        receive {'DOWN', Ref, _, _, normal} -> ok end
     end || I <- lists:seq(1, N)].

in_timers(0) -> ok;
in_timers(N) -> erlang:send_after(0, self(), {binary, fresh(N)}), take(1), in_timers(N - 1).

in_the_dictionary(0) -> ok;
in_the_dictionary(N) -> put(binary, fresh(N)), in_the_dictionary(N - 1).
