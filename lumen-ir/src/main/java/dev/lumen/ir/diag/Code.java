package dev.lumen.ir.diag;

/// The stable name of a kind of diagnostic, in kebab case: `undefined-function`. Tools match on it,
/// so it never changes.
public record Code(String name) {
    public static Code of(String name) {
        return new Code(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
