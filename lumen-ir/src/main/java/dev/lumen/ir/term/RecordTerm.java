package dev.lumen.ir.term;

import java.util.ArrayList;
import java.util.List;

/// A native record (EEP 79).
///
/// @param definition `{Module, Name, IsExported, Field1, …, FieldN}`, all atoms, as the runtime has
///   it
/// @param values of the fields, in the same order
public record RecordTerm(Tuple definition, List<Term> values) implements Term {
    private static final int FIRST_FIELD = 3;

    /// Throws [IllegalArgumentException] when the definition is none of so many fields.
    public RecordTerm {
        values = List.copyOf(values);
        if (definition.size() != FIRST_FIELD + values.size()
                || !definition.elements().stream().allMatch(Atom.class::isInstance)) {
            throw new IllegalArgumentException("not the definition of a record: " + definition);
        }
    }

    public static Tuple definition(Atom module, Atom name, boolean exported, List<Atom> fields) {
        var all = new ArrayList<Term>(List.of(module, name, Term.of(exported)));
        all.addAll(fields);
        return new Tuple(all);
    }

    public Atom module() {
        return (Atom) definition.get(0);
    }

    public Atom name() {
        return (Atom) definition.get(1);
    }

    public boolean isExported() {
        return definition.get(2).equals(Atom.TRUE);
    }

    /// The names of the fields, in the order of the declaration.
    public List<Term> fields() {
        return definition.elements().subList(FIRST_FIELD, definition.size());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RecordTerm other && TermOrder.same(this, other);
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
