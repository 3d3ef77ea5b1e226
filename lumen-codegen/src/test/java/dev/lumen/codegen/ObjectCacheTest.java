package dev.lumen.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

class ObjectCacheTest {
    private static final ModuleCompiler COMPILER =
            ModuleCompiler.of(Target.X86_64_LINUX, OptLevel.O0);

    @TempDir Path folder;

    private static Module fib() throws IOException {
        return Reader.module(Files.readString(Path.of("src/test/filetests/llvm/fib.ssa")));
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theSecondTimeItIsFound() throws IOException {
        byte[] plain = COMPILER.object(fib());
        var first = ObjectCache.in(folder);
        assertThat(COMPILER.withCache(first).object(fib())).isEqualTo(plain);
        assertThat(List.of(first.hits(), first.misses())).containsExactly(0L, 1L);
        var second = ObjectCache.in(folder);
        assertThat(COMPILER.withCache(second).object(fib())).isEqualTo(plain);
        assertThat(List.of(second.hits(), second.misses())).containsExactly(1L, 0L);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void whatDecidesAboutTheCodeDecidesAboutTheName() throws IOException {
        var cache = ObjectCache.in(folder);
        List<ModuleCompiler> different =
                List.of(
                        COMPILER,
                        ModuleCompiler.of(Target.X86_64_LINUX, OptLevel.O2),
                        ModuleCompiler.of(Target.WASM32, OptLevel.O0),
                        ModuleCompiler.forThisMachine(OptLevel.O0),
                        COMPILER.withDebugInfo());
        for (ModuleCompiler compiler : different) {
            assertThat(compiler.withCache(cache).object(fib())).isEqualTo(compiler.object(fib()));
        }
        Module other = Reader.module(fib().toString().replace("fib", "fab"));
        assertThat(COMPILER.withCache(cache).object(other)).isEqualTo(COMPILER.object(other));
        assertThat(cache.hits()).isZero();
        assertThat(entries()).hasSize(different.size() + 1);
    }

    @Test
    void damageIsFoundAndRepaired() throws IOException {
        byte[] object = COMPILER.withCache(ObjectCache.in(folder)).object(fib());
        Path entry = entries().getFirst();
        byte[] good = Files.readAllBytes(entry);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        byte[] otherChecksum = good.clone();
        otherChecksum[good.length - 1] ^= 1;
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        for (byte[] damaged :
                List.of(
                        flipped,
                        otherChecksum,
                        longer,
                        Arrays.copyOf(good, good.length - 7),
                        new byte[3],
                        new byte[0])) {
            Files.write(entry, damaged);
            var cache = ObjectCache.in(folder);
            assertThat(COMPILER.withCache(cache).object(fib())).isEqualTo(object);
            assertThat(cache.misses()).isEqualTo(1);
            assertThat(Files.readAllBytes(entry)).isEqualTo(good);
        }
        assertThat(entries()).containsExactly(entry);
    }

    @Test
    void manyAtOnce() throws Exception {
        byte[] plain = COMPILER.object(fib());
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<byte[]> task = () -> COMPILER.withCache(ObjectCache.in(folder)).object(fib());
            for (var result : pool.invokeAll(Collections.nCopies(32, task))) {
                assertThat(result.get()).isEqualTo(plain);
            }
        }
        assertThat(entries()).hasSize(1);
    }

    @Test
    void theFolderMayGoAndMayBeNoFolder() throws IOException {
        Path inner = folder.resolve("a/b");
        var cache = ObjectCache.in(inner);
        Files.delete(inner);
        COMPILER.withCache(cache).object(fib());
        COMPILER.withCache(cache).object(fib());
        assertThat(cache.hits()).isEqualTo(1);
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ObjectCache.in(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
