package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Kind;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.TypeTest;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Questions about the type of a term, answered from its tag and, for boxed terms, its header.
final class TypeTestLowering {
    private static final long KIND_MASK = 31 << 3;

    private final FunctionLowering fn;
    private final IrBuilder ir;

    TypeTestLowering(FunctionLowering fn) {
        this.fn = fn;
        this.ir = fn.ir;
    }

    Condition test(TypeTest test, int number, Operand operand) {
        if (test.isExact()) {
            if (operand.type().isSubtypeOf(test.accepts())) {
                return known(ir.i1(true));
            }
            if (!operand.type().overlaps(test.accepts())) {
                return known(ir.i1(false));
            }
        }
        LLVMValueRef t = fn.value(operand);
        Type type = operand.type();
        return switch (test) {
            case IS_ATOM -> known(isImmediate(t, Layout.IMM_ATOM));
            case IS_BOOLEAN -> known(ir.or(ir.eq(t, fn.atom("true")), ir.eq(t, fn.atom("false"))));
            case IS_NIL -> known(ir.eq(t, Layout.NIL));
            case IS_CONS -> known(hasTag(t, Layout.TAG_CONS));
            case IS_LIST -> known(ir.or(hasTag(t, Layout.TAG_CONS), ir.eq(t, Layout.NIL)));
            case IS_INTEGER ->
                    type.overlaps(Type.BIG)
                            ? either(isSmall(t), () -> isKind(t, type, Layout.KIND_BIGNUM))
                            : known(isSmall(t));
            case IS_FLOAT -> either(isSelfFloat(t), () -> isKind(t, type, Layout.KIND_FLOAT));
            case IS_NUMBER ->
                    either(
                            ir.or(isSmall(t), isSelfFloat(t)),
                            () ->
                                    isBoxedAnd(
                                            t,
                                            type,
                                            h ->
                                                    ir.or(
                                                            hasKind(h, Layout.KIND_BIGNUM),
                                                            hasKind(h, Layout.KIND_FLOAT))));
            case IS_TUPLE -> isKind(t, type, Layout.KIND_TUPLE);
            case IS_TUPLE_OF ->
                    isBoxedAnd(t, type, h -> ir.eq(h, Layout.header(Layout.KIND_TUPLE, 0, number)));
            case IS_FUNCTION -> isKind(t, type, Layout.KIND_FUN);
            case IS_FUNCTION_ARITY ->
                    isBoxedAnd(
                            t,
                            type,
                            h ->
                                    ir.eq(
                                            ir.and(h, 0xFFFF),
                                            Layout.header(Layout.KIND_FUN, number, 0)));
            case IS_MAP ->
                    isBoxedAnd(
                            t,
                            type,
                            h ->
                                    ir.or(
                                            hasKind(h, Layout.KIND_FLATMAP),
                                            hasKind(h, Layout.KIND_HASHMAP)));
            case IS_BITSTRING -> isBoxedAnd(t, type, this::isBits);
            case IS_BINARY ->
                    isBoxed(t, type, h -> both(isBits(h), () -> known(hasWholeBytes(t, h))));
            case IS_PID ->
                    either(
                            isImmediate(t, Layout.IMM_PID),
                            () -> isExternal(t, type, Layout.EXTERNAL_PID));
            case IS_PORT ->
                    either(
                            isImmediate(t, Layout.IMM_PORT),
                            () -> isExternal(t, type, Layout.EXTERNAL_PORT));
            case IS_REFERENCE ->
                    isBoxedAnd(
                            t,
                            type,
                            h ->
                                    ir.or(
                                            ir.or(
                                                    hasKind(h, Layout.KIND_REFERENCE),
                                                    hasKind(h, Layout.KIND_MAGIC)),
                                            ir.eq(
                                                    ir.and(h, 0xFFFF),
                                                    Layout.header(
                                                            Layout.KIND_EXTERNAL,
                                                            Layout.EXTERNAL_REFERENCE,
                                                            0))));
        };
    }

    LLVMValueRef isSmall(LLVMValueRef t) {
        return hasTag(t, Layout.TAG_SMALL);
    }

    LLVMValueRef areSmall(LLVMValueRef a, LLVMValueRef b) {
        return hasTag(ir.and(a, b), Layout.TAG_SMALL);
    }

    /// One bit test: the set of tags, repeated, so that the low five bits of the term may be the
    /// index.
    LLVMValueRef isSelfFloat(LLVMValueRef t) {
        LLVMValueRef index = ir.and(ir.trunc(t, ir.i32), ir.i32(31));
        LLVMValueRef bit = ir.lshr(ir.i32(Layout.SELF_FLOAT_TAGS * 0x01010101), index);
        return ir.trunc(bit, ir.i1);
    }

    private LLVMValueRef hasTag(LLVMValueRef t, long tag) {
        return ir.eq(ir.and(t, Layout.TAG_MASK), tag);
    }

