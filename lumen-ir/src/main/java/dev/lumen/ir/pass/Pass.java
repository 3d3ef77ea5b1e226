package dev.lumen.ir.pass;

/// A step that turns valid SSA into valid SSA that means the same. A pass is a value: it has no
/// state that survives a run, so one instance may serve any number of compilations at once.
public sealed interface Pass permits FunctionPass, ModulePass {
    PassId id();
}
