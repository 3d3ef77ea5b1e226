package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.Test;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What takes long in one call lets others have their turns meanwhile: built-ins over much,
/// collections, messages. Turns are counted, not times.
class YieldingTest {
    private static final String MODULE =
            """
            -module(m).
            -export([during/2, results/2, all/3, endless/1]).

            %% How many turns another process of the same scheduler has while `Name` is done once.
            during(Name, N) ->
                Fun = work(Name, N),
                Turns = counters:new(1, []),
                Other = spawn_link(fun() -> take_turns(Turns) end),
                erlang:yield(),
                Before = counters:get(Turns, 1),
                Fun(),
                After = counters:get(Turns, 1),
                unlink(Other),
                exit(Other, kill),
                After - Before.

            take_turns(Turns) ->
                counters:add(Turns, 1, 1),
                erlang:yield(),
                take_turns(Turns).

            %% Some processes do all of it at once, on all schedulers, among others that come and go: whether each has the right results.
            all(Names, N, Processes) ->
                Right = results(Names, N),
                Self = self(),
                [spawn_link(fun() -> Self ! results(Names, N) =:= Right end) || _ <- lists:seq(1, Processes)],
                [receive Same -> Same end || _ <- lists:seq(1, Processes)].

            results(Names, N) ->
                [erlang:phash2((work(Name, N))()) || Name <- Names].

            endless(Names) ->
                [spawn(fun() -> for_ever(work(Name, 300000)) end) || Name <- Names],
                receive never -> ok end.

            for_ever(Fun) -> Fun(), for_ever(Fun).

            work(length, N) -> L = lists:seq(1, N), fun() -> length(L) end;
            work(append, N) -> L = lists:seq(1, N), fun() -> L ++ [a] end;
            work(subtract, N) -> L = lists:seq(1, N), M = lists:seq(1, N, 2), fun() -> L -- M end;
            work(subtract_few, N) -> L = lists:seq(1, N), fun() -> L -- [N, a] end;
            work(reverse, N) -> L = lists:seq(1, N), fun() -> lists:reverse(L) end;
            work(member, N) -> L = lists:seq(1, N), fun() -> lists:member(x, L) end;
            work(keyfind, N) -> L = lists:seq(1, N), fun() -> lists:keyfind(x, 1, L) end;
            work(equal, N) -> L = lists:seq(1, N), M = lists:seq(1, N), fun() -> L == M end;
            work(equal_exact, N) -> L = lists:seq(1, N), M = lists:seq(1, N), fun() -> L =:= M end;
            work(less, N) -> L = lists:seq(1, N), M = lists:seq(1, N), fun() -> L < M end;
            work(equal_deep, N) -> L = [{I} || I <- lists:seq(1, N)], M = [{I} || I <- lists:seq(1, N)], fun() -> L == M end;
            work(list_to_tuple, N) -> L = lists:seq(1, N), fun() -> list_to_tuple(L) end;
            work(tuple_to_list, N) -> T = erlang:make_tuple(N, x), fun() -> tuple_to_list(T) end;
            work(setelement, N) -> T = erlang:make_tuple(32 * N, x), fun() -> setelement(2, T, y) end;
            work(make_tuple, N) -> fun() -> erlang:make_tuple(N, y) end;
            work(list_to_binary, N) -> L = lists:duplicate(N, 65), fun() -> list_to_binary(L) end;
            work(iolist_to_binary, N) -> L = [[I rem 256, <<"abc">>] || I <- lists:seq(1, N)], fun() -> iolist_to_binary(L) end;
            work(binary_to_list, N) -> B = bytes(N), fun() -> binary_to_list(B) end;
            work(iolist_size, N) -> L = lists:duplicate(N, 65), fun() -> iolist_size(L) end;
            work(copy, N) -> B = bytes(10 * N), fun() -> binary:copy(B, 30) end;
            work(matches, N) -> B = bytes(N), fun() -> binary:matches(B, <<"fgh">>) end;
            work(match, N) -> B = bytes(10 * N), fun() -> binary:match(B, <<"xyz">>) end;
            work(match_several, N) -> B = bytes(N), fun() -> binary:match(B, [<<"xyz">>, <<"ay">>]) end;
            work(split, N) -> B = bytes(N), fun() -> binary:split(B, <<"j">>, [global]) end;
            work(prefix, N) -> B = bytes(N), fun() -> binary:longest_common_prefix([B, <<B/binary, 1>>]) end;
            work(md5, N) -> B = bytes(N), fun() -> erlang:md5([B, $a]) end;
            work(crc32, N) -> B = bytes(4 * N), fun() -> erlang:crc32([$a | B]) end;
            work(adler32, N) -> B = bytes(4 * N), fun() -> erlang:adler32(B) end;
            work(phash2, N) -> L = lists:seq(1, N), fun() -> erlang:phash2(L) end;
            work(phash2_binary, N) -> B = bytes(4 * N), fun() -> erlang:phash2(B) end;
            work(phash, N) -> L = lists:seq(1, N), fun() -> erlang:phash(L, 1000) end;
            work(to_external, N) -> L = [{I, a} || I <- lists:seq(1, N)], fun() -> term_to_binary(L) end;
            work(from_external, N) -> B = term_to_binary([{I, a} || I <- lists:seq(1, N)]), fun() -> binary_to_term(B) end;
            work(external_size, N) -> L = lists:seq(1, N), fun() -> erlang:external_size(L) end;
            work(to_utf8, N) -> L = lists:duplicate(N, 1024), fun() -> unicode:characters_to_binary(L) end;
            work(from_utf8, N) -> B = bytes(N), fun() -> unicode:characters_to_list(B) end;
            work(from_latin1, N) -> B = bytes(N), fun() -> unicode:characters_to_binary(B, latin1) end;
            work(from_list, N) -> L = [{I, I} || I <- lists:seq(1, N div 4)], fun() -> maps:from_list(L) end;
            work(from_keys, N) -> L = lists:seq(1, N div 4), fun() -> maps:from_keys(L, x) end;
            work(keys, N) -> M = map(N), fun() -> lists:sum(maps:keys(M)) end;
            work(values, N) -> M = map(N), fun() -> lists:sum(maps:values(M)) end;
            work(merge, N) -> A = map(N div 4), B = maps:from_keys(lists:seq(N, N + N div 4), y), fun() -> maps:merge(A, B) end;
            work(multiply, N) -> A = (1 bsl (4 * N)) - 3, fun() -> A * (A + 1) end;
            work(multiply_short, N) -> A = (1 bsl (64 * N)) - 3, B = (1 bsl 640) - 7, fun() -> A * B end;
            work(divide, N) -> A = (1 bsl (4 * N)) - 3, B = (1 bsl (2 * N)) - 5, fun() -> A div B end;
            work(remainder, N) -> A = (1 bsl (4 * N)) - 3, B = (1 bsl (2 * N)) - 5, fun() -> A rem B end;
            work(to_digits, N) -> A = (1 bsl N) - 3, fun() -> integer_to_binary(A) end;
            work(to_hexadecimal, N) -> A = (1 bsl (8 * N)) - 3, fun() -> integer_to_list(A, 16) end;
            work(from_digits, N) -> L = lists:duplicate(N div 4, $7), fun() -> list_to_integer(L) end;
            work(message, N) -> L = lists:seq(1, N), fun() -> self() ! L, receive X -> X end end;
            work(message_to_alias, N) -> L = lists:seq(1, N), fun() -> A = alias(), A ! L, receive X -> X end end;
            work(collect, N) -> L = lists:seq(1, 4 * N), fun() -> erlang:garbage_collect(), hd(L) end;
            work(to_list, N) -> M = map(N), fun() -> length(maps:to_list(M)) end;
            work(spawn_fun, N) -> L = lists:seq(1, N), fun() -> is_pid(spawn(fun() -> hd(L) end)) end;
            work(spawn_call, N) -> L = lists:seq(1, N), fun() -> is_pid(spawn(erlang, hd, [L])) end;
            work(insert_list, N) -> L = [{I, I} || I <- lists:seq(1, N div 4)], fun() -> inserted(L) end;
            work(grow, N) -> fun() -> lists:foldl(fun(I, Acc) -> [I | Acc] end, [], lists:seq(1, N)) end.

            inserted(L) ->
                T = ets:new(t, [public]),
                ets:insert(T, L),
                Size = ets:info(T, size),
                ets:delete(T),
                Size.

            bytes(N) -> binary:copy(<<"abcdefghij">>, N div 10).
            map(N) -> maps:from_list([{I, I} || I <- lists:seq(1, N)]).
            """;

