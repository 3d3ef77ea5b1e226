package dev.lumen.codegen.opt;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Label;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Labels that a function does not have yet.
final class FreshLabels {
    private final Set<Label> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    FreshLabels(Function f) {
        for (Block b : f.blocks()) {
            taken.add(b.label());
        }
    }

    /// `hint`, or `hint_1`, `hint_2`, … Never the same twice.
    Label next(String hint) {
        Label label = new Label(hint);
        while (!taken.add(label)) {
            label = new Label(hint + "_" + next.merge(hint, 1, Integer::sum));
        }
        return label;
    }
}
