package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;
import dev.lumen.ir.term.Tuple;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Replaces what can be computed now by its value: operations on constants, tests that the type
/// decides, parts of what was just built.
///
/// - Needs: valid SSA. Keeps: the control-flow graph ([FoldBranches] goes on from here), and
///   everything that would raise.
/// - Repeats: never; a value is known before its uses are looked at.
/// - Example: `src/test/filetests/opt/fold-constants.ssa`
public final class FoldConstants implements FunctionPass {
    /// A list constant that grows cell by cell is copied each time: longer ones are left to run
    /// time.
    private static final int MAX_LIST = 64;

    /// Integers above this are not computed now.
    private static final int MAX_BITS = 256;

    @Override
    public PassId id() {
        return PassId.of("fold-constants");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        var same = new Substitution();
        Map<Operand, Instr> made = new HashMap<>();
        Map<Label, Block> done = new HashMap<>();
        boolean changed = false;
        for (Block b : Dominators.of(f).order()) {
            var kept = new ArrayList<Instr>();
            for (Instr old : b.body()) {
                Instr i = Rewrite.operands(old, same::apply);
                Operand value = value(i, made);
                if (value != null) {
                    same.put(i.result().orElseThrow(), value);
                    cx.count("folded");
                    changed = true;
                    continue;
                }
                i.result().ifPresent(v -> made.put(v, i));
                kept.add(i);
            }
            done.put(b.label(), b.withBody(kept));
        }
        return changed ? same.apply(f.mapBlocks(b -> done.getOrDefault(b.label(), b))) : f;
    }

    /// What the instruction gives; null when that is not known now.
    private static Operand value(Instr i, Map<Operand, Instr> made) {
        return switch (i) {
            case Instr.MakeCons(_, Operand.Const(var head, _), Operand.Const(var tail, _), _)
                    when !(tail instanceof ListTerm(var rest, _)) || rest.size() < MAX_LIST ->
                    Operand.Const.of(new ListTerm(List.of(head), tail));
            case Instr.MakeTuple t
                    when t.elements().stream().allMatch(Operand.Const.class::isInstance) ->
                    Operand.Const.of(
                            Term.tuple(
                                    t.elements().stream()
                                            .map(o -> ((Operand.Const) o).value())
                                            .toList()));
            case Instr.GetHead(_, Operand.Const(ListTerm(var elements, _), _), _) ->
                    Operand.Const.of(elements.getFirst());
            case Instr.GetHead(_, var list, _) when made.get(list) instanceof Instr.MakeCons c ->
                    c.head();
            case Instr.GetTail(_, Operand.Const(ListTerm(var elements, var tail), _), _)
                    when elements.size() <= MAX_LIST ->
                    Operand.Const.of(ListTerm.of(elements.subList(1, elements.size()), tail));
            case Instr.GetTail(_, var list, _) when made.get(list) instanceof Instr.MakeCons c ->
                    c.tail();
            case Instr.GetElement(_, Operand.Const(Tuple t, _), var index, _)
                    when index < t.size() ->
                    Operand.Const.of(t.get(index));
            case Instr.GetElement(_, var tuple, var index, _)
                    when made.get(tuple) instanceof Instr.MakeTuple t
                            && index < t.elements().size() ->
                    t.elements().get(index);
            case Instr.Test t -> test(t, made);
            case Instr.Compare c -> compare(c);
            case Instr.Not(_, Operand.Const flag, _) -> Operand.Const.flag(!flag.asFlag());
            case Instr.Not(_, var flag, _) when made.get(flag) instanceof Instr.Not n -> n.flag();
            case Instr.Bool(_, Operand.Const flag, _) -> Operand.Const.of(flag.value());
            case Instr.I64Op(_, var op, Operand.Const a, Operand.Const b, _) ->
                    Operand.Const.i64(
                            switch (op) {
                                case ADD -> a.asLong() + b.asLong();
                                case SUB -> a.asLong() - b.asLong();
                                case MUL -> a.asLong() * b.asLong();
                            });
            case Instr.I64Compare(_, var op, Operand.Const a, Operand.Const b, _) ->
                    Operand.Const.flag(
                            switch (op) {
                                case LT -> a.asLong() < b.asLong();
                                case LE -> a.asLong() <= b.asLong();
                                case EQ -> a.asLong() == b.asLong();
                            });
            case Instr.BitsSize(_, Operand.Const(Bits b, _), _) -> Operand.Const.i64(b.bitLength());
            case Instr.Untag(_, var small, _) when made.get(small) instanceof Instr.Tag t ->
                    t.raw();
            case Instr.Tag(_, var raw, _) when made.get(raw) instanceof Instr.Untag u -> u.small();
            case Instr.CallBif c when c.bif().module().name().equals("erlang") -> builtIn(c, made);
            default -> null;
        };
    }

