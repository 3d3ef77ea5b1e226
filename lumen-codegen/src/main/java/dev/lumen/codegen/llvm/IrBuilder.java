package dev.lumen.codegen.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Appends instructions to a block: LLVM's builder with short names, no value names, and branch
/// weights.
///
/// LLVM folds constants on the way, so what comes back need not be an instruction. Types are not
/// checked here; the verifier does that ([LlvmModule#verify]).
public final class IrBuilder implements AutoCloseable {
    public final LLVMTypeRef i1;
    public final LLVMTypeRef i8;
    public final LLVMTypeRef i16;
    public final LLVMTypeRef i32;
    public final LLVMTypeRef i64;
    public final LLVMTypeRef i128;
    public final LLVMTypeRef f64;
    public final LLVMTypeRef ptr;
    public final LLVMTypeRef voidType;

    private final LlvmModule module;
    private final LLVMBuilderRef ref;
    private final LLVMValueRef likely;
    private final LLVMValueRef unlikely;
    private final int prof;
    private int mostCases;

    /// Reused for every list of operands.
    private PointerPointer<?> scratch = new PointerPointer<>(64L);

    /// The names of blocks in native memory. There are many blocks and few names.
    private final Map<String, BytePointer> names = new HashMap<>();

    public IrBuilder(LlvmModule module) {
        this.module = module;
        var c = module.context();
        ref = LLVMCreateBuilderInContext(c);
        i1 = LLVMInt1TypeInContext(c);
        i8 = LLVMInt8TypeInContext(c);
        i16 = LLVMInt16TypeInContext(c);
        i32 = LLVMInt32TypeInContext(c);
        i64 = LLVMInt64TypeInContext(c);
        i128 = LLVMInt128TypeInContext(c);
        f64 = LLVMDoubleTypeInContext(c);
        ptr = LLVMPointerTypeInContext(c, 0);
        voidType = LLVMVoidTypeInContext(c);
        prof = LLVMGetMDKindIDInContext(c, "prof", 4);
        likely = weights(2000, 1);
        unlikely = weights(1, 2000);
    }

    private LLVMValueRef weights(int whenTrue, int whenFalse) {
        var c = module.context();
        String name = "branch_weights";
        LLVMMetadataRef node =
                LLVMMDNodeInContext2(
                        c,
                        Llvm.array(
                                LLVMMDStringInContext2(c, name, name.length()),
                                LLVMValueAsMetadata(LLVMConstInt(i32, whenTrue, 0)),
                                LLVMValueAsMetadata(LLVMConstInt(i32, whenFalse, 0))),
                        3);
        return LLVMMetadataAsValue(c, node);
    }

    /// LLVM's own builder, for what has no shorthand here.
    public LLVMBuilderRef ref() {
        return ref;
    }

    /// A native array for one call of LLVM, which copies it: good until the next one is made.
    @SuppressWarnings("unchecked")
    public <P extends Pointer> PointerPointer<P> operands(List<P> values) {
        if (values.size() > scratch.capacity()) {
            scratch.deallocate();
            scratch = new PointerPointer<>(2L * values.size());
        }
        for (int k = 0; k < values.size(); k++) {
            scratch.put(k, values.get(k));
        }
        return (PointerPointer<P>) scratch;
    }

    // ---- blocks ---------------------------------------------------------------------------------

    public LLVMBasicBlockRef block(LLVMValueRef function, String name) {
        BytePointer text = names.computeIfAbsent(name, n -> new BytePointer(n));
        return LLVMAppendBasicBlockInContext(module.context(), function, text);
    }

    /// From here on instructions go to the end of this block.
    public void at(LLVMBasicBlockRef block) {
        LLVMPositionBuilderAtEnd(ref, block);
    }

    public LLVMBasicBlockRef current() {
        return LLVMGetInsertBlock(ref);
    }

    public void br(LLVMBasicBlockRef target) {
        LLVMBuildBr(ref, target);
    }

    public void br(
            LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse) {
        LLVMBuildCondBr(ref, condition, whenTrue, whenFalse);
    }

    /// A branch that nearly always goes to `often`.
    public void brLikely(
            LLVMValueRef condition, LLVMBasicBlockRef often, LLVMBasicBlockRef seldom) {
        LLVMSetMetadata(LLVMBuildCondBr(ref, condition, often, seldom), prof, likely);
    }

    /// A branch that nearly never goes to `seldom`.
    public void brUnlikely(
            LLVMValueRef condition, LLVMBasicBlockRef seldom, LLVMBasicBlockRef often) {
        LLVMSetMetadata(LLVMBuildCondBr(ref, condition, seldom, often), prof, unlikely);
    }

