package dev.lumen.frontend.scan;

import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.term.AtomText;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Turns a source text into the tokens of one form after the other.
///
/// A problem is reported and scanning goes on behind it; the form it is in comes back as broken.
/// Mutable, for one thread.
public final class Scanner {
    /// The tokens of a form, its full stop last; without one at the end of the file. When `broken`,
    /// something among them has been reported and is missing.
    public record FormTokens(List<Token> tokens, boolean broken) {}

    private String file;
    private final LanguageLevel level;
    private final Consumer<ScanProblem> problems;
    private final Cursor cursor;
    private final NumberScanner numbers;
    private final StringScanner strings;
    private final Map<String, String> names = new HashMap<>();

    /// Keywords that are atoms while their feature is off.
    private final Set<TokenKind> disabled = EnumSet.noneOf(TokenKind.class);

    private List<Token> tokens = new ArrayList<>();
    private boolean broken;
    private int lineShift;

    public Scanner(SourceText source, LanguageLevel level, Consumer<ScanProblem> problems) {
        this.file = source.file();
        this.level = level;
        this.problems = problems;
        this.cursor = new Cursor(source.text());
        this.numbers = new NumberScanner(cursor);
        this.strings = new StringScanner(cursor);
        enable(TokenKind.MAYBE, level.hasMaybe());
        enable(TokenKind.ELSE, level.hasMaybe());
    }

    /// From the next form on, `keyword` is a keyword, or an atom.
    public void enable(TokenKind keyword, boolean on) {
        if (on) {
            disabled.remove(keyword);
        } else {
            disabled.add(keyword);
        }
    }

    /// From the next form on the file is called so, and lines count from another number: `line` is
    /// that of the line at hand.
    public void setPlace(String name, int line) {
        file = name;
        lineShift = line - cursor.line();
    }

    /// Where the next form begins to be read.
    public Position position() {
        return new Position(cursor.line() + lineShift, cursor.column(), cursor.at());
    }

    /// The next form; null at the end of the file.
    public FormTokens nextForm() {
        tokens = new ArrayList<>();
        broken = false;
        while (true) {
            int c = cursor.peek();
            if (c == Cursor.END) {
                return tokens.isEmpty() && !broken ? null : new FormTokens(tokens, broken);
            }
            if (Characters.isWhiteSpace(c)) {
                cursor.next();
            } else if (c == '%') {
                comment();
            } else if (token(c)) {
                return new FormTokens(tokens, broken);
            }
        }
    }

    private void comment() {
        while (cursor.peek() != Cursor.END && cursor.peek() != '\n') {
            Position start = cursor.position();
            if (!Characters.isUnicode(cursor.next())) {
                illegal("character", start);
            }
        }
    }

    /// Scans a token; true when it was the full stop.
    private boolean token(int c) {
        Position start = cursor.position();
        if (Characters.beginsAtom(c)) {
            String name = name();
            TokenKind keyword = TokenKind.keyword(name);
            if (keyword != null && !disabled.contains(keyword)) {
                add(keyword, null, start);
            } else {
                addName(TokenKind.ATOM, "atom", name, start);
            }
        } else if (Characters.beginsVariable(c)) {
            addName(TokenKind.VARIABLE, "var", name(), start);
        } else if (Characters.isDigit(c)) {
            number(start);
        } else {
            switch (c) {
                case '"' -> string(start);
                case '\'' -> quotedAtom(start);
                case '$' -> character(start);
                case '~' -> sigil(start);
                case '.' -> {
                    return period(start);
                }
                default -> symbol(c, start);
            }
        }
        return false;
    }

    private void addName(TokenKind kind, String what, String name, Position start) {
        if (name.length() > 255 && name.codePointCount(0, name.length()) > 255) {
            illegal(what, start);
        } else {
            add(kind, names.computeIfAbsent(name, n -> n), start);
        }
    }

    private String name() {
        int start = cursor.at();
        while (Characters.isName(cursor.peek())) {
            cursor.skip(1);
        }
        return cursor.since(start);
    }

    private void number(Position start) {
        try {
            Object value = numbers.scan();
            add(value instanceof Double ? TokenKind.FLOAT : TokenKind.INTEGER, value, start);
        } catch (NumberScanner.Bad bad) {
            name();
            if (bad.isBase()) {
                report(new ScanProblem.IllegalBase(bad.getMessage(), span(start)));
            } else {
                illegal(bad.getMessage(), start);
            }
        }
    }

    private void quotedAtom(Position start) {
        cursor.skip(1);
        try {
            String name = strings.quoted('\'', false);
            if (name.equals("maybe") || name.equals("else")) {
                tokens.add(
                        new Token(
                                TokenKind.ATOM,
                                name,
                                start.line() + lineShift,
                                start.column(),
                                cursor.line() + lineShift,
                                cursor.column(),
                                "'" + name + "'"));
            } else {
                addName(TokenKind.ATOM, "atom", name, start);
            }
        } catch (StringScanner.Bad bad) {
            report(problem(bad, "atom", '\'', start));
        }
    }

