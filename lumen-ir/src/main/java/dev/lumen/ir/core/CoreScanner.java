package dev.lumen.ir.core;

import dev.lumen.ir.Loc;

import java.math.BigInteger;

/// The tokens of a Core Erlang text, one at a time. `kind`, `text` and `number` describe the
/// current one.
final class CoreScanner {
    enum Kind {
        /// `'quoted'`; `text` is the name.
        ATOM,
        /// `text` is the name.
        VARIABLE,
        /// `number`; also for `$c`.
        INTEGER,
        /// `text` as Java's parser of doubles reads it.
        FLOAT,
        /// `"quoted"`; `text` is the contents.
        STRING,
        /// A reserved word; `text` is it.
        WORD,
        /// Brackets, operators; `text` is it.
        SYMBOL,
        END
    }

    /// Longest first: the scanner takes the first that fits.
    private static final String[] SYMBOLS = {
        "-|", "->", "=>", ":=", "~#", "#{", "}#", "~{", "}~", "#<", "#", "(", ")", "[", "]", "{",
        "}", "<", ">", ",", "|", ":", "=", "/", "~"
    };

    private final String input;
    private int at;
    private int line = 1;
    private int lineStart;
    private int start;
    private Loc startLoc = new Loc(1, 1);

    Kind kind;
    String text;
    BigInteger number;

    CoreScanner(String input) {
        this.input = input;
        next();
    }

    /// Where the current token begins.
    Loc loc() {
        return startLoc;
    }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
    }

    void next() {
        skipBlanks();
        start = at;
        startLoc = Loc.of(line, at - lineStart + 1);
        text = "";
        if (at == input.length()) {
            kind = Kind.END;
            return;
        }
        char c = input.charAt(at);
        if (c == '\'') {
            kind = Kind.ATOM;
            quoted('\'');
        } else if (c == '"') {
            kind = Kind.STRING;
            quoted('"');
        } else if (c == '$') {
            at++;
            kind = Kind.INTEGER;
            number = BigInteger.valueOf(at < input.length() ? character() : ' ');
        } else if (isDigit(at) || (c == '-' || c == '+') && isDigit(at + 1)) {
            number();
        } else if (CoreText.isVariableStart(c)) {
            kind = Kind.VARIABLE;
            name();
        } else if (c >= 'a' && c <= 'z') {
            kind = Kind.WORD;
            name();
        } else {
            symbol();
        }
    }

    private void skipBlanks() {
        while (at < input.length()) {
            char c = input.charAt(at);
            if (c == '\n') {
                line++;
                lineStart = at + 1;
            } else if (c == '%') {
                int end = input.indexOf('\n', at);
                at = end < 0 ? input.length() : end;
                continue;
            } else if (c > ' ' && c != 0xa0) {
                return;
            }
            at++;
        }
    }

    private void name() {
        while (at < input.length() && CoreText.isNameChar(input.charAt(at))) {
            at++;
        }
        text = input.substring(start, at);
    }

    private void symbol() {
        for (String s : SYMBOLS) {
            if (input.startsWith(s, at)) {
                kind = Kind.SYMBOL;
                text = s;
                at += s.length();
                return;
            }
        }
        throw new CoreSyntaxException("illegal character " + input.substring(at, at + 1), loc());
    }

    private boolean isDigit(int i) {
        return i < input.length() && input.charAt(i) >= '0' && input.charAt(i) <= '9';
    }

    private void number() {
        if (!isDigit(at)) {
            at++;
        }
        digits();
        if (at < input.length() && input.charAt(at) == '#') {
            BigInteger base = new BigInteger(input.substring(start, at));
            int from = ++at;
            while (at < input.length() && Character.digit(input.charAt(at), 36) >= 0) {
                at++;
            }
            kind = Kind.INTEGER;
            number = integer(input.substring(from, at), base.bitLength() < 8 ? base.intValue() : 0);
            return;
        }
        if (at < input.length() && input.charAt(at) == '.' && isDigit(at + 1)) {
            at++;
            digits();
            if (at < input.length() && (input.charAt(at) == 'e' || input.charAt(at) == 'E')) {
                boolean signed =
                        at + 1 < input.length()
                                && (input.charAt(at + 1) == '-' || input.charAt(at + 1) == '+');
                if (isDigit(at + (signed ? 2 : 1))) {
                    at += signed ? 2 : 1;
                    digits();
                }
            }
            kind = Kind.FLOAT;
            text = input.substring(start, at);
            return;
        }
        kind = Kind.INTEGER;
        number = integer(input.substring(start, at), 10);
    }

    private BigInteger integer(String digits, int base) {
        try {
            return new BigInteger(digits, base);
        } catch (NumberFormatException e) {
            throw new CoreSyntaxException("illegal integer", loc());
        }
    }

    private void digits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private void quoted(char quote) {
        var contents = new StringBuilder();
        Loc begin = loc();
        at++;
        while (true) {
            if (at >= input.length()) {
                throw new CoreSyntaxException(
                        "unterminated " + (quote == '"' ? "string" : "atom"), begin);
            }
            if (input.charAt(at) == quote) {
                at++;
                break;
            }
            contents.appendCodePoint(character());
        }
        text = contents.toString();
    }

    /// One character of a quoted text, escapes undone.
    private int character() {
        int c = input.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\' || at >= input.length()) {
            if (c == '\n') {
                line++;
                lineStart = at;
            }
            return c;
        }
        c = input.codePointAt(at);
        at += Character.charCount(c);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> 0x1b;
            case 's' -> ' ';
            case 'd' -> 0x7f;
            case '^' -> at < input.length() ? input.charAt(at++) & 0x1f : '^';
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int value = c - '0';
                for (int i = 0;
                        i < 2
                                && at < input.length()
                                && input.charAt(at) >= '0'
                                && input.charAt(at) <= '7';
                        i++) {
                    value = value * 8 + input.charAt(at++) - '0';
                }
                yield value;
            }
            default -> c;
        };
    }
}