    /// Goes on in a new block.
    public void splitBlock(String name) {
        LLVMBasicBlockRef next = block(LLVMGetBasicBlockParent(current()), name);
        br(next);
        at(next);
    }

    /// Where a switch goes when its 64-bit value is this one.
    public record Case(long value, LLVMBasicBlockRef target) {}

    public void switchOn(LLVMValueRef value, List<Case> cases, LLVMBasicBlockRef otherwise) {
        mostCases = Math.max(mostCases, cases.size());
        LLVMValueRef jump = LLVMBuildSwitch(ref, value, otherwise, cases.size());
        for (Case c : cases) {
            LLVMAddCase(jump, i64(c.value), c.target);
        }
    }

    /// The same as one comparison after the other.
    public void compareInTurn(LLVMValueRef value, List<Case> cases, LLVMBasicBlockRef otherwise) {
        for (Case c : cases.subList(0, cases.size() - 1)) {
            LLVMBasicBlockRef next = block(LLVMGetBasicBlockParent(current()), "next");
            br(eq(value, c.value), c.target, next);
            at(next);
        }
        Case last = cases.getLast();
        br(eq(value, last.value), last.target, otherwise);
    }

    /// The number of cases of the largest switch since this was last asked.
    public int takeMostCases() {
        int most = mostCases;
        mostCases = 0;
        return most;
    }

    public void retVoid() {
        LLVMBuildRetVoid(ref);
    }

    public void ret(LLVMValueRef value) {
        LLVMBuildRet(ref, value);
    }

    public void unreachable() {
        LLVMBuildUnreachable(ref);
    }

    public LLVMValueRef phi(LLVMTypeRef type) {
        return LLVMBuildPhi(ref, type, Llvm.NO_NAME);
    }

    public void incoming(LLVMValueRef phi, LLVMValueRef value, LLVMBasicBlockRef from) {
        LLVMAddIncoming(phi, value, from, 1);
    }

    // ---- constants ------------------------------------------------------------------------------

    public LLVMValueRef i64(long value) {
        return LLVMConstInt(i64, value, 0);
    }

    public LLVMValueRef i32(int value) {
        return LLVMConstInt(i32, Integer.toUnsignedLong(value), 0);
    }

    public LLVMValueRef i1(boolean value) {
        return LLVMConstInt(i1, value ? 1 : 0, 0);
    }

    public LLVMValueRef f64(double value) {
        return LLVMConstReal(f64, value);
    }

    /// Any value at all: what an unused argument is.
    public LLVMValueRef poison(LLVMTypeRef type) {
        return LLVMGetPoison(type);
    }

    public LLVMValueRef nullPtr() {
        return LLVMConstNull(ptr);
    }

    // ---- arithmetic -----------------------------------------------------------------------------