    private void character(Position start) {
        cursor.skip(1);
        try {
            add(TokenKind.CHARACTER, strings.character(), start);
        } catch (StringScanner.Bad bad) {
            report(
                    bad.kind() == StringScanner.Bad.Kind.END_OF_FILE
                            ? new ScanProblem.UnterminatedCharacter(span(start))
                            : new ScanProblem.Illegal("character", span(start)));
        }
    }

    private void string(Position start) {
        int quotes = quotes();
        if (quotes >= 3 && level.hasTripleQuotes()) {
            tripleQuoted(quotes, true, "string", start);
        } else {
            cursor.skip(1);
            quoted('"', false, "string", start);
        }
        if (level.hasTripleQuotes() && cursor.peek() == '"') {
            report(new ScanProblem.AdjacentStrings(span(cursor.position())));
        }
    }

    private int quotes() {
        int count = 0;
        while (cursor.peek(count) == '"') {
            count++;
        }
        return count;
    }

    private void quoted(int close, boolean verbatim, String what, Position start) {
        try {
            add(TokenKind.STRING, strings.quoted(close, verbatim), start);
        } catch (StringScanner.Bad bad) {
            report(problem(bad, what, '"', start));
        }
    }

    private void tripleQuoted(int quotes, boolean verbatim, String what, Position start) {
        try {
            add(TokenKind.STRING, strings.tripleQuoted(quotes, verbatim), start);
        } catch (StringScanner.Bad bad) {
            report(problem(bad, what, '"', start));
        }
    }

    private ScanProblem problem(StringScanner.Bad bad, String what, char quote, Position start) {
        var place = new Span(file, shift(bad.start()), position());
        return switch (bad.kind()) {
            case ILLEGAL_CHARACTER -> new ScanProblem.Illegal("character", place);
            case INDENTATION -> new ScanProblem.BadIndentation(place);
            case TEXT_AFTER_QUOTES -> new ScanProblem.TextAfterTripleQuote(place);
            case END_OF_FILE -> {
                String head = AtomText.quotedString(bad.head(), true);
                String shown =
                        quote == '\'' ? "'" + head.substring(1, head.length() - 1) + "'" : head;
                yield new ScanProblem.Unterminated(
                        what, shown, new Span(file, shift(start), shift(start)));
            }
        };
    }

    /// `~`, letters, a string in any of many delimiters, and more letters.
    private void sigil(Position start) {
        cursor.skip(1);
        String prefix = name();
        int open = cursor.peek();
        int close =
                switch (open) {
                    case '(' -> ')';
                    case '[' -> ']';
                    case '{' -> '}';
                    case '<' -> '>';
                    case '/', '|', '#', '`', '\'', '"' -> open;
                    default -> Cursor.END;
                };
        if (close == Cursor.END) {
            illegal("string", start);
            return;
        }
        add(TokenKind.SIGIL_PREFIX, prefix, start);
        Position stringStart = cursor.position();
        boolean escapes = prefix.equals("b") || prefix.equals("s");
        int quotes = quotes();
        if (quotes >= 3) {
            tripleQuoted(quotes, !escapes, "sigil", stringStart);
        } else {
            cursor.skip(1);
            quoted(close, !escapes && !prefix.isEmpty(), "sigil", stringStart);
        }
        Position suffixStart = cursor.position();
        add(TokenKind.SIGIL_SUFFIX, name(), suffixStart);
    }

    private boolean period(Position start) {
        if (cursor.looksAt("...")) {
            cursor.skip(3);
            add(TokenKind.ELLIPSIS, null, start);
        } else if (cursor.looksAt("..")) {
            cursor.skip(2);
            add(TokenKind.DOUBLE_PERIOD, null, start);
        } else {
            cursor.skip(1);
            int c = cursor.peek();
            if (c == Cursor.END || c == '%' || Characters.isWhiteSpace(c)) {
                add(TokenKind.DOT, null, start);
                if (c != Cursor.END && c != '%') {
                    cursor.next();
                }
                return true;
            }
            add(TokenKind.PERIOD, null, start);
        }
        return false;
    }

    private void symbol(int c, Position start) {
        TokenKind kind = Symbols.longest(cursor);
        if (kind != null) {
            cursor.skip(kind.text().length());
            add(kind, null, start);
            return;
        }
        cursor.next();
        if (c > 0xff) {
            illegal("character", start);
        } else {
            add(TokenKind.STRAY, Character.toString(c), start);
        }
    }

    private void add(TokenKind kind, Object value, Position start) {
        tokens.add(
                new Token(
                        kind,
                        value,
                        start.line() + lineShift,
                        start.column(),
                        cursor.line() + lineShift,
                        cursor.column()));
    }

    private void illegal(String what, Position start) {
        report(new ScanProblem.Illegal(what, span(start)));
    }

    private void report(ScanProblem problem) {
        broken = true;
        problems.accept(problem);
    }

    private Span span(Position start) {
        return new Span(file, shift(start), position());
    }

    private Position shift(Position p) {
        return new Position(p.line() + lineShift, p.column(), p.offset());
    }
}
