package dev.lumen.ir.term;

/// The empty list, `[]`. All instances are equal; [#NIL] is the one to use.
public record Nil() implements Term {
    public static final Nil NIL = new Nil();

    @Override
    public String toString() {
        return "[]";
    }
}
