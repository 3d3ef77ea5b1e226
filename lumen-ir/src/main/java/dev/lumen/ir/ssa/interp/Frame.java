package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Terminator;

import java.util.Map;

/// One activation of a function. The chain of callers is the stack: it lives on the Java heap, so
/// depth is bounded by memory alone.
final class Frame {
    /// A function, ready to run.
    record Code(Function function, Map<Label, Block> blocks, int variables) {
        static Code of(Function f) {
            return new Code(f, f.byLabel(), f.nextVar());
        }
    }

    final Code code;
    final Frame caller;
    final Object[] vars;
    Block block;

    /// The instruction of `block` to run next; the call that is under way is the one before.
    int next;

    Frame(Code code, Frame caller) {
        this.code = code;
        this.caller = caller;
        this.vars = new Object[code.variables];
        this.block = code.function.entry();
    }

    /// The call that is under way.
    Instr call() {
        return block.body().get(next - 1);
    }

    Terminator end() {
        return block.end();
    }
}
