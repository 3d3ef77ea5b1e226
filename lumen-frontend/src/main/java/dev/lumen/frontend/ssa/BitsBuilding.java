package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.Segment;
import dev.lumen.ir.ssa.BitStrings;
import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lowers the building of bit strings. Constant segments that follow each other become one.
final class BitsBuilding {
    private final FunctionLowering f;
    private final ExprLowering exprs;
    private final List<dev.lumen.ir.ssa.Segment> segments = new ArrayList<>();
    private final List<Bits> constants = new ArrayList<>();

    BitsBuilding(FunctionLowering f, ExprLowering exprs) {
        this.f = f;
        this.exprs = exprs;
    }

    /// The bit string; null when an operand never gives a value.
    Operand build(CoreExpr.Binary b) {
        boolean bytes = true;
        for (Segment<CoreExpr> s : b.segments()) {
            Operand value = exprs.term(s.value());
            Optional<Operand> size = Optional.empty();
            if (value != null && s.size() instanceof Segment.Size.Of(var count)) {
                size = Optional.ofNullable(exprs.term(count));
                value = size.isPresent() ? value : null;
            }
            if (value == null) {
                return null;
            }
            bytes &=
                    s.type().isUtf()
                            || s.unit() % 8 == 0
                            || size.orElse(null) instanceof Operand.Const(Int n, _)
                                    && n.isSmall()
                                    && n.longValue() * s.unit() % 8 == 0;
            Optional<Bits> constant = constant(s, value, size);
            if (constant.isPresent()) {
                constants.add(constant.get());
            } else {
                flush();
                segments.add(
                        new dev.lumen.ir.ssa.Segment(
                                SegmentText.kind(s.type()),
                                value,
                                size,
                                s.type().isUtf() ? 1 : s.unit(),
                                SegmentText.flags(s)));
            }
        }
        if (segments.isEmpty()) {
            return Operand.Const.of(BitStrings.concat(constants));
        }
        flush();
        Var v = f.out.fresh(bytes ? Type.BINARY : Type.BITSTRING);
        f.out.emit(new Instr.BitsBuild(v, segments, f.onRaise(), f.here));
        return v;
    }

    private void flush() {
        if (!constants.isEmpty()) {
            Operand all = Operand.Const.of(BitStrings.concat(constants));
            segments.add(
                    new dev.lumen.ir.ssa.Segment(
                            BitsKind.LITERAL, all, Optional.empty(), 1, BitsFlags.NONE));
            constants.clear();
        }
    }

    private static Optional<Bits> constant(
            Segment<CoreExpr> s, Operand value, Optional<Operand> size) {
        if (!(value instanceof Operand.Const(var term, _))) {
            return Optional.empty();
        }
        long bits =
                switch (s.size()) {
                    case Segment.Size.None _ -> 0;
                    case Segment.Size.All _ ->
                            term instanceof Bits b && b.bitLength() % s.unit() == 0
                                    ? b.bitLength()
                                    : -1;
                    case Segment.Size.Of _ ->
                            size.orElseThrow() instanceof Operand.Const(Int n, _)
                                            && n.isSmall()
                                            && n.signum() >= 0
                                            && n.longValue() < Integer.MAX_VALUE
                                    ? n.longValue() * s.unit()
                                    : -1;
                };
        return bits < 0
                ? Optional.empty()
                : SegmentText.constant(
                        SegmentText.kind(s.type()), SegmentText.flags(s), term, bits);
    }
}
