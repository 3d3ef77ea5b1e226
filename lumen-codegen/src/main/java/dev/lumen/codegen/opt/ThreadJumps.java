package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lets a jump skip a block that does nothing but go on: one that jumps, or one that branches on a
/// parameter for which the jump passes a constant.
///
/// - Needs: valid SSA. Afterwards: skipped blocks may be unreachable ([FoldBranches] removes them).
/// - A block whose parameters are used elsewhere is not skipped ([SplitParameters] makes those
///   rare).
/// - Example: `src/test/filetests/opt/thread-jumps.ssa`
public final class ThreadJumps implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("thread-jumps");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Uses uses = Uses.of(f);
        var skippable = new HashMap<Label, Block>();
        for (Block b : f.blocks()) {
            boolean local = b.params().stream().allMatch(p -> uses.isLocal(p, b.label()));
            if (b != f.entry() && b.body().isEmpty() && local) {
                skippable.put(b.label(), b);
            }
        }
        if (skippable.isEmpty()) {
            return f;
        }
        Set<Label> fixed = enteredByException(f);
        boolean[] changed = {false};
        Function threaded =
                f.mapBlocks(b -> {
                    Terminator end = Targets.map(b.end(), t -> follow(t, skippable, fixed));
                    end = Targets.mapLabels(end, l -> followLabel(l, skippable, fixed));
                    List<Instr> body = b.body();
                    if (!body.isEmpty()
                            && body.getLast() instanceof Instr.MayFail last
                            && last.onFail() instanceof OnFail.Branch(var label)) {
                        Label to = followLabel(label, skippable, fixed);
                        if (!to.equals(label)) {
                            body = new java.util.ArrayList<>(body);
                            body.set(body.size() - 1, Rewrite.onFail(last, new OnFail.Branch(to)));
                        }
                    }
                    if (end.equals(b.end()) && body == b.body()) {
                        return b;
                    }
                    changed[0] = true;
                    cx.count("threaded");
                    return new Block(b.label(), b.params(), body, end);
                });
        return changed[0] ? threaded : f;
    }

    /// Handlers and message blocks: no other edge may enter them.
    private static Set<Label> enteredByException(Function f) {
        var all = new HashSet<Label>();
        for (Block b : f.blocks()) {
            if (!b.body().isEmpty()
                    && b.body().getLast() instanceof Instr.MayFail i
                    && i.onFail() instanceof OnFail.Catch(var label)) {
                all.add(label);
            }
            if (b.end().failure().orElse(OnFail.CALLER) instanceof OnFail.Catch(var label)) {
                all.add(label);
            }
            if (b.end() instanceof Terminator.RecvPeek(var message, _, _)) {
                all.add(message);
            }
        }
        return all;
    }

    private static Target follow(Target start, Map<Label, Block> skippable, Set<Label> fixed) {
        Target t = start;
        var seen = new HashSet<Label>();
        while (seen.add(t.label()) && skippable.get(t.label()) instanceof Block b) {
            Target next = next(b, t);
            if (next == null || fixed.contains(next.label())) {
                break;
            }
            t = next;
        }
        return t;
    }

    /// Where a block that does nothing goes when it is entered with these values; null when that is
    /// not known.
    private static Target next(Block b, Target with) {
        Map<Operand, Operand> values = new HashMap<>();
        for (int i = 0; i < b.params().size(); i++) {
            values.put(b.params().get(i), with.args().get(i));
        }
        return switch (b.end()) {
            case Terminator.Jump(var target, _) -> map(target, values);
            case Terminator.Branch(var flag, var then, var otherwise, _)
                    when values.getOrDefault(flag, flag) instanceof Operand.Const c ->
                    map(c.asFlag() ? then : otherwise, values);
            case Terminator.Switch s
                    when s.value() instanceof Var v
                            && values.get(v) instanceof Operand.Const(var value, _) -> {
                Label to = s.otherwise();
                for (var c : s.cases()) {
                    if (c.constant().equals(value)) {
                        to = c.label();
                    }
                }
                yield Target.of(to);
            }
            default -> null;
        };
    }

    private static Target map(Target t, Map<Operand, Operand> values) {
        return new Target(
                t.label(), t.args().stream().map(o -> values.getOrDefault(o, o)).toList());
    }

    /// The same for an edge that can't pass values.
    private static Label followLabel(Label start, Map<Label, Block> skippable, Set<Label> fixed) {
        Target found = Target.of(start);
        var seen = new HashSet<Label>();
        Target t = found;
        while (seen.add(t.label())
                && t.args().isEmpty()
                && skippable.get(t.label()) instanceof Block b
                && b.params().isEmpty()) {
            Target next = next(b, t);
            if (next == null || fixed.contains(next.label())) {
                break;
            }
            t = next;
            if (t.args().isEmpty()) {
                found = t;
            }
        }
        return found.label();
    }
}
