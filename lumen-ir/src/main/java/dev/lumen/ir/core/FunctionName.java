package dev.lumen.ir.core;

import dev.lumen.ir.term.Atom;

/// The name of a function of the same module or of an enclosing `letrec`: `'f'/1`.
public record FunctionName(Atom name, int arity) {
    public static FunctionName of(String name, int arity) {
        return new FunctionName(Atom.of(name), arity);
    }

    // Written out for speed, see Atom.

    @Override
    public boolean equals(Object other) {
        return other instanceof FunctionName f && arity == f.arity && name.equals(f.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + arity;
    }

    @Override
    public String toString() {
        return name + "/" + arity;
    }
}
