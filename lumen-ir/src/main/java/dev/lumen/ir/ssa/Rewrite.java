package dev.lumen.ir.ssa;

import dev.lumen.ir.Loc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Copies of instructions with other operands, results, labels or failure edges. The mechanical
/// part of most passes.
public final class Rewrite {
    private Rewrite() {}

    /// The instruction with every operand replaced by what `f` makes of it.
    public static Instr operands(Instr instr, UnaryOperator<Operand> f) {
        return switch (instr) {
            case Instr.MakeCons(var d, var h, var t, var l) ->
                    new Instr.MakeCons(d, f.apply(h), f.apply(t), l);
            case Instr.MakeTuple(var d, var es, var l) -> new Instr.MakeTuple(d, all(es, f), l);
            case Instr.MakeFun(var d, var target, var free, var l) ->
                    new Instr.MakeFun(d, target, all(free, f), l);
            case Instr.GetHead(var d, var v, var l) -> new Instr.GetHead(d, f.apply(v), l);
            case Instr.GetTail(var d, var v, var l) -> new Instr.GetTail(d, f.apply(v), l);
            case Instr.GetElement(var d, var v, var i, var l) ->
                    new Instr.GetElement(d, f.apply(v), i, l);
            case Instr.GetFree(var d, var v, var i, var l) ->
                    new Instr.GetFree(d, f.apply(v), i, l);
            case Instr.Test(var d, var test, var n, var v, var l) ->
                    new Instr.Test(d, test, n, f.apply(v), l);
            case Instr.Compare(var d, var op, var a, var b, var l) ->
                    new Instr.Compare(d, op, f.apply(a), f.apply(b), l);
            case Instr.Bool(var d, var v, var l) -> new Instr.Bool(d, f.apply(v), l);
            case Instr.Not(var d, var v, var l) -> new Instr.Not(d, f.apply(v), l);
            case Instr.CallBif(var d, var bif, var as, var x, var l) ->
                    new Instr.CallBif(d, bif, all(as, f), x, l);
            case Instr.Call(var d, var target, var as, var x, var l) ->
                    new Instr.Call(d, target, all(as, f), x, l);
            case Instr.CallFun(var d, var fun, var as, var x, var l) ->
                    new Instr.CallFun(d, f.apply(fun), all(as, f), x, l);
            case Instr.CallApply(var d, var m, var n, var as, var x, var l) ->
                    new Instr.CallApply(d, f.apply(m), f.apply(n), all(as, f), x, l);
            case Instr.MapPut(var d, var b, var ps, var x, var l) ->
                    new Instr.MapPut(d, f.apply(b), all(ps, f), x, l);
            case Instr.MapUpdate(var d, var b, var ps, var x, var l) ->
                    new Instr.MapUpdate(d, f.apply(b), all(ps, f), x, l);
            case Instr.MapGet(var d, var b, var k, var x, var l) ->
                    new Instr.MapGet(d, f.apply(b), f.apply(k), x, l);
            case Instr.I64Op(var d, var op, var a, var b, var l) ->
                    new Instr.I64Op(d, op, f.apply(a), f.apply(b), l);
            case Instr.I64Compare(var d, var op, var a, var b, var l) ->
                    new Instr.I64Compare(d, op, f.apply(a), f.apply(b), l);
            case Instr.OrderKey(var d, var v, var l) -> new Instr.OrderKey(d, f.apply(v), l);
            case Instr.CompareKey(var d, var op, var k, var n, var l) ->
                    new Instr.CompareKey(d, op, f.apply(k), n, l);
            case Instr.Tag(var d, var v, var l) -> new Instr.Tag(d, f.apply(v), l);
            case Instr.Untag(var d, var v, var l) -> new Instr.Untag(d, f.apply(v), l);
            case Instr.BitsSize(var d, var v, var l) -> new Instr.BitsSize(d, f.apply(v), l);
            case Instr.BitsLength(var d, var v, var u, var x, var l) ->
                    new Instr.BitsLength(d, f.apply(v), u, x, l);
            case Instr.BitsGet(var d, var k, var b, var at, var size, var flags, var x, var l) ->
                    new Instr.BitsGet(d, k, f.apply(b), f.apply(at), f.apply(size), flags, x, l);
            case Instr.UtfWidth(var d, var k, var v, var l) ->
                    new Instr.UtfWidth(d, k, f.apply(v), l);
            case Instr.BitsMatch(var d, var b, var at, var bits, var l) ->
                    new Instr.BitsMatch(d, f.apply(b), f.apply(at), bits, l);
            case Instr.BitsBuild(var d, var segments, var x, var l) -> {
                var mapped = new ArrayList<Segment>(segments.size());
                for (Segment s : segments) {
                    mapped.add(
                            new Segment(
                                    s.kind(),
                                    f.apply(s.value()),
                                    s.size().map(f),
                                    s.unit(),
                                    s.flags()));
                }
                yield new Instr.BitsBuild(d, mapped, x, l);
            }
            case Instr.RecvSince(var v, var l) -> new Instr.RecvSince(f.apply(v), l);
            case Instr.RecvAccept _, Instr.RecvSkip _ -> instr;
            case Instr.StackTrace(var d, var v, var l) -> new Instr.StackTrace(d, f.apply(v), l);
        };
    }

