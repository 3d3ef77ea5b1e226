package dev.lumen.ir.term;

/// An atom. Two atoms are the same when their names are; order is that of the names' code points.
public record Atom(String name) implements Term {
    /// The language's limit on the length of an atom, in code points.
    public static final int MAX_LENGTH = 255;

    public static final Atom TRUE = new Atom("true");
    public static final Atom FALSE = new Atom("false");
    public static final Atom OK = new Atom("ok");
    public static final Atom ERROR = new Atom("error");
    public static final Atom UNDEFINED = new Atom("undefined");

    public Atom {
        if (name.length() > MAX_LENGTH && name.codePointCount(0, name.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("atom longer than " + MAX_LENGTH + " characters");
        }
    }

    public static Atom of(String name) {
        return new Atom(name);
    }

    /// The atom's 58-bit content hash, see [AtomHash].
    public long hash58() {
        return AtomHash.hash58(name);
    }

    // Written out because the keys of most maps are these: what a record makes by itself goes
    // through method handles, which are slow until the JVM has optimised them.

    @Override
    public boolean equals(Object other) {
        return other instanceof Atom a && name.equals(a.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return AtomText.quoted(name, false);
    }
}
