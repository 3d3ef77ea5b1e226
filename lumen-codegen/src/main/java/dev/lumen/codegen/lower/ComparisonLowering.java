package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Kind;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Comparison of terms: as words where the words tell, by the runtime elsewhere.
final class ComparisonLowering {
    /// Terms that are equal exactly when their words are, whatever they are compared with by `=:=`.
    private static final Type.Terms WORDS =
            Type.of(Kind.SMALL, Kind.BOOLEAN, Kind.SYMBOL, Kind.NIL);

    /// The same for `==`: without integers, because of `1 == 1.0`.
    private static final Type.Terms ATOMIC = Type.of(Kind.BOOLEAN, Kind.SYMBOL, Kind.NIL);

    private static final long ZERO = Layout.selfFloat(0.0);
    private static final long MINUS_ZERO = Layout.selfFloat(-0.0);

    private final FunctionLowering fn;
    private final IrBuilder ir;
    private final TypeTestLowering tests;
    private final FloatLowering floats;

    ComparisonLowering(FunctionLowering fn) {
        this.fn = fn;
        this.ir = fn.ir;
        this.tests = new TypeTestLowering(fn);
        this.floats = new FloatLowering(fn);
    }

    Condition compare(CompareOp op, Operand left, Operand right) {
        return switch (op) {
            case EQ_EXACT -> equalExact(left, right);
            case NE_EXACT -> new Opposite(equalExact(left, right));
            case EQ -> equal(left, right);
            case NE -> new Opposite(equal(left, right));
            case LT, LE, GT, GE -> order(op, left, right);
        };
    }

    private final class Opposite implements Condition {
        private final Condition condition;

        Opposite(Condition condition) {
            this.condition = condition;
        }

        @Override
        public LLVMValueRef flag() {
            return ir.not(condition.flag());
        }

        @Override
        public void branch(LLVMBasicBlockRef yes, LLVMBasicBlockRef no) {
            condition.branch(no, yes);
        }
    }

    private Condition equalExact(Operand left, Operand right) {
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        if (left.type().isSubtypeOf(WORDS) || right.type().isSubtypeOf(WORDS)) {
            return tests.known(ir.eq(a, b));
        }
        // Equal words are equal terms. Different words can be equal only when both are cons or both
        // boxed, or when they are the two zeros, whose words differ in one bit.
        LLVMValueRef same = ir.eq(a, b);
        if (left.type().overlaps(Type.FLOAT) && right.type().overlaps(Type.FLOAT)) {
            LLVMValueRef zeros = ir.and(ir.eq(ir.and(a, b), ZERO), ir.eq(ir.or(a, b), MINUS_ZERO));
            same = ir.or(same, zeros);
        }
        return tests.either(
                same,
                () -> {
                    LLVMValueRef pointers = ir.eq(ir.and(ir.and(a, b), 6), 2);
                    return tests.both(
                            pointers,
                            () -> tests.known(fn.module.runtime.call("lumen_equal_exact", a, b)));
                });
    }

    private Condition equal(Operand left, Operand right) {
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        if (left.type().isSubtypeOf(ATOMIC) || right.type().isSubtypeOf(ATOMIC)) {
            return tests.known(ir.eq(a, b));
        }
        Supplier<Condition> ask = () -> tests.known(fn.module.runtime.call("lumen_equal", a, b));
        if (isSmall(left) && isSmall(right)) {
            return tests.known(ir.eq(a, b));
        }
        return tests.either(
                ir.eq(a, b),
                () -> {
                    LLVMValueRef bothSmall = smallTest(left, right, a, b);
                    return tests.both(ir.not(bothSmall), ask);
                });
    }

    private Condition order(CompareOp op, Operand left, Operand right) {
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        int predicate = predicate(op);
        if (isSmall(left) && isSmall(right)) {
            // The tags are equal, so the words compare like the numbers.
            return tests.known(ir.icmp(predicate, a, b));
        }
        return new Order(op, left, right, a, b);
    }

    /// Which is less: numbers in place, anything else by the runtime.
    private final class Order implements Condition {
        private final CompareOp op;
        private final Operand left;
        private final Operand right;
        private final LLVMValueRef a;
        private final LLVMValueRef b;

        Order(CompareOp op, Operand left, Operand right, LLVMValueRef a, LLVMValueRef b) {
            this.op = op;
            this.left = left;
            this.right = right;
            this.a = a;
            this.b = b;
        }

