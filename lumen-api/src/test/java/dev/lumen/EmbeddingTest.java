package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.runtime.bindings.ErlangException;
import dev.lumen.runtime.bindings.HaltException;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/// Java and Erlang in one process: calls, values, exceptions, host functions, the end of a runtime.
class EmbeddingTest {
    private static final String MODULE =
            """
            -module(m).
            -export([fact/1, id/1, fail/1, deep/1, forever/0, relay/0, ask/1, stop/1, twice/1]).

            fact(0) -> 1;
            fact(N) -> N * fact(N - 1).

            id(X) -> X.

            fail(throw) -> throw(ball);
            fail(exit) -> exit({bye, 1});
            fail(error) -> 1 + id(a).

            deep(0) -> 0;
            deep(N) -> 1 + deep(N - 1).

            forever() -> receive never -> ok end.

            relay() -> receive {Word, N} -> host:told(Word, N), relay() end.

            ask(X) -> try host:answer(X) of V -> {value, V} catch C:R -> {C, R} end.

            stop(N) -> erlang:halt(N).

            twice(X) -> host:answer(X) + host:answer(X).
            """;

    private static Compilation compiled() {
        Compilation c = Lumen.compile(Source.erlang("m.erl", MODULE)).run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }

    @Test
    void valuesGoThereAndBack() throws Exception {
        try (LumenRuntime rt = compiled().load()) {
            assertThat(rt.call("m", "fact", Term.of(30)).get())
                    .isEqualTo(TermReader.read("265252859812191058636308480000000"));
            for (String text :
                    new String[] {
                        "1",
                        "-1",
                        "1152921504606846976",
                        "1.5",
                        "1.0e300",
                        "atom",
                        "'quoted atom'",
                        "[]",
                        "[1,2|t]",
                        "{}",
                        "{a,[b]}",
                        "<<>>",
                        "<<1,2,3>>",
                        "<<5:3>>",
                        "#{a=>1,{b}=>[2]}",
                        "fun m:id/1",
                        "\"text\""
                    }) {
                Term term = TermReader.read(text);
                assertThat(rt.call("m", "id", term).get()).isEqualTo(term);
            }
        }
    }

    @Test
    void exceptionsCarryClassReasonAndTrace() throws Exception {
        try (LumenRuntime rt = compiled().load(quiet())) {
            ErlangException thrown = failure(rt.call("m", "fail", Atom.of("throw")));
            assertThat(thrown.kind()).isEqualTo(ErlangException.Kind.THROW);
            assertThat(thrown.reason()).isEqualTo(Atom.of("ball"));
            ErlangException exit = failure(rt.call("m", "fail", Atom.of("exit")));
            assertThat(exit.kind()).isEqualTo(ErlangException.Kind.EXIT);
            assertThat(exit.reason()).isEqualTo(TermReader.read("{bye,1}"));
            ErlangException error = failure(rt.call("m", "fail", Atom.of("error")));
            assertThat(error.kind()).isEqualTo(ErlangException.Kind.ERROR);
            assertThat(error.reason()).isEqualTo(Atom.of("badarith"));
            assertThat(error.erlangStackTrace().toString()).contains("{m,fail,1,");
            assertThat(failure(rt.call("m", "nosuch")).reason()).isEqualTo(Atom.of("undef"));
            assertThat(rt.call("m", "id", Term.of(1)).get()).isEqualTo(Term.of(1));
        }
    }

    @Test
    void depthIsBoundedByMemoryAlone() throws Exception {
        try (LumenRuntime rt = compiled().load()) {
            assertThat(rt.call("m", "deep", Term.of(10_000_000)).get())
                    .isEqualTo(Term.of(10_000_000));
        }
    }

    @Test
    void hostFunctionsAnswerThrowAndAreTold() throws Exception {
        var told = new CompletableFuture<String>();
        try (LumenRuntime rt = LumenRuntime.open(quiet())) {
            rt.register(
                    "host",
                    "answer",
                    1,
                    args ->
                            switch (args.getFirst().toString()) {
                                case "bad" -> throw ErlangException.error(Atom.of("no_answer"));
                                case "worse" -> throw new IllegalStateException("broken");
                                default -> Term.tuple(Atom.of("got"), args.getFirst());
                            });
            rt.register(
                    "host",
                    "told",
                    2,
                    args -> {
                        told.complete(args.toString());
                        return Atom.OK;
                    });
            assertThatThrownBy(() -> rt.register("host", "told", 2, _ -> Atom.OK))
                    .hasMessageContaining("host:told/2");
            compiled().loadInto(rt, RuntimeMode.current());
            assertThat(rt.call("m", "ask", Term.of(5)).get())
                    .isEqualTo(TermReader.read("{value,{got,5}}"));
            assertThat(rt.call("m", "ask", Atom.of("bad")).get())
                    .isEqualTo(TermReader.read("{error,no_answer}"));
            assertThat(rt.call("m", "ask", Atom.of("worse")).get().toString())
                    .contains("java_exception");
            rt.spawn("m", "relay").send(TermReader.read("{word,7}"));
            assertThat(told.get()).isEqualTo("[word, 7]");
        }
    }