    /// The terminator with every operand replaced by what `f` makes of it, those passed to blocks
    /// included.
    public static Terminator operands(Terminator end, UnaryOperator<Operand> f) {
        return switch (end) {
            case Terminator.Ret(var v, var l) -> new Terminator.Ret(f.apply(v), l);
            case Terminator.Jump(var t, var l) -> new Terminator.Jump(target(t, f), l);
            case Terminator.Branch(var flag, var t, var e, var l) ->
                    new Terminator.Branch(f.apply(flag), target(t, f), target(e, f), l);
            case Terminator.Switch(var v, var cases, var e, var l) ->
                    new Terminator.Switch(f.apply(v), cases, e, l);
            case Terminator.SwitchArity(var v, var cases, var e, var l) ->
                    new Terminator.SwitchArity(f.apply(v), cases, e, l);
            case Terminator.TailCall(var target, var as, var l) ->
                    new Terminator.TailCall(target, all(as, f), l);
            case Terminator.TailCallFun(var fun, var as, var l) ->
                    new Terminator.TailCallFun(f.apply(fun), all(as, f), l);
            case Terminator.TailCallApply(var m, var n, var as, var l) ->
                    new Terminator.TailCallApply(f.apply(m), f.apply(n), all(as, f), l);
            case Terminator.Raise(var c, var r, var trace, var x, var l) ->
                    new Terminator.Raise(f.apply(c), f.apply(r), trace.map(f), x, l);
            case Terminator.FunctionClause(var as, var l) ->
                    new Terminator.FunctionClause(all(as, f), l);
            case Terminator.RecvWait(var after, var again, var out, var x, var l) ->
                    new Terminator.RecvWait(f.apply(after), again, out, x, l);
            case Terminator.RecvPeek _, Terminator.Unreachable _ -> end;
        };
    }

    /// The whole block with every use replaced; what it defines stays.
    public static Block operands(Block block, UnaryOperator<Operand> f) {
        var body = new ArrayList<Instr>(block.body().size());
        for (Instr i : block.body()) {
            body.add(operands(i, f));
        }
        return new Block(block.label(), block.params(), body, operands(block.end(), f));
    }

