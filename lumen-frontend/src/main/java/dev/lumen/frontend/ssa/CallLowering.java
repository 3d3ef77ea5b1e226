package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.PrimOps;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.FunctionId;
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
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lowers calls: of functions, funs and built-ins, and the primitive operations of Core.
final class CallLowering {
    private static final Atom ERLANG = Atom.of("erlang");

    /// What `Pid ! Message` calls.
    private static final FunctionId SEND = FunctionId.of("erlang", "send", 2);

    private static final Map<String, CompareOp> COMPARISONS =
            Map.of(
                    "=:=",
                    CompareOp.EQ_EXACT,
                    "=/=",
                    CompareOp.NE_EXACT,
                    "==",
                    CompareOp.EQ,
                    "/=",
                    CompareOp.NE,
                    "<",
                    CompareOp.LT,
                    "=<",
                    CompareOp.LE,
                    ">",
                    CompareOp.GT,
                    ">=",
                    CompareOp.GE);

    private static final Map<String, TypeTest> TESTS =
            Map.ofEntries(
                    Map.entry("is_atom", TypeTest.IS_ATOM),
                            Map.entry("is_binary", TypeTest.IS_BINARY),
                    Map.entry("is_bitstring", TypeTest.IS_BITSTRING),
                            Map.entry("is_boolean", TypeTest.IS_BOOLEAN),
                    Map.entry("is_float", TypeTest.IS_FLOAT),
                            Map.entry("is_function", TypeTest.IS_FUNCTION),
                    Map.entry("is_integer", TypeTest.IS_INTEGER),
                            Map.entry("is_list", TypeTest.IS_LIST),
                    Map.entry("is_map", TypeTest.IS_MAP),
                            Map.entry("is_number", TypeTest.IS_NUMBER),
                    Map.entry("is_pid", TypeTest.IS_PID), Map.entry("is_port", TypeTest.IS_PORT),
                    Map.entry("is_reference", TypeTest.IS_REFERENCE),
                            Map.entry("is_tuple", TypeTest.IS_TUPLE));

    private final FunctionLowering f;
    private final FunctionBuilder out;
    private final ExprLowering exprs;

    CallLowering(FunctionLowering f, ExprLowering exprs) {
        this.f = f;
        this.out = f.out;
        this.exprs = exprs;
    }

    // ---- functions of the module and funs -------------------------------------------------------

    boolean isGoto(CoreExpr.Apply a) {
        return a.operator() instanceof CoreExpr.FunctionRef r
                && f.env.function(r.name()).orElse(null) instanceof Env.LocalFunction.Goto;
    }

    void apply(CoreExpr.Apply a, Dest dest) {
        Optional<CoreExpr.Call> builtin = ownBuiltin(a);
        if (builtin.isPresent()) {
            call(builtin.get(), dest);
            return;
        }
        Loc loc = f.loc(a.anno());
        if (a.operator() instanceof CoreExpr.FunctionRef r
                && f.env.function(r.name()).orElse(null)
                        instanceof Env.LocalFunction.Goto(var label)) {
            List<Operand> args = exprs.terms(a.args());
            if (args != null) {
                out.jump(label, args, loc);
            }
            return;
        }
        if (!isTail(dest)) {
            exprs.deliver(apply(a), dest);
            return;
        }
        Optional<FunctionId> known = target(a, loc);
        Operand fun = known.isPresent() ? null : exprs.term(a.operator());
        List<Operand> args = known.isEmpty() && fun == null ? null : arguments(a);
        if (args != null) {
            out.end(
                    known.isPresent()
                            ? new Terminator.TailCall(known.get(), args, loc)
                            : new Terminator.TailCallFun(fun, args, loc));
        }
    }

    Operand apply(CoreExpr.Apply a) {
        Optional<CoreExpr.Call> builtin = ownBuiltin(a);
        if (builtin.isPresent()) {
            return call(builtin.get());
        }
        Loc loc = f.loc(a.anno());
        Optional<FunctionId> known = target(a, loc);
        Operand fun = known.isPresent() ? null : exprs.term(a.operator());
        List<Operand> args = known.isEmpty() && fun == null ? null : arguments(a);
        if (args == null) {
            return null;
        }
        Var v = out.fresh(Type.TERM);
        out.emit(
                known.isPresent()
                        ? new Instr.Call(v, known.get(), args, f.onRaise(), loc)
                        : new Instr.CallFun(v, fun, args, f.onRaise(), loc));
        return v;
    }

