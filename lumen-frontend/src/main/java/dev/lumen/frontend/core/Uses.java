package dev.lumen.frontend.core;

import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the variables of one function occur, so that a `case` gives out only those of its
/// variables that are needed after it (and a `case` at the end gives out none, and its calls stay
/// tail calls).
///
/// By name, not by binding: a later variable of the same name makes a `case` give out more than it
/// must, which harms nothing.
final class Uses {
    private final Map<String, Integer> last = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final IdentityHashMap<Expr, Integer> ends = new IdentityHashMap<>();
    private int now;

    static Uses of(List<Clause> clauses) {
        var uses = new Uses();
        var parts = new ArrayList<Expr>();
        FormChildren.clauses(clauses, parts);
        parts.forEach(uses::walk);
        return uses;
    }

    private void walk(Expr e) {
        if (e instanceof Expr.Variable(_, String name)) {
            saw(name);
        } else if (e instanceof Expr.NamedFun(_, String name, _)) {
            saw(name);
        }
        FormChildren.of(e).forEach(this::walk);
        switch (e) {
            case Expr.Case _, Expr.If _, Expr.Receive _ -> ends.put(e, ++now);
            default -> {}
        }
    }

    private void saw(String name) {
        last.put(name, ++now);
        counts.merge(name, 1, Integer::sum);
    }

    /// Whether the variable occurs after this `case`, `if` or `receive` is done.
    boolean isUsedAfter(Expr branching, String name) {
        return last.getOrDefault(name, 0) > ends.getOrDefault(branching, Integer.MAX_VALUE);
    }

    /// How often the name occurs, the place that binds it included.
    int count(String name) {
        return counts.getOrDefault(name, 0);
    }

    Set<String> variables() {
        return Set.copyOf(counts.keySet());
    }
}
