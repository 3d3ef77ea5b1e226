package dev.lumen.ir.term;

/// A float: always finite. `equals` tells `0.0` from `-0.0`, see [Term].
public record FloatTerm(double value) implements Term {
    public FloatTerm {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not an Erlang float: " + value);
        }
    }

    @Override
    public String toString() {
        return FloatText.shortest(value);
    }
}