    /// The remote call that stands for the call of a function that this module defines in name
    /// only: the runtime has it built in.
    private Optional<CoreExpr.Call> ownBuiltin(CoreExpr.Apply a) {
        if (a.operator() instanceof CoreExpr.FunctionRef r
                && f.env.function(r.name()).isEmpty()
                && f.module.isBuiltin(r.name())) {
            var module = new CoreExpr.Literal(f.module.name(), a.anno());
            var name = new CoreExpr.Literal(r.name().name(), a.anno());
            return Optional.of(new CoreExpr.Call(module, name, a.args(), a.anno()));
        }
        return Optional.empty();
    }

    private boolean isTail(Dest dest) {
        return dest instanceof Dest.Return && f.onFail instanceof OnFail.Caller;
    }

    private Optional<FunctionId> target(CoreExpr.Apply a, Loc loc) {
        if (!(a.operator() instanceof CoreExpr.FunctionRef r)) {
            return Optional.empty();
        }
        if (f.env.function(r.name()).orElse(null) instanceof Env.LocalFunction.Lifted(var id, _)) {
            return Optional.of(id);
        }
        f.check(r.name(), loc);
        return Optional.of(f.module.id(r.name()));
    }

    /// With what the function captured.
    private List<Operand> arguments(CoreExpr.Apply a) {
        List<Operand> args = exprs.terms(a.args());
        if (args != null
                && a.operator() instanceof CoreExpr.FunctionRef r
                && f.env.function(r.name()).orElse(null)
                        instanceof Env.LocalFunction.Lifted(_, var captured)) {
            args.addAll(captured);
        }
        return args;
    }

    // ---- remote calls and built-ins -------------------------------------------------------------

    void call(CoreExpr.Call c, Dest dest) {
        if (dest instanceof Dest.Condition(var yes, var no) && condition(c, yes, no)) {
            return;
        }
        if (!isTail(dest) || isInline(c)) {
            exprs.deliver(call(c), dest);
            return;
        }
        Loc loc = f.loc(c.anno());
        switch (resolve(c)) {
            case null -> {}
            case Callee.Known(var id, var args) -> out.end(new Terminator.TailCall(id, args, loc));
            case Callee.OfFun(var fun, var args) ->
                    out.end(new Terminator.TailCallFun(fun, args, loc));
            case Callee.Computed(var module, var name, var args) ->
                    out.end(new Terminator.TailCallApply(module, name, args, loc));
        }
    }

    /// The value of a call; null when it never gives one.
    Operand call(CoreExpr.Call c) {
        Loc outside = f.here;
        f.here = f.loc(c.anno());
        try {
            return isInline(c) ? builtIn(c) : ordinary(c);
        } finally {
            f.here = outside;
        }
    }

    private Operand ordinary(CoreExpr.Call c) {
        Callee callee = resolve(c);
        if (callee == null) {
            return null;
        }
        Var v = out.fresh(Type.TERM);
        out.emit(
                switch (callee) {
                    case Callee.Known(var id, var args) ->
                            new Instr.Call(v, id, args, f.onRaise(), f.here);
                    case Callee.OfFun(var fun, var args) ->
                            new Instr.CallFun(v, fun, args, f.onRaise(), f.here);
                    case Callee.Computed(var module, var name, var args) ->
                            new Instr.CallApply(v, module, name, args, f.onRaise(), f.here);
                });
        return v;
    }

    private sealed interface Callee {
        record Known(FunctionId id, List<Operand> args) implements Callee {}

        record OfFun(Operand fun, List<Operand> args) implements Callee {}

        record Computed(Operand module, Operand name, List<Operand> args) implements Callee {}
    }

    private Callee resolve(CoreExpr.Call c) {
        if (c.is("erlang", "apply", 2) && listOf(c.args().get(1)) instanceof List<CoreExpr> list) {
            Operand fun = exprs.term(c.args().get(0));
            List<Operand> args = fun == null ? null : exprs.terms(list);
            return args == null ? null : new Callee.OfFun(fun, args);
        }
        if (c.is("erlang", "apply", 3) && listOf(c.args().get(2)) instanceof List<CoreExpr> list) {
            return named(c.args().get(0), c.args().get(1), list);
        }
        return named(c.module(), c.name(), c.args());
    }