    /// The instruction with another result. Throws [IllegalArgumentException] when it has none.
    public static Instr result(Instr instr, Var d) {
        return switch (instr) {
            case Instr.MakeCons(_, var h, var t, var l) -> new Instr.MakeCons(d, h, t, l);
            case Instr.MakeTuple(_, var es, var l) -> new Instr.MakeTuple(d, es, l);
            case Instr.MakeFun(_, var target, var free, var l) ->
                    new Instr.MakeFun(d, target, free, l);
            case Instr.GetHead(_, var v, var l) -> new Instr.GetHead(d, v, l);
            case Instr.GetTail(_, var v, var l) -> new Instr.GetTail(d, v, l);
            case Instr.GetElement(_, var v, var i, var l) -> new Instr.GetElement(d, v, i, l);
            case Instr.GetFree(_, var v, var i, var l) -> new Instr.GetFree(d, v, i, l);
            case Instr.Test(_, var test, var n, var v, var l) -> new Instr.Test(d, test, n, v, l);
            case Instr.Compare(_, var op, var a, var b, var l) -> new Instr.Compare(d, op, a, b, l);
            case Instr.Bool(_, var v, var l) -> new Instr.Bool(d, v, l);
            case Instr.Not(_, var v, var l) -> new Instr.Not(d, v, l);
            case Instr.CallBif(_, var bif, var as, var x, var l) ->
                    new Instr.CallBif(d, bif, as, x, l);
            case Instr.Call(_, var target, var as, var x, var l) ->
                    new Instr.Call(d, target, as, x, l);
            case Instr.CallFun(_, var fun, var as, var x, var l) ->
                    new Instr.CallFun(d, fun, as, x, l);
            case Instr.CallApply(_, var m, var n, var as, var x, var l) ->
                    new Instr.CallApply(d, m, n, as, x, l);
            case Instr.MapPut(_, var b, var ps, var x, var l) -> new Instr.MapPut(d, b, ps, x, l);
            case Instr.MapUpdate(_, var b, var ps, var x, var l) ->
                    new Instr.MapUpdate(d, b, ps, x, l);
            case Instr.MapGet(_, var b, var k, var x, var l) -> new Instr.MapGet(d, b, k, x, l);
            case Instr.I64Op(_, var op, var a, var b, var l) -> new Instr.I64Op(d, op, a, b, l);
            case Instr.I64Compare(_, var op, var a, var b, var l) ->
                    new Instr.I64Compare(d, op, a, b, l);
            case Instr.OrderKey(_, var v, var l) -> new Instr.OrderKey(d, v, l);
            case Instr.CompareKey(_, var op, var k, var n, var l) ->
                    new Instr.CompareKey(d, op, k, n, l);
            case Instr.Tag(_, var v, var l) -> new Instr.Tag(d, v, l);
            case Instr.Untag(_, var v, var l) -> new Instr.Untag(d, v, l);
            case Instr.BitsSize(_, var v, var l) -> new Instr.BitsSize(d, v, l);
            case Instr.BitsLength(_, var v, var u, var x, var l) ->
                    new Instr.BitsLength(d, v, u, x, l);
            case Instr.BitsGet(_, var k, var b, var at, var size, var flags, var x, var l) ->
                    new Instr.BitsGet(d, k, b, at, size, flags, x, l);
            case Instr.UtfWidth(_, var k, var v, var l) -> new Instr.UtfWidth(d, k, v, l);
            case Instr.BitsMatch(_, var b, var at, var bits, var l) ->
                    new Instr.BitsMatch(d, b, at, bits, l);
            case Instr.BitsBuild(_, var segments, var x, var l) ->
                    new Instr.BitsBuild(d, segments, x, l);
            case Instr.StackTrace(_, var v, var l) -> new Instr.StackTrace(d, v, l);
            case Instr.RecvSince _, Instr.RecvAccept _, Instr.RecvSkip _ ->
                    throw new IllegalArgumentException("no result: " + Printer.print(instr));
        };
    }

