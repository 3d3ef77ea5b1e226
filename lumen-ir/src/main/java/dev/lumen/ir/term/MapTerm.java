package dev.lumen.ir.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A map. Its entries lie in the order of the keys (term order, integers before floats), which is
/// the order in which it prints and compares; keys that are `=:=` occur once, so of an entry for
/// `-0.0` and one for `0.0` the first counts.
public final class MapTerm implements Term {
    public static final MapTerm EMPTY = new MapTerm(List.of(), List.of());

    private final List<Term> keys;
    private final List<Term> values;

    private MapTerm(List<Term> keys, List<Term> values) {
        this.keys = keys;
        this.values = values;
    }

    public static MapTerm of(Map<? extends Term, ? extends Term> entries) {
        var sorted = new ArrayList<Map.Entry<? extends Term, ? extends Term>>(entries.entrySet());
        sorted.sort((a, b) -> TermOrder.compareSigned(a.getKey(), b.getKey()));
        var keys = new ArrayList<Term>(sorted.size());
        var values = new ArrayList<Term>(sorted.size());
        for (var e : sorted) {
            if (keys.isEmpty() || !TermOrder.identical(keys.getLast(), e.getKey())) {
                keys.add(e.getKey());
                values.add(e.getValue());
            }
        }
        return new MapTerm(List.copyOf(keys), List.copyOf(values));
    }

    public int size() {
        return keys.size();
    }

    /// The keys, in order.
    public List<Term> keys() {
        return keys;
    }

    /// The values, in the order of their keys.
    public List<Term> values() {
        return values;
    }

    /// The value of a key, or `otherwise` when the map does not have it.
    public Term getOrDefault(Term key, Term otherwise) {
        int low = 0;
        int high = keys.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int c = TermOrder.compareExact(keys.get(middle), Objects.requireNonNull(key));
            if (c == 0) {
                return values.get(middle);
            }
            if (c < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return otherwise;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MapTerm other && TermOrder.same(this, other);
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
