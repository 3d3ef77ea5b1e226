package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Decides branches and switches whose answer is known, and removes the blocks that nothing reaches
/// then.
///
/// - Needs: valid SSA. Keeps: what blocks compute. Repeats: one walk reaches the end.
/// - Also: a switch on what `bool` made of a flag becomes a branch on the flag; a branch on `not`
///   turns around.
/// - Example: `src/test/filetests/opt/fold-branches.ssa`
public final class FoldBranches implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("fold-branches");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Map<Operand, Instr> definitions = new HashMap<>();
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                if (i instanceof Instr.Bool
                        || i instanceof Instr.Not
                        || i instanceof Instr.MakeTuple) {
                    i.result().ifPresent(v -> definitions.put(v, i));
                }
            }
        }
        var blocks = new ArrayList<Block>();
        boolean changed = false;
        for (Block b : f.blocks()) {
            Terminator end = b.end();
            Terminator better = fold(end, definitions);
            while (better != end) {
                changed = true;
                cx.count("folded");
                end = better;
                better = fold(end, definitions);
            }
            blocks.add(b.withEnd(end));
        }
        return removeUnreachable(changed ? f.withBlocks(blocks) : f);
    }

    private static Terminator fold(Terminator end, Map<Operand, Instr> definitions) {
        return switch (end) {
            case Terminator.Branch(Operand.Const flag, var then, var otherwise, var loc) ->
                    new Terminator.Jump(flag.asFlag() ? then : otherwise, loc);
            case Terminator.Branch(_, var then, var otherwise, var loc)
                    when then.equals(otherwise) ->
                    new Terminator.Jump(then, loc);
            case Terminator.Branch(Var v, var then, var otherwise, var loc)
                    when definitions.get(v) instanceof Instr.Not(_, var flag, _) ->
                    new Terminator.Branch(flag, otherwise, then, loc);
            case Terminator.Switch s -> fold(s, definitions);
            case Terminator.SwitchArity s -> fold(s, definitions);
            default -> end;
        };
    }

    private static Terminator fold(Terminator.Switch s, Map<Operand, Instr> definitions) {
        if (s.value() instanceof Operand.Const(var value, _)) {
            for (var c : s.cases()) {
                if (c.constant().equals(value)) {
                    return new Terminator.Jump(Target.of(c.label()), s.loc());
                }
            }
            return new Terminator.Jump(Target.of(s.otherwise()), s.loc());
        }
        Type type = s.value().type();
        var possible = new ArrayList<Terminator.Switch.Case>();
        for (var c : s.cases()) {
            if (Type.of(c.constant()).overlaps(type)) {
                possible.add(c);
            }
        }
        if (definitions.get(s.value()) instanceof Instr.Bool(_, var flag, _)) {
            Label yes = s.otherwise();
            Label no = s.otherwise();
            for (var c : possible) {
                if (c.constant().equals(Atom.TRUE)) {
                    yes = c.label();
                } else if (c.constant().equals(Atom.FALSE)) {
                    no = c.label();
                }
            }
            return new Terminator.Branch(flag, Target.of(yes), Target.of(no), s.loc());
        }
        Label otherwise = s.otherwise();
        boolean exhausted = type.isSubtypeOf(Type.BOOLEAN) && possible.size() == 2;
        if (exhausted) {
            otherwise = possible.removeLast().label();
        }
        Label common = otherwise;
        if (possible.stream().allMatch(c -> c.label().equals(common))) {
            return new Terminator.Jump(Target.of(otherwise), s.loc());
        }
        return possible.size() == s.cases().size()
                ? s
                : new Terminator.Switch(s.value(), possible, otherwise, s.loc());
    }

    private static Terminator fold(Terminator.SwitchArity s, Map<Operand, Instr> definitions) {
        int arity =
                switch (s.tuple()) {
                    case Operand.Const(Tuple t, _) -> t.size();
                    case Var v when definitions.get(v) instanceof Instr.MakeTuple t ->
                            t.elements().size();
                    default -> -1;
                };
        if (arity >= 0) {
            for (var c : s.cases()) {
                if (c.arity() == arity) {
                    return new Terminator.Jump(Target.of(c.label()), s.loc());
                }
            }
            return new Terminator.Jump(Target.of(s.otherwise()), s.loc());
        }
        return s.cases().stream().allMatch(c -> c.label().equals(s.otherwise()))
                ? new Terminator.Jump(Target.of(s.otherwise()), s.loc())
                : s;
    }

    /// The function without the blocks that nothing reaches; the same object when there are none.
    static Function removeUnreachable(Function f) {
        Map<Label, Block> byLabel = f.byLabel();
        var reached = new HashSet<Label>();
        var work = new ArrayDeque<Label>();
        work.add(f.entry().label());
        while (!work.isEmpty()) {
            Label next = work.poll();
            if (reached.add(next)) {
                work.addAll(byLabel.get(next).successors());
            }
        }
        if (reached.size() == f.blocks().size()) {
            return f;
        }
        List<Block> left = f.blocks().stream().filter(b -> reached.contains(b.label())).toList();
        return f.withBlocks(left);
    }
}
