package dev.lumen.codegen.opt;

import dev.lumen.ir.Loc;
import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes data of a switch whose cases differ in one constant only: `map_get` of a constant map from
/// what the cases ask for to what they have. Code that some program wrote from a table (stdlib's
/// `unicode_util` has one of 6,704 clauses) becomes that table again.
///
/// The cases must return constants, or jump to one block with the same arguments but for a
/// constant.
///
/// - Needs: valid SSA. Repeats: a switch with several such sets of cases loses one at a time.
/// - Afterwards: at most [#FEWEST] cases of a switch are so alike. The blocks of the others may be
///   unreachable.
/// - Example: `src/test/filetests/opt/tabulate-switches.ssa`
public final class TabulateSwitches implements FunctionPass {
    /// Fewer are better compared with.
    private static final int FEWEST = 16;

    @Override
    public PassId id() {
        return PassId.of("tabulate-switches");
    }

    /// The end of a case with a hole in place of one constant: the result, when `to` is empty, else
    /// the argument number `hole`.
    private record Shape(Optional<Label> to, List<Operand> others, int hole) {}

    private record Row(Terminator.Switch.Case from, Term to) {}

    @Override
    public Function run(Function f, PassContext cx) {
        if (f.blocks().stream()
                .noneMatch(b ->
                        b.end() instanceof Terminator.Switch s && s.cases().size() >= FEWEST)) {
            return f;
        }
        Map<Label, Block> byLabel = f.byLabel();
        var fresh = new FreshLabels(f);
        int nextVar = f.nextVar();
        var blocks = new ArrayList<Block>();
        for (Block b : f.blocks()) {
            if (!(b.end() instanceof Terminator.Switch s) || s.cases().size() < FEWEST) {
                blocks.add(b);
                continue;
            }
            Map<Shape, List<Row>> alike = alike(s, byLabel);
            Optional<Shape> most =
                    alike.keySet().stream()
                            .max((x, y) -> alike.get(x).size() - alike.get(y).size());
            if (most.isEmpty() || !isWorthwhile(alike.get(most.get()))) {
                blocks.add(b);
                continue;
            }
            cx.count("tables");
            var found = new Var(nextVar++, Type.TERM);
            tabulate(b, s, most.get(), alike.get(most.get()), found, fresh, blocks);
        }
        return blocks.size() == f.blocks().size() ? f : f.withBlocks(blocks);
    }

    private static Map<Shape, List<Row>> alike(Terminator.Switch s, Map<Label, Block> byLabel) {
        Map<Shape, List<Row>> alike = new LinkedHashMap<>();
        for (Terminator.Switch.Case c : s.cases()) {
            Block to = byLabel.get(c.label());
            if (!to.body().isEmpty()) {
                continue;
            }
            if (to.end() instanceof Terminator.Ret(Operand.Const(var value, _), _)) {
                add(alike, new Shape(Optional.empty(), List.of(), 0), new Row(c, value));
            } else if (to.end() instanceof Terminator.Jump(var target, _)) {
                List<Var> params = byLabel.get(target.label()).params();
                for (int i = 0; i < params.size(); i++) {
                    if (target.args().get(i) instanceof Operand.Const(var value, _)
                            && params.get(i).type().equals(Type.TERM)) {
                        add(
                                alike,
                                new Shape(
                                        Optional.of(target.label()), without(target.args(), i), i),
                                new Row(c, value));
                    }
                }
            }
        }
        return alike;
    }

    private static void add(Map<Shape, List<Row>> alike, Shape shape, Row row) {
        if (isPlain(row.to)) {
            alike.computeIfAbsent(shape, _ -> new ArrayList<>()).add(row);
        }
    }

    /// Maps are left alone: large ones are made when a module is loaded, and a table is there
    /// before.
    private static boolean isPlain(Term t) {
        return switch (t) {
            case MapTerm _ -> false;
            case Tuple tuple -> tuple.elements().stream().allMatch(TabulateSwitches::isPlain);
            case ListTerm list ->
                    list.elements().stream().allMatch(TabulateSwitches::isPlain)
                            && isPlain(list.tail());
            default -> true;
        };
    }

    /// Cases with few different results are few blocks: comparing is smaller than a table then.
    private static boolean isWorthwhile(List<Row> rows) {
        Set<Term> results = new HashSet<>();
        rows.forEach(r -> results.add(r.to));
        return results.size() >= FEWEST && results.size() * 2 > rows.size();
    }

    private static void tabulate(
            Block b,
            Terminator.Switch s,
            Shape shape,
            List<Row> rows,
            Var found,
            FreshLabels fresh,
            List<Block> blocks) {
        Map<Term, Term> table = new HashMap<>();
        rows.forEach(r -> table.put(r.from.constant(), r.to));
        List<Terminator.Switch.Case> others =
                s.cases().stream().filter(c -> !table.containsKey(c.constant())).toList();
        Label look = fresh.next("look");
        Label failed = others.isEmpty() ? s.otherwise() : fresh.next("not_in_table");
        blocks.add(b.withEnd(new Terminator.Jump(Target.of(look), s.loc())));
        blocks.add(
                new Block(
                        look,
                        List.of(),
                        List.of(
                                new Instr.MapGet(
                                        found,
                                        Operand.Const.of(MapTerm.of(table)),
                                        s.value(),
                                        new OnFail.Branch(failed),
                                        s.loc())),
                        end(shape, found, s.loc())));
        if (!others.isEmpty()) {
            blocks.add(
                    new Block(
                            failed,
                            List.of(),
                            List.of(),
                            new Terminator.Switch(s.value(), others, s.otherwise(), s.loc())));
        }
    }

    private static Terminator end(Shape shape, Var found, Loc loc) {
        if (shape.to.isEmpty()) {
            return new Terminator.Ret(found, loc);
        }
        var args = new ArrayList<Operand>(shape.others);
        args.add(shape.hole, found);
        return new Terminator.Jump(new Target(shape.to.get(), args), loc);
    }

    private static List<Operand> without(List<Operand> operands, int i) {
        var others = new ArrayList<>(operands);
        others.remove(i);
        return others;
    }
}
