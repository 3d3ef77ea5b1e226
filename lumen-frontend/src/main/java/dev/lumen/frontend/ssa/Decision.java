package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Term;

import java.util.List;

/// What to test next, and what each answer leads to: the compiled form of the patterns of a `case`.
/// A tree in which equal parts are one object, so nodes compare by identity.
sealed interface Decision {
    /// No clause matches.
    final class Fail implements Decision {}

    /// The patterns of a clause match. When its guard is not true, matching goes on with
    /// `otherwise`.
    final class Leaf implements Decision {
        final int clause;
        final List<Place.Binding> bindings;
        final Decision otherwise;

        Leaf(int clause, List<Place.Binding> bindings, Decision otherwise) {
            this.clause = clause;
            this.bindings = bindings;
            this.otherwise = otherwise;
        }
    }

    /// On an atom or small integer.
    final class Switch implements Decision {
        record Case(Term constant, Decision then) {}

        final Place place;
        final List<Case> cases;
        final Decision otherwise;

        Switch(Place place, List<Case> cases, Decision otherwise) {
            this.place = place;
            this.cases = cases;
            this.otherwise = otherwise;
        }
    }

    /// On the size of a tuple.
    final class Arity implements Decision {
        record Case(int arity, Decision then) {}

        final Place place;
        final List<Case> cases;
        final Decision otherwise;

        Arity(Place place, List<Case> cases, Decision otherwise) {
            this.place = place;
            this.cases = cases;
            this.otherwise = otherwise;
        }
    }

    /// A question with two answers.
    final class Ask implements Decision {
        final Question question;
        final Decision yes;
        final Decision no;

        Ask(Question question, Decision yes, Decision no) {
            this.question = question;
            this.yes = yes;
            this.no = no;
        }
    }

    sealed interface Question {
        record IsA(Place place, TypeTest test, int number) implements Question {}

        record Equals(Place place, Term literal) implements Question {}

        /// Is the key in the map? Then `value` is known.
        record HasKey(Place map, Place.Key key, Place value) implements Question {}

        /// Is it one of the native records that the id means ([CorePattern.Record])?
        record IsRecord(Place place, Term id) implements Question {}

        /// Has the record the field? Then `value` is known.
        record HasField(Place record, Atom field, Place value) implements Question {}

        /// Are the bits of the segment there, and valid? Then its value and what is behind it are
        /// known.
        record Segment(Step step) implements Question {}

        /// Do these bits stand there? Then the position `next` behind them is known.
        record Literal(Step.Position at, Bits bits, Step.Position next) implements Question {}

        /// Is the bit string used up?
        record AtEnd(Step.Position at) implements Question {}

        /// Is what is left a multiple of the unit?
        record RestIs(Step.Position at, int unit) implements Question {}
    }
}
