package dev.lumen.ir.term;

import java.util.List;

/// A tuple of any size, the empty one included.
public record Tuple(List<Term> elements) implements Term {
    public Tuple {
        elements = List.copyOf(elements);
    }

    public int size() {
        return elements.size();
    }

    /// The element at `index`, counted from 0 (Erlang's `element/2` counts from 1).
    public Term get(int index) {
        return elements.get(index);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Tuple other && TermOrder.same(this, other);
    }

    @Override
    public int hashCode() {
        return TermOrder.hash(this);
    }

    @Override
    public String toString() {
        return TermPrinter.print(this);
    }
}
