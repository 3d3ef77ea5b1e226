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

import java.util.function.Supplier;

/// Comparison of terms: as words where the words tell, by the runtime elsewhere.
final class ComparisonLowering {
    /// Terms that are equal exactly when their words are, whatever they are compared with by `=:=`.
    private static final Type.Terms WORDS =
            Type.of(Kind.SMALL, Kind.BOOLEAN, Kind.SYMBOL, Kind.NIL);

    /// The same for `==`: without integers, because of `1 == 1.0`.
    private static final Type.Terms ATOMIC = Type.of(Kind.BOOLEAN, Kind.SYMBOL, Kind.NIL);

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

    LLVMValueRef compare(CompareOp op, Operand left, Operand right) {
        return switch (op) {
            case EQ_EXACT -> equalExact(left, right);
            case NE_EXACT -> ir.not(equalExact(left, right));
            case EQ -> equal(left, right);
            case NE -> ir.not(equal(left, right));
            case LT, LE, GT, GE -> order(op, left, right);
        };
    }

    private LLVMValueRef equalExact(Operand left, Operand right) {
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        if (left.type().isSubtypeOf(WORDS) || right.type().isSubtypeOf(WORDS)) {
            return ir.eq(a, b);
        }
        // Equal words are equal terms. Different words can be equal only when both are cons or both
        // boxed.
        LLVMValueRef same = ir.eq(a, b);
        return tests.either(
                same,
                () -> {
                    LLVMValueRef pointers = ir.eq(ir.and(ir.and(a, b), 6), 2);
                    return tests.both(
                            pointers, () -> fn.module.runtime.call("lumen_equal_exact", a, b));
                });
    }

    private LLVMValueRef equal(Operand left, Operand right) {
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        if (left.type().isSubtypeOf(ATOMIC) || right.type().isSubtypeOf(ATOMIC)) {
            return ir.eq(a, b);
        }
        Supplier<LLVMValueRef> ask = () -> fn.module.runtime.call("lumen_equal", a, b);
        if (isSmall(left) && isSmall(right)) {
            return ir.eq(a, b);
        }
        return tests.either(
                ir.eq(a, b),
                () -> {
                    LLVMValueRef bothSmall = smallTest(left, right, a, b);
                    return tests.both(ir.not(bothSmall), ask);
                });
    }

    private LLVMValueRef order(CompareOp op, Operand left, Operand right) {
        LLVMValueRef a = fn.value(left);
        LLVMValueRef b = fn.value(right);
        int predicate = predicate(op);
        if (isSmall(left) && isSmall(right)) {
            // The tags are equal, so the words compare like the numbers.
            return ir.icmp(predicate, a, b);
        }
        LLVMBasicBlockRef slow = fn.newBlock("compare.slow");
        LLVMBasicBlockRef done = fn.newBlock("compared");
        LLVMBasicBlockRef fastEnd = null;
        LLVMValueRef fast = null;
        if (left.type().overlaps(Type.SMALL) && right.type().overlaps(Type.SMALL)) {
            LLVMBasicBlockRef small = fn.newBlock("compare.small");
            LLVMBasicBlockRef other = fn.newBlock("compare.other");
            ir.brLikely(smallTest(left, right, a, b), small, other);
            ir.at(small);
            fast = ir.icmp(predicate, a, b);
            fastEnd = ir.current();
            ir.br(done);
            ir.at(other);
        }
        LLVMBasicBlockRef floatEnd = null;
        LLVMValueRef asFloats = null;
        if (fn.plan.expectsFloats()
                && left.type().overlaps(Type.FLOAT)
                && right.type().overlaps(Type.FLOAT)) {
            LLVMBasicBlockRef selfTagged = fn.newBlock("compare.float");
            ir.br(floats.areSelfTagged(left, right, a, b), selfTagged, slow);
            ir.at(selfTagged);
            asFloats = ir.fcmp(floatPredicate(op), floats.decode(a), floats.decode(b));
            floatEnd = ir.current();
            ir.br(done);
        } else {
            ir.br(slow);
        }
        ir.at(slow);
        LLVMValueRef asked = fn.module.runtime.call("lumen_compare", fn.group.p, a, b);
        LLVMValueRef slowAnswer = ir.icmp(predicate, asked, ir.i64(0));
        ir.br(done);

        ir.at(done);
        LLVMValueRef answer = ir.phi(ir.i1);
        if (fast != null) {
            ir.incoming(answer, fast, fastEnd);
        }
        if (asFloats != null) {
            ir.incoming(answer, asFloats, floatEnd);
        }
        ir.incoming(answer, slowAnswer, slow);
        return answer;
    }

    LLVMValueRef orderKey(Operand term) {
        LLVMValueRef t = fn.value(term);
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
