package dev.lumen.frontend.ssa;

import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Instr.I64Operator;
import dev.lumen.ir.ssa.Instr.I64Relation;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Int;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns places and questions about them into instructions. A value is fetched where it is first
/// needed, once on every way; what was fetched on one way is forgotten ([#undo]) before another is
/// lowered.
final class Fetching {
    /// An integer of so many bits is small, signed or not.
    private static final int MAX_SMALL_BITS = 60;

    private final FunctionLowering f;
    private final ExprLowering exprs;
    private final FunctionBuilder out;

    /// Of places their value, of positions where they are, of steps ([Width]) their width, of bases
    /// ([End]) their end.
    private final Map<Object, Operand> found = new HashMap<>();

    private final ArrayDeque<Object> order = new ArrayDeque<>();

    private record Width(Step step) {}

    private record End(Place base) {}

    Fetching(FunctionLowering f, ExprLowering exprs) {
        this.f = f;
        this.exprs = exprs;
        this.out = f.out;
    }

    int mark() {
        return order.size();
    }

    void undo(int mark) {
        while (order.size() > mark) {
            found.remove(order.pop());
        }
    }

    /// Says what a place or position is.
    void found(Object what, Operand is) {
        if (found.putIfAbsent(what, is) == null) {
            order.push(what);
        }
    }

    private Var made(Object what, Var v, Instr instr) {
        out.emit(instr);
        found(what, v);
        return v;
    }

    Operand value(Place place) {
        Operand known = found.get(place);
        if (known != null) {
            return known;
        }
        return switch (place.origin()) {
            case Place.Origin.Given(var operand) -> operand;
            case Place.Origin.Built(var parts, var cons) -> built(place, parts, cons);
            case Place.Origin.Head(var of) -> {
                Operand list = value(of);
                Var v = out.fresh(Type.TERM);
                yield made(place, v, new Instr.GetHead(v, list, f.here));
            }
            case Place.Origin.Tail(var of) -> {
                Operand list = value(of);
                Var v = out.fresh(Type.TERM);
                yield made(place, v, new Instr.GetTail(v, list, f.here));
            }
            case Place.Origin.Element(var of, var index) -> {
                Operand tuple = value(of);
                Var v = out.fresh(Type.TERM);
                yield made(place, v, new Instr.GetElement(v, tuple, index, f.here));
            }
            case Place.Origin.Tested _ ->
                    throw new IllegalStateException("a map value or field that no test found");
            case Place.Origin.Value(var step) -> segment(step);
        };
    }

    private Operand built(Place place, List<Place> parts, boolean cons) {
        var values = new ArrayList<Operand>();
        for (Place p : parts) {
            values.add(f.term(value(p)));
        }
        Operand made;
        if (cons) {
            Var v = out.fresh(Type.CONS);
            out.emit(new Instr.MakeCons(v, values.get(0), values.get(1), f.here));
            made = v;
        } else {
            made = exprs.tuple(values);
        }
        found(place, made);
        return made;
    }

    Operand position(Step.Position at) {
        if (at.fixed().isPresent()) {
            return Operand.Const.i64(at.fixed().getAsLong());
        }
        Operand known = found.get(at);
        if (known == null) {
            throw new IllegalStateException("a position that no test found");
        }
        return known;
    }

    /// The length in bits of what is matched.
    private Operand end(Place base) {
        Operand known = found.get(new End(base));
        if (known != null) {
            return known;
        }
        Operand bits = value(base);
        Var v = out.fresh(Type.I64);
        return made(new End(base), v, new Instr.BitsSize(v, bits, f.here));
    }

    /// The value of a segment whose bits are known to be there.
    private Operand segment(Step step) {
        Step.Spec spec = step.spec();
        if (spec.kind() != BitsKind.INTEGER && spec.kind() != BitsKind.SLICE) {
            throw new IllegalStateException("a segment that no test found");
        }
        Operand base = value(step.base());
        Operand at = position(step.at());
        Operand width;
        if (spec.isRest()) {
            if (step.at().fixed().orElse(-1) == 0) {
                return base;
            }
            Operand end = end(step.base());
            width = i64(I64Operator.SUB, end, at);
        } else {
            width = found.get(new Width(step));
        }
        boolean bytes = spec.isRest() ? spec.unit() % 8 == 0 : spec.isBytes();
        boolean small =
                spec.fixedBits().isPresent() && spec.fixedBits().getAsLong() <= MAX_SMALL_BITS;
        Var v =
                out.fresh(
                        spec.kind() == BitsKind.INTEGER
                                ? small ? Type.SMALL : Type.INTEGER
                                : bytes ? Type.BINARY : Type.BITSTRING);
        return made(
                step.value(),
                v,
                new Instr.BitsGet(
                        v, spec.kind(), base, at, width, spec.flags(), OnFail.CALLER, f.here));
    }

