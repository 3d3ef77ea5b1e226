package dev.lumen.codegen.lower;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which variables of a function are still needed where. Sets hold the numbers of variables.
final class Liveness {
    private final Map<Label, BitSet> liveIn = new HashMap<>();

    private Liveness() {}

    static Liveness of(Function f) {
        var result = new Liveness();
        for (Block b : f.blocks()) {
            result.liveIn.put(b.label(), new BitSet());
        }
        List<Block> blocks = f.blocks();
        boolean changed = true;
        while (changed) {
            changed = false;
            // Backwards: blocks mostly stand before those they go to, so few rounds are needed.
            for (int k = blocks.size() - 1; k >= 0; k--) {
                Block b = blocks.get(k);
                BitSet in = result.beforeAll(b).getFirst();
                b.params().forEach(v -> in.clear(v.id()));
                BitSet old = result.liveIn.get(b.label());
                if (!old.equals(in)) {
                    old.or(in);
                    changed = true;
                }
            }
        }
        return result;
    }

    /// What the block needs from before it; its parameters are not in it.
    BitSet liveIn(Label block) {
        return liveIn.get(block);
    }

    /// For each instruction of the body, and last for the terminator, what is needed just before
    /// it. New sets.
    List<BitSet> before(Block b) {
        return beforeAll(b);
    }

    private List<BitSet> beforeAll(Block b) {
        BitSet live = new BitSet();
        for (Target t : b.end().targets()) {
            live.or(liveIn.get(t.label()));
            t.args().forEach(a -> use(live, a));
        }
        b.end().failure().flatMap(OnFail::target).ifPresent(l -> live.or(liveIn.get(l)));
        b.end().args().forEach(a -> use(live, a));

        var all = new ArrayList<BitSet>(b.body().size() + 1);
        all.add((BitSet) live.clone());
        for (Instr i : b.body().reversed()) {
            i.result().ifPresent(v -> live.clear(v.id()));
            failLabel(i).ifPresent(l -> live.or(liveIn.get(l)));
            i.args().forEach(a -> use(live, a));
            all.add((BitSet) live.clone());
        }
        return all.reversed();
    }

    static Optional<Label> failLabel(Instr i) {
        return i instanceof Instr.MayFail m ? m.onFail().target() : Optional.empty();
    }

    private static void use(BitSet live, Operand operand) {
        if (operand instanceof Var v) {
            live.set(v.id());
        }
    }
}
