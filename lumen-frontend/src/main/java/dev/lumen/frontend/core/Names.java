package dev.lumen.frontend.core;

import dev.lumen.ir.core.CoreExpr.Var;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The variable names of one function: no two bindings get the same one, so nothing in what we
/// write hides anything.
final class Names {
    private final Set<String> taken;
    private final Set<String> ofSource;

    /// The last number behind each name. A function of a thousand clauses binds a name in each.
    private final Map<String, Integer> last = new HashMap<>();

    private int next;

    /// `ofSource`: every variable name in the source of the function, so that ours stay clear of
    /// them.
    Names(Set<String> ofSource) {
        this.ofSource = ofSource;
        this.taken = new HashSet<>();
    }

    /// `_0`, `_1`, …
    Var fresh() {
        String name;
        do {
            name = "_" + next++;
        } while (ofSource.contains(name) || !taken.add(name));
        return new Var(name);
    }

    /// Whether the name looks like one of [#fresh].
    static boolean isFresh(String name) {
        return name.length() > 1
                && name.charAt(0) == '_'
                && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /// A variable for one of the source: its own name the first time, `X@1` and so on where the
    /// source binds another variable of that name.
    Var of(String name) {
        if (taken.add(name)) {
            return new Var(name);
        }
        String candidate;
        do {
            candidate = name + "@" + last.merge(name, 1, Integer::sum);
        } while (ofSource.contains(candidate) || !taken.add(candidate));
        return new Var(candidate);
    }
}