    private Operand i64(I64Operator op, Operand left, Operand right) {
        if (left instanceof Operand.Const a && right instanceof Operand.Const b) {
            long x = a.asLong();
            long y = b.asLong();
            return Operand.Const.i64(
                    switch (op) {
                        case ADD -> x + y;
                        case SUB -> x - y;
                        case MUL -> x * y;
                    });
        }
        if (op != I64Operator.MUL && right.equals(Operand.Const.i64(0))) {
            return left;
        }
        Var v = out.fresh(Type.I64);
        out.emit(new Instr.I64Op(v, op, left, right, f.here));
        return v;
    }

    // ---- questions ------------------------------------------------------------------------------

    /// Fetches what the question is about: known then whatever the answer.
    void subject(Decision.Question question) {
        switch (question) {
            case Decision.Question.IsA q -> value(q.place());
            case Decision.Question.Equals q -> value(q.place());
            case Decision.Question.HasKey q -> value(q.map());
            case Decision.Question.IsRecord q -> value(q.place());
            case Decision.Question.HasField q -> value(q.record());
            case Decision.Question.Segment(var step) -> {
                if (!step.spec().kind().isUtf()) {
                    end(step.base());
                }
            }
            case Decision.Question.Literal q -> end(q.at().base());
            case Decision.Question.AtEnd(var at) -> end(at.base());
            case Decision.Question.RestIs(var at, _) -> end(at.base());
        }
    }

    /// Asks; closes the block. What a yes finds is known until it is undone.
    void ask(Decision.Question question, Label yes, Label no) {
        switch (question) {
            case Decision.Question.IsA(var place, var test, var number) -> {
                Operand value = value(place);
                Var flag = out.fresh(Type.FLAG);
                out.emit(new Instr.Test(flag, test, number, value, f.here));
                branch(flag, yes, no);
            }
            case Decision.Question.Equals(var place, var literal) -> {
                Operand value = value(place);
                Var flag = out.fresh(Type.FLAG);
                out.emit(
                        new Instr.Compare(
                                flag,
                                CompareOp.EQ_EXACT,
                                value,
                                Operand.Const.of(literal),
                                f.here));
                branch(flag, yes, no);
            }
            case Decision.Question.HasKey(var map, var key, var value) -> {
                Operand k = key(key, no);
                if (k != null) {
                    Operand m = value(map);
                    Var v = out.fresh(Type.TERM);
                    made(value, v, new Instr.MapGet(v, m, k, new OnFail.Branch(no), f.here));
                    out.jump(yes, f.here);
                }
            }
            case Decision.Question.IsRecord(var place, var id) -> {
                Var v = out.fresh(Type.RECORD);
                record(v, "$match", List.of(f.term(value(place)), Operand.Const.of(id)), no);
                out.jump(yes, f.here);
            }
            case Decision.Question.HasField(var record, var field, var value) -> {
                Var v = out.fresh(Type.TERM);
                record(v, "get", List.of(Operand.Const.of(field), f.term(value(record))), no);
                found(value, v);
                out.jump(yes, f.here);
            }
            case Decision.Question.Segment(var step) -> segment(step, yes, no);
            case Decision.Question.Literal(var at, var bits, var next) -> {
                Operand base = value(at.base());
                Operand from = position(at);
                Operand to =
                        next.fixed().isPresent()
                                ? position(next)
                                : i64(I64Operator.ADD, from, Operand.Const.i64(bits.bitLength()));
                found(next, to);
                Label there = out.label("there");
                branch(compare(I64Relation.LE, to, end(at.base())), there, no);
                out.start(there);
                Var flag = out.fresh(Type.FLAG);
                out.emit(new Instr.BitsMatch(flag, base, from, bits, f.here));
                branch(flag, yes, no);
            }
            case Decision.Question.AtEnd(var at) -> {
                Operand end = end(at.base());
                branch(compare(I64Relation.EQ, position(at), end), yes, no);
            }
            case Decision.Question.RestIs(var at, var unit) -> {
                Operand end = end(at.base());
                Operand rest = i64(I64Operator.SUB, end, position(at));
                Var tagged = out.fresh(Type.SMALL);
                out.emit(new Instr.Tag(tagged, rest, f.here));
                Var left = out.fresh(Type.INTEGER);
                out.emit(
                        new Instr.CallBif(
                                left,
                                f.module.bifs().find("erlang", "rem", 2).orElseThrow(),
                                List.of(tagged, Operand.Const.integer(unit)),
                                OnFail.CALLER,
                                f.here));
                out.end(
                        new Terminator.Switch(
                                left,
                                List.of(new Terminator.Switch.Case(Int.of(0), yes)),
                                no,
                                f.here));
            }
        }
    }

