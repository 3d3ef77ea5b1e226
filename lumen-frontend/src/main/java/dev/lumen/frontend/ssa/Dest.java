package dev.lumen.frontend.ssa;

import dev.lumen.ir.ssa.Label;

/// What becomes of the values of an expression.
sealed interface Dest {
    /// The function returns the one value.
    record Return() implements Dest {}

    /// The values are passed to a block with `arity` parameters.
    record Join(Label label, int arity) implements Dest {}

    /// Control goes to `yes` when the one value is `true`, else to `no`. Neither block has
    /// parameters.
    record Condition(Label yes, Label no) implements Dest {}

    /// The values are dropped and control goes to a block without parameters.
    record Drop(Label label) implements Dest {}

    Dest RETURN = new Return();
}
