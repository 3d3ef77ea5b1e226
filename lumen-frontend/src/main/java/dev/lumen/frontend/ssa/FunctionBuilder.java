package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects the blocks of one function. One block at most is open; instructions go to its end.
/// While none is open the code being lowered can't be reached, and instructions are dropped.
final class FunctionBuilder {
    private final FunctionId id;
    private final String file;
    private final Loc loc;
    private final List<Block> blocks = new ArrayList<>();
    private final Set<Label> referenced = new HashSet<>();
    private int nextVar;
    private int nextLabel = 1;

    private Label open;
    private List<Var> params = List.of();
    private List<Instr> body = new ArrayList<>();

    FunctionBuilder(FunctionId id, String file, Loc loc) {
        this.id = id;
        this.file = file;
        this.loc = loc;
    }

    FunctionId id() {
        return id;
    }

    Loc loc() {
        return loc;
    }

    Var fresh(Type type) {
        return new Var(nextVar++, type);
    }

    Label label(String hint) {
        return new Label(hint + "_" + nextLabel++);
    }

    boolean isOpen() {
        return open != null;
    }

    /// Says that some block will go to `label`.
    void reference(Label label) {
        referenced.add(label);
    }

    /// True when some block goes to `label`.
    boolean isReferenced(Label label) {
        return referenced.contains(label)
                || !body.isEmpty()
                        && open != null
                        && body.getLast() instanceof Instr.MayFail last
                        && last.onFail().target().filter(label::equals).isPresent();
    }

    void start(Label label, List<Var> blockParams) {
        if (open != null) {
            throw new IllegalStateException(open + " is still open");
        }
        open = label;
        params = blockParams;
        body = new ArrayList<>();
    }

    void start(Label label) {
        start(label, List.of());
    }

    /// Adds an instruction; one that can fail into a block must be the last of its own, so the next
    /// one starts another.
    void emit(Instr instr) {
        if (open == null) {
            return;
        }
        if (!body.isEmpty()
                && body.getLast() instanceof Instr.MayFail last
                && !(last.onFail() instanceof OnFail.Caller)) {
            Label next = label("then");
            end(new Terminator.Jump(Target.of(next), Loc.NONE));
            start(next);
        }
        body.add(instr);
    }

    void end(Terminator terminator) {
        if (open == null) {
            return;
        }
        var block = new Block(open, params, body, terminator);
        blocks.add(block);
        referenced.addAll(block.successors());
        open = null;
    }

    void jump(Label to, List<Operand> args, Loc where) {
        end(new Terminator.Jump(new Target(to, args), where));
    }

    void jump(Label to, Loc where) {
        jump(to, List.of(), where);
    }

    /// The function, without the blocks that nothing reaches.
    Function finish() {
        if (open != null) {
            throw new IllegalStateException(open + " is still open");
        }
        var f = new Function(id, blocks, file, loc);
        Map<Label, Block> byLabel = f.byLabel();
        Set<Label> reached = new HashSet<>();
        var work = new ArrayDeque<Label>();
        work.push(f.entry().label());
        while (!work.isEmpty()) {
            Label next = work.pop();
            if (reached.add(next)) {
                Block b = byLabel.get(next);
                if (b == null) {
                    throw new IllegalStateException("no block " + next + " in " + id);
                }
                work.addAll(b.successors());
            }
        }
        return f.withBlocks(blocks.stream().filter(b -> reached.contains(b.label())).toList());
    }
}
