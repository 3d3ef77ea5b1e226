package dev.lumen;

import dev.lumen.ir.term.Bits;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// Something to compile. Immutable; nothing is read before [CompileRequest#run].
public sealed interface Source {
    /// A file (`.erl`, `.beam`, `.core`, `.ssa`), or a folder: all `.erl` files directly in it, in
    /// the order of their names.
    record File(Path path) implements Source {
        public File {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /// Erlang source text; `name` is the file name that diagnostics and stack traces show.
    record Erlang(String name, String text) implements Source {
        public Erlang {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }
    }

    /// Core Erlang source text.
    record CoreErlang(String name, String text) implements Source {
        public CoreErlang {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }
    }

    /// SSA, as [dev.lumen.ir.ssa.Printer] writes it and [Dump] leaves it.
    record Ssa(String name, String text) implements Source {
        public Ssa {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
        }
    }

    /// The contents of a `.beam` file with debug information; `name` is what diagnostics show.
    record Beam(String name, Bits contents) implements Source {
        public Beam {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(contents, "contents");
        }
    }

    /// What diagnostics call it.
    String name();

    static Source file(Path path) {
        return new File(path);
    }

    static Source erlang(String name, String text) {
        return new Erlang(name, text);
    }

    static Source core(String name, String text) {
        return new CoreErlang(name, text);
    }

    static Source ssa(String name, String text) {
        return new Ssa(name, text);
    }

    /// Nobody may write to `contents` afterwards.
    static Source beam(String name, byte[] contents) {
        return new Beam(name, Bits.of(contents));
    }

    /// The extensions of files that can be compiled, and what each holds.
    static Map<String, String> extensions() {
        return Map.of(
                "erl",
                "Erlang source",
                "beam",
                "a compiled module with debug information",
                "core",
                "Core Erlang",
                "ssa",
                "SSA");
    }
}
