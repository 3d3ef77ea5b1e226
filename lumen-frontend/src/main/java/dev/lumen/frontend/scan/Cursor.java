package dev.lumen.frontend.scan;

import dev.lumen.ir.diag.Position;

/// A place in a text, moving forward, that knows its line and column.
final class Cursor {
    static final int END = -1;

    private final String text;
    private int at;
    private int line = 1;

    /// The index at which a character of column 1 would stand if no character so far on this line
    /// took two `char`s.
    private int lineStart;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    int line() {
        return line;
    }

    int column() {
        return at - lineStart + 1;
    }

    Position position() {
        return new Position(line, column(), at);
    }

    /// The code point at hand; [#END] at the end of the text.
    int peek() {
        if (at >= text.length()) {
            return END;
        }
        char c = text.charAt(at);
        return Character.isHighSurrogate(c) ? text.codePointAt(at) : c;
    }

    /// The `char` that many places ahead; [#END] behind the end.
    int peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    /// Returns the code point at hand and moves over it.
    int next() {
        int c = peek();
        at++;
        if (c == '\n') {
            line++;
            lineStart = at;
        } else if (c > 0xffff) {
            at++;
            lineStart++;
        }
        return c;
    }

    /// Moves over that many characters, none of which ends a line or takes two `char`s.
    void skip(int count) {
        at += count;
    }

    String since(int start) {
        return text.substring(start, at);
    }
}
