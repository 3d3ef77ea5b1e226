package dev.lumen.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.LlvmException;
import dev.lumen.codegen.llvm.LlvmModule;
import dev.lumen.codegen.llvm.TargetMachine;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;

import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class ModuleCompilerTest {
    private static Module fib() throws IOException {
        return Reader.module(Files.readString(Path.of("src/test/filetests/llvm/fib.ssa")));
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void makesObjectsOfEachTarget(Target target) throws IOException {
        byte[] object = ModuleCompiler.of(target, OptLevel.O2).object(fib());
        String magic = target.isWasm() ? "\0asm" : "\177ELF";
        assertThat(new String(object, 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo(magic);
    }

    @Test
    void manyThreadsMakeTheSameBytesAsOne() throws Exception {
        Module module = fib();
        var native2 = ModuleCompiler.of(Target.X86_64_LINUX, OptLevel.O2);
        var wasm0 = ModuleCompiler.of(Target.WASM32, OptLevel.O0);
        byte[] expectedNative = native2.object(module);
        byte[] expectedWasm = wasm0.object(module);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<byte[]>>();
            for (int k = 0; k < 8; k++) {
                tasks.add(() -> native2.object(module));
                tasks.add(() -> wasm0.object(module));
            }
            var results = pool.invokeAll(tasks);
            for (int k = 0; k < results.size(); k++) {
                Future<byte[]> result = results.get(k);
                assertThat(result.get()).isEqualTo(k % 2 == 0 ? expectedNative : expectedWasm);
            }
        }
    }

    @Test
    void anErrorInTheBackEndOfLlvmIsAnExceptionAndNotTheEndOfTheJvm() {
        // A tail call that must be one, on a machine that has none.
        try (var machine = new TargetMachine(Target.WASM32, OptLevel.O0);
                var module = new LlvmModule("bad", machine);
                var ir = new IrBuilder(module)) {
            var type = ir.functionType(ir.voidType);
            var callee = LLVM.LLVMAddFunction(module.ref(), "callee", type);
            var caller = LLVM.LLVMAddFunction(module.ref(), "caller", type);
            String key = "target-features";
            String without = "-tail-call";
            LLVM.LLVMAddAttributeAtIndex(
                    caller,
                    (int) LLVM.LLVMAttributeFunctionIndex,
                    LLVM.LLVMCreateStringAttribute(
                            module.context(), key, key.length(), without, without.length()));
            ir.at(ir.block(caller, "entry"));
            LLVM.LLVMSetTailCallKind(ir.call(type, callee), LLVM.LLVMTailCallKindMustTail);
            ir.retVoid();
            module.verify();
            assertThatThrownBy(() -> module.object(machine)).isInstanceOf(LlvmException.class);
        }
    }

    @Test
    void anInvalidModuleIsRefused() {
        try (var machine = new TargetMachine(Target.host(), OptLevel.O0);
                var module = new LlvmModule("bad", machine);
                var ir = new IrBuilder(module)) {
            var function = LLVM.LLVMAddFunction(module.ref(), "f", ir.functionType(ir.i64));
            ir.at(ir.block(function, "entry"));
            ir.retVoid();
            assertThatThrownBy(module::verify)
                    .isInstanceOf(LlvmException.class)
                    .hasMessageContaining("return type");
        }
    }
}
