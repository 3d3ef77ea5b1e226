package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.FunctionId;

/// A fun with what it captured.
record Closure(FunctionId target, Object[] free) {
    int arity() {
        return target.arity() - 1;
    }
}
