package dev.lumen.ir.ssa;

/// The name of a block, unique in its function: letters, digits, `_`, not starting with a digit.
public record Label(String name) implements Comparable<Label> {
    public static final Label ENTRY = new Label("entry");

    @Override
    public int compareTo(Label other) {
        return name.compareTo(other.name);
    }

    // Written out for speed, see Atom.

    @Override
    public boolean equals(Object other) {
        return other instanceof Label l && name.equals(l.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
