package dev.lumen.ir.core;

import java.util.List;

/// `<Patterns> when Guard -> Body`.
///
/// A guard gives `'true'` or `'false'`; an exception in it counts as `'false'`. It is built from
/// literals, variables, constructors, guard BIFs, [CoreExpr.Let], [CoreExpr.Case] and `try Guard of
/// <V> -> V catch <_,_> -> 'false'` only.
public record Clause(List<CorePattern> patterns, CoreExpr guard, CoreExpr body, Anno anno) {
    public Clause {
        patterns = List.copyOf(patterns);
    }
}
