package dev.lumen.codegen;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.Llvm;
import dev.lumen.codegen.llvm.LlvmException;
import dev.lumen.codegen.llvm.TargetMachine;
import dev.lumen.codegen.lower.Symbols;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMOrcDefinitionGeneratorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITRef;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An image in the memory of this JVM, linked against the runtime's shared library: what
/// `LumenRuntime.load(image.address(), image)` takes.
///
/// The memory lives until [#close], which must not come before the runtime that runs the code is
/// closed. Thread-safe apart from that.
public final class LoadedImage implements AutoCloseable {
    private static final BytePointer OBJECT_NAME = new BytePointer("object");

    private final LLVMOrcLLJITRef jit;
    private final long address;
    private boolean closed;

    private LoadedImage(LLVMOrcLLJITRef jit, long address) {
        this.jit = jit;
        this.address = address;
    }

    /// Loads LLVM, and asks what this machine is, which the first [#load] would do.
    public static void prepare() {
        TargetMachine.host(OptLevel.O0).close();
    }

    /// Compiles the modules and loads them. `plan` must have no errors.
    ///
    /// @throws LlvmException when a symbol can't be found, or LLVM refuses what we made
    public static LoadedImage load(
            ImagePlan plan,
            OptLevel level,
            RuntimeMode mode,
            Optional<ObjectCache> cache,
            Progress progress) {
        Path library = RuntimeKit.of(RuntimeTarget.LINUX_GNU, mode).sharedLibrary();
        var thisMachine = ModuleCompiler.forThisMachine(level).withProgress(progress);
        var compiler = cache.map(thisMachine::withCache).orElse(thisMachine);
        List<byte[]> objects = ImageObjects.compile(plan, false, compiler).objects();
        return progress.timed("", "link", () -> link(objects, library));
    }

    /// Loads object files of this machine, one of which defines `lumen_image`.
    static LoadedImage link(List<byte[]> objects, Path library) {
        var jit = new LLVMOrcLLJITRef();
        Llvm.check(LLVMOrcCreateLLJIT(jit, new LLVMOrcLLJITBuilderRef((Pointer) null)));
        try {
            var dylib = LLVMOrcLLJITGetMainJITDylib(jit);
            var generator = new PointerPointer<Pointer>(1);
            Llvm.check(
                    LLVMOrcCreateDynamicLibrarySearchGeneratorForPath(
                            generator,
                            library.toString(),
                            LLVMOrcLLJITGetGlobalPrefix(jit),
                            null,
                            null));
            LLVMOrcJITDylibAddGenerator(dylib, new LLVMOrcDefinitionGeneratorRef(generator.get(0)));
            for (byte[] object : objects) {
                var bytes = new BytePointer(object);
                Llvm.check(
                        LLVMOrcLLJITAddObjectFile(
                                jit,
                                dylib,
                                LLVMCreateMemoryBufferWithMemoryRangeCopy(
                                        bytes, object.length, OBJECT_NAME)));
            }
            var address = new LongPointer(1);
            Llvm.check(LLVMOrcLLJITLookup(jit, address, Symbols.IMAGE));
            return new LoadedImage(jit, address.get());
        } catch (LlvmException e) {
            Llvm.check(LLVMOrcDisposeLLJIT(jit));
            throw e;
        }
    }

    /// Of the `lumen_image`.
    public long address() {
        return address;
    }

    /// The address of a symbol of the image.
    ///
    /// @throws LlvmException when there is none of this name
    public long address(String symbol) {
        var found = new LongPointer(1);
        Llvm.check(LLVMOrcLLJITLookup(jit, found, symbol));
        return found.get();
    }

    /// Frees the code and data.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Llvm.check(LLVMOrcDisposeLLJIT(jit));
        }
    }
}
