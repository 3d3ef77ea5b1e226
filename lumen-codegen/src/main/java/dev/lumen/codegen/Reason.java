package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;

/// Why a function is in an image. Following reasons leads to a root.
public sealed interface Reason {
    /// The program begins here, or the caller of the compiler wants it.
    record Root() implements Reason {}

    /// `by` calls it, or makes a fun of it.
    record Called(FunctionId by) implements Reason {}

    /// It fits a call by a computed name in `by`.
    record Computed(CallPattern pattern, FunctionId by) implements Reason {}
}
