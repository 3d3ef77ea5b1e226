package dev.lumen.frontend.core;

import dev.lumen.frontend.parse.SegmentSpecifiers;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreConstants;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;

/// Bit syntax: defaults filled in, strings taken apart, constant parts put together.
final class BitLowering {
    private final FunctionLowering f;

    BitLowering(FunctionLowering f) {
        this.f = f;
    }

    /// What the type specifiers of a segment say, with the defaults of the language. Unit 0: no
    /// size is possible.
    private record Spec(Segment.Type type, int unit, boolean signed, Segment.Endian endian) {
        static Spec of(BinElement e) {
            var specifiers = new SegmentSpecifiers(e.types());
            var type =
                    switch (specifiers.kind()) {
                        case INTEGER -> Segment.Type.INTEGER;
                        case FLOAT -> Segment.Type.FLOAT;
                        case SLICE, LITERAL -> Segment.Type.BINARY;
                        case UTF8 -> Segment.Type.UTF8;
                        case UTF16 -> Segment.Type.UTF16;
                        case UTF32 -> Segment.Type.UTF32;
                    };
            return new Spec(type, specifiers.unit(), specifiers.isSigned(), specifiers.endian());
        }

        Segment.Size defaultSize() {
            return switch (type) {
                case INTEGER -> new Segment.Size.Of(Build.literal(Int.of(8)));
                case FLOAT -> new Segment.Size.Of(Build.literal(Int.of(64)));
                case BINARY -> new Segment.Size.All();
                case UTF8, UTF16, UTF32 -> new Segment.Size.None();
            };
        }

        <V> Segment<V> segment(V value, Segment.Size size) {
            return new Segment<>(value, size, unit, type, signed, endian, Anno.NONE);
        }
    }

    // ---- construction

    CoreExpr build(Expr.BinaryExpr b, Steps out) {
        return CoreConstants.binary(merged(segments(b, out)), Build.at(b.anno()));
    }

    List<Segment<CoreExpr>> segments(Expr.BinaryExpr b, Steps out) {
        var all = new ArrayList<Segment<CoreExpr>>();
        for (BinElement e : b.elements()) {
            Spec spec = Spec.of(e);
            if (e.value() instanceof Expr.StringLiteral(_, String text)) {
                Segment.Size size = size(e, spec, out);
                if (text.isEmpty()
                        && size instanceof Segment.Size.Of(CoreExpr bits)
                        && !isNatural(bits)) {
                    out.effect(asSize(bits, Build.at(e.anno())));
                }
                text.codePoints().forEach(c -> character(c, spec, size, all));
            } else {
                CoreExpr value = f.exprs.simple(e.value(), out);
                Segment.Size size = size(e, spec, out);
                if (value instanceof CoreExpr.Literal(Int c, _)
                        && spec.type().isUtf()
                        && c.isLong()) {
                    character(
                            (int) Math.max(-1, Math.min(c.longValue(), Integer.MAX_VALUE)),
                            spec,
                            size,
                            all);
                } else {
                    all.add(spec.segment(value, size));
                }
            }
        }
        return all;
    }

    private Segment.Size size(BinElement e, Spec spec, Steps out) {
        return e.size().isPresent()
                ? new Segment.Size.Of(f.exprs.simple(e.size().get(), out))
                : spec.defaultSize();
    }

    private static boolean isNatural(CoreExpr size) {
        return size instanceof CoreExpr.Literal(Int n, _) && n.bigValue().signum() >= 0;
    }

    /// The size, or a failure where a segment of that size would fail: no segment stands for an
    /// empty string, and its size must be good all the same.
    private CoreExpr asSize(CoreExpr size, Anno anno) {
        CoreExpr badarg =
                f.inGuard
                        ? Build.call("erlang", "hd", anno, Build.NIL)
                        : Build.call("erlang", "error", anno, Build.atom("badarg"));
        CoreExpr isInteger = Build.call("erlang", "is_integer", anno, size);
        CoreExpr isNatural = Build.call("erlang", ">=", anno, size, Build.literal(Int.of(0)));
        return orElse(isInteger, orElse(isNatural, size, badarg), badarg);
    }

    private static CoreExpr orElse(CoreExpr condition, CoreExpr then, CoreExpr otherwise) {
        return new CoreExpr.Case(
                condition,
                List.of(
                        Build.generated(Build.constant(Atom.TRUE), then),
                        Build.generated(Build.constant(Atom.FALSE), otherwise)),
                Anno.GENERATED);
    }

    private static void character(int c, Spec spec, Segment.Size size, List<Segment<CoreExpr>> to) {
        byte[] encoded = encode(c, spec);
        if (encoded == null) {
            to.add(spec.segment(Build.literal(Int.of(c)), size));
            return;
        }
        for (byte b : encoded) {
            to.add(octet(Build.literal(Int.of(b & 0xff))));
        }
    }