    private static Operand test(Instr.Test t, Map<Operand, Instr> made) {
        Type type = t.value().type();
        if (!type.overlaps(t.test().accepts())) {
            return Operand.Const.flag(false);
        }
        if (t.test().isExact()) {
            return type.isSubtypeOf(t.test().accepts()) && !type.equals(Type.NONE)
                    ? Operand.Const.flag(true)
                    : null;
        }
        int number =
                switch (t.value()) {
                    case Operand.Const(Tuple tuple, _) -> tuple.size();
                    case Operand.Const(Fun fun, _) -> fun.arity();
                    case Operand o ->
                            switch (made.get(o)) {
                                case Instr.MakeTuple m -> m.elements().size();
                                case Instr.MakeFun m -> m.target().arity() - 1;
                                case null, default -> -1;
                            };
                };
        return number < 0 ? null : Operand.Const.flag(number == t.number());
    }

    private static Operand compare(Instr.Compare c) {
        if (c.left() instanceof Operand.Const(var a, _)
                && c.right() instanceof Operand.Const(var b, _)) {
            return Operand.Const.flag(
                    switch (c.op()) {
                        case EQ_EXACT -> TermOrder.identical(a, b);
                        case NE_EXACT -> !TermOrder.identical(a, b);
                        case EQ -> TermOrder.compare(a, b) == 0;
                        case NE -> TermOrder.compare(a, b) != 0;
                        case LT -> TermOrder.compare(a, b) < 0;
                        case LE -> TermOrder.compare(a, b) <= 0;
                        case GT -> TermOrder.compare(a, b) > 0;
                        case GE -> TermOrder.compare(a, b) >= 0;
                    });
        }
        boolean exact = c.op() == CompareOp.EQ_EXACT || c.op() == CompareOp.NE_EXACT;
        if (c.left() instanceof Var && c.left().equals(c.right())) {
            return Operand.Const.flag(
                    switch (c.op()) {
                        case EQ_EXACT, EQ, LE, GE -> true;
                        case NE_EXACT, NE, LT, GT -> false;
                    });
        }
        return exact && !c.left().type().overlaps(c.right().type())
                ? Operand.Const.flag(c.op() == CompareOp.NE_EXACT)
                : null;
    }

    private static Operand builtIn(Instr.CallBif c, Map<Operand, Instr> made) {
        String name = c.bif().name().name();
        if (name.equals("tuple_size")
                && made.get(c.args().getFirst()) instanceof Instr.MakeTuple t) {
            return Operand.Const.integer(t.elements().size());
        }
        if (name.equals("element")
                && c.args().getFirst() instanceof Operand.Const(Int n, _)
                && n.isSmall()) {
            long at = n.longValue();
            if (made.get(c.args().get(1)) instanceof Instr.MakeTuple t
                    && at >= 1
                    && at <= t.elements().size()) {
                return t.elements().get((int) at - 1);
            }
            if (c.args().get(1) instanceof Operand.Const(Tuple t, _) && at >= 1 && at <= t.size()) {
                return Operand.Const.of(t.get((int) at - 1));
            }
        }
        if (c.args().size() == 2
                && c.args().get(0) instanceof Operand.Const(Int a, _)
                && c.args().get(1) instanceof Operand.Const(Int b, _)) {
            return integers(name, a.bigValue(), b.bigValue());
        }
        if (c.args().size() == 1 && c.args().getFirst() instanceof Operand.Const(var v, _)) {
            return switch (name) {
                case "not" ->
                        v.equals(Atom.TRUE)
                                ? Operand.Const.FALSE
                                : v.equals(Atom.FALSE) ? Operand.Const.TRUE : null;
                case "-" ->
                        v instanceof Int n ? Operand.Const.of(Int.of(n.bigValue().negate())) : null;
                default -> null;
            };
        }
        return null;
    }

    private static Operand integers(String name, BigInteger a, BigInteger b) {
        if (a.bitLength() > MAX_BITS || b.bitLength() > MAX_BITS) {
            return null;
        }
        BigInteger value =
                switch (name) {
                    case "+" -> a.add(b);
                    case "-" -> a.subtract(b);
                    case "*" -> a.multiply(b);
                    case "div" -> b.signum() == 0 ? null : a.divide(b);
                    case "rem" -> b.signum() == 0 ? null : a.remainder(b);
                    case "band" -> a.and(b);
                    case "bor" -> a.or(b);
                    case "bxor" -> a.xor(b);
                    case "bsl" ->
                            b.signum() >= 0 && b.bitLength() <= 8
                                    ? a.shiftLeft(b.intValue())
                                    : null;
                    case "bsr" ->
                            b.signum() >= 0 && b.bitLength() <= 8
                                    ? a.shiftRight(b.intValue())
                                    : null;
                    default -> null;
                };
        return value == null ? null : Operand.Const.of(Int.of(value));
    }
}
