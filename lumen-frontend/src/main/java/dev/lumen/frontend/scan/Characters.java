package dev.lumen.frontend.scan;

/// The language's classes of characters.
final class Characters {
    private Characters() {}

    static boolean isWhiteSpace(int c) {
        return c >= 0 && c <= ' ' || c >= 0x80 && c <= 0xa0;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean beginsAtom(int c) {
        return c >= 'a' && c <= 'z' || c >= 'ß' && c <= 'ÿ' && c != '÷';
    }

    static boolean beginsVariable(int c) {
        return c >= 'A' && c <= 'Z' || c == '_' || c >= 'À' && c <= 'Þ' && c != '×';
    }

    static boolean isName(int c) {
        return beginsAtom(c) || beginsVariable(c) || isDigit(c) || c == '@';
    }

    /// A code point that may stand in a source: not a surrogate, not U+FFFE or U+FFFF.
    static boolean isUnicode(int c) {
        return c >= 0 && (c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff && c <= 0x10ffff);
    }

    /// The value of a digit in a base up to 36; -1 when it is not one.
    static int digit(int c, int base) {
        return c >= 0 && c < 0x80 ? Character.digit(c, base) : -1;
    }
}
