package dev.lumen.ir.core;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.core.CoreExpr.Apply;
import dev.lumen.ir.core.CoreExpr.Binary;
import dev.lumen.ir.core.CoreExpr.Call;
import dev.lumen.ir.core.CoreExpr.Case;
import dev.lumen.ir.core.CoreExpr.Catch;
import dev.lumen.ir.core.CoreExpr.Cons;
import dev.lumen.ir.core.CoreExpr.Fun;
import dev.lumen.ir.core.CoreExpr.FunctionRef;
import dev.lumen.ir.core.CoreExpr.Let;
import dev.lumen.ir.core.CoreExpr.Letrec;
import dev.lumen.ir.core.CoreExpr.Literal;
import dev.lumen.ir.core.CoreExpr.MapUpdate;
import dev.lumen.ir.core.CoreExpr.PrimOp;
import dev.lumen.ir.core.CoreExpr.Receive;
import dev.lumen.ir.core.CoreExpr.Seq;
import dev.lumen.ir.core.CoreExpr.Try;
import dev.lumen.ir.core.CoreExpr.Tuple;
import dev.lumen.ir.core.CoreExpr.Values;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks what must hold of Core Erlang. All errors are found in one run. The rules:
///
/// - **V1** a variable is used only where it is bound;
/// - **V2** the variables that one node binds (parameters, a `let`, the patterns of a clause) are
///   different;
/// - **V3** a function reference names a function of the module or of an enclosing `letrec`;
/// - **V4** an expression gives as many values as its place expects (what only raises gives none,
///   so any number is right);
/// - **V5** a clause has as many patterns as the argument of its `case` gives values; one in
///   `receive`;
/// - **V6** a guard is made of what [Clause] lists only;
/// - **V7** the constant of a pattern is an atom, a number or `[]`;
/// - **V8** in a bit string: segments of a UTF type, and only they, have no size and no unit; only
///   one of type binary has size `all`, which in a pattern stands last; the value of a segment that
///   is matched is a variable or a constant;
/// - **V9** the arity of a function's name is that of its fun, and an [Apply] of a function has as
///   many arguments;
/// - **V10** functions of the module, and of one `letrec`, have different names; every export is
///   defined;
/// - **V11** a function of a `letrec` with [Anno#LETREC_GOTO] is only applied, and only in tail
///   position of that node.
public final class CoreVerifier {
    /// Any number of values: the expression does not return.
    private static final int NEVER = -1;

    private static final int SHOWN = 80;
    private static final Set<String> RAISING =
            Set.of("error", "exit", "throw", "raise", "nif_error");

    private final CoreModule module;
    private final List<CoreError> errors = new ArrayList<>();
    private final Set<FunctionName> functions = new HashSet<>();

    private FunctionName current;

    /// How often each variable is bound around the place being checked.
    private final Map<String, Integer> bound = new HashMap<>();

    /// The functions of the enclosing `letrec`s: how often each is bound.
    private final Map<FunctionName, Integer> local = new HashMap<>();

    /// The labels that may be jumped to here: those for which this is a tail position.
    private Set<FunctionName> labels = Set.of();

    private final Map<FunctionName, Integer> allLabels = new HashMap<>();

    private CoreVerifier(CoreModule module) {
        this.module = module;
    }

    /// What is wrong with the module; empty when nothing is.
    public static List<CoreError> verify(CoreModule module) {
        return DeepStack.call(() -> {
            var verifier = new CoreVerifier(module);
            verifier.module();
            return List.copyOf(verifier.errors);
        });
    }

    private void module() {
        for (FunctionDef f : module.functions()) {
            current = f.name();
            check(functions.add(f.name()), "V10", "defined twice", f.name());
        }
        for (FunctionName f : module.exports()) {
            current = f;
            check(functions.contains(f), "V10", "exported, but not defined", f);
        }
        for (FunctionDef f : module.functions()) {
            current = f.name();
            definition(f);
        }
    }

    private void definition(FunctionDef f) {
        check(
                f.name().arity() == f.fun().arity(),
                "V9",
                "parameters of " + f.name(),
                f.fun().arity());
        fun(f.fun());
    }

    private void fun(Fun f) {
        Set<FunctionName> outer = labels;
        labels = Set.of();
        List<String> names = names(f.params());
        bind(names);
        expr(f.body(), 1);
        unbind(names);
        labels = outer;
    }

    // ---- expressions

    /// One value, in no tail position.
    private void operand(CoreExpr e) {
        value(e, 1);
    }

    private void value(CoreExpr e, int wanted) {
        Set<FunctionName> outer = labels;
        labels = Set.of();
        expr(e, wanted);
        labels = outer;
    }

