package dev.lumen.ir.term;

import java.util.List;

/// A reference: opaque outside the runtime that made it. `words` are 32-bit values, least
/// significant first, as in the external term format; it prints as `#Ref<0.Wn. … .W1>`.
public record Ref(Atom node, List<Long> words, long creation) implements Term {
    public Ref {
        words = List.copyOf(words);
    }

    @Override
    public String toString() {
        var out = new StringBuilder("#Ref<0");
        for (long word : words.reversed()) {
            out.append('.').append(word);
        }
        return out.append('>').toString();
    }
}
