package dev.lumen.benchmarks;

import dev.lumen.Compilation;
import dev.lumen.CompileRequest;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The Erlang sources that lie beside the benchmarks.
final class Programs {
    private Programs() {}

    /// The module of that name.
    static Compilation compile(String module) {
        return request(module).run();
    }

    static CompileRequest request(String module) {
        String file = module + ".erl";
        return Lumen.compile(Source.erlang(file, text(file))).optimize(OptLevel.O2);
    }

    static String text(String file) {
        try (InputStream in = Programs.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
