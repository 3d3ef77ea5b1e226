package dev.lumen.codegen.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMOrcThreadSafeContextRef;
import org.bytedeco.llvm.LLVM.LLVMOrcThreadSafeModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.nio.charset.StandardCharsets;

/// A module of LLVM in a context of its own, so that any number of them can be built on as many
/// threads.
///
/// Every method that makes LLVM work on the module throws [LlvmException] when LLVM reports an
/// error. Not thread-safe.
public final class LlvmModule implements AutoCloseable {
    /// In instructions, before LLVM's passes: shorter ones lose nothing. The longest group of
    /// stdlib, the scanner of Erlang, has 33,000.
    private static final int LONG_BLOCK = 4_000;

    private static final int LONG_FUNCTION = 60_000;

    private final LLVMOrcThreadSafeContextRef shared;
    private final LLVMContextRef context;
    private LLVMModuleRef ref;

    /// An empty module for the target of `machine`, whose data layout decides the layout of
    /// everything put in later.
    public LlvmModule(String name, TargetMachine machine) {
        // The JIT takes only modules in such a context; for all else it is like any other.
        shared = LLVMOrcCreateNewThreadSafeContext();
        context = LLVMOrcThreadSafeContextGetContext(shared);
        LlvmErrors.install(context);
        ref = LLVMModuleCreateWithNameInContext(name, context);
        LLVMSetTarget(ref, machine.target().triple());
        var layout = machine.newDataLayout();
        LLVMSetModuleDataLayout(ref, layout);
        LLVMDisposeTargetData(layout);
    }

    public LLVMContextRef context() {
        return context;
    }

    public LLVMModuleRef ref() {
        return ref;
    }

    /// LLVM's assembly language.
    public String text() {
        return Llvm.take(LLVMPrintModuleToString(ref));
    }

    /// Checks that LLVM accepts the module.
    public void verify() {
        var message = new BytePointer((Pointer) null);
        if (LLVMVerifyModule(ref, LLVMReturnStatusAction, message) != 0) {
            throw new LlvmException(
                    "the generated LLVM module is not valid: " + Llvm.take(message));
        }
        LLVMDisposeMessage(message);
    }

    /// Runs a pipeline, written as `opt -passes=` takes it.
    public void run(String passes, TargetMachine machine) {
        var options = LLVMCreatePassBuilderOptions();
        try {
            Llvm.check(LLVMRunPasses(ref, passes, machine.ref(), options));
        } finally {
            LLVMDisposePassBuilderOptions(options);
        }
        LlvmErrors.check();
    }

    /// Has LLVM generate quickly what it would take too long for: several of its thorough steps
    /// need time in the square of a block's length (the instruction scheduler), or of a function's
    /// (live ranges). What is that long builds large terms, once, or has thousands of clauses.
    public void hurryLongFunctions() {
        for (var f = LLVMGetFirstFunction(ref); isThere(f); f = LLVMGetNextFunction(f)) {
            if (isLong(f)) {
                remove(f, "optsize");
                remove(f, "minsize");
                attribute(f, "noinline");
                attribute(f, "optnone");
            }
        }
    }

    private static boolean isLong(LLVMValueRef function) {
        int all = 0;
        for (var b = LLVMGetFirstBasicBlock(function); isThere(b); b = LLVMGetNextBasicBlock(b)) {
            int block = 0;
            for (var i = LLVMGetFirstInstruction(b); isThere(i); i = LLVMGetNextInstruction(i)) {
                block++;
            }
            all += block;
            if (block > LONG_BLOCK || all > LONG_FUNCTION) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Pointer p) {
        return p != null && !p.isNull();
    }

    /// Puts an attribute without a value on a function.
    public void attribute(LLVMValueRef function, String name) {
        LLVMAddAttributeAtIndex(
                function,
                LLVMAttributeFunctionIndex,
                LLVMCreateEnumAttribute(context, attributeKind(name), 0));
    }

    private static void remove(LLVMValueRef function, String name) {
        LLVMRemoveEnumAttributeAtIndex(function, LLVMAttributeFunctionIndex, attributeKind(name));
    }

    private static int attributeKind(String name) {
        return LLVMGetEnumAttributeKindForName(name, name.length());
    }

    /// The module as an object file of its target.
    public byte[] object(TargetMachine machine) {
        return emit(machine, LLVMObjectFile);
    }

    /// The module in the assembly language of its target.
    public String assembly(TargetMachine machine) {
        return new String(emit(machine, LLVMAssemblyFile), StandardCharsets.UTF_8);
    }

    private byte[] emit(TargetMachine machine, int kind) {
        var message = new BytePointer((Pointer) null);
        var buffer = new LLVMMemoryBufferRef();
        if (LLVMTargetMachineEmitToMemoryBuffer(machine.ref(), ref, kind, message, buffer) != 0) {
            throw new LlvmException(Llvm.take(message));
        }
        byte[] bytes = new byte[Math.toIntExact(LLVMGetBufferSize(buffer))];
        LLVMGetBufferStart(buffer).get(bytes);
        LLVMDisposeMemoryBuffer(buffer);
        LlvmErrors.check();
        return bytes;
    }

    /// Hands the module to the JIT, which owns it from now on. This object can only be closed
    /// afterwards.
    public LLVMOrcThreadSafeModuleRef releaseToJit() {
        var released = LLVMOrcCreateNewThreadSafeModule(ref, shared);
        ref = null;
        return released;
    }

    @Override
    public void close() {
        if (ref != null) {
            LLVMDisposeModule(ref);
            ref = null;
        }
        if (!shared.isNull()) {
            LLVMOrcDisposeThreadSafeContext(shared);
            shared.setNull();
        }
    }
}
