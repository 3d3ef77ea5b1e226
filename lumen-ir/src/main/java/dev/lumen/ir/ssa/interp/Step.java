package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.BitStrings;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Segment;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;

/// What each instruction computes from its operands. Control flow is in [Machine].
final class Step {
    /// The answer of an instruction that takes its `fail` edge.
    static final Object NO_MATCH = new Object();

    /// No bit string is this long.
    private static final long MAX_BITS = 1L << 60;

    private final Machine m;

    Step(Machine m) {
        this.m = m;
    }

    Object value(Frame f, Instr i) {
        return switch (i) {
            case Instr.MakeCons(_, var head, var tail, _) ->
                    new Cell(m.get(f, head), m.get(f, tail));
            case Instr.MakeTuple(_, var elements, _) -> new Row(all(f, elements));
            case Instr.MakeFun(_, var target, var free, _) -> new Closure(target, all(f, free));
            case Instr.GetHead(_, var list, _) -> ((Cell) m.get(f, list)).head();
            case Instr.GetTail(_, var list, _) -> ((Cell) m.get(f, list)).tail();
            case Instr.GetElement(_, var tuple, var index, _) ->
                    ((Row) m.get(f, tuple)).elements()[index];
            case Instr.GetFree(_, var fun, var index, _) -> ((Closure) m.get(f, fun)).free()[index];
            case Instr.Test(_, var test, var number, var value, _) ->
                    test(test, number, m.get(f, value));
            case Instr.Compare(_, var op, var left, var right, _) ->
                    compare(m, op, m.get(f, left), m.get(f, right));
            // A term is its own key.
            case Instr.OrderKey(_, var value, _) -> m.get(f, value);
            case Instr.CompareKey(_, var op, var key, var number, _) ->
                    compare(m, op, m.get(f, key), Int.of(number));
            case Instr.Bool(_, var flag, _) -> Term.of((boolean) (Boolean) m.get(f, flag));
            case Instr.Not(_, var flag, _) -> !(Boolean) m.get(f, flag);
            case Instr.CallBif(_, var bif, var args, _, _) -> {
                Builtin builtIn = Builtins.find(bif.id());
                if (builtIn == null) {
                    throw Failure.error("undef");
                }
                yield builtIn.call(m, all(f, args));
            }
            case Instr.MapPut(_, var base, var pairs, _, _) ->
                    mapPut(m.get(f, base), all(f, pairs), false);
            case Instr.MapUpdate(_, var base, var pairs, _, _) ->
                    mapPut(m.get(f, base), all(f, pairs), true);
            case Instr.MapGet(_, var base, var key, _, _) -> {
                Object found =
                        m.get(f, base) instanceof Dict d
                                ? d.entries().get(m.values.term(m.get(f, key)))
                                : null;
                yield found != null ? found : NO_MATCH;
            }
            case Instr.I64Op(_, var op, var left, var right, _) -> {
                long a = (Long) m.get(f, left);
                long b = (Long) m.get(f, right);
                yield switch (op) {
                    case ADD -> a + b;
                    case SUB -> a - b;
                    case MUL -> a * b;
                };
            }
            case Instr.I64Compare(_, var op, var left, var right, _) -> {
                long a = (Long) m.get(f, left);
                long b = (Long) m.get(f, right);
                yield switch (op) {
                    case LT -> a < b;
                    case LE -> a <= b;
                    case EQ -> a == b;
                };
            }
            case Instr.Tag(_, var raw, _) -> Int.of((Long) m.get(f, raw));
            case Instr.Untag(_, var small, _) -> ((Int) m.get(f, small)).longValue();
            case Instr.BitsSize(_, var value, _) -> ((Bits) m.get(f, value)).bitLength();
            case Instr.BitsLength(_, var size, var unit, _, _) ->
                    m.get(f, size) instanceof Int n
                                    && n.isSmall()
                                    && n.signum() >= 0
                                    && n.longValue() < MAX_BITS / unit
                            ? (Object) (n.longValue() * unit)
                            : NO_MATCH;
            case Instr.BitsGet(_, var kind, var base, var at, var size, var flags, _, _) -> {
                Object found =
                        BitStrings.get(
                                kind,
                                (Bits) m.get(f, base),
                                (Long) m.get(f, at),
                                (Long) m.get(f, size),
                                flags);
                yield found != null ? found : NO_MATCH;
            }
            case Instr.UtfWidth(_, var kind, var value, _) ->
                    BitStrings.width(kind, ((Int) m.get(f, value)).intValue());
            case Instr.BitsMatch(_, var base, var at, var literal, _) ->
                    BitStrings.slice(
                                    (Bits) m.get(f, base), (Long) m.get(f, at), literal.bitLength())
                            .equals(literal);
            case Instr.BitsBuild(_, var segments, _, _) -> build(f, segments);
            case Instr.StackTrace(_, var raw, _) -> m.get(f, raw);
            case Instr.Call _,
                    Instr.CallFun _,
                    Instr.CallApply _,
                    Instr.RecvSince _,
                    Instr.RecvAccept _,
                    Instr.RecvSkip _ ->
                    throw new IllegalStateException("control flow");
        };
    }

