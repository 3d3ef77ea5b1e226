package dev.lumen.ir.term;

import java.util.Set;

/// The text of atoms and of quoted characters in Erlang source.
public final class AtomText {
    /// Words that an atom may not be spelled as without quotes. `maybe` and `else` are reserved
    /// since OTP 27; quoting them always is right for every release.
    private static final Set<String> RESERVED =
            Set.of(
                    "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor",
                    "case", "catch", "cond", "div", "else", "end", "fun", "if", "let", "maybe",
                    "not", "of", "or", "orelse", "receive", "rem", "try", "when", "xor");

    private AtomText() {}

    /// The atom as `~w` (`unicode` false) or `~tw` (`unicode` true) prints it, except that `maybe`
    /// and `else` are quoted whatever the release.
    public static String quoted(String name, boolean unicode) {
        if (isBare(name)) {
            return name;
        }
        var out = new StringBuilder(name.length() + 2);
        escape(name, '\'', unicode, out);
        return out.toString();
    }

    /// The atom as `erlang:display/1` prints it, which quotes what has other characters than
    /// letters, digits and `_`, and no reserved words.
    static String displayed(String name) {
        boolean bare =
                !name.isEmpty()
                        && isLower(name.charAt(0))
                        && name.chars().allMatch(c -> c != '@' && isNameChar((char) c));
        if (bare) {
            return name;
        }
        var out = new StringBuilder(name.length() + 2);
        escape(name, '\'', true, out);
        return out.toString();
    }

    /// The text as a string literal; characters above Latin-1 as `\\x{…}` unless `unicode`.
    public static String quotedString(String text, boolean unicode) {
        var out = new StringBuilder(text.length() + 2);
        escape(text, '"', unicode, out);
        return out.toString();
    }

    /// True when the name reads back as this atom without quotes.
    public static boolean isBare(String name) {
        if (name.isEmpty() || !isLower(name.charAt(0)) || RESERVED.contains(name)) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!isNameChar(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Appends `text` between `quote` characters with Erlang's escapes; above Latin-1 as `\x{…}`
    /// unless `unicode`.
    static void escape(String text, char quote, boolean unicode, StringBuilder out) {
        out.append(quote);
        text.codePoints().forEach(c -> escape(c, quote, unicode, out));
        out.append(quote);
    }

    private static void escape(int c, char quote, boolean unicode, StringBuilder out) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case 0x0b -> out.append("\\v");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            case 0x1b -> out.append("\\e");
            case 0x7f -> out.append("\\d");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (c < ' ' || c >= 0x80 && c < 0xa0) {
                    out.append('\\')
                            .append((char) ('0' + (c >> 6)))
                            .append((char) ('0' + (c >> 3 & 7)))
                            .append((char) ('0' + (c & 7)));
                } else if (c < 0x100 || unicode && !isSurrogate(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append("\\x{")
                            .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                            .append('}');
                }
            }
        }
    }

    private static boolean isSurrogate(int c) {
        return c >= 0xd800 && c < 0xe000;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z' || c >= 'ß' && c <= 'ÿ' && c != '÷';
    }

    private static boolean isNameChar(char c) {
        return isLower(c)
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '@'
                || c >= 'À' && c <= 'Þ' && c != '×';
    }
}
