package dev.lumen.codegen.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;

/// LLVM's code generator for one [Target]. Not thread-safe; cheap enough (well under a millisecond)
/// for one per compilation.
public final class TargetMachine implements AutoCloseable {
    private final Target target;
    private final OptLevel level;
    private final String cpu;
    private final String features;
    private LLVMTargetMachineRef ref;

    public TargetMachine(Target target, OptLevel level) {
        this(target, level, target.cpu(), target.features());
    }

    private TargetMachine(Target target, OptLevel level, String cpu, String features) {
        Llvm.initialize();
        this.target = target;
        this.level = level;
        this.cpu = cpu;
        this.features = features;
        var found = new LLVMTargetRef();
        var error = new BytePointer((Pointer) null);
        if (LLVMGetTargetFromTriple(new BytePointer(target.triple()), found, error) != 0) {
            throw new LlvmException(Llvm.take(error));
        }
        // Without any effort each value becomes a local of its own in WebAssembly, and engines
        // allow 50,000 a function.
        int least = target.isWasm() ? LLVMCodeGenLevelLess : LLVMCodeGenLevelNone;
        int effort = level == OptLevel.O0 ? least : LLVMCodeGenLevelDefault;
        // A WebAssembly module has a memory and a table of its own, where everything has its place.
        int relocation = target.isWasm() ? LLVMRelocStatic : LLVMRelocPIC;
        ref =
                LLVMCreateTargetMachine(
                        found,
                        target.triple(),
                        cpu,
                        features,
                        effort,
                        relocation,
                        LLVMCodeModelDefault);
    }

    /// How much it optimises.
    public OptLevel level() {
        return level;
    }

    /// For code that runs in this JVM, on this very processor: may use all that it can do.
    public static TargetMachine host(OptLevel level) {
        Target target = Target.host();
        return new TargetMachine(
                target,
                level,
                Llvm.take(LLVMGetHostCPUName()),
                Llvm.take(LLVMGetHostCPUFeatures()));
    }

    public Target target() {
        return target;
    }

    /// The processor that code is generated for, and what it can do beyond its kind, as LLVM writes
    /// it.
    public String processor() {
        return cpu + " " + features;
    }

    LLVMTargetMachineRef ref() {
        return ref;
    }

    /// Gives up ownership: the caller frees it, and this object is closed.
    public LLVMTargetMachineRef release() {
        LLVMTargetMachineRef released = ref;
        ref = null;
        return released;
    }

    LLVMTargetDataRef newDataLayout() {
        return LLVMCreateTargetDataLayout(ref);
    }

    @Override
    public void close() {
        if (ref != null) {
            LLVMDisposeTargetMachine(ref);
            ref = null;
        }
    }
}
