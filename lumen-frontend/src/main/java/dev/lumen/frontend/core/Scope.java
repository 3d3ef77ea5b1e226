package dev.lumen.frontend.core;

import dev.lumen.ir.core.CoreExpr.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which variables of the source are bound here, and what Core variable each one is.
///
/// One scope serves a whole function: a clause takes a mark, binds, and goes back to the mark when
/// it is done, so a clause costs what it binds.
final class Scope {
    private record Change(String name, Var before) {}

    private final Map<String, Var> bound = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /// Null when the variable is not bound.
    Var find(String name) {
        return bound.get(name);
    }

    void bind(String name, Var var) {
        changes.add(new Change(name, bound.put(name, var)));
    }

    int mark() {
        return changes.size();
    }

    /// Takes back everything since `mark`. Gives the variables that were bound since then and not
    /// before.
    Map<String, Var> undo(int mark) {
        var added = new LinkedHashMap<String, Var>();
        for (int i = changes.size() - 1; i >= mark; i--) {
            Change c = changes.remove(i);
            if (c.before() == null) {
                added.put(c.name(), bound.remove(c.name()));
            } else {
                bound.put(c.name(), c.before());
            }
        }
        return added;
    }
}
