package dev.lumen.ir.term;

import java.util.ArrayList;
import java.util.List;

/// A list that is not empty: `[E1, …, En | Tail]`.
///
/// Always true: there is at least one element, and the tail is never itself a [ListTerm], so a list
/// has one representation however it was built. The tail is [Nil] in a proper list.
public record ListTerm(List<Term> elements, Term tail) implements Term {
    /// Flattens a tail that is a list. Throws [IllegalArgumentException] when there are no
    /// elements; see [#of].
    public ListTerm(List<Term> elements, Term tail) {
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("a list needs an element");
        }
        if (tail instanceof ListTerm(var more, var last)) {
            var all = new ArrayList<Term>(elements.size() + more.size());
            all.addAll(elements);
            all.addAll(more);
            this.elements = List.copyOf(all);
            this.tail = last;
        } else {
            this.elements = List.copyOf(elements);
            this.tail = tail;
        }
    }

    /// The list of `elements` before `tail`; just `tail` when there are none. Costs the length of
    /// both lists: collect the elements first rather than add them one by one.
    public static Term of(List<? extends Term> elements, Term tail) {
        return elements.isEmpty() ? tail : new ListTerm(List.copyOf(elements), tail);
    }

    public boolean isProper() {
        return tail instanceof Nil;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ListTerm other && TermOrder.same(this, other);
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
