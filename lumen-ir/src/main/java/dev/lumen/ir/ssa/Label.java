package dev.lumen.ir.ssa;

/// The name of a block, unique in its function: letters, digits, `_`, not starting with a digit.
public record Label(String name) implements Comparable<Label> {
    public static final Label ENTRY = new Label("entry");

    @Override
    public int compareTo(Label other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
