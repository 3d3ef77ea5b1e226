package dev.lumen.codegen.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;

import java.util.ArrayList;
import java.util.List;

/// Collects what LLVM reports while it works.
///
/// Without a handler a back end that meets an error calls `exit(1)`, and the JVM is gone. With one
/// it goes on and even answers success, so whoever calls LLVM must look at [#check] afterwards.
///
/// One handler serves all contexts (JavaCPP gives only a few callbacks of a type); LLVM calls it on
/// the thread that called LLVM, so the reports are kept per thread.
final class LlvmErrors {
    private static final ThreadLocal<List<String>> REPORTED =
            ThreadLocal.withInitial(ArrayList::new);
    private static final Handler HANDLER = new Handler();

    private LlvmErrors() {}

    private static final class Handler extends LLVMDiagnosticHandler {
        @Override
        public void call(LLVMDiagnosticInfoRef info, Pointer unused) {
            // Remarks and notes come here too.
            if (LLVMGetDiagInfoSeverity(info) == LLVMDSError) {
                REPORTED.get().add(Llvm.take(LLVMGetDiagInfoDescription(info)));
            }
        }
    }

    static void install(LLVMContextRef context) {
        LLVMContextSetDiagnosticHandler(context, HANDLER, null);
    }

    /// @throws LlvmException with all errors since the last check
    static void check() {
        List<String> reported = REPORTED.get();
        if (!reported.isEmpty()) {
            String all = String.join("\n", reported);
            reported.clear();
            throw new LlvmException(all);
        }
    }
}
