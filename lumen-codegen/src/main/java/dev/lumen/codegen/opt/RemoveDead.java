package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Removes instructions whose result nobody needs and that do nothing else.
///
/// - Needs: valid SSA. Keeps: the control-flow graph, and everything that may raise. Repeats:
///   never.
/// - Example: `src/test/filetests/opt/remove-dead.ssa`
public final class RemoveDead implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("remove-dead");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Map<Var, Instr> removable = new HashMap<>();
        var work = new ArrayDeque<Operand>();
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                if (isRemovable(i)) {
                    removable.put(i.result().orElseThrow(), i);
                } else {
                    work.addAll(i.args());
                }
            }
            Uses.each(b.end(), work::add);
        }
        if (removable.isEmpty()) {
            return f;
        }
        Set<Operand> needed = new HashSet<>();
        while (!work.isEmpty()) {
            Operand o = work.poll();
            if (needed.add(o) && removable.get(o) instanceof Instr i) {
                work.addAll(i.args());
            }
        }
        if (needed.containsAll(removable.keySet())) {
            return f;
        }
        return f.mapBlocks(b -> {
            List<Instr> kept = new ArrayList<>();
            for (Instr i : b.body()) {
                if (!isRemovable(i) || needed.contains(i.result().orElseThrow())) {
                    kept.add(i);
                }
            }
            cx.count("removed", b.body().size() - kept.size());
            return kept.size() == b.body().size() ? b : b.withBody(kept);
        });
    }

    /// True for an instruction that does nothing but answer.
    static boolean isRemovable(Instr i) {
        return switch (i) {
            case Instr.Pure _, Instr.StackTrace _ -> true;
            case Instr.CallBif c ->
                    !c.bif().effects().fails()
                            && (c.bif().effects().pure()
                                    || c.bif().effects().readsProcess()
                                            && c.bif().arity() == 0
                                            && !c.bif().effects().collects());
            // A slice or an integer whose bits are known to be there.
            case Instr.BitsGet g -> g.onFail() instanceof dev.lumen.ir.ssa.OnFail.Caller;
            default -> false;
        };
    }
}