    public LLVMValueRef add(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildAdd(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef sub(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildSub(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef mul(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildMul(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef sdiv(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildSDiv(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef srem(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildSRem(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef and(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildAnd(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef and(LLVMValueRef a, long b) {
        return and(a, i64(b));
    }

    public LLVMValueRef or(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildOr(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef or(LLVMValueRef a, long b) {
        return or(a, i64(b));
    }

    public LLVMValueRef xor(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildXor(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef shl(LLVMValueRef a, LLVMValueRef by) {
        return LLVMBuildShl(ref, a, by, Llvm.NO_NAME);
    }

    public LLVMValueRef lshr(LLVMValueRef a, LLVMValueRef by) {
        return LLVMBuildLShr(ref, a, by, Llvm.NO_NAME);
    }

    public LLVMValueRef ashr(LLVMValueRef a, LLVMValueRef by) {
        return LLVMBuildAShr(ref, a, by, Llvm.NO_NAME);
    }

    public LLVMValueRef not(LLVMValueRef a) {
        return LLVMBuildNot(ref, a, Llvm.NO_NAME);
    }

    public LLVMValueRef fadd(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildFAdd(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef fsub(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildFSub(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef fmul(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildFMul(ref, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef fdiv(LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildFDiv(ref, a, b, Llvm.NO_NAME);
    }

    /// `predicate` is one of `LLVMIntEQ` and its like.
    public LLVMValueRef icmp(int predicate, LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildICmp(ref, predicate, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef eq(LLVMValueRef a, LLVMValueRef b) {
        return icmp(LLVMIntEQ, a, b);
    }

    public LLVMValueRef eq(LLVMValueRef a, long b) {
        return icmp(LLVMIntEQ, a, i64(b));
    }

    public LLVMValueRef ne(LLVMValueRef a, LLVMValueRef b) {
        return icmp(LLVMIntNE, a, b);
    }

    public LLVMValueRef fcmp(int predicate, LLVMValueRef a, LLVMValueRef b) {
        return LLVMBuildFCmp(ref, predicate, a, b, Llvm.NO_NAME);
    }

    public LLVMValueRef select(
            LLVMValueRef condition, LLVMValueRef whenTrue, LLVMValueRef whenFalse) {
        return LLVMBuildSelect(ref, condition, whenTrue, whenFalse, Llvm.NO_NAME);
    }

    public LLVMValueRef zext(LLVMValueRef a, LLVMTypeRef type) {
        return LLVMBuildZExt(ref, a, type, Llvm.NO_NAME);
    }

    public LLVMValueRef trunc(LLVMValueRef a, LLVMTypeRef type) {
        return LLVMBuildTrunc(ref, a, type, Llvm.NO_NAME);
    }

    public LLVMValueRef toDouble(LLVMValueRef integer) {
        return LLVMBuildSIToFP(ref, integer, f64, Llvm.NO_NAME);
    }

    public LLVMValueRef bitcast(LLVMValueRef a, LLVMTypeRef type) {
        return LLVMBuildBitCast(ref, a, type, Llvm.NO_NAME);
    }

    // ---- memory ---------------------------------------------------------------------------------

    public LLVMValueRef alloca(LLVMTypeRef type) {
        return LLVMBuildAlloca(ref, type, Llvm.NO_NAME);
    }

    public LLVMValueRef load(LLVMTypeRef type, LLVMValueRef address) {
        return LLVMBuildLoad2(ref, type, address, Llvm.NO_NAME);
    }

    public LLVMValueRef store(LLVMValueRef value, LLVMValueRef address) {
        return LLVMBuildStore(ref, value, address);
    }

    /// The address so many bytes further in the same object, or just behind it. That memory does
    /// not wrap around is what lets WebAssembly's loads and stores have the distance inside them;
    /// they have none backwards.
    public LLVMValueRef offset(LLVMValueRef address, long bytes) {
        if (bytes == 0) {
            return address;
        }
        int flags = LLVMGEPFlagInBounds | (bytes > 0 ? LLVMGEPFlagNUW : 0);
        return LLVMBuildGEPWithNoWrapFlags(ref, i8, address, i64(bytes), 1, Llvm.NO_NAME, flags);
    }

    /// The address so many bytes further, wherever that is.
    public LLVMValueRef offset(LLVMValueRef address, LLVMValueRef bytes) {
        return LLVMBuildGEP2(ref, i8, address, bytes, 1, Llvm.NO_NAME);
    }

    /// The address as a 64-bit number on every target (zero-extended on wasm32).
    public LLVMValueRef addressToInt(LLVMValueRef address) {
        return LLVMBuildPtrToInt(ref, address, i64, Llvm.NO_NAME);
    }

    public LLVMValueRef intToAddress(LLVMValueRef integer) {
        return LLVMBuildIntToPtr(ref, integer, ptr, Llvm.NO_NAME);
    }

    // ---- calls ----------------------------------------------------------------------------------

    public LLVMTypeRef functionType(LLVMTypeRef result, LLVMTypeRef... parameters) {
        return LLVMFunctionType(result, Llvm.array(parameters), parameters.length, 0);
    }

    public LLVMValueRef call(
            LLVMTypeRef type, LLVMValueRef function, List<LLVMValueRef> arguments) {
        return LLVMBuildCall2(ref, type, function, operands(arguments), arguments.size(), "");
    }

    public LLVMValueRef call(LLVMTypeRef type, LLVMValueRef function, LLVMValueRef... arguments) {
        return call(type, function, List.of(arguments));
    }

    /// A call of an intrinsic that is overloaded on one type, such as `llvm.sadd.with.overflow`.
    public LLVMValueRef intrinsic(String name, LLVMTypeRef overload, LLVMValueRef... arguments) {
        int id = LLVMLookupIntrinsicID(name, name.length());
        var types = Llvm.array(overload);
        var declaration = LLVMGetIntrinsicDeclaration(module.ref(), id, types, 1);
        return call(LLVMIntrinsicGetType(module.context(), id, types, 1), declaration, arguments);
    }

    public LLVMValueRef extract(LLVMValueRef aggregate, int index) {
        return LLVMBuildExtractValue(ref, aggregate, index, Llvm.NO_NAME);
    }

    @Override
    public void close() {
        LLVMDisposeBuilder(ref);
        scratch.deallocate();
        names.values().forEach(Pointer::deallocate);
    }
}
