package dev.lumen.ir.ssa;

import dev.lumen.ir.term.Atom;

/// The name of a function in the whole image.
public record FunctionId(Atom module, Atom name, int arity) {
    public static FunctionId of(String module, String name, int arity) {
        return new FunctionId(Atom.of(module), Atom.of(name), arity);
    }

    // Written out for speed, see Atom.

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionId f
                && arity == f.arity
                && name.equals(f.name)
                && module.equals(f.module);
    }

    @Override
    public int hashCode() {
        return (module.hashCode() * 31 + name.hashCode()) * 31 + arity;
    }

    /// `m:f/1`, quoted where Erlang needs it.
    @Override
    public String toString() {
        return module + ":" + name + "/" + arity;
    }
}
