package dev.lumen.ir.diag;

import java.util.List;

/// Where a renderer finds the lines that it quotes.
@FunctionalInterface
public interface Sources {
    /// No file is known: renderers then quote nothing.
    Sources NONE = _ -> null;

    /// The text of a file, by the name that spans carry; null when it is not known.
    SourceText find(String file);

    static Sources of(List<SourceText> texts) {
        return file -> texts.stream().filter(t -> t.file().equals(file)).findFirst().orElse(null);
    }
}
