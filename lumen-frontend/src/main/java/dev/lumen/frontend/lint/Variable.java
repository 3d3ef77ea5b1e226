package dev.lumen.frontend.lint;

import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.term.AtomText;

import java.util.ArrayList;
import java.util.List;

/// What is known of a variable at some point: which one it is, its state, whether it has been used,
/// and where it was bound.
record Variable(SourceVariable source, State state, boolean used, List<Anno> places) {
    /// A construct that variables come out of, and where it is.
    record Origin(String construct, Anno place) {
        @Override
        public String toString() {
            return AtomText.quoted(construct, false)
                    + " (line "
                    + place.line()
                    + (place.column() > 0 ? ", column " + place.column() : "")
                    + ")";
        }
    }

    sealed interface State {
        /// Has a value.
        record Bound() implements State {}

        /// Has a value, from each branch of a construct.
        record Exported(Origin from) implements State {}

        /// May not have a value: only some branches of a construct bind it.
        record Unsafe(Origin in) implements State {}

        /// Holds the stack trace of a `catch`, which a guard may not use.
        record Stacktrace() implements State {}

        State BOUND = new Bound();
        State STACKTRACE = new Stacktrace();

        /// Of two states the worse one.
        static State merge(State a, State b) {
            if (a instanceof Unsafe || b instanceof Unsafe) {
                return a instanceof Unsafe ? a : b;
            }
            return a.equals(BOUND) ? b : a;
        }
    }

    Variable {
        places = List.copyOf(places);
    }

    static Variable unused(SourceVariable source, Anno place) {
        return new Variable(source, State.BOUND, false, List.of(place));
    }

    /// Bound here by an error: reported once, then taken as good.
    static Variable usedAt(SourceVariable source, Anno place) {
        return new Variable(source, State.BOUND, true, List.of(place));
    }

    /// Used; whatever was wrong with it has been said.
    Variable asUsed() {
        return new Variable(source, State.BOUND, true, places);
    }

    Variable with(State other) {
        return new Variable(source, other, used, places);
    }

    boolean isUnsafe() {
        return state instanceof State.Unsafe;
    }

    /// The places of both, in order, each once.
    static List<Anno> mergePlaces(List<Anno> a, List<Anno> b) {
        if (a.equals(b) || b.isEmpty()) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        var all = new ArrayList<>(a);
        b.stream().filter(p -> !all.contains(p)).forEach(all::add);
        all.sort((x, y) ->
                x.line() != y.line()
                        ? Integer.compare(x.line(), y.line())
                        : Integer.compare(x.column(), y.column()));
        return all;
    }
}