    private void record(Var result, String function, List<Operand> args, Label no) {
        out.emit(
                new Instr.CallBif(
                        result,
                        f.module.bifs().find("records", function, args.size()).orElseThrow(),
                        args,
                        new OnFail.Branch(no),
                        f.here));
    }

    private void branch(Var flag, Label yes, Label no) {
        out.end(new Terminator.Branch(flag, Target.of(yes), Target.of(no), f.here));
    }

    private Var compare(I64Relation op, Operand left, Operand right) {
        Var flag = out.fresh(Type.FLAG);
        out.emit(new Instr.I64Compare(flag, op, left, right, f.here));
        return flag;
    }

    /// Null when evaluating the key never gives a value; the block is closed then.
    private Operand key(Place.Key key, Label no) {
        return switch (key) {
            case Place.Key.Literal(var value) -> Operand.Const.of(value);
            case Place.Key.Outside(var operand) -> f.term(operand);
            case Place.Key.Inside(var place) -> f.term(value(place));
            case Place.Key.Computed c -> {
                int mark = f.env.mark();
                c.bindings()
                        .forEach(b -> {
                            if (f.names.isUsed(b.name())) {
                                f.env.bind(b.name(), value(b.place()));
                            }
                        });
                OnFail outside = f.onFail;
                f.onFail = new OnFail.Branch(no);
                Operand value = exprs.term(c.expr());
                f.onFail = outside;
                f.env.undo(mark);
                yield value;
            }
        };
    }

    private void segment(Step step, Label yes, Label no) {
        Step.Spec spec = step.spec();
        Operand base = value(step.base());
        Operand at = position(step.at());
        if (spec.kind().isUtf()) {
            Var v = out.fresh(Type.SMALL);
            made(
                    step.value(),
                    v,
                    new Instr.BitsGet(
                            v,
                            spec.kind(),
                            base,
                            at,
                            Operand.Const.i64(0),
                            spec.flags(),
                            new OnFail.Branch(no),
                            f.here));
            Var width = out.fresh(Type.I64);
            out.emit(new Instr.UtfWidth(width, spec.kind(), v, f.here));
            found(step.next(), i64(I64Operator.ADD, at, width));
            out.jump(yes, f.here);
            return;
        }
        Operand width = width(spec, no);
        if (width == null) {
            return;
        }
        Operand end = end(step.base());
        found(new Width(step), width);
        Operand next = i64(I64Operator.ADD, at, width);
        found(step.next(), next);
        Var there = compare(I64Relation.LE, next, end);
        if (spec.kind() != BitsKind.FLOAT) {
            branch(there, yes, no);
            return;
        }
        Label found = out.label("there");
        branch(there, found, no);
        out.start(found);
        Var v = out.fresh(Type.FLOAT);
        made(
                step.value(),
                v,
                new Instr.BitsGet(
                        v,
                        spec.kind(),
                        base,
                        at,
                        width,
                        spec.flags(),
                        new OnFail.Branch(no),
                        f.here));
        out.jump(yes, f.here);
    }

    /// The width in bits; null, with the block closed, when no bit string has such a segment.
    private Operand width(Step.Spec spec, Label no) {
        if (spec.fixedBits().isPresent()) {
            return Operand.Const.i64(spec.fixedBits().getAsLong());
        }
        if (spec.size() instanceof Place.Key.Literal) {
            out.jump(no, f.here);
            return null;
        }
        Operand size = key(spec.size(), no);
        if (size == null) {
            return null;
        }
        Var v = out.fresh(Type.I64);
        out.emit(new Instr.BitsLength(v, size, spec.unit(), new OnFail.Branch(no), f.here));
        return v;
    }
}
