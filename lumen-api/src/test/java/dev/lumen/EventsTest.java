package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What a compilation tells: every stage from its beginning to its end, one event at a time.
class EventsTest {
    private static final Source PROGRAM =
            Source.erlang(
                    "m.erl",
                    """
                    -module(m).
                    -export([main/0]).
                    main() -> io:format("~p~n", [lists:seq(1, 3)]).
                    """);

    private final List<CompileEvent> events = new ArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private int most;

    private void listen(CompileEvent event) {
        most = Math.max(most, atOnce.incrementAndGet());
        events.add(event);
        atOnce.decrementAndGet();
    }

    private List<String> told(String module) {
        return events.stream()
                .filter(e -> e.module().equals(module))
                .map(EventsTest::told)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> told(CompileEvent event) {
        return switch (event) {
            case CompileEvent.StageBegun(_, var stage) -> Optional.of("+" + stage);
            case CompileEvent.StageDone(_, var stage, _, _) -> Optional.of("-" + stage);
            case CompileEvent.PassDone _ -> Optional.empty();
        };
    }

    @Test
    void everyStageBeginsAndIsDone(@TempDir Path temp) {
        Compilation c = Lumen.compile(PROGRAM).program().onEvent(this::listen).run();
        c.emit(Target.host()).executable(temp.resolve("m")).orThrow();
        assertThat(told("m.erl")).containsExactly("+forms", "-forms");
        assertThat(told("m"))
                .containsExactly(
                        "+core",
                        "-core",
                        "+ssa",
                        "-ssa",
                        "+optimized",
                        "-optimized",
                        "+object",
                        "-object");
        assertThat(told("lists")).containsExactly("+optimized", "-optimized", "+object", "-object");
        assertThat(told(""))
                .containsExactly(
                        "+compile",
                        "+libraries",
                        "-libraries",
                        "-compile",
                        "+emit",
                        "+link",
                        "-link",
                        "-emit");
        assertThat(most).isEqualTo(1);
    }

    /// All that is done for one module by itself is in the time of one of its stages.
    @Test
    void timesAreThoseOfTheWork() {
        var text = new StringBuilder("-module(m).\n-export([f/1]).\n");
        for (int i = 0; i < 2000; i++) {
            text.append("f({")
                    .append(i)
                    .append(", X}) when X > 1 -> [X, {")
                    .append(i)
                    .append("}];\n");
        }
        Source source = Source.erlang("m.erl", text + "f(_) -> none.\n");
        Lumen.compile(source).withoutLibraries().onEvent(this::listen).run();
        Map<String, Long> nanos = new HashMap<>();
        for (CompileEvent event : events) {
            if (event instanceof CompileEvent.StageDone(_, var stage, var time, _)) {
                nanos.put(stage, time);
            }
        }
        long whole = nanos.remove("compile");
        assertThat(nanos).containsOnlyKeys("forms", "core", "ssa", "optimized");
        long sum = nanos.values().stream().mapToLong(Long::longValue).sum();
        // What lies between stages is nothing, but the processor may be away there.
        assertThat(sum).isBetween(whole / 2, whole);
    }
}
