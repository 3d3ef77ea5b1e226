#!/usr/bin/env escript
%% sessions.escript FILE COUNT SEED: sequences of calls whose results depend on what was called before (tables, aliases,
%% monitors), with random arguments, and what this erl answers to each. COUNT sessions of each kind, in the form that sessions.c
%% reads.
%%
%% sessions.escript list: the functions, one a line, as module name arity.
-mode(compile).

main(["list"]) ->
    rand:seed(exsss, 1),
    Calls = [{M, F, length(A)} || Kind <- kinds(), _ <- lists:seq(1, 60), {M, F, A, _} <- steps(Kind), M =/= session],
    [io:format("~w ~ts ~w~n", [M, F, A]) || {M, F, A} <- lists:usort(Calls)];
main([File, Count, Seed]) ->
    rand:seed(exsss, list_to_integer(Seed)),
    {ok, F} = file:open(File, [write, raw, binary, delayed_write]),
    [one(F, steps(Kind)) || Kind <- kinds(), _ <- lists:seq(1, list_to_integer(Count))],
    ok = file:close(F).

one(F, Steps) ->
    {Pid, Ref} = spawn_monitor(fun() -> exit({done, run(Steps)}) end),
    receive
        {'DOWN', Ref, process, Pid, {done, Outcomes}} ->
            B = term_to_binary({Steps, Outcomes}),
            ok = file:write(F, [<<(byte_size(B)):32>>, B])
    end.

