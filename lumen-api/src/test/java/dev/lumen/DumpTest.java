package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.ssa.Reader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A dump has every stage and every pass that changed something, in order, as text that reads back.
class DumpTest {
    @Test
    void everyStageAndEveryPassThatChangedSomething(@TempDir Path folder) throws IOException {
        Compilation compilation =
                Lumen.compile(
                                Source.erlang(
                                        "m.erl",
                                        """
                                        -module(m).
                                        -export([f/1]).
                                        f(X) -> g(X, true).
                                        g(X, true) -> {X, 1 + 2};
                                        g(_, false) -> no.
                                        """))
                        .onEvent(Dump.toFolder(folder))
                        .run();
        CompiledModule module = compilation.module("m").orElseThrow();
        List<Path> files;
        try (var entries = Files.list(folder.resolve("m"))) {
            files = entries.sorted().toList();
        }
        List<String> names = files.stream().map(f -> f.getFileName().toString()).toList();
        assertThat(names).startsWith("00-forms.forms", "01-core.core", "02-ssa.ssa");
        assertThat(names).anyMatch(n -> n.endsWith("-fold-constants.ssa"));
        assertThat(names.getLast()).endsWith("-optimized.ssa");
        assertThat(CoreParser.parse(Files.readString(files.get(1))))
                .isEqualTo(module.core().orElseThrow());
        for (Path f : files.subList(2, files.size())) {
            assertThat(Reader.module(Files.readString(f)).name().name()).isEqualTo("m");
        }
        assertThat(Reader.module(Files.readString(files.getLast()))).isEqualTo(module.optimized());
    }
}