        @Override
        public LLVMValueRef flag() {
            LLVMBasicBlockRef slow = fn.newBlock("compare.slow");
            LLVMBasicBlockRef done = fn.newBlock("compared");
            var flags = new ArrayList<LLVMValueRef>();
            var ends = new ArrayList<LLVMBasicBlockRef>();
            ways(
                    slow,
                    flag -> {
                        flags.add(flag);
                        ends.add(ir.current());
                        ir.br(done);
                    });
            ir.at(done);
            LLVMValueRef answer = ir.phi(ir.i1);
            for (int k = 0; k < flags.size(); k++) {
                ir.incoming(answer, flags.get(k), ends.get(k));
            }
            return answer;
        }

        @Override
        public void branch(LLVMBasicBlockRef yes, LLVMBasicBlockRef no) {
            ways(fn.newBlock("compare.slow"), flag -> ir.br(flag, yes, no));
        }

        /// Each way to an answer, which `end` takes, to end the block.
        private void ways(LLVMBasicBlockRef slow, Consumer<LLVMValueRef> end) {
            int predicate = predicate(op);
            if (fn.plan.looksInside()
                    && left.type().overlaps(Type.SMALL)
                    && right.type().overlaps(Type.SMALL)) {
                LLVMBasicBlockRef small = fn.newBlock("compare.small");
                LLVMBasicBlockRef other = fn.newBlock("compare.other");
                ir.brLikely(smallTest(left, right, a, b), small, other);
                ir.at(small);
                end.accept(ir.icmp(predicate, a, b));
                ir.at(other);
            }
            if (fn.plan.expectsFloats()
                    && left.type().overlaps(Type.FLOAT)
                    && right.type().overlaps(Type.FLOAT)) {
                LLVMBasicBlockRef selfTagged = fn.newBlock("compare.float");
                ir.br(floats.areSelfTagged(left, right, a, b), selfTagged, slow);
                ir.at(selfTagged);
                end.accept(ir.fcmp(floatPredicate(op), floats.decode(a), floats.decode(b)));
            } else {
                ir.br(slow);
            }
            ir.at(slow);
            LLVMValueRef asked = fn.module.runtime.call("lumen_compare", fn.group.p, a, b);
            end.accept(ir.icmp(predicate, asked, ir.i64(0)));
        }
    }

    LLVMValueRef orderKey(Operand term) {
        LLVMValueRef t = fn.value(term);
        if (!fn.plan.looksInside()) {
            return fn.module.runtime.call("lumen_order_key", t);
        }
        LLVMBasicBlockRef fast = ir.current();
        LLVMBasicBlockRef slow = fn.newBlock("key.slow");
        LLVMBasicBlockRef done = fn.newBlock("key");
        ir.brLikely(smallTest(term, term, t, t), done, slow);
        ir.at(slow);
        LLVMValueRef asked = fn.module.runtime.call("lumen_order_key", t);
        ir.br(done);
        ir.at(done);
        LLVMValueRef key = ir.phi(ir.i64);
        ir.incoming(key, t, fast);
        ir.incoming(key, asked, slow);
        return key;
    }

    LLVMValueRef compareKey(CompareOp op, LLVMValueRef key, long number) {
        return ir.icmp(predicate(op), key, ir.i64(Layout.small(number)));
    }

    private LLVMValueRef smallTest(Operand left, Operand right, LLVMValueRef a, LLVMValueRef b) {
        if (isSmall(left)) {
            return tests.isSmall(b);
        }
        return isSmall(right) ? tests.isSmall(a) : tests.areSmall(a, b);
    }

    private static boolean isSmall(Operand o) {
        return o.type().isSubtypeOf(Type.SMALL);
    }

    private static int predicate(CompareOp op) {
        return switch (op) {
            case LT -> LLVMIntSLT;
            case LE -> LLVMIntSLE;
            case GT -> LLVMIntSGT;
            case GE -> LLVMIntSGE;
            case EQ, NE, EQ_EXACT, NE_EXACT -> throw new IllegalArgumentException(op.toString());
        };
    }

    private static int floatPredicate(CompareOp op) {
        return switch (op) {
            case LT -> LLVMRealOLT;
            case LE -> LLVMRealOLE;
            case GT -> LLVMRealOGT;
            case GE -> LLVMRealOGE;
            case EQ, NE, EQ_EXACT, NE_EXACT -> throw new IllegalArgumentException(op.toString());
        };
    }
}
