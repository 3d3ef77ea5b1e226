package dev.lumen.codegen.opt;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Where the variables of a function are used.
final class Uses {
    private final Map<Var, Integer> counts = new HashMap<>();
    private final Map<Var, Set<Label>> blocks = new HashMap<>();

    static Uses of(Function f) {
        var uses = new Uses();
        for (Block b : f.blocks()) {
            each(
                    b,
                    o -> {
                        if (o instanceof Var v) {
                            uses.counts.merge(v, 1, Integer::sum);
                            uses.blocks
                                    .computeIfAbsent(v, _ -> new LinkedHashSet<>())
                                    .add(b.label());
                        }
                    });
        }
        return uses;
    }

    /// Every operand of a block, those passed to other blocks included.
    static void each(Block b, Consumer<Operand> visit) {
        for (Instr i : b.body()) {
            i.args().forEach(visit);
        }
        each(b.end(), visit);
    }

    static void each(Terminator end, Consumer<Operand> visit) {
        end.args().forEach(visit);
        for (Target t : end.targets()) {
            t.args().forEach(visit);
        }
    }

    int count(Var v) {
        return counts.getOrDefault(v, 0);
    }

    /// The blocks that use it.
    Set<Label> blocks(Var v) {
        return blocks.getOrDefault(v, Set.of());
    }

    /// True when no block but `only` uses it.
    boolean isLocal(Var v, Label only) {
        Set<Label> where = blocks(v);
        return where.isEmpty() || where.size() == 1 && where.contains(only);
    }
}
