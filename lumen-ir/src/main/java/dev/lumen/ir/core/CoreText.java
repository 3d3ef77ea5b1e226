package dev.lumen.ir.core;

import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;

/// How names and texts are spelled in Core Erlang: characters above ASCII as they are, control
/// characters as three octal digits (OTP's scanner does not know `\x{…}`).
final class CoreText {
    private CoreText() {}

    static void quote(String text, char quote, StringBuilder out) {
        out.append(quote);
        text.codePoints()
                .forEach(c -> {
                    if (c == quote || c == '\\') {
                        out.append('\\').append((char) c);
                    } else if (c == '\n') {
                        out.append("\\n");
                    } else if (c < ' ' || c >= 0x7f && c < 0xa0) {
                        out.append('\\')
                                .append((char) ('0' + (c >> 6)))
                                .append((char) ('0' + (c >> 3 & 7)))
                                .append((char) ('0' + (c & 7)));
                    } else {
                        out.appendCodePoint(c);
                    }
                });
        out.append(quote);
    }

    /// True for a list that is written as `"text"`: proper, of printable ASCII and newlines.
    static boolean isString(ListTerm list) {
        if (!list.isProper()) {
            return false;
        }
        for (Term t : list.elements()) {
            if (!(t instanceof Int i
                    && i.isLong()
                    && (i.longValue() >= ' ' && i.longValue() < 0x7f || i.longValue() == '\n'))) {
                return false;
            }
        }
        return true;
    }

    static String string(ListTerm list) {
        var text = new StringBuilder();
        for (Term t : list.elements()) {
            text.append((char) ((Int) t).intValue());
        }
        return text.toString();
    }

    static boolean isVariableStart(int c) {
        return c >= 'A' && c <= 'Z' || c == '_' || c >= 0xc0 && c <= 0xde && c != 0xd7;
    }

    static boolean isNameChar(int c) {
        return isVariableStart(c)
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c == '@'
                || c >= 0xdf && c <= 0xff && c != 0xf7;
    }
}
