package dev.lumen.ir.term;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads terms written in Erlang syntax: what [TermPrinter] writes, and what `~w`, `~p` and
/// `file:consult` files hold.
///
/// A reader walks over one text; use it from one thread. Nesting is bounded by memory alone. Every
/// method throws [TermSyntaxException] when the text is not a term.
public final class TermReader {
    /// A compound term whose parts are being collected.
    private static final class Open {
        final char kind; // one of [ { #
        final int start;
        final List<Term> parts = new ArrayList<>();
        boolean tail; // the `|` of a list has been passed

        Open(char kind, int start) {
            this.kind = kind;
            this.start = start;
        }
    }

    private final String text;
    private int at;

    /// Equal atoms of one text share one object: a dump has few names, many times each.
    private final Map<String, Atom> atoms = new HashMap<>();

    public TermReader(String text) {
        this.text = text;
    }

    /// The one term that the text holds; a full stop after it is allowed.
    public static Term read(String text) {
        var reader = new TermReader(text);
        Term term = reader.term();
        reader.skipBlanks();
        if (reader.peek() == '.') {
            reader.at++;
            reader.skipBlanks();
        }
        if (reader.at < text.length()) {
            throw reader.error("text after the term");
        }
        return term;
    }

    /// The terms of a text in which each ends with a full stop.
    public static List<Term> readAll(String text) {
        var reader = new TermReader(text);
        var terms = new ArrayList<Term>();
        while (reader.hasNext()) {
            terms.add(reader.next());
        }
        return terms;
    }

    /// True when something other than blanks and comments is left.
    public boolean hasNext() {
        skipBlanks();
        return at < text.length();
    }

    /// The term that begins at `from`, for a text that holds more than terms; [#position] then says
    /// where it ended.
    public Term readAt(int from) {
        at = from;
        return term();
    }

    /// Just after what was read last.
    public int position() {
        return at;
    }

    /// The next term and its full stop.
    public Term next() {
        Term term = term();
        expect('.');
        return term;
    }

    private Term term() {
        var open = new ArrayDeque<Open>();
        while (true) {
            skipBlanks();
            Term done =
                    switch (peek()) {
                        case '[' -> openOrEmpty(open, '[', 1);
                        case '{' -> openOrEmpty(open, '{', 1);
                        case '#' -> {
                            if (!text.startsWith("#{", at)) {
                                throw error("expected a map");
                            }
                            yield openOrEmpty(open, '#', 2);
                        }
                        default -> simple();
                    };
            while (done != null) {
                if (open.isEmpty()) {
                    return done;
                }
                Open top = open.peek();
                top.parts.add(done);
                done = separatorOrEnd(top);
                if (done != null) {
                    open.pop();
                }
            }
        }
    }

    private Term openOrEmpty(ArrayDeque<Open> open, char kind, int width) {
        var compound = new Open(kind, at);
        at += width;
        skipBlanks();
        if (peek() == (kind == '[' ? ']' : '}')) {
            at++;
            return close(compound);
        }
        open.push(compound);
        return null;
    }

    /// After a part: eats the separator and returns null, or eats the end and returns the whole.
    private Term separatorOrEnd(Open top) {
        skipBlanks();
        char end = top.kind == '[' ? ']' : '}';
        char c = peek();
        if (c == end && !(top.kind == '#' && top.parts.size() % 2 == 1)) {
            at++;
            return close(top);
        }
        if (top.kind == '#' && top.parts.size() % 2 == 1) {
            if (!text.startsWith("=>", at)) {
                throw error("expected =>");
            }
            at += 2;
        } else if (top.kind == '[' && c == '|' && !top.tail) {
            top.tail = true;
            at++;
        } else if (c == ',' && !top.tail) {
            at++;
        } else {
            throw error("expected , or " + end);
        }
        return null;
    }

    private Term close(Open compound) {
        List<Term> parts = compound.parts;
        return switch (compound.kind) {
            case '[' ->
                    compound.tail
                            ? ListTerm.of(parts.subList(0, parts.size() - 1), parts.getLast())
                            : Term.list(parts);
            case '{' -> new Tuple(parts);
            default -> {
                var entries = new HashMap<Term, Term>();
                for (int i = 0; i < parts.size(); i += 2) {
                    entries.put(parts.get(i), parts.get(i + 1));
                }
                yield MapTerm.of(entries);
            }
        };
    }

    private Term simple() {
        char c = peek();
        if (c == '"') {
            var all = new StringBuilder();
            int end;
            do {
                quoted('"', all);
                end = at;
                skipBlanks();
            } while (peek() == '"');
            at = end;
            return Term.string(all.toString());
        }
        if (c == '\'') {
            var name = new StringBuilder();
            quoted('\'', name);
            return atom(name.toString());
        }
        if (c == '<' && text.startsWith("<<", at)) {
            return bits();
        }
        if (c == '$') {
            at++;
            return Int.of(character());
        }
        if (c == '-' || c == '+') {
            at++;
            skipBlanks();
            return number(c == '-');
        }
        if (c >= '0' && c <= '9') {
            return number(false);
        }
        String word = word();
        if (word.isEmpty()) {
            throw error(at < text.length() ? "unexpected character" : "unexpected end");
        }
        return word.equals("fun") ? externalFun() : atom(word);
    }

