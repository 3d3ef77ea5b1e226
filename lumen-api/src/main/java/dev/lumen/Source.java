package dev.lumen;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// Something to compile. Immutable; nothing is read before [CompileRequest#run].
public sealed interface Source {
    /// A file (`.erl`, `.core`), or a folder: all `.erl` files directly in it, in the order of their names.
    record File(Path path) implements Source {
        public File {
            Objects.requireNonNull(path);
        }
    }

    /// Erlang source text; `name` is the file name that diagnostics and stack traces show.
    record Erlang(String name, String text) implements Source {
        public Erlang {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
        }
    }

    /// Core Erlang source text.
    record CoreErlang(String name, String text) implements Source {
        public CoreErlang {
            Objects.requireNonNull(name);
            Objects.requireNonNull(text);
        }
    }

    static Source file(Path path) {
        return new File(path);
    }

    static Source erlang(String name, String text) {
        return new Erlang(name, text);
    }

    static Source core(String name, String text) {
        return new CoreErlang(name, text);
    }

    /// The extensions of files that can be compiled, and what each holds.
    static Map<String, String> extensions() {
        return Map.of("erl", "Erlang source", "core", "Core Erlang");
    }
}
