package dev.lumen.frontend.scan;

import dev.lumen.ir.diag.Position;

import java.util.ArrayList;
import java.util.List;

/// Scans what stands between quotes: strings, quoted atoms, the strings of sigils, triple-quoted
/// strings, and the characters of `$c` with their escapes.
final class StringScanner {
    private static final int SHOWN = 16;

    private final Cursor cursor;

    StringScanner(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Something between the quotes is wrong: where, and as which problem.
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;

        enum Kind {
            ILLEGAL_CHARACTER,
            END_OF_FILE,
            INDENTATION,
            TEXT_AFTER_QUOTES
        }

        private final transient Position start;
        private final Kind kind;
        private final String head;

        Bad(Kind kind, Position start, String head) {
            super(kind.name(), null, false, false);
            this.kind = kind;
            this.start = start;
            this.head = head;
        }

        Kind kind() {
            return kind;
        }

        Position start() {
            return start;
        }

        /// The beginning of the text that has no end.
        String head() {
            return head;
        }
    }

    /// The text up to the closing quote; the cursor stands behind the opening one. A `verbatim`
    /// text has no escapes.
    String quoted(int close, boolean verbatim) throws Bad {
        var out = new StringBuilder();
        while (true) {
            int c = cursor.peek();
            if (c == close) {
                cursor.skip(1);
                return out.toString();
            }
            out.appendCodePoint(character(verbatim, out));
        }
    }

    /// The character of a `$c`; the cursor stands behind the dollar sign.
    int character() throws Bad {
        return character(false, new StringBuilder());
    }

    private int character(boolean verbatim, StringBuilder soFar) throws Bad {
        Position start = cursor.position();
        int c = cursor.peek();
        if (c == Cursor.END) {
            throw new Bad(Bad.Kind.END_OF_FILE, start, head(soFar));
        }
        cursor.next();
        if (!Characters.isUnicode(c)) {
            throw illegal(start);
        }
        return c == '\\' && !verbatim ? escape(start, soFar) : c;
    }

    private int escape(Position start, StringBuilder soFar) throws Bad {
        int c = cursor.peek();
        if (c == Cursor.END) {
            throw new Bad(Bad.Kind.END_OF_FILE, start, head(soFar));
        }
        if (Characters.digit(c, 8) >= 0) {
            int value = 0;
            for (int i = 0; i < 3 && Characters.digit(cursor.peek(), 8) >= 0; i++) {
                value = value * 8 + Characters.digit(cursor.next(), 8);
            }
            return value;
        }
        cursor.next();
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'e' -> 0x1b;
            case 's' -> ' ';
            case 'd' -> 0x7f;
            case 'x' -> hexadecimal(start);
            case '^' -> control(start, soFar);
            default -> {
                if (!Characters.isUnicode(c)) {
                    throw illegal(start);
                }
                yield c;
            }
        };
    }

    private int hexadecimal(Position start) throws Bad {
        if (cursor.peek() != '{') {
            int high = Characters.digit(cursor.peek(), 16);
            int low = high < 0 ? -1 : Characters.digit(cursor.peek(1), 16);
            if (low < 0) {
                throw illegal(start);
            }
            cursor.skip(2);
            return high * 16 + low;
        }
        cursor.skip(1);
        long value = 0;
        int digits = 0;
        while (Characters.digit(cursor.peek(), 16) >= 0) {
            value = Math.min(value * 16 + Characters.digit(cursor.next(), 16), Integer.MAX_VALUE);
            digits++;
        }
        if (digits == 0 || cursor.peek() != '}' || !Characters.isUnicode((int) value)) {
            throw illegal(start);
        }
        cursor.skip(1);
        return (int) value;
    }

    /// `\^A` and so on: the lowest five bits of any character, but a line ends in itself, and `\^?`
    /// is DEL (31 in OTP 25).
    private int control(Position start, StringBuilder soFar) throws Bad {
        if (cursor.peek() == Cursor.END) {
            throw new Bad(Bad.Kind.END_OF_FILE, start, head(soFar));
        }
        int c = cursor.next();
        return c == '?' ? 0x7f : c == '\n' ? c : c & 0x1f;
    }

    private static Bad illegal(Position start) {
        return new Bad(Bad.Kind.ILLEGAL_CHARACTER, start, "");
    }

    /// The content of a triple-quoted string; the cursor stands at its first quote, `quotes` is
    /// their number.
    ///
    /// The opening quotes end their line. The closing ones stand first in theirs, and the white
    /// space before them is taken away from every line; lines that are empty need not have it.
    String tripleQuoted(int quotes, boolean verbatim) throws Bad {
        Position start = cursor.position();
        cursor.skip(quotes);
        var lines = new ArrayList<Line>();
        var line = new StringBuilder();
        Position lineStart = cursor.position();
        boolean blankSoFar = false; // the opening line cannot hold the closing quotes
        while (true) {
            int c = cursor.peek();
            if (c == '"' && blankSoFar && closes(quotes)) {
                cursor.skip(quotes);
                return content(start, lines, line.toString());
            }
            if (c == '\n') {
                cursor.next();
                lines.add(new Line(line.append('\n').toString(), lineStart));
                line.setLength(0);
                lineStart = cursor.position();
                blankSoFar = true;
                continue;
            }
            blankSoFar &= Characters.isWhiteSpace(c);
            boolean escapedNewline = c == '\\' && !verbatim && cursor.peek(1) == '\n';
            line.appendCodePoint(characterOf(verbatim, line, lines));
            if (escapedNewline) {
                lines.add(new Line(line.toString(), lineStart));
                line.setLength(0);
                lineStart = cursor.position();
                blankSoFar = true;
            }
        }
    }

    private record Line(String text, Position start) {}

    private int characterOf(boolean verbatim, StringBuilder line, List<Line> lines) throws Bad {
        if (cursor.peek() == Cursor.END) {
            var all = new StringBuilder();
            lines.forEach(l -> all.append(l.text));
            throw new Bad(Bad.Kind.END_OF_FILE, cursor.position(), head(all.append(line)));
        }
        return character(verbatim, line);
    }

    private boolean closes(int quotes) {
        for (int i = 0; i < quotes; i++) {
            if (cursor.peek(i) != '"') {
                return false;
            }
        }
        return true;
    }

    private static String content(Position start, List<Line> lines, String indentation) throws Bad {
        if (!lines.getFirst().text.chars().allMatch(Characters::isWhiteSpace)) {
            throw new Bad(Bad.Kind.TEXT_AFTER_QUOTES, start, "");
        }
        var out = new StringBuilder();
        for (int i = 1; i < lines.size(); i++) {
            String text = lines.get(i).text;
            if (i == lines.size() - 1) {
                text = text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
            }
            if (text.startsWith(indentation)) {
                out.append(text, indentation.length(), text.length());
            } else if (text.isEmpty() || text.equals("\n") || text.equals("\r\n")) {
                out.append(text);
            } else {
                throw new Bad(Bad.Kind.INDENTATION, lines.get(i).start, "");
            }
        }
        return out.toString();
    }

    private static String head(StringBuilder text) {
        int end =
                text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }
}
