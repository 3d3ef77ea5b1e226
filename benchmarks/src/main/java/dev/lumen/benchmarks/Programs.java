package dev.lumen.benchmarks;

import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;
import dev.lumen.runtime.bindings.LumenRuntime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The Erlang sources that lie beside the benchmarks.
final class Programs {
    private Programs() {}

    /// A runtime in this JVM with the module of that name.
    static LumenRuntime load(String module) {
        String file = module + ".erl";
        return Lumen.compile(Source.erlang(file, text(file))).optimize(OptLevel.O2).run().load();
    }

    static String text(String file) {
        try (InputStream in = Programs.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
