package dev.lumen.codegen.opt;

import dev.lumen.ir.Loc;
import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.List;

/// Turns a tail call of a function to itself into a jump.
///
/// - Needs: valid SSA. Afterwards: no function tail-calls itself. Repeats: never.
/// - The entry keeps the parameters of the function and jumps to the loop, whose parameters are
///   new.
/// - Example: `src/test/filetests/opt/loop-self-calls.ssa`
public final class LoopSelfCalls implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("loop-self-calls");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        if (f.blocks().stream().noneMatch(b -> isSelf(b.end(), f))) {
            return f;
        }
        Label loop = new FreshLabels(f).next("loop");
        var outer = new ArrayList<Var>();
        int next = f.nextVar();
        for (Var p : f.params()) {
            outer.add(new Var(next++, p.type()));
        }
        // The body keeps the old parameters: they become those of the loop.
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Block(
                        f.entry().label(),
                        outer,
                        List.of(),
                        new Terminator.Jump(new Target(loop, List.copyOf(outer)), Loc.NONE)));
        for (Block b : f.blocks()) {
            Label label = b == f.entry() ? loop : b.label();
            Terminator end = b.end();
            if (isSelf(end, f) && end instanceof Terminator.TailCall(_, var args, var loc)) {
                end = new Terminator.Jump(new Target(loop, List.<Operand>copyOf(args)), loc);
                cx.count("looped");
            }
            blocks.add(new Block(label, b.params(), b.body(), end));
        }
        return f.withBlocks(blocks);
    }

    private static boolean isSelf(Terminator end, Function f) {
        return end instanceof Terminator.TailCall(var target, var args, _)
                && target.equals(f.id())
                && fits(args, f.params());
    }

    private static boolean fits(List<Operand> args, List<Var> params) {
        for (int i = 0; i < params.size(); i++) {
            if (!args.get(i).type().isSubtypeOf(params.get(i).type())) {
                return false;
            }
        }
        return true;
    }
}
