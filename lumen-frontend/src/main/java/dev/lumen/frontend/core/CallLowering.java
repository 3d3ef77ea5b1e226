package dev.lumen.frontend.core;

import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.List;
import java.util.Optional;

/// Calls, and functions as values.
final class CallLowering {
    private static final Atom ERLANG = Atom.of("erlang");

    private final FunctionLowering f;

    CallLowering(FunctionLowering f) {
        this.f = f;
    }

    // ---- calls

    CoreExpr call(Expr.Call c, Steps out) {
        Anno anno = Build.at(c.anno());
        return switch (c.function()) {
            case Expr.AtomLiteral(_, var name) -> named(c, name, anno, out);
            case Expr.Remote(_, var module, var name) -> {
                Optional<CoreExpr> record =
                        isErlang(module) && name instanceof Expr.AtomLiteral(_, var n)
                                ? isRecord(n, c.arguments(), anno, out)
                                : Optional.empty();
                if (record.isPresent()) {
                    yield record.get();
                }
                CoreExpr m = f.exprs.simple(module, out);
                CoreExpr n = f.exprs.simple(name, out);
                yield new CoreExpr.Call(m, n, f.exprs.simples(c.arguments(), out), anno);
            }
            case Expr operator -> {
                CoreExpr fun = f.exprs.simple(operator, out);
                yield new CoreExpr.Apply(fun, f.exprs.simples(c.arguments(), out), anno);
            }
        };
    }

    private CoreExpr named(Expr.Call c, Atom name, Anno anno, Steps out) {
        var target = f.module.resolve(new FunctionName(name, c.arguments().size()));
        if (name.name().equals("record_info") && c.arguments().size() == 2) {
            Optional<CoreExpr> info = f.records.info(c);
            if (info.isPresent()) {
                return info.get();
            }
        }
        boolean builtIn =
                f.inGuard
                        || target instanceof ModuleScope.Target.Remote(Atom m, _)
                                && m.equals(ERLANG);
        if (builtIn) {
            Optional<CoreExpr> record = isRecord(name, c.arguments(), anno, out);
            if (record.isPresent()) {
                return record.get();
            }
        }
        List<CoreExpr> args = f.exprs.simples(c.arguments(), out);
        if (f.inGuard) {
            return new CoreExpr.Call(Build.literal(ERLANG), Build.literal(name), args, anno);
        }
        return switch (target) {
            case ModuleScope.Target.Local(var local) ->
                    new CoreExpr.Apply(new CoreExpr.FunctionRef(local, Anno.NONE), args, anno);
            case ModuleScope.Target.Remote(var module, var remote) ->
                    new CoreExpr.Call(Build.literal(module), Build.literal(remote), args, anno);
        };
    }

    /// `is_record(Term, name)` for a record of the module: the size is known, so it is asked for
    /// too.
    private Optional<CoreExpr> isRecord(Atom name, List<Expr> args, Anno anno, Steps out) {
        if (!name.name().equals("is_record")
                || args.size() != 2
                || !(args.get(1) instanceof Expr.AtomLiteral(_, var tag))) {
            return Optional.empty();
        }
        if (f.natives.meant(new RecordName.Local(tag)).isPresent()) {
            return f.natives.isRecord(f.exprs.simple(args.getFirst(), out), tag, anno);
        }
        Optional<Form.RecordDeclaration> record = f.module.record(tag);
        return record.map(r ->
                Build.call(
                        "erlang",
                        "is_record",
                        anno,
                        f.exprs.simple(args.getFirst(), out),
                        Build.literal(tag),
                        Build.literal(Int.of(r.fields().size() + 1))));
    }

    /// Whether the call is of a built-in test, whose value is always a boolean.
    boolean isBooleanBif(Expr.Call c) {
        return switch (c.function()) {
            case Expr.AtomLiteral(_, var name) ->
                    LanguageBifs.isBoolean(name.name(), c.arguments().size())
                            && (f.inGuard
                                    || f.module.isGuardBif(
                                            new FunctionName(name, c.arguments().size())));
            case Expr.Remote(_, var module, Expr.AtomLiteral(_, var name)) ->
                    isErlang(module) && LanguageBifs.isBoolean(name.name(), c.arguments().size());
            default -> false;
        };
    }

    static boolean isErlang(Expr module) {
        return module instanceof Expr.AtomLiteral(_, var name) && name.equals(ERLANG);
    }

    // ---- functions as values

    CoreExpr localFun(Expr.LocalFun l) {
        var name = new FunctionName(l.name(), l.arity());
        return switch (f.module.resolve(name)) {
            case ModuleScope.Target.Local(var local) ->
                    new CoreExpr.FunctionRef(
                            local, Build.at(l.anno()).with(Anno.id(f.funName("fun", l))));
            case ModuleScope.Target.Remote(var module, var remote) ->
                    Build.literal(new Fun.External(module, remote, l.arity()));
        };
    }

    CoreExpr remoteFun(Expr.RemoteFun r, Steps out) {
        List<CoreExpr> parts = f.exprs.simples(List.of(r.module(), r.name(), r.arity()), out);
        if (parts.get(0) instanceof CoreExpr.Literal(Atom module, _)
                && parts.get(1) instanceof CoreExpr.Literal(Atom name, _)
                && parts.get(2) instanceof CoreExpr.Literal(Int arity, _)) {
            return Build.literal(new Fun.External(module, name, arity.intValue()));
        }
        return Build.call("erlang", "make_fun", Build.at(r.anno()), parts.toArray(CoreExpr[]::new));
    }

    CoreExpr fun(Expr.Fun fun) {
        Anno anno = Build.at(fun.anno());
        return close(fun.clauses(), new Steps(), anno, fun);
    }

    /// `letrec F/N = fun … in F/N`, in which the variable `F` is bound to the fun; without that
    /// where the fun doesn't use it.
    CoreExpr namedFun(Expr.NamedFun fun) {
        Anno anno = Build.at(fun.anno());
        if (fun.name().equals("_") || f.uses.count(fun.name()) == 1) {
            return close(fun.clauses(), new Steps(), anno, fun);
        }
        int arity = arity(fun.clauses());
        var self = new FunctionName(Atom.of(fun.name()), arity);
        var prologue = new Steps();
        int mark = f.bindings.mark();
        Var v = f.names.of(fun.name());
        prologue.let(v, new CoreExpr.FunctionRef(self, Anno.NONE));
        f.bindings.bind(f.variable(fun, fun.name()), v);
        CoreExpr.Fun body = close(fun.clauses(), prologue, anno, fun);
        f.bindings.undo(mark);
        return new CoreExpr.Letrec(
                List.of(new FunctionDef(self, body)),
                new CoreExpr.FunctionRef(self, Anno.NONE),
                anno);
    }

    private CoreExpr.Fun close(List<Clause> clauses, Steps prologue, Anno anno, Object node) {
        Term id = Anno.id(f.funName("fun", node));
        return f.fun(clauses, arity(clauses), prologue, anno.with(id), anno);
    }

    private static int arity(List<Clause> clauses) {
        return clauses.isEmpty() ? 0 : clauses.getFirst().patterns().size();
    }
}
