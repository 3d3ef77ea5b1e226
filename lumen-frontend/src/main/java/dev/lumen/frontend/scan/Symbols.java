package dev.lumen.frontend.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The tokens made of punctuation.
final class Symbols {
    /// By first character, longest first.
    private static final List<List<TokenKind>> BY_FIRST = new ArrayList<>();

    static {
        for (int i = 0; i < 128; i++) {
            BY_FIRST.add(new ArrayList<>());
        }
        for (var kind : TokenKind.values()) {
            if (kind.text() != null && !kind.isKeyword()) {
                BY_FIRST.get(kind.text().charAt(0)).add(kind);
            }
        }
        BY_FIRST.forEach(kinds -> kinds.sort(Comparator.comparing(k -> -k.text().length())));
    }

    private Symbols() {}

    /// The longest symbol at the cursor; null when there is none.
    static TokenKind longest(Cursor cursor) {
        int first = cursor.peek();
        if (first < 128) {
            for (TokenKind kind : BY_FIRST.get(first)) {
                if (kind.text().length() == 1 || cursor.looksAt(kind.text())) {
                    return kind;
                }
            }
        }
        return null;
    }
}