    private Callee named(CoreExpr module, CoreExpr name, List<CoreExpr> arguments) {
        Operand m = exprs.term(module);
        Operand n = m == null ? null : exprs.term(name);
        List<Operand> args = n == null ? null : exprs.terms(arguments);
        if (args == null) {
            return null;
        }
        if (!(m instanceof Operand.Const(Atom moduleName, _))
                || !(n instanceof Operand.Const(Atom functionName, _))) {
            return new Callee.Computed(m, n, args);
        }
        var id = new FunctionId(moduleName, functionName, args.size());
        // A call inside the module is what this instruction would mean.
        return f.module.isHidden(id) ? new Callee.Computed(m, n, args) : new Callee.Known(id, args);
    }

    /// The elements when the expression is a proper list of known length; null otherwise.
    private static List<CoreExpr> listOf(CoreExpr e) {
        var elements = new ArrayList<CoreExpr>();
        CoreExpr rest = e;
        while (rest instanceof CoreExpr.Cons c) {
            elements.add(c.head());
            rest = c.tail();
        }
        if (rest instanceof CoreExpr.Literal(ListTerm(var more, Nil _), var anno)) {
            more.forEach(t -> elements.add(new CoreExpr.Literal(t, anno)));
            return elements.size() <= 255 ? elements : null;
        }
        return rest instanceof CoreExpr.Literal(Nil _, _) ? elements : null;
    }

    private static Optional<FunctionId> known(CoreExpr.Call c) {
        if (c.is("erlang", "!", 2)) {
            return Optional.of(SEND);
        }
        return c.module() instanceof CoreExpr.Literal(Atom m, _)
                        && c.name() instanceof CoreExpr.Literal(Atom n, _)
                ? Optional.of(new FunctionId(m, n, c.args().size()))
                : Optional.empty();
    }

    /// True for a built-in that compiles to instructions rather than a call.
    private boolean isInline(CoreExpr.Call c) {
        return known(c).flatMap(f.module.bifs()::find)
                .filter(b -> !b.effects().yields())
                .isPresent();
    }

    private Operand builtIn(CoreExpr.Call c) {
        Bif bif = known(c).flatMap(f.module.bifs()::find).orElseThrow();
        if (c.is("erlang", "not", 1)) {
            return not(bif, c);
        }
        List<Operand> args = exprs.terms(c.args());
        if (args == null) {
            return null;
        }
        if (bif.module().equals(ERLANG)) {
            CompareOp op = args.size() == 2 ? COMPARISONS.get(bif.name().name()) : null;
            TypeTest test = args.size() == 1 ? TESTS.get(bif.name().name()) : null;
            if (op != null) {
                return flag(d -> new Instr.Compare(d, op, args.get(0), args.get(1), f.here));
            }
            if (test != null) {
                return flag(d -> new Instr.Test(d, test, 0, args.get(0), f.here));
            }
            if (c.is("erlang", "is_function", 2)
                    && args.get(1) instanceof Operand.Const(Int n, _)
                    && n.isSmall()
                    && n.longValue() >= 0
                    && n.longValue() < 256) {
                return flag(d ->
                        new Instr.Test(
                                d, TypeTest.IS_FUNCTION_ARITY, n.intValue(), args.get(0), f.here));
            }
            if (args.size() == 1 && List.of("error", "exit", "throw").contains(bif.name().name())) {
                f.raise(Operand.Const.of(bif.name()), args.get(0), Optional.empty(), f.here);
                return null;
            }
            if (c.is("erlang", "make_fun", 3)
                    && args.get(0) instanceof Operand.Const(Atom m, _)
                    && args.get(1) instanceof Operand.Const(Atom n, _)
                    && args.get(2) instanceof Operand.Const(Int a, _)
                    && a.isSmall()
                    && a.longValue() >= 0
                    && a.longValue() < 256) {
                return Operand.Const.of(new Fun.External(m, n, a.intValue()));
            }
        }
        return bif(bif, args);
    }

