package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Int;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Arithmetic: on small integers and self-tagged floats in place, on everything else by the
/// primitive, out of line.
///
/// A small integer is `n * 8 + 7`, which makes most operations cheap on the tagged words: `a + (b -
/// 7)` is the tagged sum, and it overflows 64 bits exactly when the sum does not fit 61.
final class SmallArithmetic {
    private enum Op {
        ADD,
        SUB,
        MUL,
        DIVIDE,
        DIV,
        REM,
        AND,
        OR,
        XOR,
        SHIFT_LEFT,
        SHIFT_RIGHT,
        NEGATE
    }

    private static final Map<String, Op> BINARY =
            Map.ofEntries(
                    Map.entry("+", Op.ADD),
                    Map.entry("-", Op.SUB),
                    Map.entry("*", Op.MUL),
                    Map.entry("/", Op.DIVIDE),
                    Map.entry("div", Op.DIV),
                    Map.entry("rem", Op.REM),
                    Map.entry("band", Op.AND),
                    Map.entry("bor", Op.OR),
                    Map.entry("bxor", Op.XOR),
                    Map.entry("bsl", Op.SHIFT_LEFT),
                    Map.entry("bsr", Op.SHIFT_RIGHT));

    private final FunctionLowering fn;
    private final InstrLowering instructions;
    private final IrBuilder ir;
    private final TypeTestLowering tests;
    private final FloatLowering floats;

    SmallArithmetic(FunctionLowering fn, InstrLowering instructions) {
        this.fn = fn;
        this.instructions = instructions;
        this.ir = fn.ir;
        tests = new TypeTestLowering(fn);
        floats = new FloatLowering(fn);
    }

    static boolean isInlined(Instr.CallBif i) {
        return op(i) != null;
    }

    private static Op op(Instr.CallBif i) {
        if (!i.bif().module().name().equals("erlang")) {
            return null;
        }
        String name = i.bif().name().name();
        return switch (i.bif().arity()) {
            case 1 -> name.equals("-") ? Op.NEGATE : null;
            case 2 -> BINARY.get(name);
            default -> null;
        };
    }

    /// The ways on which the answer is found, each ending in a branch to the join.
    private final class Join {
        final LLVMBasicBlockRef block = fn.newBlock("arith.done");
        private final List<LLVMValueRef> values = new ArrayList<>();
        private final List<LLVMBasicBlockRef> ends = new ArrayList<>();

        void answer(LLVMValueRef value) {
            add(value);
            ir.br(block);
        }

        /// Takes the value when the condition holds, goes to `otherwise` when not.
        void answerIf(LLVMValueRef condition, LLVMValueRef value, LLVMBasicBlockRef otherwise) {
            add(value);
            ir.brLikely(condition, block, otherwise);
        }

        void answerUnless(LLVMValueRef condition, LLVMValueRef value, LLVMBasicBlockRef otherwise) {
            add(value);
            ir.brUnlikely(condition, otherwise, block);
        }

        private void add(LLVMValueRef value) {
            values.add(value);
            ends.add(ir.current());
        }

        LLVMValueRef at() {
            ir.at(block);
            LLVMValueRef phi = ir.phi(ir.i64);
            for (int k = 0; k < values.size(); k++) {
                ir.incoming(phi, values.get(k), ends.get(k));
            }
            return phi;
        }
    }

    void lower(Instr.CallBif i) {
        Op op = op(i);
        Operand left = i.bif().arity() == 1 ? Operand.Const.integer(0) : i.args().get(0);
        Operand right = i.args().getLast();
        if (op == Op.NEGATE) {
            op = Op.SUB;
        }
        boolean areSmall =
                left.type().isSubtypeOf(Type.SMALL) && right.type().isSubtypeOf(Type.SMALL);
        if (!fn.plan.expectsSmall() && !(areSmall && staysSmall(op)) && !fn.plan.expectsFloats()) {
            fn.define(i.dst(), instructions.primitive(i, fn.values(i.args())));
            return;
        }
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        var join = new Join();
        LLVMBasicBlockRef slow = fn.newBlock("arith.slow");

        if (op != Op.DIVIDE
                && left.type().overlaps(Type.SMALL)
                && right.type().overlaps(Type.SMALL)) {
            boolean floatsToo =
                    hasFloats(op)
                            && fn.plan.expectsFloats()
                            && left.type().overlaps(Type.FLOAT)
                            && right.type().overlaps(Type.FLOAT);
            LLVMBasicBlockRef other = floatsToo ? fn.newBlock("arith.other") : slow;
            smallOnly(left, right, a, b, other);
            smallOperation(op, left, right, a, b, join, slow);
            if (floatsToo) {
                ir.at(other);
                floatOperation(op, left, right, a, b, join, slow);
            }
        } else if (hasFloats(op)
                && fn.plan.expectsFloats()
                && left.type().overlaps(Type.FLOAT)
                && right.type().overlaps(Type.FLOAT)) {
            floatOperation(op, left, right, a, b, join, slow);
        } else {
            ir.br(slow);
        }

        ir.at(slow);
        join.answer(instructions.primitive(i, fn.values(i.args())));
        fn.define(i.dst(), join.at());
    }

    /// True when small operands always have a small result.
    private static boolean staysSmall(Op op) {
        return switch (op) {
            case AND, OR, XOR -> true;
            case ADD, SUB, MUL, DIVIDE, DIV, REM, SHIFT_LEFT, SHIFT_RIGHT, NEGATE -> false;
        };
    }

    private static boolean hasFloats(Op op) {
        return switch (op) {
            case ADD, SUB, MUL, DIVIDE -> true;
            case DIV, REM, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, NEGATE -> false;
        };
    }

