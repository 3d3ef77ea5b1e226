package dev.lumen.frontend.parse;

import dev.lumen.frontend.scan.Token;
import dev.lumen.ir.term.AtomText;
import dev.lumen.ir.term.FloatText;

/// How messages show a token, which is how OTP's do.
public final class TokenText {
    private TokenText() {}

    public static String of(Token token) {
        return switch (token.kind()) {
            case ATOM, STRAY -> AtomText.quoted(token.text(), true);
            case VARIABLE -> token.text();
            case INTEGER -> token.value().toString();
            case FLOAT -> FloatText.shortest((Double) token.value());
            case CHARACTER -> character((Integer) token.value());
            case STRING, SIGIL_SUFFIX -> string(token.text());
            case SIGIL_PREFIX -> "~" + token.text();
            case DOT -> "'.'";
            case END -> "";
            default -> quotedSymbol(token.kind().text());
        };
    }

    /// A text as a string literal.
    public static String string(String text) {
        return AtomText.quotedString(text, true);
    }

    /// A code point as a character literal.
    public static String character(int c) {
        String quoted = string(Character.toString(c));
        String body = quoted.substring(1, quoted.length() - 1);
        return "$"
                + switch (c) {
                    case '"' -> "\"";
                    case ' ' -> "\\s";
                    default -> body;
                };
    }

    private static String quotedSymbol(String symbol) {
        return "'" + symbol + "'";
    }
}
