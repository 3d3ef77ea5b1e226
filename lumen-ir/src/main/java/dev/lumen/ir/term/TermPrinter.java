package dev.lumen.ir.term;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// Prints terms in Erlang syntax, without Java recursion. [TermReader] reads back all but what is
/// opaque (pids, references, ports, closures).
public final class TermPrinter {
    /// How to print; the constants are the ways OTP does it.
    ///
    /// - `strings`: lists of printable Latin-1 characters, and binaries of them, as `"text"` and
    ///   `<<"text">>`;
    /// - `unicode`: characters above Latin-1 as they are instead of `\x{…}`;
    /// - `arrow`: what stands between a map's key and value;
    /// - `sixDecimals`: floats as C's `%e` instead of shortest.
    public record Style(boolean strings, boolean unicode, String arrow, boolean sixDecimals) {
        /// As `io:format("~w")`.
        public static final Style WRITE = new Style(false, false, " => ", false);

        /// As `io:format("~tw")`.
        public static final Style WRITE_UNICODE = new Style(false, true, " => ", false);

        /// As `erlang:display/1`.
        public static final Style DISPLAY = new Style(true, false, "=>", true);

        /// For people: as `~0tp`, one line.
        public static final Style PRETTY = new Style(true, true, " => ", false);
    }

    private final Style style;
    private final StringBuilder out;

    /// What is still to be printed, innermost first: terms, and separators between them.
    private final ArrayDeque<Iterator<?>> stack = new ArrayDeque<>();

    private TermPrinter(Style style, StringBuilder out) {
        this.style = style;
        this.out = out;
    }

    /// As `io:format("~w")` prints it.
    public static String print(Term term) {
        return print(term, Style.WRITE);
    }

    /// As `erlang:display/1` prints it, without the newline.
    public static String display(Term term) {
        return print(term, Style.DISPLAY);
    }

    public static String print(Term term, Style style) {
        var out = new StringBuilder();
        print(term, style, out);
        return out.toString();
    }

    public static void print(Term term, Style style, StringBuilder out) {
        new TermPrinter(style, out).run(term);
    }

    private void run(Term term) {
        stack.push(List.of(term).iterator());
        while (!stack.isEmpty()) {
            Iterator<?> top = stack.peek();
            if (!top.hasNext()) {
                stack.pop();
                continue;
            }
            switch (top.next()) {
                case Term t -> one(t);
                case String text -> out.append(text);
                case Object o -> throw new IllegalStateException("not printable: " + o);
            }
        }
    }

    private void one(Term term) {
        switch (term) {
            case Int i -> out.append(i);
            case FloatTerm(double f) ->
                    out.append(style.sixDecimals ? sixDecimals(f) : FloatText.shortest(f));
            case Atom a -> out.append(atom(a));
            case Bits b -> bits(b);
            case Nil _ -> out.append("[]");
            case ListTerm l -> list(l);
            case Tuple(var elements) -> {
                out.append('{');
                stack.push(List.of("}").iterator());
                stack.push(separated(elements));
            }
            case RecordTerm r -> {
                out.append('#')
                        .append(atom(r.module()))
                        .append(':')
                        .append(atom(r.name()))
                        .append('{');
                stack.push(List.of("}").iterator());
                stack.push(fields(r));
            }
            case MapTerm m -> {
                out.append("#{");
                stack.push(List.of("}").iterator());
                stack.push(entries(m));
            }
            case Fun.External(var module, var name, int arity) ->
                    out.append("fun ")
                            .append(atom(module))
                            .append(':')
                            .append(atom(name))
                            .append('/')
                            .append(arity);
            case Fun.Closure(var module, int index, _, long handle) ->
                    out.append("#Fun<")
                            .append(atom(module))
                            .append('.')
                            .append(index)
                            .append('.')
                            .append(handle)
                            .append('>');
            case Ref r -> out.append(r);
            case Port p -> out.append(p);
            case Pid p -> out.append(p);
        }
    }

    private String atom(Atom a) {
        return style.equals(Style.DISPLAY)
                ? AtomText.displayed(a.name())
                : AtomText.quoted(a.name(), style.unicode);
    }

