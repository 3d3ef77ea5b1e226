package dev.lumen.ir.ssa;

import dev.lumen.ir.Loc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One function. The first block is the entry: nothing jumps to it, and its parameters are the
/// function's. The order of the other blocks means nothing but is kept. `file` is the file that
/// stack traces name.
public record Function(FunctionId id, List<Block> blocks, String file, Loc loc) {
    /// Throws [IllegalArgumentException] without a block.
    public Function {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException(id + " has no block");
        }
    }

    public Block entry() {
        return blocks.getFirst();
    }

    public List<Var> params() {
        return entry().params();
    }

    /// The blocks by name, in order. Made anew by each call.
    public Map<Label, Block> byLabel() {
        var all = new LinkedHashMap<Label, Block>();
        for (Block b : blocks) {
            all.put(b.label(), b);
        }
        return all;
    }

    public Function withBlocks(List<Block> newBlocks) {
        return new Function(id, newBlocks, file, loc);
    }

    public Function mapBlocks(UnaryOperator<Block> change) {
        var all = new ArrayList<Block>(blocks.size());
        for (Block b : blocks) {
            all.add(change.apply(b));
        }
        return withBlocks(all);
    }

    /// The smallest number that no variable has yet.
    public int nextVar() {
        int next = 0;
        for (Block b : blocks) {
            for (Var v : b.defined()) {
                next = Math.max(next, v.id() + 1);
            }
        }
        return next;
    }

    /// The text form, see [Printer].
    @Override
    public String toString() {
        return Printer.print(this);
    }
}
