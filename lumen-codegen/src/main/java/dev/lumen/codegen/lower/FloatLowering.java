package dev.lumen.codegen.lower;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.term.FloatTerm;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Self-tagged floats: a float whose magnitude is common is its own term, `rotl(bits, 4) + 1`.
final class FloatLowering {
    private final IrBuilder ir;
    private final TypeTestLowering tests;

    FloatLowering(FunctionLowering fn) {
        this.ir = fn.ir;
        this.tests = new TypeTestLowering(fn);
    }

    LLVMValueRef decode(LLVMValueRef term) {
        LLVMValueRef word = ir.sub(term, ir.i64(1));
        return ir.bitcast(rotate(word, 60), ir.f64);
    }

    /// The word that the float has when it is its own term; [TypeTestLowering#isSelfFloat] tells
    /// whether it is. It never is for infinities and NaN, which are no terms at all.
    LLVMValueRef encode(LLVMValueRef number) {
        return ir.add(rotate(ir.bitcast(number, ir.i64), 4), ir.i64(1));
    }

    private LLVMValueRef rotate(LLVMValueRef word, int left) {
        return ir.intrinsic("llvm.fshl", ir.i64, word, word, ir.i64(left));
    }

    /// True when both are floats that are their own terms.
    LLVMValueRef areSelfTagged(Operand left, Operand right, LLVMValueRef a, LLVMValueRef b) {
        if (isSelfTagged(left)) {
            return tests.isSelfFloat(b);
        }
        return isSelfTagged(right)
                ? tests.isSelfFloat(a)
                : ir.and(tests.isSelfFloat(a), tests.isSelfFloat(b));
    }

    private static boolean isSelfTagged(Operand o) {
        return o instanceof Operand.Const(FloatTerm(double d), _) && Layout.isSelfFloat(d);
    }
}
