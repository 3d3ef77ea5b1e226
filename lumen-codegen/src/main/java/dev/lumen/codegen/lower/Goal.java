package dev.lumen.codegen.lower;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

/// What code is to be, where it can't be everything.
enum Goal {
    /// Fast: native code at O2.
    SPEED,
    /// Small, because it is sent over a network: WebAssembly.
    SIZE,
    /// Made quickly: native code at O0. LLVM's time is in proportion to the instructions it gets,
    /// and longest where its quick instruction selector does not know one.
    COMPILE_TIME;

    static Goal of(Target target, OptLevel level) {
        if (target.isWasm()) {
            return SIZE;
        }
        return level == OptLevel.O0 ? COMPILE_TIME : SPEED;
    }

    /// Heap checks with code of their own to collect that a function may have before it asks for
    /// memory eagerly. (Asking early cost tak and a binary tree a tenth of their speed.)
    int sparedChecks() {
        return this == SPEED ? 8 : 0;
    }

    /// A function of so few instructions works on floats in place even if nothing in it tells of
    /// them: it may be what a loop calls.
    int smallForFloats() {
        return this == SPEED ? 16 : 0;
    }

    /// A function of so few instructions compares small integers and looks into tuples in place; a
    /// larger one asks the runtime.
    int smallForLooking() {
        return this == SIZE ? smallForArithmetic() : Integer.MAX_VALUE;
    }

    /// A function of so few instructions has arithmetic on small integers in place; a larger one
    /// calls the primitive.
    int smallForArithmetic() {
        return switch (this) {
            case SPEED -> Integer.MAX_VALUE;
            case SIZE -> 16;
            case COMPILE_TIME -> 0;
        };
    }

    /// Where so many instructions call each other, LLVM still minds speed; where more do, size
    /// alone.
    int smallForSpeed() {
        return this == SIZE ? 32 : Integer.MAX_VALUE;
    }

    /// Whether the simplest built-in functions are tried in place.
    boolean inlinesBuiltins() {
        return this != COMPILE_TIME;
    }

    /// Whether a test whose answer only its block's branch wants becomes branches itself. (When
    /// LLVM optimises, it does that.)
    boolean branchesOnTests() {
        return this == COMPILE_TIME;
    }

    /// Whether what comes out is verified even if assertions are off (our tests have them on).
    boolean alwaysVerifies() {
        return this != COMPILE_TIME;
    }

    /// Whether all jumps of a group to other code are one, in a block of its own: the quick
    /// instruction selector gives up on it, and what comes then takes as long as a hundred other
    /// instructions.
    boolean sharesExit() {
        return this == COMPILE_TIME;
    }

    /// A switch of so many cases is made of comparisons: the quick instruction selector knows no
    /// switch.
    int comparedCases() {
        return this == COMPILE_TIME ? 8 : 0;
    }
}
