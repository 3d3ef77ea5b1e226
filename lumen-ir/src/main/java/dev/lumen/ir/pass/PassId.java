package dev.lumen.ir.pass;

/// The name of a pass, in kebab case: `merge-equal-pure`. It is how pipelines, dumps and `without`
/// name it.
public record PassId(String name) implements Comparable<PassId> {
    public PassId {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a pass name in kebab case: " + name);
        }
    }

    public static PassId of(String name) {
        return new PassId(name);
    }

    @Override
    public int compareTo(PassId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
