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
///
/// Operands of one expression do not see what the others bind; but a variable that two of them bind
/// is one variable, and both must have the same value. As they are evaluated one after the other,
/// the second is a comparison. Only in a function of its own (a fun, the rounds of a comprehension)
/// is what the operands beside it bind unknown, and a variable of that name another one: this is
/// what lint takes for granted, too.
final class Scope {
    private record Change(String name, Var before) {}

    /// The changes of the operands to the left of the one at hand are those from `start` to `here`.
    private static final class Operands {
        private final int start;
        private int here;

        Operands(int start) {
            this.start = start;
            this.here = start;
        }
    }

    /// An expression without operands, or the beginning of a function.
    private static final Operands NONE = new Operands(0);

    private final Map<String, Var> bound = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /// The expressions around the place at hand, up to the function that they are in.
    private List<Operands> around = new ArrayList<>();

    private final List<List<Operands>> outside = new ArrayList<>();

    /// Null when the variable is not bound.
    Var find(String name) {
        return bound.get(name);
    }

    void bind(String name, Var var) {
        changes.add(new Change(name, bound.put(name, var)));
    }

    /// Begins an expression, which ends with [#leave]. `operands`: what it consists of are
    /// operands.
    void enter(boolean operands) {
        if (!around.isEmpty() && around.getLast() != NONE) {
            around.getLast().here = changes.size();
        }
        around.add(operands ? new Operands(changes.size()) : NONE);
    }

    void leave() {
        around.removeLast();
    }

    /// Begins a function of its own, which ends with [#leaveFunction] and the mark that this gives.
    int enterFunction() {
        int mark = changes.size();
        for (Operands operands : around.reversed()) {
            for (int i = operands.here - 1; i >= operands.start; i--) {
                bind(changes.get(i).name(), changes.get(i).before());
            }
        }
        outside.add(around);
        around = new ArrayList<>();
        return mark;
    }

    void leaveFunction(int mark) {
        around = outside.removeLast();
        undo(mark);
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
