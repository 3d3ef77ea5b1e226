package dev.lumen.codegen.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What every use of LLVM's C interface needs: the targets initialised once, and the few
/// conversions where JavaCPP is easy to get wrong.
public final class Llvm {
    /// `preserve_none`: twelve arguments in registers, nothing to save. LLVM's C interface has no
    /// name for it.
    public static final int PRESERVE_NONE = 21;

    /// The name of every value: none. One shared pointer, because a Java string would be copied to
    /// native memory each time.
    public static final BytePointer NO_NAME = new BytePointer("");

    static {
        LLVMInitializeX86TargetInfo();
        LLVMInitializeX86Target();
        LLVMInitializeX86TargetMC();
        LLVMInitializeX86AsmPrinter();
        LLVMInitializeX86AsmParser();
        LLVMInitializeWebAssemblyTargetInfo();
        LLVMInitializeWebAssemblyTarget();
        LLVMInitializeWebAssemblyTargetMC();
        LLVMInitializeWebAssemblyAsmPrinter();
        fixJumpTables();
    }

    /// LLVM's code generator for WebAssembly, when it first sees a function, sets a variable of the
    /// whole process: a switch of two cases is worth a jump table, instead of four. What other
    /// targets generate would then depend on whether WebAssembly came before. So it comes first,
    /// always; and code that wants it otherwise says so itself.
    private static void fixJumpTables() {
        try (var machine = new TargetMachine(Target.WASM32, OptLevel.O0);
                var module = new LlvmModule("first", machine);
                var ir = new IrBuilder(module)) {
            ir.at(
                    ir.block(
                            LLVMAddFunction(module.ref(), "first", ir.functionType(ir.voidType)),
                            "entry"));
            ir.retVoid();
            module.object(machine);
        }
    }

    private Llvm() {}

    /// As in `20.1.7`.
    public static String version() {
        int[] major = new int[1];
        int[] minor = new int[1];
        int[] patch = new int[1];
        LLVMGetVersion(major, minor, patch);
        return major[0] + "." + minor[0] + "." + patch[0];
    }

    /// Makes sure that the targets are there. Cheap after the first time; thread-safe.
    static void initialize() {
        // The static initialiser did it.
    }

    /// A native array of pointers. (`new PointerPointer<>(one)` would be JavaCPP's cast and not an
    /// array of one.)
    public static <P extends Pointer> PointerPointer<P> array(List<? extends P> values) {
        var array = new PointerPointer<P>(Math.max(1, values.size()));
        for (int i = 0; i < values.size(); i++) {
            array.put(i, values.get(i));
        }
        return array;
    }

    @SafeVarargs
    public static <P extends Pointer> PointerPointer<P> array(P... values) {
        return array(List.of(values));
    }

    /// @throws LlvmException when it is an error
    public static void check(LLVMErrorRef error) {
        if (error != null && !error.isNull()) {
            BytePointer message = LLVMGetErrorMessage(error);
            String text = message.getString(StandardCharsets.UTF_8);
            LLVMDisposeErrorMessage(message);
            throw new LlvmException(text);
        }
    }

    /// Takes a text that LLVM allocated, and frees it there.
    static String take(BytePointer message) {
        if (message == null || message.isNull()) {
            return "";
        }
        String text = message.getString(StandardCharsets.UTF_8);
        LLVMDisposeMessage(message);
        return text;
    }
}
