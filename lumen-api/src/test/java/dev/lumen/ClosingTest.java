package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `close()` of a runtime: wherever it is called, whatever its schedulers do.
class ClosingTest {
    /// Each of these keeps a scheduler busy for longer than anybody lives, or for as long as there
    /// is memory: `dag(60)` is 120 words, in which 2^60 can be counted.
    private static final String MODULE =
            """
            -module(m).
            -compile([export_all, nowarn_export_all]).

            id(X) -> X.
            later(X) -> receive after 20 -> X end.
            ask() -> host:answer().

            dag(0) -> x;
            dag(N) -> T = dag(N - 1), {T, T}.
            wide(0) -> [1];
            wide(N) -> L = wide(N - 1), [L, L].
            forever() -> receive never -> ok end.

            send() -> self() ! dag(60), forever().
            spawned() -> D = dag(60), spawn(fun() -> id(D) end), forever().
            answered() -> dag(60).
            ended() -> spawn_link(fun() -> exit(dag(60)) end), forever().
            reported() -> spawn(fun() -> error(dag(60)) end), forever().
            hashed() -> erlang:phash2(dag(60)).
            hashed_as_before() -> erlang:phash(dag(60), 1000).
            key() -> #{dag(60) => 1, dag(59) => 2}.
            encoded() -> term_to_binary(dag(60)).
            equal() -> dag(60) =:= dag(60).
            less() -> dag(60) < dag(60).
            inserted() -> ets:insert(ets:new(t, []), {k, dag(60)}).
            inserted_by_key() -> ets:insert(ets:new(t, [ordered_set]), {dag(60), v}).
            selected() -> ets:select(ets:new(t, []), [{dag(60), [], [{const, dag(60)}]}]).
            kept() -> persistent_term:put(m, dag(60)).
            timed() -> erlang:send_after(1000, self(), dag(60)), forever().
            told() -> host:answer(dag(60)).
            size() -> iolist_size(wide(60)).
            characters() -> unicode:characters_to_list(wide(60)).
            shown() -> erlang:display(dag(60)).

            digits() -> length(integer_to_list((id(1) bsl 33000000) - 1)).
            binaries() -> binaries([]).
            binaries(L) -> binaries([binary:copy(<<1>>, 1048576) | L]).
            lists() -> lists([]).
            lists(L) -> lists([L | [1, 2, 3 | L]]).
            appended() -> L = lists:seq(1, 1000000), appended(L, []).
            appended(L, All) -> appended(L, L ++ All).
            copies() -> L = lists:seq(1, 1000000), P = spawn(fun() -> forever() end), copies(P, L).
            copies(P, L) -> P ! L, copies(P, L).
            constants(N) -> persistent_term:put({m, N}, binary:copy(<<1>>, 1000000)), constants(N + 1).
            constants() -> constants(0).
            """;

    private static final List<String> BUSY =
            List.of(
                    "send",
                    "spawned",
                    "answered",
                    "ended",
                    "reported",
                    "hashed",
                    "hashed_as_before",
                    "key",
                    "encoded",
                    "equal",
                    "less",
                    "inserted",
                    "inserted_by_key",
                    "selected",
                    "kept",
                    "timed",
                    "told",
                    "size",
                    "characters",
                    "shown",
                    "digits",
                    "binaries",
                    "lists",
                    "appended",
                    "copies",
                    "constants");

    /// A close that waits for one of those never comes back; the machine may be slow.
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration IN_THE_END = Duration.ofMinutes(2);

    private static Compilation compiled() {
        Compilation c = Lumen.compile(Source.erlang("m.erl", MODULE)).run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }

    private static LumenRuntime open(Compilation program) {
        LumenRuntime rt =
                LumenRuntime.open(
                        RuntimeOptions.defaults()
                                .withOutput(OutputStream.nullOutputStream())
                                .withErrors(OutputStream.nullOutputStream()));
        rt.register("host", "answer", 1, List::getFirst);
        rt.register(
                "host",
                "answer",
                0,
                _ -> {
                    rt.close();
                    return Atom.OK;
                });
        program.loadInto(rt, RuntimeMode.current());
        return rt;
    }

    @TestFactory
    Stream<DynamicTest> whateverABuiltInDoes() {
        Compilation program = compiled();
        return BUSY.stream().map(name -> DynamicTest.dynamicTest(name, () -> close(program, name)));
    }

    private static void close(Compilation program, String busy) throws Exception {
        LumenRuntime rt = open(program);
        CompletableFuture<Term> call = rt.call("m", busy);
        Thread.sleep(150);
        assertThat(call.isDone()).as("it is over already: %s", call).isFalse();
        long start = System.nanoTime();
        rt.close();
        var took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(took).as("while it did %s", busy).isLessThan(SOON);
        assertThatThrownBy(() -> call.get(1, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
        assertFreed();
    }

    /// And the threads end, and the memory is freed: neither goes on for ever.
    private static void assertFreed() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("lumen-close")) {
                assertThat(thread.join(IN_THE_END)).as("the rest is freed").isTrue();
            }
        }
    }

    @Test
    void inADependentOfAFuture() throws Exception {
        LumenRuntime rt = open(compiled());
        CompletableFuture<Term> waiting = rt.call("m", "forever");
        var call = rt.call("m", "later", Term.of(7)).whenComplete((_, _) -> rt.close());
        assertThat(call.get()).isEqualTo(Term.of(7));
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> rt.call("m", "id", Term.of(1)))
                .isInstanceOf(IllegalStateException.class);
        assertFreed();
    }

    @Test
    void inAHostFunction() throws Exception {
        LumenRuntime rt = open(compiled());
        CompletableFuture<Term> call = rt.call("m", "ask");
        assertThatThrownBy(call::get).isInstanceOf(CancellationException.class);
        rt.close();
        assertFreed();
    }

    @Test
    void inTheDependentOfACallThatIsCancelledByClosing() throws Exception {
        LumenRuntime rt = open(compiled());
        CompletableFuture<Term> call = rt.call("m", "forever").whenComplete((_, _) -> rt.close());
        rt.close();
        assertThat(call).isCompletedExceptionally();
        assertFreed();
    }

    @Test
    void fromManyThreadsWhileOthersCall() throws Exception {
        Compilation program = compiled();
        for (int round = 0; round < 10; round++) {
            LumenRuntime rt = open(program);
            var ready = new CountDownLatch(4);
            var calls = new ArrayList<CompletableFuture<Term>>();
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 4; i++) {
                boolean closes = i % 2 == 0;
                threads.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    ready.countDown();
                                    if (closes) {
                                        rt.close();
                                    } else {
                                        callUntilClosed(rt, calls);
                                    }
                                }));
            }
            ready.await();
            for (Thread thread : threads) {
                thread.join();
            }
            for (CompletableFuture<Term> call : calls) {
                assertThat(call).as("nobody waits for ever").matches(c -> isOver(c));
            }
        }
        assertFreed();
    }

    private static void callUntilClosed(LumenRuntime rt, List<CompletableFuture<Term>> calls) {
        try {
            while (true) {
                CompletableFuture<Term> call = rt.call("m", "id", Term.of(1));
                synchronized (calls) {
                    calls.add(call);
                }
            }
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("closed");
        }
    }

    private static boolean isOver(CompletableFuture<Term> call) {
        try {
            return call.get(10, TimeUnit.SECONDS).equals(Term.of(1));
        } catch (CancellationException e) {
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