    private static <V> Segment<V> octet(V value) {
        return new Segment<>(
                value,
                new Segment.Size.Of(Build.literal(Int.of(8))),
                1,
                Segment.Type.INTEGER,
                false,
                Segment.Endian.BIG,
                Anno.NONE);
    }

    /// The octets of a character in a UTF segment; null when the segment is of another type or the
    /// character none.
    private static byte[] encode(int c, Spec spec) {
        if (!spec.type().isUtf()
                || spec.endian() == Segment.Endian.NATIVE
                || !Character.isValidCodePoint(c)
                || c >= 0xd800 && c < 0xe000) {
            return null;
        }
        boolean little = spec.endian() == Segment.Endian.LITTLE;
        String charset =
                switch (spec.type()) {
                    case UTF16 -> little ? "UTF-16LE" : "UTF-16BE";
                    case UTF32 -> little ? "UTF-32LE" : "UTF-32BE";
                    default -> "UTF-8";
                };
        return Character.toString(c).getBytes(java.nio.charset.Charset.forName(charset));
    }

    /// Neighbouring constants as one segment.
    private static List<Segment<CoreExpr>> merged(List<Segment<CoreExpr>> segments) {
        var all = new ArrayList<Segment<CoreExpr>>();
        var run = new ArrayList<Segment<CoreExpr>>();
        for (var s : segments) {
            boolean constant =
                    CoreConstants.binary(List.of(s), Anno.NONE) instanceof CoreExpr.Literal;
            if (!constant) {
                flush(run, all);
                all.add(s);
            } else {
                run.add(s);
            }
        }
        if (all.isEmpty()) {
            return run; // constant as a whole
        }
        flush(run, all);
        return all;
    }

    private static void flush(List<Segment<CoreExpr>> run, List<Segment<CoreExpr>> to) {
        CoreExpr constant = CoreConstants.binary(List.copyOf(run), Anno.NONE);
        if (run.size() > 1 && constant instanceof CoreExpr.Literal(Bits bits, _)) {
            to.add(
                    new Segment<>(
                            constant,
                            new Segment.Size.All(),
                            bits.isBinary() ? 8 : 1,
                            Segment.Type.BINARY,
                            false,
                            Segment.Endian.BIG,
                            Anno.NONE));
        } else {
            to.addAll(run);
        }
        run.clear();
    }

    // ---- patterns

    CorePattern pattern(Expr.BinaryExpr b, PatternLowering.OneClause clause) {
        return new CorePattern.Binary(patternSegments(b, clause), Anno.NONE);
    }

    List<Segment<CorePattern>> patternSegments(
            Expr.BinaryExpr b, PatternLowering.OneClause clause) {
        var all = new ArrayList<Segment<CorePattern>>();
        for (BinElement e : b.elements()) {
            Spec spec = Spec.of(e);
            // The size comes first: it can't see the variable that this very segment binds.
            Segment.Size size =
                    e.size().isPresent()
                            ? new Segment.Size.Of(clause.size(e.size().get()))
                            : spec.defaultSize();
            if (e.value() instanceof Expr.StringLiteral(_, String text)) {
                text.codePoints().forEach(c -> patternCharacter(c, spec, size, all));
            } else if (clause.pattern(e.value()) instanceof CorePattern value
                    && (value instanceof CorePattern.Bind
                            || value instanceof CorePattern.Literal)) {
                if (spec.type().isUtf()
                        && value instanceof CorePattern.Literal(Int c, _)
                        && c.isLong()) {
                    patternCharacter(
                            (int) Math.max(-1, Math.min(c.longValue(), Integer.MAX_VALUE)),
                            spec,
                            size,
                            all);
                } else {
                    all.add(spec.segment(coerced(value, spec), size));
                }
            } else {
                f.problems.illegalPattern(e.anno());
            }
        }
        return all;
    }

    private static void patternCharacter(
            int c, Spec spec, Segment.Size size, List<Segment<CorePattern>> to) {
        byte[] encoded = encode(c, spec);
        if (encoded == null) {
            to.add(spec.segment(coerced(Build.constant(Int.of(c)), spec), size));
            return;
        }
        for (byte b : encoded) {
            to.add(octet(Build.constant(Int.of(b & 0xff))));
        }
    }

    /// An integer where a float is matched means that float.
    private static CorePattern coerced(CorePattern value, Spec spec) {
        if (spec.type() == Segment.Type.FLOAT
                && value instanceof CorePattern.Literal(Int i, var anno)) {
            double d = i.bigValue().doubleValue();
            Term asFloat = Double.isFinite(d) ? new FloatTerm(d) : i;
            return new CorePattern.Literal(asFloat, anno);
        }
        return value;
    }
}
