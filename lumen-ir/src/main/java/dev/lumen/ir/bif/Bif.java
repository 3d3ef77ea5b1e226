package dev.lumen.ir.bif;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.term.Atom;

import java.util.List;

/// One row of `bifs.tab`: a function that the runtime implements. `alias` stands for the name in C,
/// where the name is not a C identifier; it is the name itself otherwise. `params` are what the
/// arguments must be for it not to fail.
public record Bif(
        Atom module, Atom name, String alias, List<Type> params, Type result, Effects effects) {
    public Bif {
        params = List.copyOf(params);
    }

    public int arity() {
        return params.size();
    }

    public FunctionId id() {
        return new FunctionId(module, name, arity());
    }

    /// The name of the C function.
    public String symbol() {
        return (effects.yields() ? "lumen_code_" : "lumen_bif_")
                + module.name()
                + "_"
                + alias
                + "_"
                + arity();
    }

    /// `erlang:'+'/2`
    @Override
    public String toString() {
        return id().toString();
    }
}
