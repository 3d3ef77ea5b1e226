package dev.lumen;

import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.pass.Pass;

import java.util.function.UnaryOperator;

/// A point of the pipeline where a pass can stand, with the type of such a pass. Passes of a stage
/// run in the order in which they were added, after ours.
///
/// @param <P> what a pass of this stage is
public final class Stage<P> {
    /// The abstract forms, macros expanded.
    public static final Stage<UnaryOperator<ModuleForms>> FORMS = new Stage<>("forms");

    /// Core Erlang.
    public static final Stage<UnaryOperator<CoreModule>> CORE = new Stage<>("core");

    /// SSA. Passes over single functions and over whole modules.
    public static final Stage<Pass> SSA = new Stage<>("ssa");

    private final String name;

    private Stage(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
