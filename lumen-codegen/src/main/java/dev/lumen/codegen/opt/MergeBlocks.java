package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Appends a block to its only predecessor when that just jumps to it.
///
/// - Needs: valid SSA without unreachable blocks. Repeats: one walk reaches the end.
/// - Afterwards: a jump goes to a block with several predecessors, or follows an instruction that
///   must stay last.
/// - Example: `src/test/filetests/opt/merge-blocks.ssa`
public final class MergeBlocks implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("merge-blocks");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Map<Label, Integer> entries = entries(f);
        Map<Label, Block> byLabel = f.byLabel();
        Set<Label> appended = new HashSet<>();
        for (Block b : f.blocks()) {
            if (b.end() instanceof Terminator.Jump(var target, _)
                    && entries.get(target.label()) == 1) {
                appended.add(target.label());
            }
        }
        if (appended.isEmpty()) {
            return f;
        }
        var replaced = new Substitution();
        Map<Label, Block> merged = new HashMap<>();
        Set<Label> gone = new HashSet<>();
        for (Block b : f.blocks()) {
            if (!appended.contains(b.label())) {
                merged.put(b.label(), chain(b, appended, byLabel, replaced, gone));
            }
        }
        // A chain breaks off where an instruction in it must stay last: there another one begins.
        for (Block b : f.blocks()) {
            if (appended.contains(b.label()) && !gone.contains(b.label())) {
                merged.put(b.label(), chain(b, appended, byLabel, replaced, gone));
            }
        }
        if (gone.isEmpty()) {
            return f;
        }
        cx.count("merged", gone.size());
        return replaced.apply(
                f.withBlocks(
                        f.blocks().stream()
                                .map(b -> merged.get(b.label()))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    /// How many edges enter each block, those for failure included.
    static Map<Label, Integer> entries(Function f) {
        var entries = new HashMap<Label, Integer>();
        for (Block b : f.blocks()) {
            for (Target t : b.end().targets()) {
                entries.merge(t.label(), 1, Integer::sum);
            }
            b.end()
                    .failure()
                    .flatMap(OnFail::target)
                    .ifPresent(l -> entries.merge(l, 1, Integer::sum));
            if (!b.body().isEmpty() && b.body().getLast() instanceof Instr.MayFail i) {
                i.onFail().target().ifPresent(l -> entries.merge(l, 1, Integer::sum));
            }
        }
        return entries;
    }

    /// An instruction that can fail into a block must stay the last of its own, and there can be
    /// only one such place to go to.
    private static boolean canFollow(List<Instr> body, Block next) {
        boolean open =
                body.isEmpty()
                        || !(body.getLast() instanceof Instr.MayFail last)
                        || last.onFail() instanceof OnFail.Caller;
        return open
                || next.body().isEmpty() && next.end().failure().flatMap(OnFail::target).isEmpty();
    }

    private static Block chain(
            Block first,
            Set<Label> appended,
            Map<Label, Block> byLabel,
            Substitution replaced,
            Set<Label> gone) {
        Block last = first;
        var body = new ArrayList<>(first.body());
        while (last.end() instanceof Terminator.Jump(var target, _)
                && appended.contains(target.label())
                && canFollow(body, byLabel.get(target.label()))) {
            last = byLabel.get(target.label());
            gone.add(last.label());
            for (int i = 0; i < last.params().size(); i++) {
                replaced.put(last.params().get(i), target.args().get(i));
            }
            body.addAll(last.body());
        }
        return last == first ? first : new Block(first.label(), first.params(), body, last.end());
    }
}
