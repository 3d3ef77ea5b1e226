package dev.lumen.ir.term;

/// A port identifier: opaque outside the runtime that made it. Prints as `#Port<0.Id>`.
public record Port(Atom node, long id, long creation) implements Term {
    @Override
    public String toString() {
        return "#Port<0." + id + ">";
    }
}
