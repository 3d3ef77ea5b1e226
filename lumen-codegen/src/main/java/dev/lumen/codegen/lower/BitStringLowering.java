package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.BitsFlags;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Segment;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Int;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.List;

/// Matching and building of bit strings, mostly by the runtime.
final class BitStringLowering {
    private final FunctionLowering fn;
    private final CallGroupLowering group;
    private final RuntimeCalls runtime;
    private final IrBuilder ir;

    BitStringLowering(FunctionLowering fn) {
        this.fn = fn;
        this.group = fn.group;
        this.runtime = fn.module.runtime;
        this.ir = fn.ir;
    }

    // ---- matching -------------------------------------------------------------------------------

    LLVMValueRef size(LLVMValueRef value) {
        return runtime.call("lumen_bits_size", value);
    }

    void length(Instr.BitsLength i) {
        LLVMValueRef size = fn.value(i.size());
        // Not negative, and below 2^60 when multiplied: then the word of the small integer is below
        // this.
        long limit = (1L << 60) / i.unit() << 3;
        LLVMValueRef small = ir.eq(ir.and(size, Layout.TAG_MASK), Layout.TAG_SMALL);
        LLVMValueRef inRange =
                i.unit() == 1
                        ? ir.icmp(LLVMIntSGE, size, ir.i64(0))
                        : ir.icmp(LLVMIntULT, size, ir.i64(limit));
        fn.failUnless(ir.and(small, inRange), i.onFail(), i.loc());
        fn.define(i.dst(), ir.mul(fn.untag(size), ir.i64(i.unit())));
    }

    void get(Instr.BitsGet i) {
        LLVMValueRef base = fn.value(i.base());
        LLVMValueRef at = fn.value(i.at());
        LLVMValueRef size = fn.value(i.size());
        LLVMValueRef flags = ir.i64(flags(i.flags()));
        group.saveState();
        LLVMValueRef term =
                switch (i.kind()) {
                    case INTEGER ->
                            runtime.call("lumen_bits_get_integer", group.p, base, at, size, flags);
                    case FLOAT ->
                            runtime.call("lumen_bits_get_float", group.p, base, at, size, flags);
                    case SLICE -> runtime.call("lumen_bits_get_slice", group.p, base, at, size);
                    case UTF8 -> runtime.call("lumen_bits_get_utf8", group.p, base, at);
                    case UTF16 -> runtime.call("lumen_bits_get_utf16", group.p, base, at, flags);
                    case UTF32 -> runtime.call("lumen_bits_get_utf32", group.p, base, at, flags);
                    case LITERAL ->
                            throw new IllegalArgumentException("a literal is matched, not read");
                };
        group.reloadHp();
        if (i.kind() != BitsKind.INTEGER && i.kind() != BitsKind.SLICE) {
            fn.failUnless(ir.icmp(LLVMIntNE, term, ir.i64(Layout.NONE)), i.onFail(), i.loc());
        }
        fn.define(i.dst(), term);
    }

    /// In bits; `value` is a character, so a small integer below 0x110000.
    LLVMValueRef utfWidth(BitsKind kind, LLVMValueRef value) {
        return switch (kind) {
            case UTF8 -> {
                LLVMValueRef four = ir.select(below(value, 0x10000), ir.i64(24), ir.i64(32));
                LLVMValueRef three = ir.select(below(value, 0x800), ir.i64(16), four);
                yield ir.select(below(value, 0x80), ir.i64(8), three);
            }
            case UTF16 -> ir.select(below(value, 0x10000), ir.i64(16), ir.i64(32));
            case UTF32 -> ir.i64(32);
            case INTEGER, FLOAT, SLICE, LITERAL ->
                    throw new IllegalArgumentException(kind.toString());
        };
    }

    private LLVMValueRef below(LLVMValueRef small, long limit) {
        return ir.icmp(LLVMIntSLT, small, ir.i64(Layout.small(limit)));
    }

    LLVMValueRef match(Instr.BitsMatch i) {
        return runtime.call(
                "lumen_bits_equal",
                fn.value(i.base()),
                fn.value(i.at()),
                bytes(i.literal()),
                ir.i64(i.literal().bitLength()));
    }