    private static final List<String> WORK =
            MODULE.lines()
                    .map(String::strip)
                    .filter(l -> l.startsWith("work("))
                    .map(l -> l.substring("work(".length(), l.indexOf(',')))
                    .toList();

    /// So many turns come with slices; one more may come before the work and one behind it.
    private static final int LEAST = 4;

    /// Where each allocation collects, long lists can't be made.
    private static final int MANY = 400_000;

    private static int some() {
        return RuntimeMode.current() == RuntimeMode.RELEASE ? MANY / 10 : 600;
    }

    private static Compilation compiled() {
        Compilation c = Lumen.compile(Source.erlang("m.erl", MODULE)).run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }

    private static LumenRuntime open(Compilation program, int schedulers, RuntimeMode mode) {
        LumenRuntime rt =
                LumenRuntime.open(
                        RuntimeOptions.defaults()
                                .withSchedulers(schedulers)
                                .withMode(mode)
                                .withOutput(OutputStream.nullOutputStream())
                                .withErrors(OutputStream.nullOutputStream()));
        program.loadInto(rt, mode);
        return rt;
    }

    private static Term names() {
        return Term.list(WORK.stream().map(w -> (Term) Atom.of(w)).toList());
    }

    @Test
    void othersHaveTurns() throws Exception {
        try (LumenRuntime rt = open(compiled(), 1, RuntimeMode.RELEASE)) {
            for (String name : WORK) {
                Term turns =
                        rt.call("m", "during", Atom.of(name), Term.of(MANY))
                                .get(2, TimeUnit.MINUTES);
                assertThat(Long.parseLong(turns.toString())).as(name).isGreaterThanOrEqualTo(LEAST);
            }
        }
    }

    /// What gives way goes on on any thread, in the midst of everybody else's work.
    @Test
    void resultsAreRightWhereverTheyGoOn() throws Exception {
        try (LumenRuntime rt = open(compiled(), 4, RuntimeMode.current())) {
            Term same =
                    rt.call("m", "all", names(), Term.of(some()), Term.of(12))
                            .get(5, TimeUnit.MINUTES);
            assertThat(same).isEqualTo(Term.list(Collections.nCopies(12, (Term) Atom.of("true"))));
        }
    }

    /// What stands in the middle of something when the runtime is closed is brought to an end, and
    /// its memory freed.
    @Test
    void closedInTheMiddle() throws Exception {
        Compilation program = compiled();
        var calls = new ArrayList<CompletableFuture<Term>>();
        for (int round = 0; round < 4; round++) {
            LumenRuntime rt = open(program, 2, RuntimeMode.current());
            calls.add(rt.call("m", "endless", names()));
            Thread.sleep(300);
            rt.close();
        }
        for (CompletableFuture<Term> call : calls) {
            assertThatThrownBy(() -> call.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
