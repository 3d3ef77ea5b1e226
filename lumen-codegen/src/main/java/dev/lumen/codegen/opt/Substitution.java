package dev.lumen.codegen.opt;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Var;

import java.util.HashMap;
import java.util.Map;

/// Variables that are replaced by other operands, which may be replaced in their turn.
final class Substitution {
    private final Map<Var, Operand> changes = new HashMap<>();

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void put(Var v, Operand by) {
        changes.put(v, by);
    }

    Operand apply(Operand o) {
        Operand now = o;
        while (now instanceof Var v && changes.get(v) instanceof Operand next) {
            now = next;
        }
        return now;
    }

    Block apply(Block b) {
        return changes.isEmpty() ? b : Rewrite.operands(b, this::apply);
    }

    Function apply(Function f) {
        return changes.isEmpty() ? f : f.mapBlocks(this::apply);
    }
}
