package dev.lumen.frontend.lint;

/// One variable of the source. Two of the same name are different ones where neither is visible in
/// the other's place: the object is the identity.
public final class SourceVariable {
    private final String name;

    public SourceVariable(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }
}
