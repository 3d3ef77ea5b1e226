package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Fun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The lowering of one function: what its parts ([ExprLowering] and those it calls) share. Names in
/// scope, the block at hand, and where a failure goes.
final class FunctionLowering {
    static final Atom FUNCTION_CLAUSE = Atom.of("function_clause");

    final ModuleLowering module;
    final FunctionBuilder out;
    final FreeNames names;
    final Env env = new Env();

    /// Where an instruction that fails here goes: out of the function, to the handler of a `try`,
    /// or, in a guard, to what comes when the guard is not true.
    OnFail onFail = OnFail.CALLER;

    /// The place of the nearest node around that has one.
    Loc here;

    private final Lifting lifting;

    /// The parameters that the source gives it.
    private List<Var> params = List.of();

    /// What `lifting` captured, as it is known here.
    private final List<Var> captured = new ArrayList<>();

    /// The exception class that goes with a raw trace.
    private final Map<Operand, Operand> classOfTrace = new HashMap<>();

    /// For each block that a failed guard goes to: the block that drops an exception on the way
    /// there.
    private final Map<Label, Label> pads = new LinkedHashMap<>();

    FunctionLowering(ModuleLowering module, Lifting lifting, String file) {
        this.module = module;
        this.lifting = lifting;
        this.names = lifting.names();
        this.here = lifting.fun().anno().loc();
        this.out = new FunctionBuilder(lifting.id(), file, here);
    }

    Function lower() {
        var params = new ArrayList<Var>();
        lifting.fun().params().forEach(_ -> params.add(out.fresh(Type.TERM)));
        this.params = List.copyOf(params);
        var inner = new HashMap<Var, Var>();
        if (lifting.self()) {
            Var self = out.fresh(Type.FUN);
            params.add(self);
            out.start(Label.ENTRY, params);
            int index = 0;
            for (Var outer : lifting.captured()) {
                Var v = out.fresh(outer.type());
                out.emit(new Instr.GetFree(v, self, index++, Loc.NONE));
                inner.put(outer, v);
            }
        } else {
            for (Var outer : lifting.captured()) {
                Var v = out.fresh(outer.type());
                params.add(v);
                inner.put(outer, v);
            }
            out.start(Label.ENTRY, params);
        }
        lifting.captured().forEach(outer -> captured.add(inner.get(outer)));
        bindScope(lifting.scope(), inner);
        // A parameter hides what is captured under the same name.
        for (int i = 0; i < lifting.fun().params().size(); i++) {
            env.bind(lifting.fun().params().get(i).name(), params.get(i));
        }
        new ExprLowering(this).into(lifting.fun().body(), Dest.RETURN);
        lowerPads();
        return out.finish();
    }

    private void bindScope(Lifting.Scope scope, Map<Var, Var> inner) {
        scope.vars().forEach((name, o) -> env.bind(name, o instanceof Var v ? inner.get(v) : o));
        scope.functions()
                .forEach((name, f) ->
                        env.bind(
                                name,
                                switch (f) {
                                    case Env.LocalFunction.Lifted(var id, var captured) ->
                                            new Env.LocalFunction.Lifted(
                                                    id, captured.stream().map(inner::get).toList());
                                    case Env.LocalFunction.Goto _ ->
                                            throw new IllegalStateException(
                                                    name + " is used outside its function");
                                }));
    }

    Loc loc(Anno anno) {
        return anno.loc().isKnown() ? anno.loc() : here;
    }

    /// Ends the block with a function clause error with these arguments. It is one of this
    /// function, or of a function or fun that was inlined. What a fun captured is shown after its
    /// arguments.
    void functionClause(List<Operand> args, Anno anno) {
        Optional<FunctionName> of = anno.functionName();
        // A fun has no name here, but a place.
        boolean sameFunction =
                of.map(name -> name.equals(source())).orElse(loc(anno).line() == out.loc().line());
        boolean own = sameFunction && args.equals(params);
        if (own && onFail instanceof OnFail.Caller) {
            var all = new ArrayList<>(args);
            all.addAll(captured);
            out.end(new Terminator.FunctionClause(all, out.loc()));
            return;
        }
        if (!own) {
            FunctionId failing =
                    of.map(name -> module.failing(name, loc(anno)))
                            .orElseGet(() -> module.failing(args.size(), loc(anno)));
            if (onFail instanceof OnFail.Caller) {
                out.end(new Terminator.TailCall(failing, terms(args), loc(anno)));
                return;
            }
            out.emit(
                    new Instr.Call(
                            out.fresh(Type.TERM), failing, terms(args), onRaise(), loc(anno)));
        }
        raise(
                Operand.Const.of(Atom.ERROR),
                Operand.Const.of(FUNCTION_CLAUSE),
                Optional.empty(),
                here);
    }

    private FunctionName source() {
        return new FunctionName(out.id().name(), out.id().arity());
    }

