package dev.lumen.ir.term;

/// A process identifier: opaque outside the runtime that made it. Prints as `<0.Id.Serial>`.
public record Pid(Atom node, long id, long serial, long creation) implements Term {
    @Override
    public String toString() {
        return "<0." + id + "." + serial + ">";
    }
}
