package dev.lumen.frontend.core;

import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.CoreRewrite;
import dev.lumen.ir.core.Segment;

import java.util.HashMap;
import java.util.Map;

/// How often each variable of a function is used, in expressions and in the sizes and keys of
/// patterns.
final class Occurrences {
    private final Map<String, Integer> counts = new HashMap<>();

    Occurrences(CoreExpr e) {
        add(e, 1);
    }

    int of(Var v) {
        return counts.getOrDefault(v.name(), 0);
    }

    /// The expression is dropped.
    void remove(CoreExpr e) {
        add(e, -1);
    }

    private CoreExpr add(CoreExpr e, int n) {
        if (e instanceof Var(String name, _)) {
            counts.merge(name, n, Integer::sum);
        }
        return CoreRewrite.parts(e, part -> add(part, n), c -> add(c, n));
    }

    private Clause add(Clause c, int n) {
        c.patterns().forEach(p -> add(p, n));
        return CoreRewrite.clause(c, guard -> add(guard, n), body -> add(body, n));
    }

    private void add(CorePattern pattern, int n) {
        switch (pattern) {
            case CorePattern.Bind _, CorePattern.Literal _ -> {}
            case CorePattern.Cons(var head, var tail, _) -> {
                add(head, n);
                add(tail, n);
            }
            case CorePattern.Tuple(var elements, _) -> elements.forEach(p -> add(p, n));
            case CorePattern.Map(var pairs, _) ->
                    pairs.forEach(pair -> {
                        add(pair.key(), n);
                        add(pair.value(), n);
                    });
            case CorePattern.Binary(var segments, _) ->
                    segments.forEach(s -> {
                        add(s.value(), n);
                        if (s.size() instanceof Segment.Size.Of(var count)) {
                            add(count, n);
                        }
                    });
            case CorePattern.Record(_, var fields, _) -> fields.forEach(x -> add(x.value(), n));
            case CorePattern.Alias(_, var inner, _) -> add(inner, n);
            case CorePattern.Both(var first, var second, _) -> {
                add(first, n);
                add(second, n);
            }
        }
    }
}
