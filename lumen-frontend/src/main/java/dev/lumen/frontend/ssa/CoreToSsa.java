package dev.lumen.frontend.ssa;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.ssa.Module;
import java.util.List;

/// Lowers a module of Core Erlang to SSA: patterns become decision trees, closures and `letrec` functions become
/// functions of the module, calls of built-ins become instructions.
///
/// The Core must be valid (see `CoreVerifier`); it may be what this compiler made of source or what OTP's compiler
/// printed. The result passes [dev.lumen.ir.ssa.Verifier]. Deterministic, no shared state: any thread may call.
public final class CoreToSsa {
    private CoreToSsa() {}

    /// The module, and the uses of functions that it does not have, in the order of the source.
    public record Result(Module module, List<MissingFunction> missing) {}

    /// Throws [IllegalStateException] when the Core is not valid.
    public static Result lower(CoreModule core) {
        return DeepStack.call(() -> {
            var lowering = new ModuleLowering(core, BifTable.standard());
            Module module = lowering.lower();
            return new Result(module, List.copyOf(lowering.missing()));
        });
    }
}
