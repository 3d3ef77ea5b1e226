package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A value that patterns look at: what the `case` was given, or a part of such a value. A place
/// stands for the value before any instruction has fetched it; the same part of the same value is
/// the same object, so places compare by identity.
final class Place {
    /// How the value comes about.
    sealed interface Origin {
        /// Given: known before the matching begins.
        record Given(Operand operand) implements Origin {}

        /// A tuple (`cons` false) or list cell that the `case` takes apart at once, so it need not
        /// be built.
        record Built(List<Place> parts, boolean cons) implements Origin {}

        record Head(Place of) implements Origin {}

        record Tail(Place of) implements Origin {}

        record Element(Place of, int index) implements Origin {}

        /// Of a map or record: fetched by the test for its key or field.
        record Tested(Place of) implements Origin {}

        /// What a segment of a bit string holds.
        record Value(Step step) implements Origin {}
    }

    private final Origin origin;
    private final Map<Object, Place> parts = new HashMap<>();

    private Place(Origin origin) {
        this.origin = origin;
    }

    static Place given(Operand operand) {
        return new Place(new Origin.Given(operand));
    }

    static Place built(List<Place> parts, boolean cons) {
        return new Place(new Origin.Built(parts, cons));
    }

    static Place value(Step step) {
        return new Place(new Origin.Value(step));
    }

    Origin origin() {
        return origin;
    }

    Place head() {
        return parts.computeIfAbsent("head", _ -> new Place(new Origin.Head(this)));
    }

    Place tail() {
        return parts.computeIfAbsent("tail", _ -> new Place(new Origin.Tail(this)));
    }

    Place element(int index) {
        return parts.computeIfAbsent(index, _ -> new Place(new Origin.Element(this, index)));
    }

    Place mapValue(Key key) {
        return parts.computeIfAbsent(key, _ -> new Place(new Origin.Tested(this)));
    }

    Place field(Atom field) {
        return parts.computeIfAbsent(field, _ -> new Place(new Origin.Tested(this)));
    }

    /// The key of a map pattern, or the size of a segment: equal when two patterns certainly mean
    /// the same value.
    sealed interface Key {
        record Literal(Term value) implements Key {}

        /// A value from outside the pattern.
        record Outside(Operand operand) implements Key {}

        /// A value that an earlier segment holds.
        record Inside(Place place) implements Key {}

        /// Anything else: the same only as itself.
        final class Computed implements Key {
            private final CoreExpr expr;
            private final List<Binding> bindings;

            Computed(CoreExpr expr, List<Binding> bindings) {
                this.expr = expr;
                this.bindings = bindings;
            }

            CoreExpr expr() {
                return expr;
            }

            /// What the segments before it bind.
            List<Binding> bindings() {
                return bindings;
            }
        }
    }

    /// A variable of a pattern and what it names.
    record Binding(String name, Place place) {}
}