    private Object[] all(Frame f, List<Operand> operands) {
        return operands.stream().map(o -> m.get(f, o)).toArray();
    }

    private static boolean test(TypeTest test, int number, Object value) {
        return switch (test) {
            case IS_FUNCTION_ARITY ->
                    value instanceof Closure c && c.arity() == number
                            || value instanceof Fun fun && fun.arity() == number;
            case IS_TUPLE_OF -> value instanceof Row r && r.size() == number;
            default -> Values.type(value).isSubtypeOf(test.accepts());
        };
    }

    private Object mapPut(Object base, Object[] pairs, boolean update) {
        if (!(base instanceof Dict d)) {
            throw Failure.raised(Failure.ERROR, Values.row(Atom.of("badmap"), base));
        }
        Dict changed = d;
        for (int i = 0; i < pairs.length; i += 2) {
            Term key = m.values.term(pairs[i]);
            if (update && !changed.entries().containsKey(key)) {
                throw Failure.raised(Failure.ERROR, Values.row(Atom.of("badkey"), pairs[i]));
            }
            changed = changed.with(key, pairs[i + 1]);
        }
        return changed;
    }

    private Object build(Frame f, List<Segment> segments) {
        var parts = new ArrayList<Bits>();
        for (Segment s : segments) {
            Object value = m.get(f, s.value());
            if (s.kind() == BitsKind.LITERAL) {
                parts.add((Bits) value);
                continue;
            }
            long bits = -1;
            if (s.size().isPresent()) {
                if (!(m.get(f, s.size().get()) instanceof Int n) || n.signum() < 0) {
                    throw Failure.raised(Failure.ERROR, Atom.of("badarg"));
                }
                if (!n.isSmall() || n.longValue() >= (1L << 32) / s.unit()) {
                    throw Failure.raised(Failure.ERROR, Atom.of("system_limit"));
                }
                bits = n.longValue() * s.unit();
            }
            Bits part = BitStrings.put(s.kind(), value, bits, s.unit(), s.flags());
            if (part == null) {
                throw Failure.raised(Failure.ERROR, Atom.of("badarg"));
            }
            parts.add(part);
        }
        return BitStrings.concat(parts);
    }

    private static boolean compare(Machine m, CompareOp op, Object a, Object b) {
        return switch (op) {
            case EQ_EXACT -> m.values.identical(a, b);
            case NE_EXACT -> !m.values.identical(a, b);
            case EQ -> m.values.compare(a, b) == 0;
            case NE -> m.values.compare(a, b) != 0;
            case LT -> m.values.compare(a, b) < 0;
            case LE -> m.values.compare(a, b) <= 0;
            case GT -> m.values.compare(a, b) > 0;
            case GE -> m.values.compare(a, b) >= 0;
        };
    }
}
