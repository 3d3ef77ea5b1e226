package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Removes block parameters that every predecessor gives the same value, and those that nobody uses
/// (or that only feed others like them).
///
/// - Needs: valid SSA without unreachable blocks. Keeps: the control-flow graph. Repeats: until
///   none is left.
/// - Example: `src/test/filetests/opt/prune-parameters.ssa`
public final class PruneParameters implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("prune-parameters");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Function current = f;
        while (true) {
            Function better = once(current, cx);
            if (better == current) {
                return current;
            }
            current = better;
        }
    }

    private static Function once(Function f, PassContext cx) {
        Map<Label, List<Target>> incoming = incoming(f);
        var same = new Substitution();
        var gone = new HashMap<Label, Set<Integer>>();
        Set<Var> needed = needed(f);
        for (Block b : f.blocks()) {
            if (!incoming.containsKey(b.label())) {
                continue;
            }
            for (int i = 0; i < b.params().size(); i++) {
                Var p = b.params().get(i);
                Operand value = needed.contains(p) ? common(p, i, incoming.get(b.label())) : p;
                if (value != null) {
                    gone.computeIfAbsent(b.label(), _ -> new HashSet<>()).add(i);
                    if (value != p) {
                        same.put(p, value);
                    }
                    cx.count("removed");
                }
            }
        }
        return gone.isEmpty() ? f : same.apply(f.mapBlocks(b -> drop(b, gone)));
    }

    /// The edges that pass values to each block; a block that is entered otherwise (the entry, a
    /// handler, a message block) is not in the map.
    private static Map<Label, List<Target>> incoming(Function f) {
        var incoming = new HashMap<Label, List<Target>>();
        for (Block b : f.blocks()) {
            for (Target t : b.end().targets()) {
                if (!(b.end() instanceof Terminator.RecvPeek)) {
                    incoming.computeIfAbsent(t.label(), _ -> new ArrayList<>()).add(t);
                }
            }
        }
        incoming.remove(f.entry().label());
        return incoming;
    }

    /// The one value that every edge passes for parameter `i`, itself aside; null when they differ.
    private static Operand common(Var p, int i, List<Target> edges) {
        Operand value = null;
        for (Target t : edges) {
            Operand o = t.args().get(i);
            if (o.equals(p)) {
                continue;
            }
            if (value != null && !value.equals(o)) {
                return null;
            }
            value = o;
        }
        return value;
    }

    /// Variables that something other than an unneeded parameter uses.
    private static Set<Var> needed(Function f) {
        var needed = new HashSet<Var>();
        var feeds = new HashMap<Var, List<Var>>();
        var work = new ArrayDeque<Var>();
        Map<Label, Block> byLabel = f.byLabel();
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                mark(i.args(), needed, work);
            }
            mark(b.end().args(), needed, work);
            for (Target t : b.end().targets()) {
                List<Var> params = byLabel.get(t.label()).params();
                for (int i = 0; i < t.args().size(); i++) {
                    if (t.args().get(i) instanceof Var v) {
                        feeds.computeIfAbsent(params.get(i), _ -> new ArrayList<>()).add(v);
                    }
                }
            }
        }
        while (!work.isEmpty()) {
            mark(feeds.getOrDefault(work.poll(), List.of()), needed, work);
        }
        return needed;
    }

    private static void mark(List<? extends Operand> used, Set<Var> needed, ArrayDeque<Var> work) {
        for (Operand o : used) {
            if (o instanceof Var v && needed.add(v)) {
                work.add(v);
            }
        }
    }

    private static Block drop(Block b, Map<Label, Set<Integer>> gone) {
        List<Var> params = without(b.params(), gone.get(b.label()));
        return new Block(
                b.label(),
                params,
                b.body(),
                Targets.map(
                        b.end(),
                        t -> new Target(t.label(), without(t.args(), gone.get(t.label())))));
    }

    private static <T> List<T> without(List<T> all, Set<Integer> gone) {
        if (gone == null) {
            return all;
        }
        var left = new ArrayList<T>();
        for (int i = 0; i < all.size(); i++) {
            if (!gone.contains(i)) {
                left.add(all.get(i));
            }
        }
        return left;
    }
}
