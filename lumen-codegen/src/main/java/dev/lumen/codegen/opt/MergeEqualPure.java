package dev.lumen.codegen.opt;

import dev.lumen.ir.Loc;
import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets an instruction take the place of an equal one that it dominates.
///
/// - Needs: valid SSA. Keeps: the control-flow graph. Repeats: never; one walk down the dominator
///   tree reaches the end.
/// - Afterwards: no two pure instructions, one of which dominates the other, are equal up to `dst`
///   and location.
/// - Example: `src/test/filetests/opt/merge-equal-pure.ssa`
public final class MergeEqualPure implements FunctionPass {
    /// A value and the block that computes it.
    private record Known(Label where, Var value) {}

    @Override
    public PassId id() {
        return PassId.of("merge-equal-pure");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Dominators dom = Dominators.of(f);
        var same = new Substitution();
        Map<Label, Block> done = new HashMap<>();
        Map<Object, List<Known>> known = new HashMap<>();
        boolean changed = false;
        for (Block b : dom.order()) {
            var kept = new ArrayList<Instr>();
            for (Instr i : b.body()) {
                Instr now = Rewrite.operands(i, same::apply);
                Object key = key(now);
                Optional<Var> first =
                        key == null ? Optional.empty() : find(key, b.label(), known, dom);
                if (first.isPresent()) {
                    same.put(now.result().orElseThrow(), first.get());
                    cx.count("merged");
                    changed = true;
                } else {
                    if (key != null) {
                        known.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(new Known(b.label(), now.result().orElseThrow()));
                    }
                    kept.add(now);
                }
            }
            done.put(b.label(), new Block(b.label(), b.params(), kept, b.end()));
        }
        if (!changed) {
            return f;
        }
        List<Block> blocks = f.blocks().stream().map(b -> done.getOrDefault(b.label(), b)).toList();
        return same.apply(f.withBlocks(blocks));
    }

    /// The variable that holds the same at a place that dominates this one.
    private static Optional<Var> find(
            Object key, Label here, Map<Object, List<Known>> known, Dominators dom) {
        return known.getOrDefault(key, List.of()).stream()
                .filter(k -> dom.dominates(k.where(), here))
                .map(Known::value)
                .findFirst();
    }

    /// What two instructions must have in common to be equal; null for one that must stay. A
    /// closure must stay because two of them may be told apart nowhere but in memory: it is cheap
    /// to make and long to keep.
    private static Object key(Instr i) {
        boolean mergeable =
                i instanceof Instr.Pure && !(i instanceof Instr.MakeFun)
                        || i instanceof Instr.CallBif c
                                && c.bif().effects().pure()
                                && !c.bif().effects().fails();
        return mergeable
                ? Rewrite.result(
                        Rewrite.at(i, Loc.NONE), new Var(-1, i.result().orElseThrow().type()))
                : null;
    }
}