    private void operands(List<CoreExpr> es) {
        es.forEach(this::operand);
    }

    /// `wanted`: how many values the place expects.
    private void expr(CoreExpr e, int wanted) {
        switch (e) {
            case Var(String name, _) -> {
                check(bound.containsKey(name), "V1", "unbound variable", e);
                gives(1, wanted, e);
            }
            case FunctionRef(var name, _) -> {
                check(
                        functions.contains(name) || local.containsKey(name),
                        "V3",
                        "undefined function",
                        e);
                check(!allLabels.containsKey(name), "V11", "a label as a value", e);
                gives(1, wanted, e);
            }
            case Literal _ -> gives(1, wanted, e);
            case Values(var values, _) -> {
                operands(values);
                gives(values.size(), wanted, e);
            }
            case Cons c -> {
                cons(c);
                gives(1, wanted, e);
            }
            case Tuple(var elements, _) -> {
                operands(elements);
                gives(1, wanted, e);
            }
            case MapUpdate(var base, var pairs, _) -> {
                operand(base);
                pairs.forEach(p -> {
                    operand(p.key());
                    operand(p.value());
                });
                gives(1, wanted, e);
            }
            case Binary(var segments, _) -> {
                for (Segment<CoreExpr> s : segments) {
                    operand(s.value());
                    segment(s, true);
                }
                gives(1, wanted, e);
            }
            case Fun f -> {
                fun(f);
                gives(1, wanted, e);
            }
            case Apply a -> apply(a, wanted);
            case Call(var m, var name, var args, _) -> {
                operand(m);
                operand(name);
                operands(args);
                gives(raises(m, name) ? NEVER : 1, wanted, e);
            }
            case PrimOp p -> {
                operands(p.args());
                gives(values(p), wanted, e);
            }
            case Let(var vars, var value, var body, _) -> {
                value(value, vars.size());
                List<String> names = names(vars);
                bind(names);
                expr(body, wanted);
                unbind(names);
            }
            case Seq(var first, var then, _) -> {
                operand(first);
                expr(then, wanted);
            }
            case Letrec l -> letrec(l, wanted);
            case Case c -> {
                int count = count(c.arg());
                value(
                        c.arg(),
                        count == NEVER && !c.clauses().isEmpty()
                                ? c.clauses().getFirst().patterns().size()
                                : count);
                c.clauses().forEach(clause -> clause(clause, count, wanted));
            }
            case Try t -> {
                value(t.arg(), t.vars().size());
                List<String> names = names(t.vars());
                bind(names);
                expr(t.body(), wanted);
                unbind(names);
                check(t.handlerVars().size() == 3, "V4", "a handler takes three values", e);
                names = names(t.handlerVars());
                bind(names);
                expr(t.handler(), wanted);
                unbind(names);
            }
            case Catch(var body, _) -> {
                operand(body);
                gives(1, wanted, e);
            }
            case Receive(var clauses, var timeout, var action, _) -> {
                operand(timeout);
                clauses.forEach(clause -> clause(clause, 1, wanted));
                expr(action, wanted);
            }
        }
    }

    private void cons(Cons first) {
        CoreExpr e = first;
        while (e instanceof Cons(var head, var tail, _)) {
            operand(head);
            e = tail;
        }
        operand(e);
    }

    private void apply(Apply a, int wanted) {
        if (a.operator() instanceof FunctionRef(var name, _)) {
            check(
                    functions.contains(name) || local.containsKey(name),
                    "V3",
                    "undefined function",
                    a);
            check(name.arity() == a.args().size(), "V9", "number of arguments", a);
            boolean label = allLabels.containsKey(name);
            check(!label || labels.contains(name), "V11", "a jump that is no tail call", a);
            gives(label ? NEVER : 1, wanted, a);
        } else {
            operand(a.operator());
            gives(1, wanted, a);
        }
        operands(a.args());
    }

    private void letrec(Letrec l, int wanted) {
        var names = l.functions().stream().map(FunctionDef::name).toList();
        check(new HashSet<>(names).size() == names.size(), "V10", "two functions of one name", l);
        names.forEach(n -> local.merge(n, 1, Integer::sum));
        if (l.anno().has(Anno.LETREC_GOTO)) {
            Set<FunctionName> outer = labels;
            labels = new HashSet<>(outer);
            labels.addAll(names);
            names.forEach(n -> allLabels.merge(n, 1, Integer::sum));
            for (FunctionDef f : l.functions()) {
                check(
                        f.name().arity() == f.fun().arity(),
                        "V9",
                        "parameters of " + f.name(),
                        f.fun().arity());
                List<String> params = names(f.fun().params());
                bind(params);
                expr(
                        f.fun().body(),
                        wanted); // part of this code, so a tail position as much as the body
                unbind(params);
            }
            expr(l.body(), wanted);
            names.forEach(n -> allLabels.computeIfPresent(n, (_, c) -> c == 1 ? null : c - 1));
            labels = outer;
        } else {
            l.functions().forEach(this::definition);
            expr(l.body(), wanted);
        }
        names.forEach(n -> local.computeIfPresent(n, (_, c) -> c == 1 ? null : c - 1));
    }

