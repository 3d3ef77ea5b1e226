package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;

import java.util.Optional;

/// Why a function is in an image. Following reasons leads to a root.
public sealed interface Reason {
    /// The function that leads to it; empty for a root.
    default Optional<FunctionId> by() {
        return switch (this) {
            case Root() -> Optional.empty();
            case Called(var caller) -> Optional.of(caller);
            case Computed(_, var caller) -> Optional.of(caller);
        };
    }

    /// The program begins here, or the caller of the compiler wants it.
    record Root() implements Reason {}

    /// `caller` calls it, or makes a fun of it.
    record Called(FunctionId caller) implements Reason {}

    /// It fits a call by a computed name in `caller`.
    record Computed(CallPattern pattern, FunctionId caller) implements Reason {}
}
