package dev.lumen.frontend.ssa;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Module;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Lowers a module of Core Erlang to SSA: patterns become decision trees, closures and `letrec`
/// functions become functions of the module, calls of built-ins become instructions.
///
/// The Core must be valid (see `CoreVerifier`); it may be what this compiler made of source or what
/// OTP's compiler printed. The result passes [dev.lumen.ir.ssa.Verifier]. Deterministic, no shared
/// state: any thread may call.
///
/// [#lower] takes a whole module, an instance one function at a time. Instances are for one thread;
/// deep programs need a [DeepStack].
public final class CoreToSsa {
    private final ModuleLowering lowering;

    /// The module, and the uses of functions that it does not have, in the order of the source.
    public record Result(Module module, List<MissingFunction> missing) {}

    /// For functions of this module, one by one: `functions` names all that it has, whichever of
    /// them `core` holds.
    public CoreToSsa(CoreModule core, Set<FunctionName> functions) {
        lowering = new ModuleLowering(core, functions, BifTable.standard());
    }

    /// Throws [IllegalStateException] when the Core is not valid.
    public static Result lower(CoreModule core) {
        return DeepStack.call(() -> {
            Set<FunctionName> names =
                    core.functions().stream().map(FunctionDef::name).collect(Collectors.toSet());
            var lowering = new ModuleLowering(core, names, BifTable.standard());
            List<Function> functions =
                    core.functions().stream().flatMap(f -> lowering.lower(f).stream()).toList();
            return new Result(lowering.module(functions), List.copyOf(lowering.missing()));
        });
    }

    /// A function, and what was lifted out of it.
    public List<Function> lower(FunctionDef function) {
        return lowering.lower(function);
    }

    /// The module with these of its functions.
    public Module module(List<Function> functions) {
        return lowering.module(functions);
    }
}