    private Operand bif(Bif bif, List<Operand> args) {
        OnFail onFail =
                !bif.effects().fails()
                        ? OnFail.CALLER
                        : bif.effects().guard() ? f.onFail : f.onRaise();
        boolean returns = !bif.result().equals(Type.NONE);
        Var v = out.fresh(returns ? bif.result() : Type.TERM);
        out.emit(new Instr.CallBif(v, bif, args, onFail, f.here));
        if (!returns) {
            out.end(new Terminator.Unreachable(f.here));
            return null;
        }
        return v;
    }

    private interface MakeFlag {
        Instr make(Var dst);
    }

    private Operand flag(MakeFlag make) {
        Var v = out.fresh(Type.FLAG);
        out.emit(make.make(v));
        return v;
    }

    private Operand not(Bif bif, CoreExpr.Call c) {
        Operand arg = exprs.value(c.args().get(0));
        if (arg == null) {
            return null;
        }
        return arg.type() == Type.FLAG
                ? flag(d -> new Instr.Not(d, arg, f.here))
                : bif(bif, List.of(arg));
    }

    // ---- conditions -----------------------------------------------------------------------------

    /// A call whose answer only decides where to go. False when it needs nothing special.
    private boolean condition(CoreExpr.Call c, Label yes, Label no) {
        boolean inGuard = f.onFail instanceof OnFail.Branch;
        if (c.is("erlang", "not", 1)) {
            Operand arg = exprs.value(c.args().get(0));
            if (arg != null && arg.type() == Type.FLAG) {
                out.end(new Terminator.Branch(arg, Target.of(no), Target.of(yes), f.here));
            } else if (arg != null) {
                exprs.branch(
                        bif(f.module.bifs().find("erlang", "not", 1).orElseThrow(), List.of(arg)),
                        yes,
                        no);
            }
            return true;
        }
        boolean and = c.is("erlang", "and", 2);
        if (and || c.is("erlang", "or", 2)) {
            Operand left = exprs.value(c.args().get(0));
            Operand right = left == null ? null : exprs.value(c.args().get(1));
            if (right == null) {
                return true;
            }
            if (isBoolean(left) && isBoolean(right) || and && inGuard) {
                Label next = out.label(and ? "and" : "or");
                exprs.branch(left, and ? next : yes, and ? no : next);
                out.start(next);
                exprs.branch(right, yes, no);
            } else {
                Bif bif = known(c).flatMap(f.module.bifs()::find).orElseThrow();
                Operand l = f.term(left);
                exprs.branch(bif(bif, List.of(l, f.term(right))), yes, no);
            }
            return true;
        }
        if (c.is("erlang", "is_record", 3)
                && c.args().get(1) instanceof CoreExpr.Literal(Atom tag, _)
                && c.args().get(2) instanceof CoreExpr.Literal(Int size, _)
                && size.isSmall()
                && size.longValue() > 0) {
            Operand record = exprs.term(c.args().get(0));
            if (record != null) {
                Label tuple = out.label("tuple");
                Operand isTuple =
                        flag(d ->
                                new Instr.Test(
                                        d, TypeTest.IS_TUPLE_OF, size.intValue(), record, f.here));
                exprs.branch(isTuple, tuple, no);
                out.start(tuple);
                Var found = out.fresh(Type.TERM);
                out.emit(new Instr.GetElement(found, record, 0, f.here));
                out.end(
                        new Terminator.Switch(
                                found, List.of(new Terminator.Switch.Case(tag, yes)), no, f.here));
            }
            return true;
        }
        if (c.is("erlang", "is_integer", 3)
                && c.args().get(1) instanceof CoreExpr.Literal(Int least, _)
                && c.args().get(2) instanceof CoreExpr.Literal(Int most, _)) {
            Operand term = exprs.term(c.args().get(0));
            if (term != null) {
                inRange(term, least, most, yes, no);
            }
            return true;
        }
        return false;
    }

    private void inRange(Operand term, Int least, Int most, Label yes, Label no) {
        Label integer = out.label("integer");
        Label enough = out.label("enough");
        exprs.branch(
                flag(d -> new Instr.Test(d, TypeTest.IS_INTEGER, 0, term, f.here)), integer, no);
        out.start(integer);
        exprs.branch(
                flag(d ->
                        new Instr.Compare(d, CompareOp.GE, term, Operand.Const.of(least), f.here)),
                enough,
                no);
        out.start(enough);
        exprs.branch(
                flag(d -> new Instr.Compare(d, CompareOp.LE, term, Operand.Const.of(most), f.here)),
                yes,
                no);
    }