    /// The instruction at another place in the source.
    public static Instr at(Instr instr, Loc loc) {
        return switch (instr) {
            case Instr.MakeCons(var d, var h, var t, _) -> new Instr.MakeCons(d, h, t, loc);
            case Instr.MakeTuple(var d, var es, _) -> new Instr.MakeTuple(d, es, loc);
            case Instr.MakeFun(var d, var target, var free, _) ->
                    new Instr.MakeFun(d, target, free, loc);
            case Instr.GetHead(var d, var v, _) -> new Instr.GetHead(d, v, loc);
            case Instr.GetTail(var d, var v, _) -> new Instr.GetTail(d, v, loc);
            case Instr.GetElement(var d, var v, var i, _) -> new Instr.GetElement(d, v, i, loc);
            case Instr.GetFree(var d, var v, var i, _) -> new Instr.GetFree(d, v, i, loc);
            case Instr.Test(var d, var test, var n, var v, _) -> new Instr.Test(d, test, n, v, loc);
            case Instr.Compare(var d, var op, var a, var b, _) ->
                    new Instr.Compare(d, op, a, b, loc);
            case Instr.Bool(var d, var v, _) -> new Instr.Bool(d, v, loc);
            case Instr.Not(var d, var v, _) -> new Instr.Not(d, v, loc);
            case Instr.CallBif(var d, var bif, var as, var x, _) ->
                    new Instr.CallBif(d, bif, as, x, loc);
            case Instr.Call(var d, var target, var as, var x, _) ->
                    new Instr.Call(d, target, as, x, loc);
            case Instr.CallFun(var d, var fun, var as, var x, _) ->
                    new Instr.CallFun(d, fun, as, x, loc);
            case Instr.CallApply(var d, var m, var n, var as, var x, _) ->
                    new Instr.CallApply(d, m, n, as, x, loc);
            case Instr.MapPut(var d, var b, var ps, var x, _) -> new Instr.MapPut(d, b, ps, x, loc);
            case Instr.MapUpdate(var d, var b, var ps, var x, _) ->
                    new Instr.MapUpdate(d, b, ps, x, loc);
            case Instr.MapGet(var d, var b, var k, var x, _) -> new Instr.MapGet(d, b, k, x, loc);
            case Instr.I64Op(var d, var op, var a, var b, _) -> new Instr.I64Op(d, op, a, b, loc);
            case Instr.I64Compare(var d, var op, var a, var b, _) ->
                    new Instr.I64Compare(d, op, a, b, loc);
            case Instr.OrderKey(var d, var v, _) -> new Instr.OrderKey(d, v, loc);
            case Instr.CompareKey(var d, var op, var k, var n, _) ->
                    new Instr.CompareKey(d, op, k, n, loc);
            case Instr.Tag(var d, var v, _) -> new Instr.Tag(d, v, loc);
            case Instr.Untag(var d, var v, _) -> new Instr.Untag(d, v, loc);
            case Instr.BitsSize(var d, var v, _) -> new Instr.BitsSize(d, v, loc);
            case Instr.BitsLength(var d, var v, var u, var x, _) ->
                    new Instr.BitsLength(d, v, u, x, loc);
            case Instr.BitsGet(var d, var k, var b, var at, var size, var flags, var x, _) ->
                    new Instr.BitsGet(d, k, b, at, size, flags, x, loc);
            case Instr.UtfWidth(var d, var k, var v, _) -> new Instr.UtfWidth(d, k, v, loc);
            case Instr.BitsMatch(var d, var b, var at, var bits, _) ->
                    new Instr.BitsMatch(d, b, at, bits, loc);
            case Instr.BitsBuild(var d, var segments, var x, _) ->
                    new Instr.BitsBuild(d, segments, x, loc);
            case Instr.RecvSince(var v, _) -> new Instr.RecvSince(v, loc);
            case Instr.RecvAccept _ -> new Instr.RecvAccept(loc);
            case Instr.RecvSkip _ -> new Instr.RecvSkip(loc);
            case Instr.StackTrace(var d, var v, _) -> new Instr.StackTrace(d, v, loc);
        };
    }

    /// The terminator at another place in the source.
    public static Terminator at(Terminator end, Loc loc) {
        return switch (end) {
            case Terminator.Ret(var v, _) -> new Terminator.Ret(v, loc);
            case Terminator.Jump(var t, _) -> new Terminator.Jump(t, loc);
            case Terminator.Branch(var flag, var then, var otherwise, _) ->
                    new Terminator.Branch(flag, then, otherwise, loc);
            case Terminator.Switch(var v, var cases, var e, _) ->
                    new Terminator.Switch(v, cases, e, loc);
            case Terminator.SwitchArity(var v, var cases, var e, _) ->
                    new Terminator.SwitchArity(v, cases, e, loc);
            case Terminator.TailCall(var target, var as, _) ->
                    new Terminator.TailCall(target, as, loc);
            case Terminator.TailCallFun(var fun, var as, _) ->
                    new Terminator.TailCallFun(fun, as, loc);
            case Terminator.TailCallApply(var m, var n, var as, _) ->
                    new Terminator.TailCallApply(m, n, as, loc);
            case Terminator.Raise(var c, var r, var trace, var x, _) ->
                    new Terminator.Raise(c, r, trace, x, loc);
            case Terminator.FunctionClause(var as, _) -> new Terminator.FunctionClause(as, loc);
            case Terminator.RecvPeek(var message, var empty, _) ->
                    new Terminator.RecvPeek(message, empty, loc);
            case Terminator.RecvWait(var after, var again, var out, var x, _) ->
                    new Terminator.RecvWait(after, again, out, x, loc);
            case Terminator.Unreachable _ -> new Terminator.Unreachable(loc);
        };
    }