    private void clause(Clause c, int count, int wanted) {
        check(
                count == NEVER || c.patterns().size() == count,
                "V5",
                "patterns for " + count + " values",
                c);
        var names = new ArrayList<String>();
        c.patterns().forEach(p -> pattern(p, names));
        guard(c.guard(), c);
        guardScope(c.guard(), 1);
        expr(c.body(), wanted);
        unbind(names);
    }

    /// The variables of a guard; its form is for V6.
    private void guardScope(CoreExpr guard, int values) {
        switch (guard) {
            case Try t -> {
                guardScope(t.arg(), t.vars().size());
                List<String> names = names(t.vars());
                bind(names);
                guardScope(t.body(), values);
                unbind(names);
            }
            case Let(var vars, var value, var body, _) -> {
                guardScope(value, vars.size());
                List<String> names = names(vars);
                bind(names);
                guardScope(body, values);
                unbind(names);
            }
            case Case(var arg, var clauses, _) -> {
                guardScope(arg, clauses.getFirst().patterns().size());
                for (Clause c : clauses) {
                    var names = new ArrayList<String>();
                    c.patterns().forEach(p -> pattern(p, names));
                    guardScope(c.guard(), 1);
                    guardScope(c.body(), values);
                    unbind(names);
                }
            }
            default -> value(guard, values);
        }
    }

    // ---- guards

    private void guard(CoreExpr g, Clause of) {
        switch (g) {
            case Var _, Literal _ -> {}
            case Values _, Cons _, Tuple _, MapUpdate _, Binary _ ->
                    CoreRewrite.parts(g, part -> inGuard(part, of), c -> c);
            case Call(Literal(Atom m, _), Literal(Atom name, _), var args, _) -> {
                boolean field =
                        m.name().equals("records") && name.name().equals("$field"); // R#name.field
                check(m.name().equals("erlang") || field, "V6", "a call in a guard", g);
                args.forEach(a -> guard(a, of));
            }
            case PrimOp p ->
                    check(p.name().equals(PrimOps.MATCH_FAIL), "V6", "a primitive in a guard", g);
            case Let(_, var value, var body, _) -> {
                guard(value, of);
                guard(body, of);
            }
            case Seq(var first, var then, _) -> {
                guard(first, of);
                guard(then, of);
            }
            case Case(var arg, var clauses, _) -> {
                guard(arg, of);
                for (Clause c : clauses) {
                    guard(c.guard(), of);
                    guard(c.body(), of);
                }
            }
            case Try t -> {
                check(t.handler() instanceof Literal, "V6", "a handler in a guard", g);
                guard(t.arg(), of);
                guard(t.body(), of);
            }
            case Fun _, FunctionRef _, Apply _, Call _, Letrec _, Catch _, Receive _ ->
                    error("V6", "not allowed in a guard", g);
        }
    }

    private CoreExpr inGuard(CoreExpr part, Clause of) {
        guard(part, of);
        return part;
    }

    // ---- patterns

    /// Binds the variables as it goes (a size may use those before it) and adds them to `names`.
    private void pattern(CorePattern p, List<String> names) {
        switch (p) {
            case CorePattern.Bind(Var v) -> variable(v, names);
            case CorePattern.Literal(var value, _) -> {
                boolean atomic =
                        switch (value) {
                            case Atom _,
                                    dev.lumen.ir.term.Int _,
                                    dev.lumen.ir.term.FloatTerm _,
                                    dev.lumen.ir.term.Nil _ ->
                                    true;
                            default -> false;
                        };
                check(atomic, "V7", "constant of a pattern", p);
            }
            case CorePattern.Cons c -> {
                CorePattern rest = c;
                while (rest instanceof CorePattern.Cons(var head, var tail, _)) {
                    pattern(head, names);
                    rest = tail;
                }
                pattern(rest, names);
            }
            case CorePattern.Tuple(var elements, _) -> elements.forEach(e -> pattern(e, names));
            case CorePattern.Alias(Var v, var inner, _) -> {
                variable(v, names);
                pattern(inner, names);
            }
            case CorePattern.Both(var first, var second, _) -> {
                pattern(first, names);
                pattern(second, names);
            }
            case CorePattern.Record(_, var fields, _) ->
                    fields.forEach(f -> pattern(f.value(), names));
            case CorePattern.Map(var pairs, _) ->
                    pairs.forEach(pair -> {
                        operand(pair.key());
                        pattern(pair.value(), names);
                    });
            case CorePattern.Binary(var segments, _) -> {
                for (int i = 0; i < segments.size(); i++) {
                    Segment<CorePattern> s = segments.get(i);
                    segment(s, i == segments.size() - 1);
                    boolean simple =
                            s.value() instanceof CorePattern.Bind
                                    || s.value() instanceof CorePattern.Literal;
                    check(simple, "V8", "value of a segment", p);
                    pattern(s.value(), names);
                }
            }
        }
    }