    private Atom atom(String name) {
        return atoms.computeIfAbsent(name, Atom::of);
    }

    private String word() {
        int start = at;
        while (at < text.length() && isWordChar(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWordChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@';
    }

    private Fun externalFun() {
        skipBlanks();
        Term module = simple();
        expect(':');
        skipBlanks();
        Term name = simple();
        expect('/');
        skipBlanks();
        Term arity = simple();
        if (module instanceof Atom m && name instanceof Atom n && arity instanceof Int i) {
            return new Fun.External(m, n, i.intValue());
        }
        throw error("expected fun module:name/arity");
    }

    private Term number(boolean negative) {
        int start = at;
        String digits = digits(10);
        if (peek() == '#' && !digits.isEmpty()) {
            at++;
            int base = Integer.parseInt(digits);
            if (base < 2 || base > 36) {
                throw error("illegal base");
            }
            var value = new BigInteger(digits(base), base);
            return Int.of(negative ? value.negate() : value);
        }
        if (peek() == '.'
                && at + 1 < text.length()
                && Character.digit(text.charAt(at + 1), 10) >= 0) {
            at++;
            var all = new StringBuilder(digits).append('.').append(digits(10));
            if (peek() == 'e' || peek() == 'E') {
                at++;
                all.append('e');
                if (peek() == '-' || peek() == '+') {
                    all.append(text.charAt(at++));
                }
                all.append(digits(10));
            }
            double value = Double.parseDouble(all.toString());
            return new FloatTerm(negative ? -value : value);
        }
        if (digits.isEmpty()) {
            at = start;
            throw error("expected a number");
        }
        if (digits.length() < 18) {
            long value = Long.parseLong(digits);
            return Int.of(negative ? -value : value);
        }
        var value = new BigInteger(digits);
        return Int.of(negative ? value.negate() : value);
    }

    private String digits(int base) {
        var all = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < 0x80 && Character.digit(c, base) >= 0) {
                all.append(c);
            } else if (c != '_' || all.isEmpty()) {
                break;
            }
            at++;
        }
        return all.toString();
    }

    private void quoted(char quote, StringBuilder into) {
        at++;
        while (peek() != quote) {
            into.appendCodePoint(character());
        }
        at++;
    }

    /// One character of a string, quoted atom or `$` literal; its escape resolved.
    private int character() {
        if (at >= text.length()) {
            throw error("unexpected end");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c == '\\' ? escape() : c;
    }

    private int escape() {
        if (at >= text.length()) {
            throw error("unexpected end");
        }
        char c = text.charAt(at++);
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
            case '^' -> text.charAt(at++) & 0x1f;
            case 'x' -> {
                boolean braces = peek() == '{';
                int end = braces ? text.indexOf('}', at) : at + 2;
                if (end < 0 || end > text.length()) {
                    throw error("unexpected end");
                }
                String hex = text.substring(braces ? at + 1 : at, end);
                at = braces ? end + 1 : end;
                yield Integer.parseInt(hex, 16);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                int value = c - '0';
                for (int i = 0; i < 2 && peek() >= '0' && peek() <= '7'; i++) {
                    value = value * 8 + text.charAt(at++) - '0';
                }
                yield value;
            }
            default -> c;
        };
    }

    /// `<<1,2,3:4,"text","text"/utf8>>`: bytes, one last part of less than a byte, and texts.
    private Bits bits() {
        at += 2;
        var bytes = new ByteArrayOutputStream();
        int spare = 0;
        skipBlanks();
        while (!text.startsWith(">>", at)) {
            if (bytes.size() > 0) {
                expect(',');
                skipBlanks();
            }
            if (peek() == '"') {
                var part = new StringBuilder();
                quoted('"', part);
                boolean utf8 = text.startsWith("/utf8", at);
                at += utf8 ? 5 : 0;
                bytes.writeBytes(
                        part.toString()
                                .getBytes(
                                        utf8
                                                ? StandardCharsets.UTF_8
                                                : StandardCharsets.ISO_8859_1));
            } else {
                int value = ((Int) simple()).intValue();
                skipBlanks();
                if (peek() == ':') {
                    at++;
                    spare = 8 - ((Int) number(false)).intValue();
                }
                bytes.write(value << spare);
            }
            skipBlanks();
        }
        at += 2;
        return Bits.of(bytes.toByteArray(), bytes.size() * 8L - spare);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '%') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c <= ' ') {
                at++;
            } else {
                return;
            }
        }
    }

    /// The character at hand; NUL at the end.
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void expect(char c) {
        skipBlanks();
        if (peek() != c) {
            throw error("expected " + c);
        }
        at++;
    }

    private TermSyntaxException error(String message) {
        return new TermSyntaxException(message, at);
    }
}
