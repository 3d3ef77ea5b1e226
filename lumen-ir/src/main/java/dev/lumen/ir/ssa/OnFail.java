package dev.lumen.ir.ssa;

import java.util.Optional;

/// Where control goes when an instruction fails. Anything but [Caller] makes the instruction the
/// last one of its block's body, and its result is not visible at the label.
public sealed interface OnFail {
    OnFail CALLER = new Caller();

    /// An exception leaves the function.
    record Caller() implements OnFail {}

    /// An exception goes to a block with exactly three term parameters: class, reason and raw stack
    /// trace.
    record Catch(Label label) implements OnFail {}

    /// No exception is made: a guard or a match failed, and goes to a block without parameters.
    record Branch(Label label) implements OnFail {}

    /// The block that control goes to, if it stays in the function.
    default Optional<Label> target() {
        return switch (this) {
            case Caller _ -> Optional.empty();
            case Catch(var label) -> Optional.of(label);
            case Branch(var label) -> Optional.of(label);
        };
    }

    /// The same way to another block.
    default OnFail withLabel(Label to) {
        return switch (this) {
            case Caller _ -> this;
            case Catch _ -> new Catch(to);
            case Branch _ -> new Branch(to);
        };
    }
}
