package dev.lumen.ir.ssa.interp;

/// A function that the runtime implements. Throws [Failure] to raise.
interface Builtin {
    Object call(Machine m, Object[] args);
}
