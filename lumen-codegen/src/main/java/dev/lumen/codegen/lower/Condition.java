package dev.lumen.codegen.lower;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// A question whose answer may take several steps. What can be known at once has been emitted; the
/// rest is emitted when the answer is asked for, once, in one of two forms.
interface Condition {
    /// The answer as a value.
    LLVMValueRef flag();

    /// The answer as a branch, which ends the block.
    void branch(LLVMBasicBlockRef yes, LLVMBasicBlockRef no);
}
