package dev.lumen.frontend.core;

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
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// `case`, `if`, `receive`, `maybe`, and matching with `=`.
///
/// A variable that every branch binds and that is needed afterwards is given out: the branching
/// expression then gives its value and those of the variables, `let <V,X> = case … of … -> <…,…>
/// end in …`.
final class BranchLowering {
    /// A clause whose body is still open, because what it gives out depends on the other clauses.
    record Branch(
            List<CorePattern> patterns,
            CoreExpr guard,
            Steps steps,
            CoreExpr result,
            Map<SourceVariable, Var> bound,
            Names names) {
        /// The clause, its body giving the values of these variables of the source after its own.
        Clause clause(List<SourceVariable> givenOut) {
            return new Clause(patterns, guard, body(givenOut), Anno.NONE);
        }

        CoreExpr body(List<SourceVariable> givenOut) {
            if (givenOut.isEmpty()) {
                return steps.close(result);
            }
            CoreExpr value = result;
            if (!Build.isSimple(value)) {
                Var v = names.fresh();
                steps.let(v, result);
                value = v;
            }
            var values = new ArrayList<CoreExpr>(List.of(value));
            givenOut.forEach(variable -> values.add(bound.get(variable)));
            return steps.close(new CoreExpr.Values(values, Anno.NONE));
        }
    }

    private final FunctionLowering f;
    private int labels;

    BranchLowering(FunctionLowering f) {
        this.f = f;
    }

    /// A clause with these of its patterns.
    Branch branch(dev.lumen.ir.forms.Clause c, List<Expr> patterns) {
        int mark = f.bindings.mark();
        var lowered = f.patterns.lower(patterns);
        CoreExpr guard = f.guards.guard(c.guards(), lowered.tests());
        return open(mark, lowered.patterns(), guard, new Steps(), c.body());
    }

    /// A branch whose patterns are done and whose variables have been bound since `mark`.
    Branch open(
            int mark, List<CorePattern> patterns, CoreExpr guard, Steps steps, List<Expr> body) {
        CoreExpr result = f.exprs.body(body, steps);
        return new Branch(patterns, guard, steps, result, f.bindings.undo(mark), f.names);
    }

    private List<Branch> branches(List<dev.lumen.ir.forms.Clause> clauses) {
        return clauses.stream().map(c -> branch(c, c.patterns())).toList();
    }

    /// The variables that all branches bind and that occur after `node`.
    private List<SourceVariable> givenOut(Expr node, List<Branch> branches) {
        if (branches.isEmpty()) {
            return List.of();
        }
        var variables = new LinkedHashSet<>(branches.getFirst().bound().keySet());
        variables.removeIf(v -> !f.uses.isUsedAfter(node, v.name()));
        for (Branch b : branches) {
            variables.retainAll(b.bound().keySet());
        }
        return variables.stream().sorted(Comparator.comparing(SourceVariable::name)).toList();
    }

    /// The value of a branching expression that gives out variables besides.
    private CoreExpr give(CoreExpr branching, List<SourceVariable> givenOut, Steps out) {
        if (givenOut.isEmpty()) {
            return branching;
        }
        var vars = new ArrayList<Var>(List.of(f.names.fresh()));
        for (SourceVariable variable : givenOut) {
            Var v = f.names.of(variable.name());
            vars.add(v);
            f.bindings.bind(variable, v);
        }
        out.let(vars, branching);
        return vars.getFirst();
    }

    /// An error where one value and `more` besides are expected.
    private CoreExpr failing(CoreExpr error, int more) {
        if (more == 0) {
            return error;
        }
        Var v = f.names.fresh();
        var values = new ArrayList<CoreExpr>(List.of(v));
        for (int i = 0; i < more; i++) {
            values.add(Build.NIL);
        }
        return new CoreExpr.Let(
                List.of(v), error, new CoreExpr.Values(values, Anno.NONE), Anno.NONE);
    }

    /// `<_1,…> when 'true' -> match_fail({Reason,_1})`; for several values `{Reason,{_1,…}}`.
    private Clause noMatch(String reason, int values, boolean tuple, Anno anno, int more) {
        List<Var> seen = f.fresh(values);
        CoreExpr value = tuple ? new CoreExpr.Tuple(List.copyOf(seen), Anno.NONE) : seen.getFirst();
        CoreExpr error =
                Build.primop(
                        PrimOps.MATCH_FAIL,
                        anno,
                        new CoreExpr.Tuple(List.of(Build.atom(reason), value), Anno.NONE));
        return Build.generated(seen.stream().map(Build::bind).toList(), failing(error, more));
    }

    private List<Clause> close(List<Branch> branches, List<SourceVariable> givenOut) {
        return new ArrayList<>(branches.stream().map(b -> b.clause(givenOut)).toList());
    }