    private LLVMValueRef bytes(Bits literal) {
        return fn.module.data.privateConstant(fn.module.data.bytes(literal.bytes()), 1);
    }

    private static long flags(BitsFlags flags) {
        // Both targets are little-endian.
        boolean little = flags.little() || flags.nativeOrder();
        return (little ? Layout.BITS_LITTLE : 0) | (flags.signed() ? Layout.BITS_SIGNED : 0);
    }

    // ---- building -------------------------------------------------------------------------------

    void build(Instr.BitsBuild i) {
        List<Segment> segments = i.segments();
        LLVMBasicBlockRef failed = fn.newBlock("bits.failed");
        boolean[] canFail = {false};
        group.saveState();
        int from = 0;
        if (!segments.isEmpty() && isWhole(segments.getFirst())) {
            // <<Acc/binary, ...>>: continues the buffer that Acc lies in when nobody else has.
            Segment first = segments.getFirst();
            LLVMValueRef unit = ir.i64(first.unit());
            LLVMValueRef bits = ir.i64(constantBits(segments.subList(1, segments.size())));
            goOnIf(
                    runtime.call(
                            "lumen_bits_begin_append",
                            group.p,
                            fn.value(first.value()),
                            unit,
                            bits),
                    failed,
                    canFail);
            from = 1;
        } else {
            runtime.call("lumen_bits_begin", group.p, ir.i64(constantBits(segments)));
        }
        for (Segment s : segments.subList(from, segments.size())) {
            goOnIf(put(s), failed, canFail);
        }
        LLVMValueRef built = runtime.call("lumen_bits_finish", group.p);
        group.reloadHp();
        LLVMBasicBlockRef done = ir.current();
        ir.at(failed);
        if (canFail[0]) {
            group.reloadHp();
            fn.fail(i.onFail(), i.loc());
        } else {
            ir.unreachable();
        }
        ir.at(done);
        fn.define(i.dst(), built);
    }

    private void goOnIf(LLVMValueRef ok, LLVMBasicBlockRef failed, boolean[] canFail) {
        LLVMBasicBlockRef next = fn.newBlock("bits.next");
        ir.brLikely(ok, next, failed);
        ir.at(next);
        canFail[0] = true;
    }

    private static boolean isWhole(Segment s) {
        return s.kind() == BitsKind.SLICE && s.size().isEmpty();
    }

    private LLVMValueRef put(Segment s) {
        if (s.kind() == BitsKind.LITERAL) {
            Bits literal = (Bits) ((Operand.Const) s.value()).value();
            return runtime.call(
                    "lumen_bits_put_bytes", group.p, bytes(literal), ir.i64(literal.bitLength()));
        }
        LLVMValueRef value = fn.value(s.value());
        LLVMValueRef size = s.size().map(fn::value).orElse(ir.i64(Layout.NONE));
        LLVMValueRef unit = ir.i64(s.unit());
        LLVMValueRef flags = ir.i64(flags(s.flags()));
        return switch (s.kind()) {
            case INTEGER ->
                    runtime.call("lumen_bits_put_integer", group.p, value, size, unit, flags);
            case FLOAT -> runtime.call("lumen_bits_put_float", group.p, value, size, unit, flags);
            case SLICE -> runtime.call("lumen_bits_put_slice", group.p, value, size, unit);
            case UTF8 -> runtime.call("lumen_bits_put_utf8", group.p, value);
            case UTF16 -> runtime.call("lumen_bits_put_utf16", group.p, value, flags);
            case UTF32 -> runtime.call("lumen_bits_put_utf32", group.p, value, flags);
            case LITERAL -> throw new AssertionError();
        };
    }

    /// How many bits the segments have at least, as a hint.
    private static long constantBits(List<Segment> segments) {
        long bits = 0;
        for (Segment s : segments) {
            if (s.kind() == BitsKind.LITERAL
                    && s.value() instanceof Operand.Const(Bits literal, _)) {
                bits += literal.bitLength();
            } else if (s.size().orElse(null) instanceof Operand.Const(Int size, _)
                    && size.isSmall()
                    && size.signum() > 0) {
                bits += Math.min(size.longValue(), 1 << 20) * s.unit();
            } else if (s.kind().isUtf()) {
                bits += 8;
            }
        }
        return bits;
    }
}