    private void list(ListTerm list) {
        if (style.strings
                && list.isProper()
                && list.elements().stream().allMatch(this::isPrintable)) {
            var text = new StringBuilder(list.elements().size());
            for (Term c : list.elements()) {
                text.appendCodePoint(((Int) c).intValue());
            }
            quoted(text);
            return;
        }
        out.append('[');
        stack.push(
                list.isProper()
                        ? List.of("]").iterator()
                        : List.of("|", list.tail(), "]").iterator());
        stack.push(separated(list.elements()));
    }

    private boolean isPrintable(Term t) {
        return t instanceof Int i && i.isLong() && isPrintable(i.longValue());
    }

    private boolean isPrintable(long c) {
        return c >= ' ' && c < 0x7f
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || c >= 0xa0 && c < 0x100
                || !style.sixDecimals && (c == 0x0b || c == '\b' || c == '\f' || c == 0x1b)
                || style.unicode
                        && !style.sixDecimals
                        && c >= 0x100
                        && c <= 0x10ffff
                        && !(c >= 0xd800 && c < 0xe000)
                        && c != 0xfffe
                        && c != 0xffff;
    }

    /// The runtime system shows a binary as text only when it is plain ASCII without control
    /// characters.
    private boolean isText(int b) {
        return style.sixDecimals ? b >= ' ' && b < 0x7f : isPrintable((long) b);
    }

    private void quoted(StringBuilder text) {
        if (style.sixDecimals) {
            // Not what the language would read back, but what the runtime system prints.
            out.append('"')
                    .append(text.toString().replace("\"", "\\\"").replace("\n", "\\n"))
                    .append('"');
        } else {
            AtomText.escape(text.toString(), '"', style.unicode, out);
        }
    }

    /// As C's `%e`: exact, ties to even.
    private static String sixDecimals(double f) {
        return f == 0
                ? String.format(Locale.ROOT, "%e", f)
                : String.format(
                        Locale.ROOT,
                        "%e",
                        new BigDecimal(f).round(new MathContext(7, RoundingMode.HALF_EVEN)));
    }

    private void bits(Bits b) {
        if (style.strings && b.isBinary() && b.byteLength() > 0) {
            var text = new StringBuilder(b.byteLength());
            for (int i = 0; i < b.byteLength() && isText(b.byteAt(i)); i++) {
                text.append((char) b.byteAt(i));
            }
            if (text.length() == b.byteLength()) {
                out.append("<<");
                quoted(text);
                out.append(">>");
                return;
            }
        }
        out.append("<<");
        int spare = (int) (b.byteLength() * 8L - b.bitLength());
        for (int i = 0; i < b.byteLength(); i++) {
            if (i > 0) {
                out.append(',');
            }
            boolean partial = spare > 0 && i == b.byteLength() - 1;
            out.append(partial ? b.byteAt(i) >> spare : b.byteAt(i));
            if (partial) {
                out.append(':').append(8 - spare);
            }
        }
        out.append(">>");
    }

    private static Iterator<Object> separated(List<Term> terms) {
        return new Iterator<>() {
            private int next;
            private boolean comma;

            @Override
            public boolean hasNext() {
                return next < terms.size();
            }

            @Override
            public Object next() {
                if (next > 0 && !comma) {
                    comma = true;
                    return ",";
                }
                comma = false;
                return terms.get(next++);
            }
        };
    }

    private Iterator<Object> fields(RecordTerm record) {
        String equals = style.arrow.equals("=>") ? "=" : " = ";
        var parts = new ArrayList<Object>();
        for (int i = 0; i < record.values().size(); i++) {
            parts.add((i > 0 ? "," : "") + atom((Atom) record.fields().get(i)) + equals);
            parts.add(record.values().get(i));
        }
        return parts.iterator();
    }

    private Iterator<Object> entries(MapTerm map) {
        return new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < map.size() * 4 - 1;
            }

            @Override
            public Object next() {
                int entry = at / 4;
                return switch (at++ % 4) {
                    case 0 -> map.keys().get(entry);
                    case 1 -> style.arrow;
                    case 2 -> map.values().get(entry);
                    default -> ",";
                };
            }
        };
    }
}
