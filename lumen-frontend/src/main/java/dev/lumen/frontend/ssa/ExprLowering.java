package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lowers expressions. [#into] takes an expression to its destination and leaves no block open;
/// [#values] leaves its values in the block at hand, or closes it and answers null when the
/// expression never gives any.
final class ExprLowering {
    private final FunctionLowering f;
    private final FunctionBuilder out;
    private final CallLowering calls;
    private final DecisionLowering decisions;

    ExprLowering(FunctionLowering f) {
        this.f = f;
        this.out = f.out;
        this.calls = new CallLowering(f, this);
        this.decisions = new DecisionLowering(f, this);
    }

    // ---- to a destination -----------------------------------------------------------------------

    void into(CoreExpr start, Dest dest) {
        int mark = f.env.mark();
        Loc outside = f.here;
        CoreExpr e = start;
        while (e != null && out.isOpen()) {
            f.here = f.loc(e.anno());
            e =
                    switch (e) {
                        case CoreExpr.Let l -> let(l) ? l.body() : null;
                        case CoreExpr.Seq s -> {
                            drop(s.first());
                            yield s.then();
                        }
                        case CoreExpr.Letrec l when !isGoto(l) -> {
                            f.lift(l.functions());
                            yield l.body();
                        }
                        case CoreExpr.Letrec l -> {
                            gotos(l, dest);
                            yield null;
                        }
                        case CoreExpr.Case c -> {
                            caseOf(c, dest);
                            yield null;
                        }
                        case CoreExpr.Try t -> {
                            tryCatch(t, dest);
                            yield null;
                        }
                        case CoreExpr.Catch c -> {
                            oldCatch(c, dest);
                            yield null;
                        }
                        case CoreExpr.Receive r -> {
                            receive(r, dest);
                            yield null;
                        }
                        case CoreExpr.Apply a -> {
                            calls.apply(a, dest);
                            yield null;
                        }
                        case CoreExpr.Call c -> {
                            calls.call(c, dest);
                            yield null;
                        }
                        case CoreExpr.Var _,
                                CoreExpr.FunctionRef _,
                                CoreExpr.Literal _,
                                CoreExpr.Values _,
                                CoreExpr.Cons _,
                                CoreExpr.Tuple _,
                                CoreExpr.MapUpdate _,
                                CoreExpr.Binary _,
                                CoreExpr.Fun _,
                                CoreExpr.PrimOp _ -> {
                            deliver(simple(e), dest);
                            yield null;
                        }
                    };
        }
        f.here = outside;
        f.env.undo(mark);
    }

    /// Gives values to a destination; null, which stands for none ever, is dropped.
    void deliver(List<Operand> values, Dest dest) {
        if (values == null || !out.isOpen()) {
            return;
        }
        switch (dest) {
            case Dest.Return _ -> {
                Operand value = f.term(values.getFirst());
                out.end(new Terminator.Ret(value, f.here));
            }
            case Dest.Join(var label, var arity) -> {
                if (values.size() != arity) {
                    throw new IllegalStateException(values.size() + " values for " + arity);
                }
                List<Operand> terms = f.terms(values);
                out.jump(label, terms, f.here);
            }
            case Dest.Drop(var label) -> out.jump(label, f.here);
            case Dest.Condition(var yes, var no) -> branch(values.getFirst(), yes, no);
        }
    }

    void deliver(Operand value, Dest dest) {
        deliver(value == null ? null : List.of(value), dest);
    }

    /// To `yes` when the value is `true`.
    void branch(Operand value, Label yes, Label no) {
        switch (value) {
            case Operand.Const c -> out.jump(c.value().equals(Atom.TRUE) ? yes : no, f.here);
            case Var v when v.type() == Type.FLAG ->
                    out.end(new Terminator.Branch(v, Target.of(yes), Target.of(no), f.here));
            case Var v ->
                    out.end(
                            new Terminator.Switch(
                                    v,
                                    List.of(new Terminator.Switch.Case(Atom.TRUE, yes)),
                                    no,
                                    f.here));
        }
    }

    /// A guard: to `yes` when it is `true`, to `no` when it is anything else or fails.
    void guard(CoreExpr guard, Label yes, Label no) {
        OnFail outside = f.onFail;
        f.onFail = new OnFail.Branch(no);
        into(guard, new Dest.Condition(yes, no));
        f.onFail = outside;
    }

    // ---- to values ------------------------------------------------------------------------------

    /// The `count` values of an expression.
    List<Operand> values(CoreExpr e, int count) {
        return switch (e) {
            case CoreExpr.Var _,
                    CoreExpr.FunctionRef _,
                    CoreExpr.Literal _,
                    CoreExpr.Values _,
                    CoreExpr.Cons _,
                    CoreExpr.Tuple _,
                    CoreExpr.MapUpdate _,
                    CoreExpr.Binary _,
                    CoreExpr.Fun _,
                    CoreExpr.PrimOp _ -> {
                Loc outside = f.here;
                f.here = f.loc(e.anno());
                List<Operand> found = simple(e);
                f.here = outside;
                yield found;
            }
            case CoreExpr.Call c -> {
                Operand v = calls.call(c);
                yield v == null ? null : List.of(v);
            }
            case CoreExpr.Apply a when !calls.isGoto(a) -> {
                Operand v = calls.apply(a);
                yield v == null ? null : List.of(v);
            }
            case CoreExpr.Let _, CoreExpr.Seq _, CoreExpr.Letrec _ -> sequence(e, count);
            case CoreExpr.Apply _,
                    CoreExpr.Case _,
                    CoreExpr.Try _,
                    CoreExpr.Catch _,
                    CoreExpr.Receive _ ->
                    joined(e, count);
        };
    }

    /// A chain of bindings that ends in something simple needs no block of its own.
    private List<Operand> sequence(CoreExpr start, int count) {
        int mark = f.env.mark();
        Loc outside = f.here;
        CoreExpr e = start;
        List<Operand> found = null;
        while (true) {
            f.here = f.loc(e.anno());
            if (e instanceof CoreExpr.Let l) {
                if (!let(l)) {
                    break;
                }
                e = l.body();
            } else if (e instanceof CoreExpr.Seq s) {
                drop(s.first());
                e = s.then();
            } else if (e instanceof CoreExpr.Letrec l && !isGoto(l)) {
                f.lift(l.functions());
                e = l.body();
            } else {
                found = e instanceof CoreExpr.Letrec ? joined(e, count) : values(e, count);
                break;
            }
            if (!out.isOpen()) {
                break;
            }
        }
        f.here = outside;
        f.env.undo(mark);
        return found;
    }

    private List<Operand> joined(CoreExpr e, int count) {
        Label join = out.label("join");
        var params = new ArrayList<Var>();
        for (int i = 0; i < count; i++) {
            params.add(out.fresh(Type.TERM));
        }
        into(e, new Dest.Join(join, count));
        if (!out.isReferenced(join)) {
            return null;
        }
        out.start(join, params);
        return List.copyOf(params);
    }

    /// One value; null when there never is one.
    Operand value(CoreExpr e) {
        List<Operand> found = values(e, 1);
        return found == null ? null : found.getFirst();
    }

    /// One value, as a term; null when there never is one.
    Operand term(CoreExpr e) {
        Operand v = value(e);
        return v == null ? null : f.term(v);
    }

    /// The values of operands, from left to right, as terms; null when one never gives any.
    List<Operand> terms(List<CoreExpr> exprs) {
        var all = new ArrayList<Operand>(exprs.size());
        for (CoreExpr e : exprs) {
            Operand v = term(e);
            if (v == null) {
                return null;
            }
            all.add(v);
        }
        return all;
    }

    /// Runs for what it does.
    void drop(CoreExpr e) {
        switch (e) {
            case CoreExpr.Case _,
                    CoreExpr.Try _,
                    CoreExpr.Catch _,
                    CoreExpr.Receive _,
                    CoreExpr.Let _,
                    CoreExpr.Seq _,
                    CoreExpr.Letrec _ -> {
                Label after = out.label("after");
                into(e, new Dest.Drop(after));
                if (out.isReferenced(after)) {
                    out.start(after);
                }
            }
            case CoreExpr.Var _,
                    CoreExpr.FunctionRef _,
                    CoreExpr.Literal _,
                    CoreExpr.Values _,
                    CoreExpr.Cons _,
                    CoreExpr.Tuple _,
                    CoreExpr.MapUpdate _,
                    CoreExpr.Binary _,
                    CoreExpr.Fun _,
                    CoreExpr.PrimOp _,
                    CoreExpr.Apply _,
                    CoreExpr.Call _ ->
                    values(e, 1);
        }
    }

    private List<Operand> simple(CoreExpr e) {
        return switch (e) {
            case CoreExpr.Var v -> List.of(f.env.var(v.name()));
            case CoreExpr.Literal(var value, _) -> List.of(Operand.Const.of(value));
            case CoreExpr.FunctionRef r -> List.of(f.functionValue(r.name(), f.loc(r.anno())));
            case CoreExpr.Fun fun -> List.of(f.closure(fun));
            case CoreExpr.Values v -> {
                var all = new ArrayList<Operand>();
                for (CoreExpr part : v.values()) {
                    Operand o = value(part);
                    if (o == null) {
                        yield null;
                    }
                    all.add(o);
                }
                yield all;
            }
            case CoreExpr.Cons c -> one(list(c));
            case CoreExpr.Tuple t -> one(tuple(t));
            case CoreExpr.MapUpdate m -> one(map(m));
            case CoreExpr.Binary b -> one(new BitsBuilding(f, this).build(b));
            case CoreExpr.PrimOp p -> calls.primOp(p);
            default -> throw new IllegalStateException(e.getClass().toString());
        };
    }

    private static List<Operand> one(Operand o) {
        return o == null ? null : List.of(o);
    }

    private boolean let(CoreExpr.Let l) {
        List<Operand> values = values(l.value(), l.vars().size());
        if (values == null) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            f.env.bind(l.vars().get(i).name(), values.get(i));
        }
        return true;
    }

    // ---- building -------------------------------------------------------------------------------

    /// A list may be long: its cells are chained through the tail, so they are not walked
    /// recursively.
    private Operand list(CoreExpr.Cons start) {
        var heads = new ArrayList<CoreExpr>();
        CoreExpr rest = start;
        while (rest instanceof CoreExpr.Cons c) {
            heads.add(c.head());
            rest = c.tail();
        }
        List<Operand> values = terms(heads);
        Operand list = values == null ? null : term(rest);
        if (list == null) {
            return null;
        }
        var constant = new ArrayList<Term>();
        int i = values.size() - 1;
        while (i >= 0
                && list instanceof Operand.Const
                && values.get(i) instanceof Operand.Const(var head, _)) {
            constant.add(head);
            i--;
        }
        if (!constant.isEmpty()) {
            list =
                    Operand.Const.of(
                            ListTerm.of(constant.reversed(), ((Operand.Const) list).value()));
        }
        for (; i >= 0; i--) {
            Var cell = out.fresh(Type.CONS);
            out.emit(new Instr.MakeCons(cell, values.get(i), list, f.here));
            list = cell;
        }
        return list;
    }

    private Operand tuple(CoreExpr.Tuple t) {
        List<Operand> elements = terms(t.elements());
        return elements == null ? null : tuple(elements);
    }

    Operand tuple(List<Operand> elements) {
        if (elements.stream().allMatch(o -> o instanceof Operand.Const)) {
            return Operand.Const.of(
                    Term.tuple(elements.stream().map(o -> ((Operand.Const) o).value()).toList()));
        }
        Var v = out.fresh(Type.TUPLE);
        out.emit(new Instr.MakeTuple(v, elements, f.here));
        return v;
    }

    /// Pairs of one sort that follow each other are put in one go.
    private Operand map(CoreExpr.MapUpdate m) {
        Operand map = term(m.base());
        var values = new ArrayList<Operand>();
        for (CoreExpr.MapUpdate.Pair p : m.pairs()) {
            Operand key = map == null ? null : term(p.key());
            Operand value = key == null ? null : term(p.value());
            if (value == null) {
                return null;
            }
            values.add(key);
            values.add(value);
        }
        int at = 0;
        while (map != null && at < m.pairs().size()) {
            int from = at;
            boolean exact = m.pairs().get(at).exact();
            while (at < m.pairs().size() && m.pairs().get(at).exact() == exact) {
                at++;
            }
            List<Operand> pairs = values.subList(from * 2, at * 2);
            Var changed = out.fresh(Type.MAP);
            out.emit(
                    exact
                            ? new Instr.MapUpdate(changed, map, pairs, f.onRaise(), f.here)
                            : new Instr.MapPut(changed, map, pairs, f.onRaise(), f.here));
            map = changed;
        }
        return m.pairs().isEmpty() && map != null ? onlyMap(map) : map;
    }

    /// `Map#{}`: the map itself, and `badmap` for everything else.
    private Operand onlyMap(Operand map) {
        if (map.type() == Type.MAP) {
            return map;
        }
        Label isMap = out.label("map");
        Label other = out.label("badmap");
        Var flag = out.fresh(Type.FLAG);
        out.emit(new Instr.Test(flag, TypeTest.IS_MAP, 0, map, f.here));
        out.end(new Terminator.Branch(flag, Target.of(isMap), Target.of(other), f.here));
        out.start(other);
        f.raise(
                Operand.Const.atom("error"),
                tuple(List.of(Operand.Const.atom("badmap"), map)),
                Optional.empty(),
                f.here);
        out.start(isMap);
        return map;
    }

    // ---- control --------------------------------------------------------------------------------

    private static boolean isGoto(CoreExpr.Letrec l) {
        return l.anno().has(dev.lumen.ir.core.Anno.LETREC_GOTO);
    }

    /// Functions that are only applied in tail position are blocks.
    private void gotos(CoreExpr.Letrec l, Dest dest) {
        for (FunctionDef def : l.functions()) {
            f.env.bind(def.name(), new Env.LocalFunction.Goto(out.label("goto")));
        }
        into(l.body(), dest);
        for (FunctionDef def : l.functions()) {
            Label label =
                    ((Env.LocalFunction.Goto) f.env.function(def.name()).orElseThrow()).label();
            var params = new ArrayList<Var>();
            int mark = f.env.mark();
            for (CoreExpr.Var p : def.fun().params()) {
                Var v = out.fresh(Type.TERM);
                params.add(v);
                f.env.bind(p.name(), v);
            }
            out.start(label, params);
            into(def.fun().body(), dest);
            f.env.undo(mark);
        }
    }

    private void caseOf(CoreExpr.Case c, Dest dest) {
        int count = c.clauses().isEmpty() ? 1 : c.clauses().getFirst().patterns().size();
        List<Place> places = places(c.arg(), count);
        if (places == null) {
            return;
        }
        decisions.lower(
                places,
                c.clauses(),
                dest,
                () -> {},
                () -> out.end(new Terminator.Unreachable(f.here)));
    }

    /// Tuples and lists that are only built to be taken apart are not built.
    private List<Place> places(CoreExpr arg, int count) {
        List<CoreExpr> parts =
                switch (arg) {
                    case CoreExpr.Values v -> v.values();
                    case CoreExpr.Tuple _, CoreExpr.Cons _ -> List.of(arg);
                    default -> null;
                };
        var places = new ArrayList<Place>();
        if (parts == null) {
            List<Operand> values = values(arg, count);
            if (values == null) {
                return null;
            }
            values.forEach(v -> places.add(Place.given(v)));
            return places;
        }
        for (CoreExpr part : parts) {
            Place p = place(part);
            if (p == null) {
                return null;
            }
            places.add(p);
        }
        return places;
    }

    private Place place(CoreExpr e) {
        List<CoreExpr> parts =
                switch (e) {
                    case CoreExpr.Tuple t -> t.elements();
                    case CoreExpr.Cons c -> List.of(c.head(), c.tail());
                    default -> null;
                };
        if (parts == null) {
            Operand value = value(e);
            return value == null ? null : Place.given(value);
        }
        var places = new ArrayList<Place>();
        for (CoreExpr part : parts) {
            Place p = place(part);
            if (p == null) {
                return null;
            }
            places.add(p);
        }
        return Place.built(places, e instanceof CoreExpr.Cons);
    }

    private void tryCatch(CoreExpr.Try t, Dest dest) {
        if (f.onFail instanceof OnFail.Branch) {
            tryInGuard(t, dest);
            return;
        }
        OnFail outside = f.onFail;
        Label handler = out.label("handler");
        f.onFail = new OnFail.Catch(handler);
        List<Operand> values = values(t.arg(), t.vars().size());
        f.onFail = outside;
        if (values != null) {
            int mark = f.env.mark();
            for (int i = 0; i < values.size(); i++) {
                f.env.bind(t.vars().get(i).name(), values.get(i));
            }
            into(t.body(), dest);
            f.env.undo(mark);
        }
        if (out.isReferenced(handler)) {
            List<Var> caught = startHandler(handler);
            int mark = f.env.mark();
            for (int i = 0; i < t.handlerVars().size(); i++) {
                f.env.bind(t.handlerVars().get(i).name(), caught.get(i));
            }
            into(t.handler(), dest);
            f.env.undo(mark);
        }
    }

    private List<Var> startHandler(Label handler) {
        List<Var> caught =
                List.of(out.fresh(Type.TERM), out.fresh(Type.TERM), out.fresh(Type.TERM));
        out.start(handler, caught);
        f.caught(caught.get(0), caught.get(2));
        return caught;
    }

    /// In a guard no exception is made, and the handler, which is `false`, does not look at one.
    private void tryInGuard(CoreExpr.Try t, Dest dest) {
        OnFail outside = f.onFail;
        boolean straight =
                dest instanceof Dest.Condition
                        && t.handler() instanceof CoreExpr.Literal(var value, _)
                        && !value.equals(Atom.TRUE);
        Label failed = straight ? ((Dest.Condition) dest).no() : out.label("failed");
        f.onFail = new OnFail.Branch(failed);
        List<Operand> values = values(t.arg(), t.vars().size());
        f.onFail = outside;
        if (values != null) {
            int mark = f.env.mark();
            for (int i = 0; i < values.size(); i++) {
                f.env.bind(t.vars().get(i).name(), values.get(i));
            }
            into(t.body(), dest);
            f.env.undo(mark);
        }
        if (!straight && out.isReferenced(failed)) {
            out.start(failed);
            into(t.handler(), dest);
        }
    }

    /// `throw` gives the reason, `exit` gives `{'EXIT',Reason}`, `error` gives
    /// `{'EXIT',{Reason,Trace}}`.
    private void oldCatch(CoreExpr.Catch c, Dest dest) {
        OnFail outside = f.onFail;
        Label handler = out.label("handler");
        f.onFail = new OnFail.Catch(handler);
        List<Operand> values = values(c.body(), 1);
        f.onFail = outside;
        deliver(values, dest);
        if (!out.isReferenced(handler)) {
            return;
        }
        List<Var> caught = startHandler(handler);
        Label thrown = out.label("thrown");
        Label error = out.label("error");
        Label exit = out.label("exit");
        out.end(
                new Terminator.Switch(
                        caught.get(0),
                        List.of(
                                new Terminator.Switch.Case(Atom.of("throw"), thrown),
                                new Terminator.Switch.Case(Atom.ERROR, error)),
                        exit,
                        f.here));
        out.start(thrown);
        deliver(caught.get(1), dest);
        out.start(error);
        Var trace = out.fresh(Type.LIST);
        out.emit(new Instr.StackTrace(trace, caught.get(2), f.here));
        Operand exitAtom = Operand.Const.atom("EXIT");
        deliver(tuple(List.of(exitAtom, tuple(List.of(caught.get(1), trace)))), dest);
        out.start(exit);
        deliver(tuple(List.of(exitAtom, caught.get(1))), dest);
    }

    private void receive(CoreExpr.Receive r, Dest dest) {
        Operand timeout = term(r.timeout());
        if (timeout == null) {
            return;
        }
        Loc loc = f.here;
        Label look = out.label("look");
        Label message = out.label("message");
        Label wait = out.label("wait");
        Label timedOut = out.label("timed_out");
        out.jump(look, loc);
        out.start(look);
        out.end(new Terminator.RecvPeek(message, wait, loc));
        Var m = out.fresh(Type.TERM);
        out.start(message, List.of(m));
        decisions.lower(
                List.of(Place.given(m)),
                r.clauses(),
                dest,
                () -> out.emit(new Instr.RecvAccept(loc)),
                () -> {
                    out.emit(new Instr.RecvSkip(loc));
                    out.jump(look, loc);
                });
        out.start(wait);
        out.end(new Terminator.RecvWait(timeout, look, timedOut, f.onRaise(), loc));
        out.start(timedOut);
        if (timeout.equals(Operand.Const.atom("infinity"))) {
            out.end(new Terminator.Unreachable(loc));
        } else {
            into(r.action(), dest);
        }
    }
}
