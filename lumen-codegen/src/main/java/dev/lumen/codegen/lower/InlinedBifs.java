package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.term.Int;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.function.Supplier;

/// Built-ins that take no memory and are a few instructions when their arguments are what they
/// should be. The primitive does the rest: it makes the exception, or handles the rare
/// representation.
final class InlinedBifs {
    private final FunctionLowering fn;
    private final InstrLowering instructions;
    private final IrBuilder ir;
    private final TypeTestLowering tests;

    InlinedBifs(FunctionLowering fn, InstrLowering instructions) {
        this.fn = fn;
        this.instructions = instructions;
        this.ir = fn.ir;
        this.tests = new TypeTestLowering(fn);
    }

    /// Emits the call of any primitive, inlined or not; answers its result.
    LLVMValueRef lower(Instr.CallBif i) {
        if (fn.module.goal.inlinesBuiltins() && i.bif().module().name().equals("erlang")) {
            switch (i.bif().name().name() + "/" + i.bif().arity()) {
                case "hd/1" -> {
                    return field(i, 0);
                }
                case "tl/1" -> {
                    return field(i, 1);
                }
                case "element/2" -> {
                    return element(i);
                }
                case "tuple_size/1" -> {
                    return tupleSize(i);
                }
                case "self/0" -> {
                    return fn.group.loadProcess(Layout.PROC_SELF);
                }
                case "not/1" -> {
                    return not(i);
                }
                default -> {}
            }
        }
        return primitive(i);
    }

    private LLVMValueRef primitive(Instr.CallBif i) {
        return instructions.primitive(i, fn.values(i.args()));
    }

    /// The fast answer when the condition holds, the primitive otherwise.
    private LLVMValueRef ifElse(
            LLVMValueRef condition, Supplier<LLVMValueRef> fast, Instr.CallBif i) {
        LLVMBasicBlockRef yes = fn.newBlock("bif.fast");
        LLVMBasicBlockRef no = fn.newBlock("bif.slow");
        LLVMBasicBlockRef done = fn.newBlock("bif.done");
        ir.brLikely(condition, yes, no);
        ir.at(yes);
        LLVMValueRef answer = fast.get();
        LLVMBasicBlockRef yesEnd = ir.current();
        ir.br(done);
        ir.at(no);
        LLVMValueRef slow = primitive(i);
        LLVMBasicBlockRef noEnd = ir.current();
        ir.br(done);
        ir.at(done);
        LLVMValueRef phi = ir.phi(ir.i64);
        ir.incoming(phi, answer, yesEnd);
        ir.incoming(phi, slow, noEnd);
        return phi;
    }

    private LLVMValueRef field(Instr.CallBif i, int index) {
        LLVMValueRef isCons = tests.test(TypeTest.IS_CONS, 0, i.args().getFirst()).flag();
        LLVMValueRef list = fn.value(i.args().getFirst());
        return ifElse(isCons, () -> fn.loadField(list, Layout.TAG_CONS, index), i);
    }

    private LLVMValueRef element(Instr.CallBif i) {
        Operand index = i.args().getFirst();
        Operand tuple = i.args().getLast();
        if (!fn.plan.looksInside()
                || !tuple.type().overlaps(Type.TUPLE)
                || !index.type().overlaps(Type.SMALL)) {
            return primitive(i);
        }
        LLVMValueRef t = fn.value(tuple);
        LLVMValueRef n = fn.value(index);
        LLVMValueRef isTuple = tests.test(TypeTest.IS_TUPLE, 0, tuple).flag();
        if (index instanceof Operand.Const(Int number, _)) {
            if (!number.isSmall()
                    || number.longValue() < 1
                    || number.longValue() > Layout.MAX_TUPLE_SIZE) {
                return primitive(i);
            }
            long k = number.longValue();
            Condition inside =
                    tests.both(
                            isTuple,
                            () ->
                                    tests.known(
                                            ir.icmp(
                                                    LLVMIntUGE,
                                                    header(t),
                                                    ir.i64(
                                                            Layout.header(
                                                                    Layout.KIND_TUPLE, 0, k)))));
            return ifElse(inside.flag(), () -> fn.loadField(t, Layout.TAG_BOXED, k), i);
        }
        Condition inside =
                tests.both(
                        tests.both(isTuple, () -> tests.known(smallTest(index, n))).flag(),
                        () -> {
                            // 1 =< number =< size, in one unsigned comparison.
                            LLVMValueRef fromZero = ir.sub(fn.untag(n), ir.i64(1));
                            return tests.known(
                                    ir.icmp(LLVMIntULT, fromZero, ir.lshr(header(t), ir.i64(16))));
                        });
        return ifElse(
                inside.flag(),
                () ->
                        ir.load(
                                ir.i64,
                                ir.offset(
                                        ir.intToAddress(t),
                                        ir.sub(
                                                ir.mul(fn.untag(n), ir.i64(Layout.WORD)),
                                                ir.i64(Layout.TAG_BOXED)))),
                i);
    }

    private LLVMValueRef smallTest(Operand operand, LLVMValueRef value) {
        return operand.type().isSubtypeOf(Type.SMALL) ? ir.i1(true) : tests.isSmall(value);
    }

    private LLVMValueRef tupleSize(Instr.CallBif i) {
        Operand tuple = i.args().getFirst();
        if (!fn.plan.looksInside()) {
            return primitive(i);
        }
        LLVMValueRef t = fn.value(tuple);
        LLVMValueRef isTuple = tests.test(TypeTest.IS_TUPLE, 0, tuple).flag();
        return ifElse(isTuple, () -> fn.tag(ir.lshr(header(t), ir.i64(16))), i);
    }

    private LLVMValueRef not(Instr.CallBif i) {
        LLVMValueRef isBoolean = tests.test(TypeTest.IS_BOOLEAN, 0, i.args().getFirst()).flag();
        LLVMValueRef value = fn.value(i.args().getFirst());
        return ifElse(
                isBoolean,
                () -> ir.select(ir.eq(value, fn.atom("true")), fn.atom("false"), fn.atom("true")),
                i);
    }

    private LLVMValueRef header(LLVMValueRef boxed) {
        return fn.loadField(boxed, Layout.TAG_BOXED, 0);
    }
}
