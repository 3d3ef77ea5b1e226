package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.LlvmModule;
import dev.lumen.ir.Loc;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMDIBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// DWARF: which line of which Erlang function an instruction comes from, for debuggers and
/// profilers.
///
/// A group of several Erlang functions is one function of the machine, so its instructions belong
/// to Erlang functions that are inlined into it, which is just what DWARF can say.
abstract sealed class DebugInfo implements AutoCloseable {
    /// From here on instructions go into this LLVM function, made of these Erlang functions.
    abstract void begin(LLVMValueRef function, List<Function> of);

    /// The next instructions come from this place.
    abstract void at(FunctionId function, Loc loc);

    /// The next instructions come from no place in particular.
    abstract void nowhere();

    /// Runs `body`, which puts instructions into functions without debug information, and goes on
    /// as before.
    abstract void without(Runnable body);

    /// After everything else.
    @Override
    public abstract void close();

    /// Says nothing, and costs nothing.
    static final class None extends DebugInfo {
        @Override
        void begin(LLVMValueRef function, List<Function> of) {}

        @Override
        void at(FunctionId function, Loc loc) {}

        @Override
        void nowhere() {}

        @Override
        void without(Runnable body) {
            body.run();
        }

        @Override
        public void close() {}
    }

    static final class Dwarf extends DebugInfo {
        private static final int DWARF_VERSION = 4;

        private final LlvmModule module;
        private final IrBuilder ir;
        private final LLVMDIBuilderRef builder;
        private final LLVMMetadataRef unit;
        private final LLVMMetadataRef noTypes;
        private final Map<String, LLVMMetadataRef> files = new HashMap<>();

        /// Of the LLVM function being filled: its Erlang functions, and where each is inlined.
        private final Map<FunctionId, LLVMMetadataRef> scopes = new HashMap<>();

        private final Map<FunctionId, LLVMMetadataRef> inlinedAt = new HashMap<>();
        private LLVMMetadataRef whole;
        private LLVMMetadataRef current;

        Dwarf(LlvmModule module, IrBuilder ir, String sourceFile) {
            this.module = module;
            this.ir = ir;
            builder = LLVMCreateDIBuilder(module.ref());
            flag("Debug Info Version", 3);
            flag("Dwarf Version", DWARF_VERSION);
            // DWARF has no number for Erlang. With C's, debuggers show names and lines as they are.
            unit =
                    LLVMDIBuilderCreateCompileUnit(
                            builder,
                            LLVMDWARFSourceLanguageC99,
                            file(sourceFile),
                            "lumen",
                            5,
                            1,
                            "",
                            0,
                            0,
                            "",
                            0,
                            LLVMDWARFEmissionFull,
                            0,
                            0,
                            0,
                            "",
                            0,
                            "",
                            0);
            noTypes =
                    LLVMDIBuilderCreateSubroutineType(
                            builder, file(sourceFile), new PointerPointer<>(1), 0, LLVMDIFlagZero);
        }

        private void flag(String name, int value) {
            LLVMAddModuleFlag(
                    module.ref(),
                    LLVMModuleFlagBehaviorWarning,
                    name,
                    name.length(),
                    LLVMValueAsMetadata(ir.i32(value)));
        }

        private LLVMMetadataRef file(String name) {
            return files.computeIfAbsent(
                    name,
                    n -> {
                        int slash = n.lastIndexOf('/');
                        String folder = slash < 0 ? "." : n.substring(0, Math.max(1, slash));
                        String base = n.substring(slash + 1);
                        return LLVMDIBuilderCreateFile(
                                builder, base, bytes(base), folder, bytes(folder));
                    });
        }

        private static long bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        void begin(LLVMValueRef function, List<Function> of) {
            scopes.clear();
            inlinedAt.clear();
            whole = subprogram(of.getFirst());
            LLVMSetSubprogram(function, whole);
            if (of.size() == 1) {
                scopes.put(of.getFirst().id(), whole);
            } else {
                for (Function f : of) {
                    scopes.put(f.id(), subprogram(f));
                    inlinedAt.put(
                            f.id(),
                            LLVMDIBuilderCreateDebugLocation(
                                    module.context(), f.loc().line(), 0, whole, null));
                }
            }
            nowhere();
        }

        private LLVMMetadataRef subprogram(Function f) {
            String name = Symbols.code(f.id());
            return LLVMDIBuilderCreateFunction(
                    builder,
                    unit,
                    name,
                    bytes(name),
                    "",
                    0,
                    file(f.file()),
                    f.loc().line(),
                    noTypes,
                    0,
                    1,
                    f.loc().line(),
                    LLVMDIFlagZero,
                    1);
        }

        @Override
        void at(FunctionId function, Loc loc) {
            set(
                    LLVMDIBuilderCreateDebugLocation(
                            module.context(),
                            loc.line(),
                            loc.column(),
                            scopes.get(function),
                            inlinedAt.get(function)));
        }

        @Override
        void nowhere() {
            set(LLVMDIBuilderCreateDebugLocation(module.context(), 0, 0, whole, null));
        }

        private void set(LLVMMetadataRef location) {
            current = location;
            LLVMSetCurrentDebugLocation2(ir.ref(), location);
        }

        @Override
        void without(Runnable body) {
            LLVMMetadataRef before = current;
            set(null);
            body.run();
            set(before);
        }

        @Override
        public void close() {
            LLVMDIBuilderFinalize(builder);
            LLVMDisposeDIBuilder(builder);
        }
    }
}
