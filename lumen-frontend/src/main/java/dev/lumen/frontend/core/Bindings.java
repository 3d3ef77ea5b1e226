package dev.lumen.frontend.core;

import dev.lumen.frontend.lint.SourceVariable;
import dev.lumen.ir.core.CoreExpr.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What Core variable holds each variable of the source at the place that is being lowered. Which
/// variable an occurrence is, [dev.lumen.frontend.lint.Scopes] says.
///
/// One object serves a whole function: a clause takes a mark, binds, and goes back to the mark when
/// it is done, so a clause costs what it binds.
final class Bindings {
    private record Change(SourceVariable variable, Var before) {}

    private final Map<SourceVariable, Var> bound = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /// Null when the variable has no value yet.
    Var find(SourceVariable variable) {
        return bound.get(variable);
    }

    void bind(SourceVariable variable, Var var) {
        changes.add(new Change(variable, bound.put(variable, var)));
    }

    int mark() {
        return changes.size();
    }

    /// Takes back everything since `mark`. Gives the variables that were bound since then and not
    /// before.
    Map<SourceVariable, Var> undo(int mark) {
        var added = new LinkedHashMap<SourceVariable, Var>();
        for (int i = changes.size() - 1; i >= mark; i--) {
            Change c = changes.remove(i);
            if (c.before() == null) {
                added.put(c.variable(), bound.remove(c.variable()));
            } else {
                bound.put(c.variable(), c.before());
            }
        }
        return added;
    }
}