run(Steps) -> run(Steps, #{}, 1).

run([], _, _) -> [];
run([{M, F, A, How} | Rest], Results, N) ->
    {Class, Value} = try {ok, call(M, F, filled(A, Results))} catch C:R when M =/= ets -> {C, R}; C:R:Trace -> {C, {R, cause(Trace)}} end,
    Result = case Class of ok -> Value; _ -> [] end,
    Shown = case How of sorted when is_list(Value) -> sort(masked(Value)); _ -> masked(Value) end,
    [{Class, Shown} | run(Rest, Results#{N => Result}, N + 1)].

%% Why a built-in says that it failed, for the texts of error reports.
cause([{_, _, _, Info} | _]) ->
    case lists:keyfind(error_info, 1, Info) of {_, #{cause := Cause}} -> Cause; _ -> none end.

sort(L) -> lists:sort(fun(A, B) -> erts_internal:cmp_term(A, B) =< 0 end, L).

filled({'$', self}, _) -> self();
filled({'$', N}, Results) -> maps:get(N, Results);
filled([H | T], Results) -> [filled(H, Results) | filled(T, Results)];
filled(T, Results) when is_tuple(T) -> list_to_tuple(filled(tuple_to_list(T), Results));
filled(M, Results) when is_map(M) -> maps:from_list(filled(maps:to_list(M), Results));
filled(T, _) -> T.

masked(R) when is_reference(R) -> '$ref';
masked(P) when P =:= self() -> '$self';
masked([H | T]) -> [masked(H) | masked(T)];
masked(T) when is_tuple(T) -> list_to_tuple(masked(tuple_to_list(T)));
masked(M) when is_map(M) -> maps:from_list(masked(maps:to_list(M)));
masked(T) -> T.

call(session, messages, []) -> messages();
call(session, env, []) -> [KV || {"L" ++ _, _} = KV <- os:env(), not lists:prefix("LANG", element(1, KV)), not lists:prefix("LC_", element(1, KV))];
call(session, keys, [T, true]) -> keys(T, next, ets:first(T));
call(session, keys, [T, false]) -> keys(T, prev, ets:last(T));
call(session, F, [T, S, Limit]) -> collected(F, ets:F(T, S, Limit), []);
call(M, F, A) -> apply(M, F, A).

messages() -> receive M -> [M | messages()] after 0 -> [] end.

keys(_, _, '$end_of_table') -> [];
keys(T, F, K) -> [K | keys(T, F, ets:F(T, K))].

collected(_, '$end_of_table', All) -> All;
collected(F, {L, C}, All) -> collected(F, ets:F(C), L ++ All).

%% ---- sessions ------------------------------------------------------------------------------------------------------

kinds() -> [{table, T} || T <- [set, ordered_set, bag, duplicate_bag]] ++ [match_specs, aliases, tables, environment].

%% Step 1 makes the table. Signals under way take effect whenever a process looks for messages, so aliases look after each step.
steps({table, Type}) ->
    Keypos = pick([1, 1, 1, 2]),
    Fixed = pick([true, false]),
    Options = [Type, {keypos, Keypos}, pick([public, protected, private])] ++
        pick([[], [{write_concurrency, true}], [{read_concurrency, true}, compressed], [{write_concurrency, auto}]]),
    [{ets, new, [t, Options], exact} | [a_step(Type, Keypos, Fixed, {'$', 1}) || _ <- lists:seq(1, 20 + rand:uniform(40))]]
        ++ [{ets, match_object, [{'$', 1}, '_'], sorted}, {ets, select_count, [{'$', 1}, [{'_', [], [true]}]], exact}];
steps(match_specs) ->
    [{ets, new, [t, [pick([set, ordered_set])]], exact}, {ets, insert, [{'$', 1}, [{K, term(), term()} || K <- lists:seq(1, 6)]], exact}
     | lists:append([match_spec(N) || N <- lists:seq(1, 12)])];
steps(aliases) ->
    [{erlang, alias, [pick([[], [reply], [explicit_unalias], [reply, explicit_unalias], [foo], foo])], exact},
     {erlang, monitor, [process, {'$', self}, [{alias, pick([demonitor, explicit_unalias, reply_demonitor])}]], exact},
     {erlang, monitor, [process, no_such_process, [{alias, pick([demonitor, explicit_unalias, reply_demonitor])}]
                        ++ pick([[], [{tag, {down, [1 | x]}}]])], exact},
     {erlang, monitor, [process, nobody, pick([[{tag, foo}], [], foo, [{alias, foo}], [{alias, demonitor} | x], [a]])], exact}
     | lists:append([[{session, messages, [], exact}, alias_step()] || _ <- lists:seq(1, 25)])] ++ [{session, messages, [], exact}];
steps(tables) ->
    [{ets, new, [named, [named_table, public]], exact}, {ets, new, [other, []], exact} |
     [pick([{ets, new, [pick([named, renamed, 1]), [named_table]], exact}, {ets, delete, [pick([named, renamed, {'$', 2}])], exact},
            {ets, whereis, [pick([named, renamed, 1])], exact}, {ets, rename, [pick([named, renamed, {'$', 2}]), pick([named, renamed, x, 1])], exact},
            {ets, info, [pick([named, renamed, {'$', 2}]), pick([name, type, keypos, protection, named_table, size, owner, heir, fixed,
                                                                 compressed, id, node, foo, read_concurrency, write_concurrency])], exact},
            {ets, setopts, [pick([named, {'$', 2}]), pick([{heir, none}, [{protection, private}], {protection, public}, {heir, {'$', self}, x}, foo,
                                                           {heir, 1, 2}, [{heir, none} | x], [], [{protection, public}, {protection, private}]])], exact},
            {ets, safe_fixtable, [pick([named, {'$', 2}]), pick([true, false, foo])], exact},
            {ets, give_away, [pick([named, {'$', 2}]), pick([{'$', self}, a]), data], exact},
            {ets, insert, [pick([named, renamed, {'$', 2}]), {a}], exact}, {ets, lookup, [pick([named, renamed, {'$', 2}]), a], exact},
            {ets, new, [pick([x, 1]), pick([[], [foo], [{keypos, 0}], [{keypos, a}], [{heir, 1}], [{heir, none}], [{heir, {'$', self}, data}], foo, [set | bag],
                             [{write_concurrency, foo}], [{write_concurrency, auto}, {decentralized_counters, true}]])], exact}])
      || _ <- lists:seq(1, 40)]];
steps(environment) ->
    Name = fun() -> pick(["LUMEN_A", "LUMEN_B", "LUMEN_A", [$L, 1080, 128512], "", "LUMEN=", a, <<"LUMEN_A">>, [0], "LUMEN_A" ++ b, [55296], [-1], "HOME"]) end,
    [pick([{os, getenv, [Name()], exact}, {os, putenv, [Name(), pick(["x", "", [1080, 8364], "a=b", [0], foo, [a]])], exact}, {os, unsetenv, [Name()], exact}])
     || _ <- lists:seq(1, 30)] ++ [{os, unsetenv, [N], exact} || N <- ["LUMEN_A", ""]] ++ [{session, env, [], sorted}].

%% Of a fixed table internal_delete_all counts also what was deleted before; that is not asked for.
a_step(Type, Keypos, Fixed, T) ->
    Once = Type =:= set orelse Type =:= ordered_set,
    Order = case Type of ordered_set -> exact; _ -> sorted end,
    case rand:uniform(33) of
        N when N =< 6 -> {ets, insert, [T, object(Keypos)], exact};
        7 when Type =:= bag -> {ets, insert, [T, pick([[], [object(Keypos)], [object(Keypos) | x], [foo]])], exact}; % OTP 25 turns lists round
        7 -> {ets, insert, [T, [object(Keypos) || _ <- lists:seq(1, rand:uniform(20) - 1)] ++ pick([[], [], [], x, [{}], [foo]])], exact};
        8 -> {ets, insert_new, [T, object(Keypos)], exact};
        9 when Type =/= bag -> {ets, insert_new, [T, [object(Keypos), object(Keypos)]], exact};
        10 -> {ets, lookup, [T, key()], exact};
        11 -> {ets, lookup_element, [T, key(), pick([1, 2, 3, 4, 0, a])], exact};
        12 -> {ets, member, [T, key()], exact};
        13 -> {ets, delete, [T, key()], exact};
        14 -> {ets, take, [T, key()], exact};
        15 -> {ets, delete_object, [T, pick([object(Keypos), object(Keypos), {}, a])], exact};
        16 -> {ets, update_counter, [T, key(), operation()], exact};
        17 when Once -> {ets, update_counter, [T, key(), operation(), object(Keypos)], exact};
        18 -> {ets, update_element, [T, key(), pick([{2, value()}, [{2, value()}, {3, value()}], {1, x}, [], {9, x}, foo, [foo], {3, 5}])], exact};
        19 -> {session, keys, [T, true], Order};
        20 -> {session, keys, [T, false], Order};
        21 when Type =:= ordered_set -> {ets, next, [T, key()], exact};
        22 when Type =:= ordered_set -> {ets, prev, [T, key()], exact};
        23 -> {ets, info, [T, pick([type, fixed, keypos] ++ [size || not Fixed])], exact}; % in fixed bags OTP miscounts
        24 -> {ets, match_object, [T, pattern(Keypos)], Order};
        25 -> {ets, match, [T, pattern(Keypos)], Order};
        26 -> {session, pick([select, select_reverse]), [T, [{pattern(Keypos), [], ['$_']}], pick([1, 2, 3, 100])], sorted};
        27 -> {ets, select_count, [T, [{pattern(Keypos), [], [true]}]], exact};
        28 -> {ets, internal_select_delete, [T, [{pattern(Keypos), [], [pick([true, true, false])]}]], exact};
        29 when Fixed -> {ets, safe_fixtable, [T, pick([true, false])], exact};
        30 -> {ets, pick([select, select_reverse]), [T, [{pattern(Keypos), [], ['$$']}]], Order};
        31 -> {session, match, [T, pattern(Keypos), pick([1, 2, 5])], sorted};
        33 when Type =/= bag, Keypos =:= 1 -> {ets, select_replace, [T, [{{'$1', '$2'}, [], [{{'$1', [new, '$2']}}]}]], exact};
        32 when not Fixed ->  {ets, internal_delete_all, [T, undefined], exact};
        _ -> {ets, insert, [T, object(Keypos)], exact}
    end.

object(1) -> list_to_tuple([key() | [value() || _ <- lists:seq(1, rand:uniform(4) - 1)]]);
object(2) -> list_to_tuple([value(), key() | [value() || _ <- lists:seq(1, rand:uniform(3) - 1)]]).

key() -> pick([1, 2, 3, 1.0, 2.0, a, b, {1, a}, {1.0, a}, "key", <<"key">>, [], 1 bsl 70, #{a => 1}, {x, [y | z]}, rand:uniform(60)]).
value() -> pick([0, 1, -7, a, 1.5, [1, 2], {a, [b]}, 1 bsl 65, (1 bsl 60) - 1, -(1 bsl 60), <<"some bytes">>, binary:copy(<<"long">>, 50),
                 rand:uniform(100), #{k => v}]).
term() -> pick([0, 1, -7, a, some, true, 1.5, [1, 2], {a, [b]}, {some, 2}, 1 bsl 65, <<"some bytes">>, rand:uniform(100), #{k => v}]).
operation() -> pick([1, -1, {2, 3}, {3, 1}, {2, 1, 5, 0}, {2, -1, -5, 100}, [{2, 1}, {3, 1}], [], {2, 1 bsl 62}, {1, 1}, {2, a}, foo,
                     {2, 1.0}, [{2, 1}, {2, 1}], [{2, 1} | x], {4, 1}, {2, 1, 5}, {0, 1}, {2, 0}]).
pattern(Keypos) ->
    K = pick(['_', '$1', key(), {'$3', '$1'}, #{a => '$1'}]),
    V = [pick(['_', '$2', '$1', value(), {'$4', ['$2' | '_']}]) || _ <- lists:seq(1, rand:uniform(3) - 1)],
    pick(['_', '$1', list_to_tuple(case Keypos of 1 -> [K | V]; 2 -> ['$2', K | V] end), list_to_tuple(case Keypos of 1 -> [K | V]; 2 -> ['_', K | V] end)]).

%% Step 2 * N + 1 and the next.
match_spec(_) ->
    Spec = [{{pick(['$1', '$1', '$1', '_', 1]), pick(['$2', '$2', '$2', '_', {a, ['$2']}]), pick(['$2', '$4', '_'])},
             [expression(2) || _ <- lists:seq(1, pick([0, 0, 1, 2]))],
             [expression(3) || _ <- lists:seq(1, pick([0, 1, 1, 1, 1, 1, 1, 2]))]} || _ <- lists:seq(1, pick([1, 1, 1, 2]))],
    [{ets, select, [{'$', 1}, Spec], sorted}, {ets, select_count, [{'$', 1}, Spec], exact},
     case spec_is_good(Spec) of
         true -> {erlang, match_spec_test, [{1, term(), term()}, Spec, pick([table, table, foo])], exact};
         false -> {ets, match_spec_compile, [Spec], exact} % the texts differ
     end].

spec_is_good(Spec) -> try ets:match_spec_compile(Spec) of _ -> true catch error:badarg -> false end.

expression(0) -> pick(['$1', '$2', '$_', '$$', 1, 2, a, true, false, 1.5, [], {const, {a, '$1'}}, {const, [1, 2]}, <<"bin">>, {self}, 3, '$1', '$1']);
expression(D) ->
    E = fun() -> expression(D - 1) end,
    pick([E(), {pick(['==', '<', '>', '=<', '>=', '=:=', '/=', '=/=']), E(), E()}, {pick(['+', '-', '*', 'div', 'rem', 'band', 'bxor', '/']), E(), E()},
          {pick([is_integer, is_atom, is_list, is_tuple, is_number, is_float, is_binary, is_map, is_pid, is_function, is_reference, is_port]), E()},
          {pick([element, map_get, is_map_key, binary_part]), E(), E()}, {pick([size, length, hd, tl, abs, round, trunc, float, 'not', 'bnot', '-', '+',
                                                                           map_size, bit_size, byte_size, node]), E()},
          list_to_tuple([pick(['and', 'or', 'andalso', 'orelse']) | [E() || _ <- lists:seq(1, rand:uniform(3))]]), {'xor', E(), E()},
          {{E(), E()}}, [E(), E()], [E() | E()], #{k => E(), E() => 1}, {is_record, E(), pick([a, some, 1]), E()},
          {node}, E(), E(), E(), E(), case rand:uniform(8) of
                                          1 -> pick([{nosuch, E()}, {'andalso'}, {}, {{}}, {a, b, c}, '$9', {is_record, E(), a}]);
                                          _ -> E()
                                      end]).

alias_step() ->
    R = pick([{'$', N} || N <- [1, 1, 2, 3, 3, 4]]),
    pick([{erlang, send, [R, pick([hello, {some, [term]}, rand:uniform(9)])], exact}, {erlang, send, [R, again, pick([[], [noconnect], [nosuspend]])], exact},
          {erlang, '!', [R, bang], exact}, {erlang, unalias, [R], exact}, {erlang, demonitor, [R], exact},
          {erlang, demonitor, [R, pick([[flush], [flush, info], [info], [], [foo]])], exact}, {erlang, unalias, [foo], exact}]).

pick(L) -> lists:nth(rand:uniform(length(L)), L).
