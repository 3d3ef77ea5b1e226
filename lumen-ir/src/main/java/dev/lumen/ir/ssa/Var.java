package dev.lumen.ir.ssa;

/// A value that an instruction or a block parameter defines, exactly once in its function. The type
/// is part of it: whoever refines a type renames every use.
public record Var(int id, Type type) implements Operand {
    // Written out for speed, see Atom.

    @Override
    public boolean equals(Object other) {
        return other instanceof Var v && id == v.id && type.equals(v.type);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /// The text form of a use: `%3`.
    @Override
    public String toString() {
        return "%" + id;
    }
}
