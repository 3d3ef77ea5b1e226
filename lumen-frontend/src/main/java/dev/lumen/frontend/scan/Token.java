package dev.lumen.frontend.scan;

import dev.lumen.ir.forms.Anno;

/// A token and its place. `value` is a [String] for atoms, variables, strings, sigil letters and
/// stray characters, a [dev.lumen.ir.term.Int] for integers, a [Double] for floats, an [Integer]
/// (code point) for characters, and null for the kinds that are always written the same.
///
/// `kept` is the source of a quoted atom that would be a keyword without quotes, empty for all
/// others; see [Anno#text]. It belongs to the place.
///
/// What a macro stands for takes the place of the macro call, so tokens of one form need not lie in
/// order.
public record Token(
        TokenKind kind,
        Object value,
        int line,
        int column,
        int endLine,
        int endColumn,
        String kept) {
    public Token(TokenKind kind, Object value, int line, int column, int endLine, int endColumn) {
        this(kind, value, line, column, endLine, endColumn, "");
    }

    public boolean is(TokenKind other) {
        return kind == other;
    }

    /// The value of a kind that has a text.
    public String text() {
        return (String) value;
    }

    /// True for the atom of this name.
    public boolean isAtom(String name) {
        return kind == TokenKind.ATOM && value.equals(name);
    }

    public Anno anno() {
        return new Anno(line, column, endLine, endColumn, false, kept);
    }

    /// This token at the place of another one.
    public Token at(Token place) {
        return new Token(
                kind, value, place.line, place.column, place.endLine, place.endColumn, place.kept);
    }
}