    private LLVMValueRef isImmediate(LLVMValueRef t, long kind) {
        return ir.eq(ir.and(t, Layout.IMM_MASK), kind);
    }

    private LLVMValueRef hasKind(LLVMValueRef header, int kind) {
        return ir.eq(ir.and(header, KIND_MASK), (long) kind << 3);
    }

    private Condition isKind(LLVMValueRef t, Type type, int kind) {
        return isBoxedAnd(t, type, h -> hasKind(h, kind));
    }

    private Condition isExternal(LLVMValueRef t, Type type, int what) {
        return isBoxedAnd(
                t,
                type,
                h -> ir.eq(ir.and(h, 0xFFFF), Layout.header(Layout.KIND_EXTERNAL, what, 0)));
    }

    private LLVMValueRef isBits(LLVMValueRef header) {
        LLVMValueRef kind = ir.and(header, KIND_MASK);
        return ir.or(
                ir.or(
                        ir.eq(kind, (long) Layout.KIND_HEAPBITS << 3),
                        ir.eq(kind, (long) Layout.KIND_REFCBITS << 3)),
                ir.eq(kind, (long) Layout.KIND_SUBBITS << 3));
    }

    private LLVMValueRef hasWholeBytes(LLVMValueRef t, LLVMValueRef header) {
        // A slice has its length as a small integer in its last word; the others as a raw number in
        // their first.
        LLVMValueRef isSlice = hasKind(header, Layout.KIND_SUBBITS);
        LLVMValueRef offset = ir.select(isSlice, ir.i64(3L * Layout.WORD), ir.i64(Layout.WORD));
        LLVMValueRef length = ir.load(ir.i64, ir.offset(fn.field(t, Layout.TAG_BOXED, 0), offset));
        return ir.eq(ir.and(length, ir.select(isSlice, ir.i64(7L << 3), ir.i64(7))), 0);
    }

    private Condition isBoxedAnd(LLVMValueRef t, Type type, UnaryOperator<LLVMValueRef> test) {
        return isBoxed(t, type, header -> known(test.apply(header)));
    }

    private Condition isBoxed(
            LLVMValueRef t, Type type, Function<LLVMValueRef, Condition> headerTest) {
        if (type.isSubtypeOf(BOXED)) {
            return headerTest.apply(fn.loadField(t, Layout.TAG_BOXED, 0));
        }
        return both(
                hasTag(t, Layout.TAG_BOXED),
                () -> headerTest.apply(fn.loadField(t, Layout.TAG_BOXED, 0)));
    }

    /// Kinds that are never an immediate or a cons.
    private static final Type.Terms BOXED =
            Type.of(Kind.BIG, Kind.TUPLE, Kind.MAP, Kind.FUN, Kind.BINARY, Kind.BITS, Kind.REF);

    // ---- conditions -----------------------------------------------------------------------------

    Condition known(LLVMValueRef answer) {
        return new Known(answer);
    }

    /// The second is evaluated only when the first is true.
    Condition both(LLVMValueRef first, Supplier<Condition> second) {
        return new ShortCircuit(first, second, false);
    }

    /// The second is evaluated only when the first is false.
    Condition either(LLVMValueRef first, Supplier<Condition> second) {
        return new ShortCircuit(first, second, true);
    }

    private final class Known implements Condition {
        private final LLVMValueRef answer;

        Known(LLVMValueRef answer) {
            this.answer = answer;
        }

        @Override
        public LLVMValueRef flag() {
            return answer;
        }

        @Override
        public void branch(LLVMBasicBlockRef yes, LLVMBasicBlockRef no) {
            ir.br(answer, yes, no);
        }
    }

    /// The second matters only when the first is not `answer`, which is the answer otherwise.
    private final class ShortCircuit implements Condition {
        private final LLVMValueRef first;
        private final Supplier<Condition> second;
        private final boolean answer;

        ShortCircuit(LLVMValueRef first, Supplier<Condition> second, boolean answer) {
            this.first = first;
            this.second = second;
            this.answer = answer;
        }

        @Override
        public LLVMValueRef flag() {
            LLVMBasicBlockRef from = ir.current();
            LLVMBasicBlockRef more = fn.newBlock("more");
            LLVMBasicBlockRef known = fn.newBlock("known");
            ir.br(first, answer ? known : more, answer ? more : known);
            ir.at(more);
            LLVMValueRef rest = second.get().flag();
            LLVMBasicBlockRef end = ir.current();
            ir.br(known);
            ir.at(known);
            LLVMValueRef flag = ir.phi(ir.i1);
            ir.incoming(flag, ir.i1(answer), from);
            ir.incoming(flag, rest, end);
            return flag;
        }

        @Override
        public void branch(LLVMBasicBlockRef yes, LLVMBasicBlockRef no) {
            LLVMBasicBlockRef more = fn.newBlock("more");
            ir.br(first, answer ? yes : more, answer ? more : no);
            ir.at(more);
            second.get().branch(yes, no);
        }
    }
}