    // ---- values ---------------------------------------------------------------------------------

    /// The value as a term: a flag becomes the atom.
    Operand term(Operand o) {
        if (o.type() != Type.FLAG) {
            return o;
        }
        Var v = out.fresh(Type.BOOLEAN);
        out.emit(new Instr.Bool(v, o, here));
        return v;
    }

    List<Operand> terms(List<Operand> all) {
        var terms = new ArrayList<Operand>(all.size());
        for (Operand o : all) {
            terms.add(term(o));
        }
        return terms;
    }

    // ---- failure --------------------------------------------------------------------------------

    /// Where an instruction that raises an exception goes. In a guard the exception is dropped on
    /// the way.
    OnFail onRaise() {
        if (!(onFail instanceof OnFail.Branch(var label))) {
            return onFail;
        }
        out.reference(label);
        return new OnFail.Catch(pads.computeIfAbsent(label, _ -> out.label("pad")));
    }

    private void lowerPads() {
        pads.forEach((to, pad) -> {
            out.start(
                    pad, List.of(out.fresh(Type.TERM), out.fresh(Type.TERM), out.fresh(Type.TERM)));
            out.jump(to, Loc.NONE);
        });
    }

    void raise(Operand exceptionClass, Operand reason, Optional<Operand> trace, Loc loc) {
        out.end(
                new Terminator.Raise(
                        term(exceptionClass), term(reason), trace.map(this::term), onRaise(), loc));
    }

    void caught(Operand exceptionClass, Operand trace) {
        classOfTrace.put(trace, exceptionClass);
    }

    /// The class of the exception whose raw trace this is. Throws [IllegalStateException] when it
    /// comes from no handler of this function.
    Operand classOf(Operand trace) {
        Operand found = classOfTrace.get(trace);
        if (found == null) {
            throw new IllegalStateException("a raw trace from nowhere in " + out.id());
        }
        return found;
    }

    // ---- closures -------------------------------------------------------------------------------

    /// A fun as a value.
    Operand closure(CoreExpr.Fun fun) {
        Capture capture = capture(names.free(fun));
        FunctionId id = module.liftedId(fun.anno().funName(), "anonymous", fun.arity() + 1);
        module.lift(new Lifting(id, fun, capture.vars, capture.scope, true, names));
        Var v = out.fresh(Type.FUN);
        out.emit(new Instr.MakeFun(v, id, List.copyOf(capture.vars), loc(fun.anno())));
        return v;
    }

    /// Makes functions of the module out of those of a `letrec`; they all capture the same.
    void lift(List<FunctionDef> group) {
        Capture capture = capture(names.free(group));
        for (FunctionDef def : group) {
            FunctionId id =
                    module.liftedId(
                            def.fun().anno().funName(),
                            def.name().name().name() + "/" + def.name().arity(),
                            def.name().arity() + capture.vars.size());
            var local = new Env.LocalFunction.Lifted(id, capture.vars);
            env.bind(def.name(), local);
            capture.scope.functions().put(def.name(), local);
            module.lift(new Lifting(id, def.fun(), capture.vars, capture.scope, false, names));
        }
    }

    private record Capture(List<Var> vars, Lifting.Scope scope) {}

    private Capture capture(FreeNames.Names free) {
        Set<Var> captured = new LinkedHashSet<>();
        var vars = new LinkedHashMap<String, Operand>();
        var functions = new LinkedHashMap<FunctionName, Env.LocalFunction>();
        for (String name : free.vars()) {
            Operand value = term(env.var(name));
            vars.put(name, value);
            if (value instanceof Var v) {
                captured.add(v);
            }
        }
        for (FunctionName name : free.functions()) {
            env.function(name)
                    .ifPresent(f -> {
                        functions.put(name, f);
                        if (f instanceof Env.LocalFunction.Lifted(_, var more)) {
                            captured.addAll(more);
                        }
                    });
        }
        return new Capture(List.copyOf(captured), new Lifting.Scope(vars, functions));
    }

    /// A function as a value.
    Operand functionValue(FunctionName name, Loc loc) {
        if (env.function(name).isEmpty() && module.isBuiltin(name)) {
            return Operand.Const.of(new Fun.External(module.name(), name.name(), name.arity()));
        }
        FunctionId target;
        List<Var> captured = List.of();
        if (env.function(name).orElse(null) instanceof Env.LocalFunction.Lifted(var id, var more)) {
            target = id;
            captured = more;
        } else {
            target = module.id(name);
            check(name, loc);
        }
        Var v = out.fresh(Type.FUN);
        out.emit(
                new Instr.MakeFun(
                        v, module.wrapper(target, captured.size()), List.copyOf(captured), loc));
        return v;
    }

    void check(FunctionName name, Loc loc) {
        if (!module.isDefined(name)) {
            module.report(name, out.id(), loc);
        }
    }
}