    /// The instruction with another failure edge; one that can't fail is returned as it is.
    public static Instr onFail(Instr instr, OnFail x) {
        if (!(instr instanceof Instr.MayFail mayFail)) {
            return instr;
        }
        return switch (mayFail) {
            case Instr.CallBif(var d, var bif, var as, _, var l) ->
                    new Instr.CallBif(d, bif, as, x, l);
            case Instr.Call(var d, var target, var as, _, var l) ->
                    new Instr.Call(d, target, as, x, l);
            case Instr.CallFun(var d, var fun, var as, _, var l) ->
                    new Instr.CallFun(d, fun, as, x, l);
            case Instr.CallApply(var d, var m, var n, var as, _, var l) ->
                    new Instr.CallApply(d, m, n, as, x, l);
            case Instr.MapPut(var d, var b, var ps, _, var l) -> new Instr.MapPut(d, b, ps, x, l);
            case Instr.MapUpdate(var d, var b, var ps, _, var l) ->
                    new Instr.MapUpdate(d, b, ps, x, l);
            case Instr.MapGet(var d, var b, var k, _, var l) -> new Instr.MapGet(d, b, k, x, l);
            case Instr.BitsLength(var d, var v, var u, _, var l) ->
                    new Instr.BitsLength(d, v, u, x, l);
            case Instr.BitsGet(var d, var k, var b, var at, var size, var flags, _, var l) ->
                    new Instr.BitsGet(d, k, b, at, size, flags, x, l);
            case Instr.BitsBuild(var d, var segments, _, var l) ->
                    new Instr.BitsBuild(d, segments, x, l);
        };
    }

    /// The instruction whose failure edge goes to what `f` makes of its label.
    public static Instr labels(Instr instr, UnaryOperator<Label> f) {
        return instr instanceof Instr.MayFail m ? onFail(instr, onFail(m.onFail(), f)) : instr;
    }

    /// The terminator with every label replaced by what `f` makes of it, failure edges included.
    public static Terminator labels(Terminator end, UnaryOperator<Label> f) {
        return switch (end) {
            case Terminator.Jump(var t, var l) -> new Terminator.Jump(label(t, f), l);
            case Terminator.Branch(var flag, var t, var e, var l) ->
                    new Terminator.Branch(flag, label(t, f), label(e, f), l);
            case Terminator.Switch(var v, var cases, var e, var l) ->
                    new Terminator.Switch(
                            v,
                            cases.stream()
                                    .map(c ->
                                            new Terminator.Switch.Case(
                                                    c.constant(), f.apply(c.label())))
                                    .toList(),
                            f.apply(e),
                            l);
            case Terminator.SwitchArity(var v, var cases, var e, var l) ->
                    new Terminator.SwitchArity(
                            v,
                            cases.stream()
                                    .map(c ->
                                            new Terminator.SwitchArity.Case(
                                                    c.arity(), f.apply(c.label())))
                                    .toList(),
                            f.apply(e),
                            l);
            case Terminator.Raise(var c, var r, var trace, var x, var l) ->
                    new Terminator.Raise(c, r, trace, onFail(x, f), l);
            case Terminator.RecvPeek(var message, var empty, var l) ->
                    new Terminator.RecvPeek(f.apply(message), f.apply(empty), l);
            case Terminator.RecvWait(var after, var again, var out, var x, var l) ->
                    new Terminator.RecvWait(after, f.apply(again), f.apply(out), onFail(x, f), l);
            case Terminator.Ret _,
                    Terminator.TailCall _,
                    Terminator.TailCallFun _,
                    Terminator.TailCallApply _,
                    Terminator.FunctionClause _,
                    Terminator.Unreachable _ ->
                    end;
        };
    }

    private static OnFail onFail(OnFail x, UnaryOperator<Label> f) {
        return x.target().map(l -> x.withLabel(f.apply(l))).orElse(x);
    }

    private static Target label(Target t, UnaryOperator<Label> f) {
        return new Target(f.apply(t.label()), t.args());
    }

    private static Target target(Target t, UnaryOperator<Operand> f) {
        return new Target(t.label(), all(t.args(), f));
    }

    private static List<Operand> all(List<Operand> operands, UnaryOperator<Operand> f) {
        var mapped = new ArrayList<Operand>(operands.size());
        for (Operand o : operands) {
            mapped.add(f.apply(o));
        }
        return mapped;
    }
}