    // ---- case, if

    CoreExpr cases(Expr.Case c, Steps out) {
        Anno anno = Build.at(c.anno());
        List<Expr> parts = tupleParts(c);
        if (parts != null) {
            return tupleCase(c, parts, anno, out);
        }
        CoreExpr subject = f.exprs.expr(c.subject(), out);
        List<Branch> branches = branches(c.clauses());
        List<SourceVariable> givenOut = givenOut(c, branches);
        List<Clause> clauses = close(branches, givenOut);
        if (!Build.isTotal(clauses.getLast())) {
            clauses.add(noMatch("case_clause", 1, false, anno, givenOut.size()));
        }
        return give(new CoreExpr.Case(subject, clauses, anno), givenOut, out);
    }

    /// `case {A,B} of {P,Q} -> …`: the tuple is taken apart at once, so it is never made. The
    /// elements, or null when a clause needs the tuple.
    private static List<Expr> tupleParts(Expr.Case c) {
        if (!(c.subject() instanceof Expr.TupleExpr(_, var parts)) || parts.isEmpty()) {
            return null;
        }
        boolean all =
                c.clauses().stream()
                        .map(clause -> clause.patterns().getFirst())
                        .allMatch(p ->
                                p instanceof Expr.TupleExpr(_, var elements)
                                                && elements.size() == parts.size()
                                        || p instanceof Expr.Variable v && v.isAnonymous());
        return all ? parts : null;
    }

    private CoreExpr tupleCase(Expr.Case c, List<Expr> parts, Anno anno, Steps out) {
        List<CoreExpr> subjects = f.exprs.simples(parts, out);
        var branches = new ArrayList<Branch>();
        for (var clause : c.clauses()) {
            Expr pattern = clause.patterns().getFirst();
            List<Expr> patterns =
                    pattern instanceof Expr.TupleExpr(_, var elements)
                            ? elements
                            : java.util.Collections.nCopies(parts.size(), pattern);
            branches.add(branch(clause, patterns));
        }
        List<SourceVariable> givenOut = givenOut(c, branches);
        List<Clause> clauses = close(branches, givenOut);
        if (!Build.isTotal(clauses.getLast())) {
            clauses.add(noMatch("case_clause", parts.size(), true, anno, givenOut.size()));
        }
        return give(new CoreExpr.Case(Build.values(subjects), clauses, anno), givenOut, out);
    }

    CoreExpr ifs(Expr.If i, Steps out) {
        Anno anno = Build.at(i.anno());
        List<Branch> branches = branches(i.clauses());
        List<SourceVariable> givenOut = givenOut(i, branches);
        List<Clause> clauses = close(branches, givenOut);
        if (!Build.isTotal(clauses.getLast())) {
            CoreExpr error = Build.primop(PrimOps.MATCH_FAIL, anno, Build.atom("if_clause"));
            clauses.add(Build.generated(List.of(), failing(error, givenOut.size())));
        }
        var none = new CoreExpr.Values(List.of(), Anno.NONE);
        return give(new CoreExpr.Case(none, clauses, anno), givenOut, out);
    }

    // ---- receive

    CoreExpr receive(Expr.Receive r, Steps out) {
        CoreExpr time =
                r.timeout().isPresent()
                        ? f.exprs.simple(r.timeout().get().time(), out)
                        : Build.atom("infinity");
        var branches = new ArrayList<>(branches(r.clauses()));
        List<SourceVariable> givenOut;
        CoreExpr action;
        if (r.timeout().isPresent()) {
            Branch late =
                    open(
                            f.bindings.mark(),
                            List.of(),
                            Build.TRUE,
                            new Steps(),
                            r.timeout().get().body());
            branches.add(late);
            givenOut = givenOut(r, branches);
            action = late.body(givenOut);
            branches.removeLast();
        } else {
            givenOut = givenOut(r, branches);
            action = failing(Build.TRUE, givenOut.size());
        }
        var receive =
                new CoreExpr.Receive(close(branches, givenOut), time, action, Build.at(r.anno()));
        return give(receive, givenOut, out);
    }

    // ---- matching

    /// `Pattern = Value`, whose value is wanted.
    CoreExpr match(Expr.Match m, Steps out) {
        CoreExpr value = f.exprs.expr(m.value(), out);
        if (m.pattern() instanceof Expr.Variable v) {
            if (v.isAnonymous()) {
                return f.exprs.name(value, out);
            }
            SourceVariable variable = f.variable(v, v.name());
            if (f.bindings.find(variable) == null) {
                return bind(variable, value, out);
            }
        }
        CoreExpr shared = f.exprs.shared(value, out);
        destructure(List.of(m.pattern()), List.of(shared), Build.at(m.anno()), false, out);
        return shared;
    }

