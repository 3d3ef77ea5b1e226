package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/// The same input gives the same bytes: again, and in two threads at once.
class DeterminismTest {
    private static final Path PROGRAMS = Path.of("../benchmarks/programs");

    @TempDir Path temp;

    private byte[] executable(String program, String name) {
        try {
            Compilation c = Lumen.compile(Source.file(PROGRAMS.resolve(program))).run();
            return Files.readAllBytes(
                    c.emit(Target.host())
                            .executable(temp.resolve(name))
                            .orThrow()
                            .files()
                            .getFirst());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void twoAtOnceGiveTheSameAsOneAfterTheOther() {
        byte[] first = executable("clos.erl", "a");
        byte[] second = executable("dispatch.erl", "b");
        var one = CompletableFuture.supplyAsync(() -> executable("clos.erl", "c"));
        var two = CompletableFuture.supplyAsync(() -> executable("dispatch.erl", "d"));
        assertThat(one.join()).isEqualTo(first);
        assertThat(two.join()).isEqualTo(second);
    }
}
