package dev.lumen.codegen.lower;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;

/// The reason of an error, when it is a pair that the last instruction of the block makes:
/// `{badmatch, V}` and its like, of which there are many. The runtime makes it, not the block,
/// which then needs no memory.
record RaisedPair(Operand first, Operand second) {
    /// Null when the block ends otherwise.
    static RaisedPair of(Block block) {
        return block.end() instanceof Terminator.Raise r
                        && r.onFail() instanceof OnFail.Caller
                        && r.trace().isEmpty()
                        && TerminatorLowering.isError(r.exceptionClass())
                        && !block.body().isEmpty()
                        && block.body().getLast() instanceof Instr.MakeTuple t
                        && t.elements().size() == 2
                        && t.dst().equals(r.reason())
                ? new RaisedPair(t.elements().getFirst(), t.elements().getLast())
                : null;
    }

    /// True when instruction `index` of the block is only there to make such a pair.
    static boolean isMadeBy(Block block, int index) {
        return index == block.body().size() - 1 && of(block) != null;
    }
}