    /// Continues only with two small integers.
    private void smallOnly(
            Operand left,
            Operand right,
            LLVMValueRef a,
            LLVMValueRef b,
            LLVMBasicBlockRef otherwise) {
        boolean leftKnown = left.type().isSubtypeOf(Type.SMALL);
        boolean rightKnown = right.type().isSubtypeOf(Type.SMALL);
        if (leftKnown && rightKnown) {
            return;
        }
        LLVMValueRef small =
                leftKnown ? tests.isSmall(b) : rightKnown ? tests.isSmall(a) : tests.areSmall(a, b);
        LLVMBasicBlockRef fast = fn.newBlock("arith.small");
        ir.brLikely(small, fast, otherwise);
        ir.at(fast);
    }

    private void smallOperation(
            Op op,
            Operand left,
            Operand right,
            LLVMValueRef a,
            LLVMValueRef b,
            Join join,
            LLVMBasicBlockRef slow) {
        switch (op) {
            case ADD -> overflowing("llvm.sadd.with.overflow", a, untagged(b), join, slow);
            case SUB -> overflowing("llvm.ssub.with.overflow", a, untagged(b), join, slow);
            case MUL -> {
                LLVMValueRef product =
                        ir.intrinsic("llvm.smul.with.overflow", ir.i64, fn.untag(a), untagged(b));
                join.answerUnless(
                        ir.extract(product, 1),
                        ir.or(ir.extract(product, 0), Layout.TAG_SMALL),
                        slow);
            }
            case AND -> join.answer(ir.and(a, b));
            case OR -> join.answer(ir.or(a, b));
            case XOR -> join.answer(ir.or(ir.xor(a, b), Layout.TAG_SMALL));
            case DIV -> {
                unlessDivisor(right, b, slow, true);
                join.answer(fn.tag(ir.sdiv(fn.untag(a), fn.untag(b))));
            }
            case REM -> {
                unlessDivisor(right, b, slow, false);
                join.answer(fn.tag(ir.srem(fn.untag(a), fn.untag(b))));
            }
            case SHIFT_RIGHT -> {
                LLVMValueRef by = shift(right, b, slow);
                join.answer(ir.or(ir.ashr(a, by), Layout.TAG_SMALL));
            }
            case SHIFT_LEFT -> {
                LLVMValueRef by = shift(right, b, slow);
                LLVMValueRef value = untagged(a);
                LLVMValueRef shifted = ir.shl(value, by);
                LLVMValueRef lossless = ir.eq(ir.ashr(shifted, by), value);
                join.answerIf(lossless, ir.or(shifted, Layout.TAG_SMALL), slow);
            }
            case DIVIDE, NEGATE -> throw new IllegalArgumentException(op.toString());
        }
    }

    private void overflowing(
            String intrinsic, LLVMValueRef a, LLVMValueRef b, Join join, LLVMBasicBlockRef slow) {
        LLVMValueRef sum = ir.intrinsic(intrinsic, ir.i64, a, b);
        join.answerUnless(ir.extract(sum, 1), ir.extract(sum, 0), slow);
    }

    /// The number times eight.
    private LLVMValueRef untagged(LLVMValueRef small) {
        return ir.sub(small, ir.i64(Layout.TAG_SMALL));
    }

    /// Leaves division by zero to the primitive, and division by -1 too, whose quotient may not
    /// fit.
    private void unlessDivisor(
            Operand right, LLVMValueRef b, LLVMBasicBlockRef slow, boolean minusOneToo) {
        if (right instanceof Operand.Const(Int n, _)
                && n.signum() != 0
                && (n.longValue() != -1 || !minusOneToo)) {
            return;
        }
        LLVMValueRef bad = ir.eq(b, Layout.small(0));
        if (minusOneToo) {
            bad = ir.or(bad, ir.eq(b, Layout.small(-1)));
        }
        LLVMBasicBlockRef divide = fn.newBlock("arith.divide");
        ir.brUnlikely(bad, slow, divide);
        ir.at(divide);
    }

    /// The number of bits to shift by; the primitive takes care of negative and large ones.
    private LLVMValueRef shift(Operand right, LLVMValueRef b, LLVMBasicBlockRef slow) {
        if (!(right instanceof Operand.Const(Int n, _)
                && n.isSmall()
                && n.longValue() >= 0
                && n.longValue() < 64)) {
            LLVMBasicBlockRef inRange = fn.newBlock("arith.shift");
            ir.brLikely(ir.icmp(LLVMIntULT, b, ir.i64(64 << 3)), inRange, slow);
            ir.at(inRange);
        }
        return fn.untag(b);
    }

    private void floatOperation(
            Op op,
            Operand left,
            Operand right,
            LLVMValueRef a,
            LLVMValueRef b,
            Join join,
            LLVMBasicBlockRef slow) {
        LLVMBasicBlockRef fast = fn.newBlock("arith.float");
        ir.br(floats.areSelfTagged(left, right, a, b), fast, slow);
        ir.at(fast);
        LLVMValueRef x = floats.decode(a);
        LLVMValueRef y = floats.decode(b);
        LLVMValueRef number =
                switch (op) {
                    case ADD -> ir.fadd(x, y);
                    case SUB -> ir.fsub(x, y);
                    case MUL -> ir.fmul(x, y);
                    // By zero it is an infinity or NaN, which the test of the answer turns away.
                    case DIVIDE -> ir.fdiv(x, y);
                    case DIV, REM, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, NEGATE ->
                            throw new IllegalArgumentException(op.toString());
                };
        LLVMValueRef answer = floats.encode(number);
        join.answerIf(tests.isSelfFloat(answer), answer, slow);
    }
}
