package dev.lumen.frontend.ssa;

import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.core.Segment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which names the funs inside one function take from around them, and which names of variables are
/// used at all.
///
/// Each part of the function is walked once: a fun inside another is looked up, not walked again.
final class FreeNames {
    /// Variables and functions that are used in a fun (or in a group of `letrec` functions) and
    /// bound outside it.
    record Names(Set<String> vars, Set<FunctionName> functions) {}

    private final Map<CoreExpr.Fun, Names> found = new IdentityHashMap<>();
    private final Set<String> used = new HashSet<>();

    private FreeNames() {}

    static FreeNames of(CoreExpr.Fun function) {
        var all = new FreeNames();
        all.walkFun(function);
        return all;
    }

    /// What the fun takes from around it; it lies inside the function.
    Names free(CoreExpr.Fun fun) {
        return found.get(fun);
    }

    /// What a group of functions takes together; their own names are not among it.
    Names free(List<FunctionDef> group) {
        var vars = new LinkedHashSet<String>();
        var functions = new LinkedHashSet<FunctionName>();
        for (FunctionDef def : group) {
            vars.addAll(free(def.fun()).vars());
            functions.addAll(free(def.fun()).functions());
        }
        group.forEach(def -> functions.remove(def.name()));
        return new Names(vars, functions);
    }

    /// Every variable that an expression mentions.
    static Set<String> mentioned(CoreExpr expr) {
        var all = new FreeNames();
        all.new Scope().expr(expr);
        return all.used;
    }

    /// True when some expression mentions a variable of this name: without that a pattern need not
    /// fetch it.
    boolean isUsed(String name) {
        return used.contains(name);
    }

    private Names walkFun(CoreExpr.Fun fun) {
        var scope = new Scope();
        fun.params().forEach(p -> scope.bind(p.name()));
        scope.expr(fun.body());
        var names = new Names(scope.freeVars, scope.freeFunctions);
        found.put(fun, names);
        return names;
    }

    /// The names bound around the place that is being walked, within one fun.
    private final class Scope {
        private final Map<String, Integer> vars = new HashMap<>();
        private final Map<FunctionName, Integer> functions = new HashMap<>();
        final Set<String> freeVars = new LinkedHashSet<>();
        final Set<FunctionName> freeFunctions = new LinkedHashSet<>();

        void bind(String name) {
            vars.merge(name, 1, Integer::sum);
        }

        private void unbind(String name) {
            vars.merge(name, -1, Integer::sum);
        }

        private void use(String name) {
            used.add(name);
            if (vars.getOrDefault(name, 0) == 0) {
                freeVars.add(name);
            }
        }

        private void use(FunctionName name) {
            if (functions.getOrDefault(name, 0) == 0) {
                freeFunctions.add(name);
            }
        }

        private void all(List<? extends CoreExpr> exprs) {
            exprs.forEach(this::expr);
        }

        void expr(CoreExpr expr) {
            switch (expr) {
                case CoreExpr.Var v -> use(v.name());
                case CoreExpr.FunctionRef f -> use(f.name());
                case CoreExpr.Literal _ -> {}
                case CoreExpr.Values v -> all(v.values());
                case CoreExpr.Cons c -> {
                    expr(c.head());
                    expr(c.tail());
                }
                case CoreExpr.Tuple t -> all(t.elements());
                case CoreExpr.MapUpdate m -> {
                    expr(m.base());
                    m.pairs()
                            .forEach(p -> {
                                expr(p.key());
                                expr(p.value());
                            });
                }
                case CoreExpr.Binary b ->
                        b.segments()
                                .forEach(s -> {
                                    expr(s.value());
                                    size(s);
                                });
                case CoreExpr.Fun f -> {
                    Names inner = walkFun(f);
                    inner.vars().forEach(this::use);
                    inner.functions().forEach(this::use);
                }
                case CoreExpr.Apply a -> {
                    expr(a.operator());
                    all(a.args());
                }
                case CoreExpr.Call c -> {
                    expr(c.module());
                    expr(c.name());
                    all(c.args());
                }
                case CoreExpr.PrimOp p -> all(p.args());
                case CoreExpr.Let l -> {
                    expr(l.value());
                    scoped(l.vars(), l.body());
                }
                case CoreExpr.Seq s -> {
                    expr(s.first());
                    expr(s.then());
                }
                case CoreExpr.Letrec l -> {
                    l.functions().forEach(def -> functions.merge(def.name(), 1, Integer::sum));
                    for (FunctionDef def : l.functions()) {
                        expr(def.fun());
                    }
                    expr(l.body());
                    l.functions().forEach(def -> functions.merge(def.name(), -1, Integer::sum));
                }
                case CoreExpr.Case c -> {
                    expr(c.arg());
                    c.clauses().forEach(this::clause);
                }
                case CoreExpr.Try t -> {
                    expr(t.arg());
                    scoped(t.vars(), t.body());
                    scoped(t.handlerVars(), t.handler());
                }
                case CoreExpr.Catch c -> expr(c.body());
                case CoreExpr.Receive r -> {
                    r.clauses().forEach(this::clause);
                    expr(r.timeout());
                    expr(r.action());
                }
            }
        }

        private void scoped(List<CoreExpr.Var> bound, CoreExpr body) {
            bound.forEach(v -> bind(v.name()));
            expr(body);
            bound.forEach(v -> unbind(v.name()));
        }

        private void clause(Clause c) {
            var bound = new HashSet<String>();
            c.patterns().forEach(p -> pattern(p, bound));
            expr(c.guard());
            expr(c.body());
            bound.forEach(this::unbind);
        }

        /// Binds as it goes, because a segment's size may use what stands before it.
        private void pattern(CorePattern pattern, Set<String> bound) {
            switch (pattern) {
                case CorePattern.Bind b -> bindIn(b.var().name(), bound);
                case CorePattern.Literal _ -> {}
                case CorePattern.Cons c -> {
                    pattern(c.head(), bound);
                    pattern(c.tail(), bound);
                }
                case CorePattern.Tuple t -> t.elements().forEach(e -> pattern(e, bound));
                case CorePattern.Map m ->
                        m.pairs()
                                .forEach(p -> {
                                    expr(p.key());
                                    pattern(p.value(), bound);
                                });
                case CorePattern.Record r -> r.fields().forEach(f -> pattern(f.value(), bound));
                case CorePattern.Binary b ->
                        b.segments()
                                .forEach(s -> {
                                    size(s);
                                    pattern(s.value(), bound);
                                });
                case CorePattern.Alias a -> {
                    bindIn(a.var().name(), bound);
                    pattern(a.pattern(), bound);
                }
                case CorePattern.Both(var first, var second, _) -> {
                    pattern(first, bound);
                    pattern(second, bound);
                }
            }
        }

        private void bindIn(String name, Set<String> bound) {
            if (bound.add(name)) {
                bind(name);
            }
        }

        private void size(Segment<?> s) {
            if (s.size() instanceof Segment.Size.Of(var count)) {
                expr(count);
            }
        }
    }
}
