package dev.lumen.frontend.core;

import dev.lumen.frontend.lint.Resolution;
import dev.lumen.frontend.lint.SourceVariable;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.core.PrimOps;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Lowers one function. Holds what its parts share: names, scope, and the parts themselves, which
/// call each other through it.
final class FunctionLowering {
    final ModuleScope module;
    final Problems problems;
    final FunctionName function;
    final Names names;
    final Uses uses;
    final FunNumbers numbers;

    final Bindings bindings = new Bindings();

    /// Replaced while the default values of a record are lowered.
    private Resolution resolution;

    /// Set while a guard is lowered: what fails there just fails, and calls are of built-ins.
    boolean inGuard;

    final ExprLowering exprs = new ExprLowering(this);
    final CallLowering calls = new CallLowering(this);
    final PatternLowering patterns = new PatternLowering(this);
    final GuardLowering guards = new GuardLowering(this);
    final BranchLowering branches = new BranchLowering(this);
    final TryLowering tries = new TryLowering(this);
    final RecordLowering records = new RecordLowering(this);
    final NativeRecordLowering natives = new NativeRecordLowering(this);
    final BitLowering bits = new BitLowering(this);
    final ComprehensionLowering comprehensions = new ComprehensionLowering(this);

    private final Form.Function form;

    /// `resolution`: what the variables of the form are.
    FunctionLowering(
            ModuleScope module, Problems problems, Form.Function form, Resolution resolution) {
        this.resolution = resolution;
        this.module = module;
        this.problems = problems;
        this.form = form;
        this.function = new FunctionName(form.name(), form.arity());
        this.uses = Uses.of(form.clauses());
        this.names = new Names(uses.variables());
        this.numbers =
                new FunNumbers(
                        form.clauses(),
                        f ->
                                module.resolve(new FunctionName(f.name(), f.arity()))
                                        instanceof ModuleScope.Target.Local);
    }

    /// `extra` goes to the annotations of the fun.
    FunctionDef lower(Anno extra) {
        Anno failure = Build.at(form.anno()).with(Anno.function(function));
        Anno anno = new Anno(Build.at(form.anno()).loc(), extra.terms());
        return new FunctionDef(
                function, fun(form.clauses(), form.arity(), new Steps(), anno, failure));
    }

    /// A fun of these clauses. `prologue` is evaluated in it first. `failure` annotates the error
    /// that no clause matches.
    CoreExpr.Fun fun(
            List<dev.lumen.ir.forms.Clause> clauses,
            int arity,
            Steps prologue,
            Anno anno,
            Anno failure) {
        var lowered = new ArrayList<Clause>();
        for (var c : clauses) {
            int mark = bindings.mark();
            var branch = branches.branch(c, c.patterns());
            bindings.undo(mark);
            lowered.add(branch.clause(List.of()));
        }
        if (lowered.size() == 1 && Build.isTotal(lowered.getFirst())) {
            Clause only = lowered.getFirst();
            List<Var> params =
                    only.patterns().stream().map(p -> ((CorePattern.Bind) p).var()).toList();
            return new CoreExpr.Fun(params, prologue.close(only.body()), anno);
        }
        List<Var> params = fresh(arity);
        if (!Build.isTotal(lowered.getLast())) {
            List<Var> seen = fresh(arity);
            var reason = new ArrayList<CoreExpr>(List.of(Build.atom("function_clause")));
            reason.addAll(seen);
            lowered.add(
                    Build.generated(
                            seen.stream().map(Build::bind).toList(),
                            Build.primop(
                                    PrimOps.MATCH_FAIL,
                                    failure,
                                    new CoreExpr.Tuple(reason, Anno.NONE))));
        }
        var match = new CoreExpr.Case(Build.values(params), lowered, Anno.NONE);
        return new CoreExpr.Fun(params, prologue.close(match), anno);
    }

    List<Var> fresh(int count) {
        var all = new ArrayList<Var>(count);
        for (int i = 0; i < count; i++) {
            all.add(names.fresh());
        }
        return all;
    }

    /// `'-f/1-Kind-N-'`, what a fun of this function is called.
    Atom funName(String kind, Object node) {
        return Atom.of(
                "-"
                        + function.name().name()
                        + "/"
                        + function.arity()
                        + "-"
                        + kind
                        + "-"
                        + numbers.of(node)
                        + "-");
    }

    /// `'kind$^N'/arity`, a function of a `letrec`.
    FunctionName inner(String kind, Object node, int arity) {
        return FunctionName.of(kind + "$^" + numbers.of(node), arity);
    }

    /// Which variable this occurrence is: an [Expr.Variable], or an [Expr.NamedFun] for its name.
    SourceVariable variable(Expr occurrence, String name) {
        return resolution.of(occurrence).orElseGet(() -> new SourceVariable(name));
    }

    /// Lowers default values of the record that is made here.
    <T> T inDefaults(Expr.RecordCreate made, Supplier<T> lowering) {
        Resolution outer = resolution;
        resolution = outer.ofDefaults(made);
        T result = lowering.get();
        resolution = outer;
        return result;
    }
}