    /// Where all schedulers wait for calls, nobody is left to answer them.
    @Test
    void hostFunctionsThatCallBackAreRefusedWhereTheyWouldLockUp() throws Exception {
        var bothInside = new CountDownLatch(2);
        var refusals = new ConcurrentLinkedQueue<String>();
        try (LumenRuntime rt = LumenRuntime.open(quiet().withSchedulers(2))) {
            rt.register(
                    "host",
                    "answer",
                    1,
                    args -> {
                        if (args.getFirst().equals(Atom.of("together"))) {
                            bothInside.countDown();
                            bothInside.await();
                        }
                        try {
                            return rt.call("m", "fact", Term.of(5)).thenApply(x -> x).get();
                        } catch (IllegalStateException e) {
                            refusals.add(e.getMessage());
                            throw e;
                        }
                    });
            compiled().loadInto(rt, RuntimeMode.current());
            assertThat(rt.call("m", "ask", Atom.of("alone")).get(60, SECONDS))
                    .isEqualTo(TermReader.read("{value,120}"));
            var first = rt.call("m", "ask", Atom.of("together"));
            var second = rt.call("m", "ask", Atom.of("together"));
            assertThat(List.of(first.get(60, SECONDS), second.get(60, SECONDS)))
                    .map(Term::toString)
                    .anyMatch(t -> t.equals("{value,120}"))
                    .anyMatch(t -> t.startsWith("{error,{java_exception,"));
            assertThat(refusals).singleElement().asString().startsWith("nobody could answer");
        }
    }

    @Test
    void aModuleIsThereOnce() {
        try (LumenRuntime rt = compiled().load(quiet())) {
            assertThatThrownBy(() -> compiled().loadInto(rt, RuntimeMode.current()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("already: m");
        }
    }

    @Test
    void nullsAreNamed() throws Exception {
        try (LumenRuntime rt = LumenRuntime.open(quiet())) {
            rt.register("host", "answer", 1, _ -> null);
            compiled().loadInto(rt, RuntimeMode.current());
            assertThatThrownBy(() -> rt.call("m", "id", (Term) null))
                    .hasMessageContaining("argument 1 is null");
            assertThatThrownBy(() -> rt.call(null, "id")).hasMessageContaining("module");
            assertThat(rt.call("m", "ask", Atom.OK).get().toString()).contains("java_exception");
            assertThatThrownBy(() -> Lumen.compile((Source) null)).hasMessageContaining("source 1");
        }
    }

    @Test
    void haltEndsTheProgramAndNotTheJvm() throws Exception {
        try (LumenRuntime rt = compiled().load(quiet())) {
            var halted = rt.call("m", "stop", Term.of(3));
            assertThatThrownBy(halted::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(HaltException.class);
        }
    }

    @Test
    void closingCancelsWhatIsUnderWay() throws Exception {
        LumenRuntime rt = compiled().load(quiet());
        var waiting = rt.call("m", "forever");
        rt.close();
        rt.close();
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> rt.call("m", "id", Term.of(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void severalRuntimesAtOnceFromManyThreads() throws Exception {
        Compilation c = compiled();
        try (LumenRuntime a = c.load();
                LumenRuntime b = c.load()) {
            var answers = new ArrayList<CompletableFuture<Term>>();
            for (int i = 0; i < 200; i++) {
                answers.add((i % 2 == 0 ? a : b).call("m", "fact", Term.of(i % 50)));
            }
            for (int i = 0; i < 200; i++) {
                java.math.BigInteger expected = java.math.BigInteger.ONE;
                for (int k = 2; k <= i % 50; k++) {
                    expected = expected.multiply(java.math.BigInteger.valueOf(k));
                }
                assertThat(answers.get(i).get()).isEqualTo(Term.of(expected));
            }
        }
    }

    private static RuntimeOptions quiet() {
        return RuntimeOptions.defaults().withErrors(java.io.OutputStream.nullOutputStream());
    }

    private static ErlangException failure(CompletableFuture<Term> call) throws Exception {
        try {
            Term value = call.get();
            throw new AssertionError("answered " + value);
        } catch (ExecutionException e) {
            return (ErlangException) e.getCause();
        }
    }
}
