package dev.lumen.ir.ssa;

import java.util.Optional;

/// One segment of a bit string that is built. `size` counts units of `unit` bits; a slice without a
/// size is taken whole; the UTF kinds have none. A literal's value is a constant bit string, put as
/// it is.
public record Segment(
        BitsKind kind, Operand value, Optional<Operand> size, int unit, BitsFlags flags) {}
