package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.List;

/// A native record; see [RecordTerm]. The array is never written after the record is made.
record Rec(Tuple definition, Object[] values) {
    Term module() {
        return definition.get(0);
    }

    Term name() {
        return definition.get(1);
    }

    boolean isExported() {
        return definition.get(2).equals(Atom.TRUE);
    }

    List<Term> fields() {
        return definition.elements().subList(3, definition.size());
    }
}
