package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.ir.term.TermSyntaxException;

/// A place in a text of SSA, and the tokens that can stand there. Blanks within a line mean
/// nothing; a line that starts with `;` is a remark.
final class TextCursor {
    private final String text;
    private final TermReader terms;
    private int at;

    TextCursor(String text) {
        this.text = text;
        this.terms = new TermReader(text);
    }

    boolean atEnd() {
        return at >= text.length();
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /// To the next line that holds something, past remarks.
    void skipEmptyLines() {
        while (true) {
            skipBlanks();
            if (at >= text.length()) {
                return;
            }
            char c = text.charAt(at);
            if (c == ';') {
                skipLine();
            } else if (c == '\n' || c == '\r') {
                at++;
            } else {
                return;
            }
        }
    }

    void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
    }

    boolean atLineEnd() {
        skipBlanks();
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    void expectLineEnd() {
        if (!atLineEnd()) {
            throw error("expected the end of the line");
        }
        skipLine();
    }

    /// Eats `token` when it comes next. A token of letters must not go on.
    boolean accept(String token) {
        skipBlanks();
        int end = at + token.length();
        if (!text.startsWith(token, at)) {
            return false;
        }
        if (isWord(token.charAt(token.length() - 1))
                && end < text.length()
                && isWord(text.charAt(end))) {
            return false;
        }
        at = end;
        return true;
    }

    void expect(String token) {
        if (!accept(token)) {
            throw error("expected " + token);
        }
    }

    /// True when `token` comes next.
    boolean sees(String token) {
        int start = at;
        boolean seen = accept(token);
        at = start;
        return seen;
    }

    /// A run of letters, digits and `_`; empty when there is none.
    String word() {
        skipBlanks();
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    int number() {
        String digits = word();
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw error("expected a number");
        }
    }

    Label label() {
        String name = word();
        if (name.isEmpty()) {
            throw error("expected a label");
        }
        return new Label(name);
    }

    Type type() {
        skipBlanks();
        int start = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '|')) {
            at++;
        }
        String name = text.substring(start, at);
        return Type.parse(name).orElseThrow(() -> error("unknown type " + name));
    }

    Term term() {
        skipBlanks();
        try {
            Term term = terms.readAt(at);
            at = terms.position();
            return term;
        } catch (TermSyntaxException e) {
            throw error("expected a term (" + e.getMessage() + ")");
        }
    }

    Atom atom() {
        if (term() instanceof Atom a) {
            return a;
        }
        throw error("expected an atom");
    }

    /// True when a raw constant comes next: its type, a blank, its value.
    boolean seesRaw() {
        skipBlanks();
        for (Type.Raw raw : Type.Raw.values()) {
            int value = at + raw.toString().length() + 1;
            if (text.startsWith(raw + " ", at) && value < text.length()) {
                char c = text.charAt(value);
                return raw == Type.Raw.FLAG
                        ? text.startsWith("true", value) || text.startsWith("false", value)
                        : c == '-' || c >= '0' && c <= '9';
            }
        }
        return false;
    }

    SsaSyntaxException error(String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new SsaSyntaxException(message, line, at - lineStart + 1);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