    private void variable(Var v, List<String> names) {
        check(!names.contains(v.name()), "V2", "bound twice", v);
        names.add(v.name());
        bound.merge(v.name(), 1, Integer::sum);
    }

    private void segment(Segment<?> s, boolean mayBeAll) {
        boolean sizeFits =
                switch (s.size()) {
                    case Segment.Size.All _ -> mayBeAll && s.type() == Segment.Type.BINARY;
                    case Segment.Size.None _ -> s.type().isUtf();
                    case Segment.Size.Of(var count) -> {
                        operand(count);
                        yield !s.type().isUtf();
                    }
                };
        check(sizeFits, "V8", "size of a segment", s.size());
        check(
                s.type().isUtf() ? s.unit() == 0 : s.unit() >= 1 && s.unit() <= 256,
                "V8",
                "unit of a segment",
                s.unit());
    }

    // ---- how many values

    /// How many values an expression gives, as far as its form says.
    private static int count(CoreExpr e) {
        return switch (e) {
            case Values(var values, _) -> values.size();
            case Let(_, _, var body, _) -> count(body);
            case Seq(_, var then, _) -> count(then);
            case Letrec(_, var body, _) -> count(body);
            case Case(_, var clauses, _) -> count(clauses);
            case Receive(var clauses, _, var action, _) ->
                    clauses.isEmpty() ? count(action) : count(clauses);
            case Try t -> count(t.body());
            case PrimOp p -> values(p);
            case Call(var m, var name, _, _) -> raises(m, name) ? NEVER : 1;
            case Var _,
                    FunctionRef _,
                    Literal _,
                    Cons _,
                    Tuple _,
                    MapUpdate _,
                    Binary _,
                    Fun _,
                    Apply _,
                    Catch _ ->
                    1;
        };
    }

    private static int count(List<Clause> clauses) {
        for (Clause c : clauses) {
            int n = count(c.body());
            if (n != NEVER) {
                return n;
            }
        }
        return NEVER;
    }

    private static int values(PrimOp p) {
        if (p.name().equals(PrimOps.RECV_PEEK_MESSAGE)) {
            return 2;
        }
        boolean raises =
                p.name().equals(PrimOps.MATCH_FAIL)
                        || p.name().equals(PrimOps.RAISE)
                        || p.name().equals(PrimOps.RAW_RAISE);
        return raises ? NEVER : 1;
    }

    /// A call that never returns.
    private static boolean raises(CoreExpr module, CoreExpr name) {
        return module instanceof Literal(Atom m, _)
                && m.name().equals("erlang")
                && name instanceof Literal(Atom n, _)
                && RAISING.contains(n.name());
    }

    private void gives(int given, int wanted, CoreExpr e) {
        check(
                given == NEVER || wanted == NEVER || given == wanted,
                "V4",
                given + " values for " + wanted,
                e);
    }

    // ---- scope, errors

    private List<String> names(List<Var> vars) {
        var names = vars.stream().map(Var::name).toList();
        check(new HashSet<>(names).size() == names.size(), "V2", "bound twice", names);
        return names;
    }

    private void bind(List<String> names) {
        names.forEach(n -> bound.merge(n, 1, Integer::sum));
    }

    private void unbind(List<String> names) {
        names.forEach(n -> bound.computeIfPresent(n, (_, c) -> c == 1 ? null : c - 1));
    }

    private void check(boolean holds, String rule, String message, Object where) {
        if (!holds) {
            error(rule, message, where);
        }
    }

    private void error(String rule, String message, Object where) {
        String text =
                switch (where) {
                    case CoreExpr e -> CorePrinter.print(e, CorePrinter.Style.PLAIN);
                    case CorePattern p -> CorePrinter.print(p, CorePrinter.Style.PLAIN);
                    case Clause c -> CorePrinter.print(c.body(), CorePrinter.Style.PLAIN);
                    case Object o -> o.toString();
                };
        text = text.replaceAll("\\s+", " ");
        errors.add(
                new CoreError(
                        rule,
                        current,
                        message,
                        text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    }
}
