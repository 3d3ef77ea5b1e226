package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.runtime.bindings.ErlangException;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Functions of the host that take their time, on a runtime with one scheduler.
@Tag("modes")
class HostFunctionsTest {
    private static final String MODULE =
            """
            -module(m).
            -export([ask/1, ask_all/1, quick/0, suspended/0]).
            ask(X) ->
                try host:answer(X) of
                    V -> {value, V}
                catch
                    Class:Reason -> {Class, Reason}
                end.
            %% By N processes at once; the sum of their answers.
            ask_all(N) ->
                Self = self(),
                [spawn_link(fun() -> Self ! {answer, host:answer(I)} end) || I <- lists:seq(1, N)],
                lists:sum([receive {answer, A} -> A end || _ <- lists:seq(1, N)]).
            quick() -> quick.
            %% Who waits for the host is suspended; the answer comes; it goes on when it is resumed.
            suspended() ->
                Self = self(),
                Asker = spawn_link(fun() -> Self ! {answer, host:answer(1)} end),
                await(Asker, waiting),
                true = erlang:suspend_process(Asker),
                {status, suspended} = process_info(Asker, status),
                host:go_on(),
                receive {answer, _} = Early -> exit(Early) after 50 -> ok end,
                true = erlang:resume_process(Asker),
                receive {answer, A} -> A end.
            await(Pid, Status) ->
                case process_info(Pid, status) of
                    {status, Status} -> ok;
                    _ -> receive after 1 -> await(Pid, Status) end
                end.
            """;

    private LumenRuntime rt;

    @BeforeEach
    void open() {
        rt =
                LumenRuntime.open(
                        RuntimeOptions.defaults()
                                .withSchedulers(1)
                                .withErrors(OutputStream.nullOutputStream()));
    }

    private void load() {
        Lumen.compile(Source.erlang("m.erl", MODULE)).run().loadInto(rt, RuntimeMode.current());
    }

    @AfterEach
    void close() {
        rt.close();
    }

    private Term call(String function, Term... arguments) throws Exception {
        return rt.call("m", function, arguments).get(60, SECONDS);
    }

    @Test
    void whatBlocksLeavesTheScheduler() throws Exception {
        var inside = new AtomicInteger();
        var goOn = new CountDownLatch(1);
        rt.registerBlocking(
                "host",
                "answer",
                1,
                args -> {
                    inside.incrementAndGet();
                    goOn.await();
                    return args.getFirst();
                });
        load();
        var all = rt.call("m", "ask_all", Term.of(25));
        while (inside.get() < 10) {
            assertThat(call("quick")).isEqualTo(Atom.of("quick"));
        }
        assertThat(inside).as("the others wait").hasValue(10);
        goOn.countDown();
        assertThat(all.get(60, SECONDS)).isEqualTo(Term.of(25 * 26 / 2));
    }

    @Test
    void whatBlocksMayCallBack() throws Exception {
        rt.registerBlocking("host", "answer", 1, _ -> rt.call("m", "quick").get());
        load();
        assertThat(call("ask", Term.of(1))).isEqualTo(TermReader.read("{value,quick}"));
    }

    @Test
    void exceptionsArriveFromAll() throws Exception {
        rt.registerBlocking(
                "host",
                "answer",
                1,
                _ -> {
                    throw ErlangException.error(Atom.of("no_answer"));
                });
        load();
        assertThat(call("ask", Term.of(1))).isEqualTo(TermReader.read("{error,no_answer}"));
        assertThatThrownBy(() -> rt.registerAsync("host", "answer", 1, _ -> null))
                .hasMessageContaining("host:answer/1");
    }

    @Test
    void answersComeLaterFromOtherThreads() throws Exception {
        var asked = new LinkedBlockingQueue<CompletableFuture<Term>>();
        var arguments = new LinkedBlockingQueue<Term>();
        rt.registerAsync(
                "host",
                "answer",
                1,
                args -> {
                    var stage = new CompletableFuture<Term>();
                    arguments.add(args.getFirst());
                    asked.add(stage);
                    return stage;
                });
        load();
        var all = rt.call("m", "ask_all", Term.of(1000));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        for (int j = 0; j < 250; j++) {
                            take(asked).complete(Term.of(3));
                        }
                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(all.get(60, SECONDS)).isEqualTo(Term.of(3000));
        assertThat(arguments).hasSize(1000).doesNotHaveDuplicates();
    }

    private static <T> T take(LinkedBlockingQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void laterAnswersFailLikeOthers() throws Exception {
        rt.registerAsync(
                "host",
                "answer",
                1,
                args ->
                        switch (args.getFirst().toString()) {
                            case "now" -> CompletableFuture.completedStage(Atom.OK);
                            case "bad" ->
                                    CompletableFuture.failedStage(
                                            ErlangException.error(Atom.of("no_answer")));
                            case "worse" ->
                                    CompletableFuture.supplyAsync(() -> {
                                        throw new IllegalStateException("broken");
                                    });
                            case "null" -> CompletableFuture.completedStage(null);
                            case "thrown" -> throw new IllegalStateException("thrown");
                            default -> null;
                        });
        load();
        assertThat(call("ask", Atom.of("now"))).isEqualTo(TermReader.read("{value,ok}"));
        assertThat(call("ask", Atom.of("bad"))).isEqualTo(TermReader.read("{error,no_answer}"));
        for (String wrong : List.of("worse", "null", "thrown", "no stage")) {
            assertThat(call("ask", Atom.of(wrong)).toString())
                    .as(wrong)
                    .startsWith("{error,{java_exception,");
        }
    }

    @Test
    void whoWaitsIsAskedAndSuspendedLikeOthers() throws Exception {
        var stage = new CompletableFuture<Term>();
        rt.registerAsync("host", "answer", 1, _ -> stage);
        rt.register(
                "host",
                "go_on",
                0,
                _ -> {
                    stage.complete(Term.of(8));
                    return Atom.OK;
                });
        load();
        assertThat(call("suspended")).isEqualTo(Term.of(8));
    }

    @Test
    void anAnswerThatComesAfterTheEndHasNoEffect() throws Exception {
        var asked = new LinkedBlockingQueue<CompletableFuture<Term>>();
        rt.registerAsync(
                "host",
                "answer",
                1,
                _ -> {
                    var stage = new CompletableFuture<Term>();
                    asked.add(stage);
                    return stage;
                });
        load();
        var call = rt.call("m", "ask", Term.of(1));
        var stage = asked.take();
        rt.close();
        assertThatThrownBy(call::get).isInstanceOf(CancellationException.class);
        stage.complete(Atom.OK);
    }

    @Test
    void theRuntimeMayBeClosedFromInside() {
        rt.registerBlocking(
                "host",
                "answer",
                1,
                _ -> {
                    rt.close();
                    return Atom.OK;
                });
        load();
        var call = rt.call("m", "ask", Term.of(1));
        assertThatThrownBy(call::get).isInstanceOf(CancellationException.class);
    }
}