    /// `Pattern = Value`, whose value nobody looks at.
    void matchStatement(Expr.Match m, Steps out) {
        Anno anno = Build.at(m.anno());
        if (m.pattern() instanceof Expr.Variable(_, String name) && name.equals("_")) {
            f.exprs.effect(m.value(), out);
        } else if (m.pattern() instanceof Expr.TupleExpr(_, var patterns)
                && m.value() instanceof Expr.TupleExpr(_, var values)
                && patterns.size() == values.size()
                && !values.isEmpty()) {
            destructure(patterns, f.exprs.simples(values, out), anno, true, out);
        } else {
            CoreExpr value = f.exprs.expr(m.value(), out);
            SourceVariable variable =
                    m.pattern() instanceof Expr.Variable v ? f.variable(v, v.name()) : null;
            if (variable != null && f.bindings.find(variable) == null) {
                bind(variable, value, out);
            } else {
                destructure(List.of(m.pattern()), List.of(value), anno, false, out);
            }
        }
    }

    private Var bind(SourceVariable variable, CoreExpr value, Steps out) {
        Var v = f.names.of(variable.name());
        out.let(v, value);
        f.bindings.bind(variable, v);
        return v;
    }

    /// Matches values with patterns; what follows in `out` happens only if they match. `tuple`:
    /// they were a tuple's.
    private void destructure(
            List<Expr> patterns, List<CoreExpr> values, Anno anno, boolean tuple, Steps out) {
        var lowered = f.patterns.lower(patterns);
        CoreExpr guard = f.guards.guard(List.of(), lowered.tests());
        Clause failure = noMatch("badmatch", values.size(), tuple, anno, 0);
        out.add(rest -> {
            var clauses = new ArrayList<Clause>();
            clauses.add(new Clause(lowered.patterns(), guard, rest, Anno.NONE));
            if (!Build.isTotal(clauses.getFirst())) {
                clauses.add(failure);
            }
            return new CoreExpr.Case(Build.values(values), clauses, anno);
        });
    }

    // ---- maybe

    /// A match that fails leaves the body, with the value that did not match: to the `else`
    /// clauses, which are a label, or as the value of the whole.
    CoreExpr maybe(Expr.Maybe m) {
        int mark = f.bindings.mark();
        FunctionName label =
                m.otherwise().isPresent() ? FunctionName.of("else^" + labels++, 1) : null;
        var steps = new Steps();
        CoreExpr result = Build.NIL;
        for (int i = 0; i < m.body().size(); i++) {
            boolean last = i == m.body().size() - 1;
            Expr e = m.body().get(i);
            if (e instanceof Expr.MaybeMatch(_, var pattern, var value)) {
                result = f.exprs.expr(value, steps);
                result = last ? f.exprs.shared(result, steps) : result;
                maybeMatch(pattern, result, label, steps);
            } else if (last) {
                result = f.exprs.expr(e, steps);
            } else {
                f.exprs.effect(e, steps);
            }
        }
        f.bindings.undo(mark);
        CoreExpr body = steps.close(result);
        if (label == null) {
            return body;
        }
        Anno anno = Build.at(m.otherwise().get().anno());
        List<Clause> clauses = close(branches(m.otherwise().get().clauses()), List.of());
        if (!Build.isTotal(clauses.getLast())) {
            clauses.add(noMatch("else_clause", 1, false, anno, 0));
        }
        Var v = f.names.fresh();
        var otherwise =
                new CoreExpr.Fun(List.of(v), new CoreExpr.Case(v, clauses, Anno.NONE), Anno.NONE);
        return new CoreExpr.Letrec(
                List.of(new FunctionDef(label, otherwise)),
                body,
                Anno.NONE.with(Anno.LETREC_GOTO).with(Atom.of("no_inline")));
    }

    private void maybeMatch(Expr pattern, CoreExpr value, FunctionName label, Steps out) {
        var lowered = f.patterns.lower(List.of(pattern));
        CoreExpr guard = f.guards.guard(List.of(), lowered.tests());
        Var other = f.names.fresh();
        CoreExpr leave =
                label == null
                        ? other
                        : new CoreExpr.Apply(
                                new CoreExpr.FunctionRef(label, Anno.NONE),
                                List.of(other),
                                Anno.NONE);
        out.add(rest -> {
            var clauses = new ArrayList<Clause>();
            clauses.add(new Clause(lowered.patterns(), guard, rest, Anno.NONE));
            if (!Build.isTotal(clauses.getFirst())) {
                clauses.add(Build.generated(Build.bind(other), leave));
            }
            return new CoreExpr.Case(value, clauses, Anno.NONE);
        });
    }
}
