package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a block only branches on one of its parameters and others are used behind it, hands those
/// on as parameters of the two blocks that it branches to. Then [ThreadJumps] can skip it for a
/// predecessor that passes a constant.
///
/// - Needs: valid SSA without unreachable blocks. Keeps: the control-flow graph. Repeats: one walk
///   reaches the end.
/// - Leaves a block as it is when no predecessor passes a constant, or when a use lies behind both
///   ways.
/// - Example: `src/test/filetests/opt/thread-jumps.ssa`
public final class SplitParameters implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("split-parameters");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Function current = f;
        for (Block b : f.blocks()) {
            if (isCandidate(b, f)) {
                Function split = split(current, b.label(), cx);
                current = split == null ? current : split;
            }
        }
        return current;
    }

    private static boolean isCandidate(Block b, Function f) {
        if (b == f.entry()
                || !b.body().isEmpty()
                || !(b.end() instanceof Terminator.Branch(Var flag, _, _, _))) {
            return false;
        }
        int index = b.params().indexOf(flag);
        return index >= 0
                && f.blocks().stream()
                        .flatMap(p -> p.end().targets().stream())
                        .anyMatch(t ->
                                t.label().equals(b.label())
                                        && t.args().get(index) instanceof Operand.Const);
    }

    /// Null when it can't be done.
    private static Function split(Function f, Label label, PassContext cx) {
        Block b = f.byLabel().get(label);
        var branch = (Terminator.Branch) b.end();
        Dominators dom = Dominators.of(f);
        Uses uses = Uses.of(f);
        Label yes = branch.then().label();
        Label no = branch.otherwise().label();
        if (yes.equals(no) || dom.predecessors(yes).size() > 1 || dom.predecessors(no).size() > 1) {
            return null;
        }
        Map<Label, Map<Operand, Operand>> renamed = new HashMap<>();
        Map<Label, List<Var>> more = new LinkedHashMap<>();
        more.put(yes, new ArrayList<>());
        more.put(no, new ArrayList<>());
        int next = f.nextVar();
        var passed = new HashMap<Label, List<Operand>>();
        for (Var p : b.params()) {
            var copies = new HashMap<Label, Var>();
            for (Label user : uses.blocks(p)) {
                if (user.equals(label) || !dom.isReachable(user)) {
                    continue;
                }
                Label side = dom.dominates(yes, user) ? yes : dom.dominates(no, user) ? no : null;
                if (side == null) {
                    return null;
                }
                Var copy = copies.get(side);
                if (copy == null) {
                    copy = new Var(next++, p.type());
                    copies.put(side, copy);
                    more.get(side).add(copy);
                    passed.computeIfAbsent(side, _ -> new ArrayList<>()).add(p);
                }
                renamed.computeIfAbsent(user, _ -> new HashMap<>()).put(p, copy);
            }
        }
        if (passed.isEmpty()) {
            return null;
        }
        cx.count("split");
        return f.mapBlocks(x -> {
            Map<Operand, Operand> names = renamed.getOrDefault(x.label(), Map.of());
            Block y = names.isEmpty() ? x : Rewrite.operands(x, o -> names.getOrDefault(o, o));
            if (more.containsKey(y.label())) {
                var params = new ArrayList<>(y.params());
                params.addAll(more.get(y.label()));
                y = new Block(y.label(), params, y.body(), y.end());
            }
            return y.label().equals(label)
                    ? y.withEnd(
                            new Terminator.Branch(
                                    branch.flag(),
                                    plus(branch.then(), passed.get(yes)),
                                    plus(branch.otherwise(), passed.get(no)),
                                    branch.loc()))
                    : y;
        });
    }

    private static Target plus(Target t, List<Operand> more) {
        if (more == null) {
            return t;
        }
        var args = new ArrayList<>(t.args());
        args.addAll(more);
        return new Target(t.label(), args);
    }
}
