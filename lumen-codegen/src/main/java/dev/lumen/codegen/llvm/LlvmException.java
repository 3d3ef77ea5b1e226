package dev.lumen.codegen.llvm;

/// LLVM refused what we gave it. That is a bug of ours, never a mistake in the program being
/// compiled.
public final class LlvmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LlvmException(String message) {
        super(message);
    }
}
