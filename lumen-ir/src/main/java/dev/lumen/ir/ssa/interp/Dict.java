package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;

import java.util.TreeMap;

/// A map. The tree is never written after the map is made.
record Dict(TreeMap<Term, Object> entries) {
    static TreeMap<Term, Object> noEntries() {
        return new TreeMap<>(TermOrder::compareExact);
    }

    Dict with(Term key, Object value) {
        var changed = new TreeMap<>(entries);
        changed.put(key, value);
        return new Dict(changed);
    }

    Dict without(Term key) {
        var changed = new TreeMap<>(entries);
        changed.remove(key);
        return new Dict(changed);
    }
}
