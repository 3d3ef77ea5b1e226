package dev.lumen.ir.core;

import dev.lumen.ir.core.CoreExpr.Literal;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Constructors that give a [Literal] where all parts are constants, so that a constant has one
/// form: whoever builds Core from text or from source builds lists, tuples, maps and bit strings
/// with these. Annotations of the parts are lost then.
public final class CoreConstants {
    /// Larger bit strings are built when the program runs.
    private static final long MAX_BITS = 1 << 20;

    private CoreConstants() {}

    /// `[Heads…|Tail]`, the longest constant end of it as a literal.
    public static CoreExpr list(List<? extends CoreExpr> heads, CoreExpr tail, Anno anno) {
        int constantFrom = heads.size();
        CoreExpr result = tail;
        if (tail instanceof Literal(Term end, _)) {
            while (constantFrom > 0 && heads.get(constantFrom - 1) instanceof Literal) {
                constantFrom--;
            }
            if (constantFrom < heads.size()) {
                var constants =
                        heads.subList(constantFrom, heads.size()).stream()
                                .map(h -> ((Literal) h).value())
                                .toList();
                result =
                        new Literal(
                                ListTerm.of(constants, end), constantFrom == 0 ? anno : Anno.NONE);
            }
        }
        for (int i = constantFrom - 1; i >= 0; i--) {
            result = new CoreExpr.Cons(heads.get(i), result, i == 0 ? anno : Anno.NONE);
        }
        return result;
    }

    public static CoreExpr tuple(List<? extends CoreExpr> elements, Anno anno) {
        return allConstant(elements)
                .<CoreExpr>map(terms -> new Literal(Term.tuple(terms), anno))
                .orElseGet(() -> new CoreExpr.Tuple(List.copyOf(elements), anno));
    }

    /// A literal where the base is one, a map, and all keys and values are constants and no exact
    /// pair lacks its key.
    public static CoreExpr map(CoreExpr base, List<CoreExpr.MapUpdate.Pair> pairs, Anno anno) {
        if (base instanceof Literal(MapTerm start, _)) {
            var entries = new TreeMap<Term, Term>(TermOrder::compareExact);
            for (int i = 0; i < start.size(); i++) {
                entries.put(start.keys().get(i), start.values().get(i));
            }
            boolean constant = true;
            for (var p : pairs) {
                if (p.key() instanceof Literal(Term k, _)
                        && p.value() instanceof Literal(Term v, _)
                        && (!p.exact() || entries.containsKey(k))) {
                    entries.put(k, v);
                } else {
                    constant = false;
                    break;
                }
            }
            if (constant) {
                return new Literal(Term.map(entries), anno);
            }
        }
        return new CoreExpr.MapUpdate(base, pairs, anno);
    }

    public static CoreExpr binary(List<Segment<CoreExpr>> segments, Anno anno) {
        return constantBits(segments)
                .<CoreExpr>map(bits -> new Literal(bits, anno))
                .orElseGet(() -> new CoreExpr.Binary(segments, anno));
    }

    private static Optional<List<Term>> allConstant(List<? extends CoreExpr> exprs) {
        var terms = new ArrayList<Term>(exprs.size());
        for (CoreExpr e : exprs) {
            if (!(e instanceof Literal(Term value, _))) {
                return Optional.empty();
            }
            terms.add(value);
        }
        return Optional.of(terms);
    }

    /// Integers of constant size only: they can't fail.
    private static Optional<Bits> constantBits(List<Segment<CoreExpr>> segments) {
        long total = 0;
        for (var s : segments) {
            long bits = constantSize(s);
            if (bits < 0 || (total += bits) > MAX_BITS) {
                return Optional.empty();
            }
        }
        var bytes = new byte[(int) ((total + 7) / 8)];
        long at = 0;
        for (var s : segments) {
            int bits = (int) constantSize(s);
            put(bytes, at, ((Int) ((Literal) s.value()).value()).bigValue(), bits, s.endian());
            at += bits;
        }
        return Optional.of(Bits.of(bytes, total));
    }

    /// The size in bits, or -1 when the segment is not a constant integer.
    private static long constantSize(Segment<CoreExpr> s) {
        boolean constant =
                s.type() == Segment.Type.INTEGER
                        && s.endian() != Segment.Endian.NATIVE
                        && s.value() instanceof Literal(Int _, _)
                        && s.size() instanceof Segment.Size.Of(Literal(Int size, _))
                        && size.isLong()
                        && size.longValue() >= 0
                        && size.longValue() <= MAX_BITS;
        return constant
                ? ((Int) ((Literal) ((Segment.Size.Of) s.size()).count()).value()).longValue()
                        * s.unit()
                : -1;
    }

    private static void put(
            byte[] bytes, long at, BigInteger value, int bits, Segment.Endian endian) {
        for (int i = 0; i < bits; i++) { // i counts from the first bit of the segment
            int significance;
            if (endian == Segment.Endian.BIG) {
                significance = bits - 1 - i;
            } else {
                // Little: whole bytes from the least significant one; what is left over is the top
                // of the number.
                int inByte = i % 8;
                int wide = Math.min(8, bits - i / 8 * 8);
                significance = i / 8 * 8 + wide - 1 - inByte;
            }
            if (value.testBit(significance)) {
                bytes[(int) ((at + i) / 8)] |= (byte) (0x80 >>> (at + i) % 8);
            }
        }
    }
}
