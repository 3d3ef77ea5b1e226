package dev.lumen.ir.forms;

import java.util.List;

/// A clause of a function, fun, `case`, `if`, `receive`, `try` or `else`.
///
/// - `patterns`: one per argument; one in `case`, `receive`, `of` and `else`; none in `if`; in
///   `catch` one [Expr.TupleExpr] `{Class, Reason, Stacktrace}`;
/// - `guards`: alternatives (`;`) of conjunctions (`,`); empty when there is no guard;
/// - `body`: at least one expression.
public record Clause(Anno anno, List<Expr> patterns, List<List<Expr>> guards, List<Expr> body) {
    public Clause {
        patterns = List.copyOf(patterns);
        guards = guards.stream().map(List::copyOf).toList();
        body = List.copyOf(body);
    }
}
