package dev.lumen.codegen;

/// How much time to spend on fast code.
public enum OptLevel {
    /// Compile quickly; the code is still register-allocated and merged, just not optimised.
    O0,
    /// Optimise.
    O2
}
