package dev.lumen.codegen.opt;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets all that go to one of several equal blocks go to the first of them: the clauses of a table
/// often do the same.
///
/// Equal blocks do the same with the same values, up to the names of their own variables and to
/// places in the source that no stack trace can show. What they take from outside comes to both, so
/// it comes to where the others were left from, too.
///
/// - Needs: valid SSA without unreachable blocks. Repeats: one walk backwards merges what merging
///   makes equal, but for loops.
/// - Afterwards: no two equal blocks outside loops.
/// - Example: `src/test/filetests/opt/merge-equal-blocks.ssa`
public final class MergeEqualBlocks implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("merge-equal-blocks");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        List<Block> blocks = f.blocks();
        Map<Label, Label> same = new HashMap<>();
        Map<Block, Label> known = new HashMap<>();
        // Blocks mostly stand before those that they go to. The entry is entered from outside and
        // stays.
        for (int i = blocks.size() - 1; i > 0; i--) {
            Block b = blocks.get(i);
            Label first = known.putIfAbsent(key(redirected(b, same)), b.label());
            if (first != null) {
                same.put(b.label(), first);
            }
        }
        if (same.isEmpty()) {
            return f;
        }
        cx.count("merged", same.size());
        return f.withBlocks(
                blocks.stream()
                        .filter(b -> !same.containsKey(b.label()))
                        .map(b -> redirected(b, same))
                        .toList());
    }

    private static Block redirected(Block b, Map<Label, Label> same) {
        if (same.isEmpty()) {
            return b;
        }
        List<Instr> body = b.body();
        if (!body.isEmpty() && body.getLast() instanceof Instr.MayFail) {
            body = new ArrayList<>(body);
            body.set(body.size() - 1, Rewrite.labels(body.getLast(), l -> same.getOrDefault(l, l)));
        }
        return new Block(
                b.label(), b.params(), body, Rewrite.labels(b.end(), l -> same.getOrDefault(l, l)));
    }

    /// What two blocks must have in common: the block with variables of its own that are counted
    /// from its start, and without what does not matter.
    private static Block key(Block b) {
        Map<Var, Var> own = new HashMap<>();
        List<Var> params = b.params().stream().map(v -> counted(v, own)).toList();
        var body = new ArrayList<Instr>(b.body().size());
        for (Instr i : b.body()) {
            Instr now = Rewrite.operands(i, o -> renamed(o, own));
            if (i.result().isPresent()) {
                now = Rewrite.result(now, counted(i.result().get(), own));
            }
            body.add(now instanceof Instr.MayFail ? now : Rewrite.at(now, Loc.NONE));
        }
        Terminator end = Rewrite.operands(b.end(), o -> renamed(o, own));
        return new Block(NOWHERE, params, body, showsPlace(end) ? end : Rewrite.at(end, Loc.NONE));
    }

    private static final Label NOWHERE = new Label("");

    private static Var counted(Var v, Map<Var, Var> own) {
        var number = new Var(-1 - own.size(), v.type());
        own.put(v, number);
        return number;
    }

    private static Operand renamed(Operand o, Map<Var, Var> own) {
        return o instanceof Var v ? own.getOrDefault(v, v) : o;
    }

    /// Whether a stack trace can have the place: the caller of a function in tail position is gone,
    /// that of a built-in is not.
    private static boolean showsPlace(Terminator end) {
        return switch (end) {
            case Terminator.TailCall c -> BifTable.standard().find(c.target()).isPresent();
            case Terminator.Ret _,
                    Terminator.Jump _,
                    Terminator.Branch _,
                    Terminator.Switch _,
                    Terminator.SwitchArity _,
                    Terminator.RecvPeek _,
                    Terminator.Unreachable _ ->
                    false;
            case Terminator.TailCallFun _,
                    Terminator.TailCallApply _,
                    Terminator.Raise _,
                    Terminator.FunctionClause _,
                    Terminator.RecvWait _ ->
                    true;
        };
    }
}