    private static boolean isBoolean(Operand o) {
        return o.type() == Type.FLAG || o.type().isSubtypeOf(Type.BOOLEAN);
    }

    // ---- primitive operations -------------------------------------------------------------------

    /// The values of a primitive operation; null when it never gives any.
    List<Operand> primOp(CoreExpr.PrimOp p) {
        Atom name = p.name();
        if (name.equals(PrimOps.MATCH_FAIL)) {
            matchFail(p);
            return null;
        }
        if (name.equals(PrimOps.RECV_PEEK_MESSAGE)) {
            return peek();
        }
        List<Operand> args = exprs.terms(p.args());
        if (args == null) {
            return null;
        }
        return switch (name.name()) {
            case "raise" -> {
                f.raise(f.classOf(args.get(0)), args.get(1), Optional.of(args.get(0)), f.here);
                yield null;
            }
            case "raw_raise" -> {
                f.raise(args.get(0), args.get(1), Optional.of(args.get(2)), f.here);
                yield null;
            }
            case "build_stacktrace" -> {
                Var v = out.fresh(Type.TERM);
                out.emit(new Instr.StackTrace(v, args.get(0), f.here));
                yield List.of(v);
            }
            case "remove_message" -> {
                out.emit(new Instr.RecvAccept(f.here));
                yield List.of(Operand.Const.atom("ok"));
            }
            case "recv_next" -> {
                out.emit(new Instr.RecvSkip(f.here));
                yield List.of(Operand.Const.atom("ok"));
            }
            case "recv_wait_timeout" -> waitFor(args.get(0));
            case "bs_init_writable" -> List.of(Operand.Const.of(Bits.EMPTY));
            // Remarks to the emulator, with nothing to do here.
            case "timeout", "nif_start", "dialyzer_unknown" -> List.of(Operand.Const.atom("ok"));
            default -> throw new IllegalStateException("unknown primitive operation " + name);
        };
    }

    private void matchFail(CoreExpr.PrimOp p) {
        CoreExpr reason = p.args().getFirst();
        List<CoreExpr> parts =
                switch (reason) {
                    case CoreExpr.Tuple t -> t.elements();
                    case CoreExpr.Literal(Tuple(var elements), var anno) ->
                            elements.stream()
                                    .map(e -> (CoreExpr) new CoreExpr.Literal(e, anno))
                                    .toList();
                    default -> List.of();
                };
        if (!parts.isEmpty()
                && parts.getFirst() instanceof CoreExpr.Literal(var tag, _)
                && tag.equals(FunctionLowering.FUNCTION_CLAUSE)) {
            List<Operand> args = exprs.terms(parts.subList(1, parts.size()));
            if (args == null) {
                return;
            }
            f.functionClause(args, p.anno());
            return;
        }
        Operand value = exprs.term(reason);
        if (value != null) {
            f.raise(Operand.Const.of(Atom.ERROR), value, Optional.empty(), f.here);
        }
    }

    /// A flag, and the message when it is true.
    private List<Operand> peek() {
        Label message = out.label("message");
        Label empty = out.label("empty");
        Label looked = out.label("looked");
        Var m = out.fresh(Type.TERM);
        Var found = out.fresh(Type.FLAG);
        Var result = out.fresh(Type.TERM);
        out.end(new Terminator.RecvPeek(message, empty, f.here));
        out.start(message, List.of(m));
        out.jump(looked, List.of(Operand.Const.flag(true), m), f.here);
        out.start(empty);
        out.jump(looked, List.of(Operand.Const.flag(false), Operand.Const.NIL), f.here);
        out.start(looked, List.of(found, result));
        return List.of(found, result);
    }

    /// A flag: is the time over?
    private List<Operand> waitFor(Operand timeout) {
        Label again = out.label("again");
        Label over = out.label("over");
        Label waited = out.label("waited");
        Var timedOut = out.fresh(Type.FLAG);
        out.end(new Terminator.RecvWait(timeout, again, over, f.onRaise(), f.here));
        out.start(again);
        out.jump(waited, List.of(Operand.Const.flag(false)), f.here);
        out.start(over);
        out.jump(waited, List.of(Operand.Const.flag(true)), f.here);
        out.start(waited, List.of(timedOut));
        return List.of(timedOut);
    }
}
