package dev.lumen.frontend.core;

import dev.lumen.frontend.lint.SourceVariable;
import dev.lumen.frontend.parse.Constants;
import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermOrder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Patterns. A variable that is bound already, or for the second time, becomes a new one and a test
/// of equality.
final class PatternLowering {
    /// `tests` are parts of the guard that belong to the patterns.
    record Patterns(List<CorePattern> patterns, List<CoreExpr> tests) {}

    private final FunctionLowering f;

    PatternLowering(FunctionLowering f) {
        this.f = f;
    }

    /// Lowers the patterns of one clause and binds their variables in the scope.
    Patterns lower(List<Expr> patterns) {
        OneClause one = open();
        List<CorePattern> lowered = patterns.stream().map(one::pattern).toList();
        return new Patterns(lowered, one.tests);
    }

    /// For the patterns of one clause, one by one.
    OneClause open() {
        return new OneClause();
    }

    /// Matches everything.
    CorePattern any() {
        return Build.bind(f.names.fresh());
    }

    final class OneClause {
        private final List<CoreExpr> tests = new ArrayList<>();

        /// The variables that segments of the bit string at hand hold.
        private final Map<SourceVariable, Var> segments = new LinkedHashMap<>();

        private OneClause() {}

        /// What the patterns so far add to the guard.
        List<CoreExpr> tests() {
            return tests;
        }

        CorePattern pattern(Expr e) {
            return switch (e) {
                case Expr.AtomLiteral(_, var value) -> Build.constant(value);
                case Expr.IntegerLiteral(_, var value) -> Build.constant(value);
                case Expr.CharLiteral(_, int value) -> Build.constant(Int.of(value));
                case Expr.FloatLiteral(_, double value) -> Build.constant(new FloatTerm(value));
                case Expr.NilExpr _ -> Build.constant(Nil.NIL);
                case Expr.StringLiteral(_, var text) -> prefix(text, Build.constant(Nil.NIL));
                case Expr.Variable v -> variable(v);
                case Expr.TupleExpr(_, var elements) ->
                        new CorePattern.Tuple(
                                elements.stream().map(this::pattern).toList(), Anno.NONE);
                case Expr.ListExpr list -> {
                    List<CorePattern> heads =
                            list.cells().stream().map(c -> pattern(c.head())).toList();
                    yield cons(heads, pattern(list.tail()));
                }
                case Expr.Match(_, var left, var right) -> unify(pattern(left), pattern(right));
                case Expr.Binary b when b.operator() == BinaryOperator.APPEND -> append(b);
                case Expr.Binary _, Expr.Unary _ -> arithmetic(e);
                case Expr.BinaryExpr b -> {
                    segments.clear();
                    yield f.bits.pattern(b, this);
                }
                case Expr.MapCreate(_, var fields) -> map(fields);
                case Expr.RecordCreate r -> record(r);
                case Expr.RecordIndex(var anno, var name, var field) ->
                        Build.constant(f.records.index(name, field, anno));
                default -> illegal(e);
            };
        }

        private CorePattern illegal(Expr e) {
            f.problems.illegalPattern(e.anno());
            return any();
        }

        CorePattern variable(Expr.Variable v) {
            if (v.isAnonymous()) {
                return any();
            }
            SourceVariable variable = f.variable(v, v.name());
            Var before = f.bindings.find(variable);
            if (before != null) {
                Var other = f.names.fresh();
                tests.add(Build.call("erlang", "=:=", Anno.GENERATED, other, before));
                segments.putIfAbsent(variable, other);
                return Build.bind(other);
            }
            Var fresh = f.names.of(v.name());
            f.bindings.bind(variable, fresh);
            segments.put(variable, fresh);
            return Build.bind(fresh);
        }

        /// The size of a segment sees the segments to its left in the same bit string.
        CoreExpr size(Expr e) {
            return expression(e, segments);
        }

        /// A guard expression in a pattern, for which these variables are where the patterns before
        /// it have put them.
        private CoreExpr expression(Expr e, Map<SourceVariable, Var> matched) {
            boolean outer = f.inGuard;
            int mark = f.bindings.mark();
            f.inGuard = true;
            matched.forEach(f.bindings::bind);
            try {
                var steps = new Steps();
                return steps.close(f.exprs.expr(e, steps));
            } finally {
                f.bindings.undo(mark);
                f.inGuard = outer;
            }
        }

        /// The clause can't match: what stands here fits nothing. The patterns still bind the
        /// variables that the clause mentions.
        private CorePattern never(CorePattern... patterns) {
            tests.add(Build.FALSE);
            return new CorePattern.Tuple(List.of(patterns), Anno.NONE);
        }

        private CorePattern arithmetic(Expr e) {
            Term value = Constants.value(e);
            return value instanceof Int || value instanceof FloatTerm
                    ? Build.constant(value)
                    : never();
        }

        private CorePattern cons(List<CorePattern> heads, CorePattern tail) {
            CorePattern result = tail;
            for (CorePattern head : heads.reversed()) {
                result = new CorePattern.Cons(head, result, Anno.NONE);
            }
            return result;
        }

        private CorePattern prefix(String text, CorePattern tail) {
            return cons(text.codePoints().mapToObj(c -> Build.constant(Int.of(c))).toList(), tail);
        }

        /// `"abc" ++ T`
        private CorePattern append(Expr.Binary b) {
            return switch (b.left()) {
                case Expr.StringLiteral(_, var text) -> prefix(text, pattern(b.right()));
                case Expr.NilExpr _ -> pattern(b.right());
                case Expr.ListExpr(var cells, Expr.NilExpr _) ->
                        cons(
                                cells.stream().map(c -> pattern(c.head())).toList(),
                                pattern(b.right()));
                case Expr.Binary inner when inner.operator() == BinaryOperator.APPEND ->
                        append(
                                new Expr.Binary(
                                        b.anno(),
                                        BinaryOperator.APPEND,
                                        inner.left(),
                                        new Expr.Binary(
                                                b.anno(),
                                                BinaryOperator.APPEND,
                                                inner.right(),
                                                b.right())));
                default -> illegal(b);
            };
        }

        private CorePattern map(List<MapField> fields) {
            var pairs = new ArrayList<CorePattern.Map.Pair>(fields.size());
            for (MapField field : fields) {
                CoreExpr key = expression(field.key(), Map.of());
                add(new CorePattern.Map.Pair(key, pattern(field.value())), pairs);
            }
            return new CorePattern.Map(pairs, Anno.NONE);
        }

        /// A key that is there twice has to match both patterns.
        private void add(CorePattern.Map.Pair pair, List<CorePattern.Map.Pair> pairs) {
            for (int i = 0; i < pairs.size(); i++) {
                if (pairs.get(i).key().equals(pair.key())) {
                    pairs.set(
                            i,
                            new CorePattern.Map.Pair(
                                    pair.key(), unify(pairs.get(i).value(), pair.value())));
                    return;
                }
            }
            pairs.add(pair);
        }

        private CorePattern record(Expr.RecordCreate r) {
            var meant = f.natives.meant(r.name());
            if (meant.isPresent()) {
                return f.natives.pattern(r, meant.get(), this);
            }
            var declaration = f.records.find(r.name(), r.anno());
            if (declaration.isEmpty()) {
                return any();
            }
            List<RecordField> fields = f.records.checked(declaration.get(), r.fields());
            Optional<Expr> others = RecordLowering.others(fields);
            var elements = new ArrayList<CorePattern>();
            elements.add(Build.constant(declaration.get().name()));
            for (var name : ModuleScope.fieldNames(declaration.get())) {
                elements.add(
                        RecordLowering.field(fields, name)
                                .or(() -> others)
                                .map(this::pattern)
                                .orElseGet(PatternLowering.this::any));
            }
            return new CorePattern.Tuple(elements, Anno.NONE);
        }

        /// Whether patterns of its kind can't be merged into one.
        private static boolean isSeparate(CorePattern p) {
            return p instanceof CorePattern.Binary
                    || p instanceof CorePattern.Record
                    || p instanceof CorePattern.Both;
        }

        /// What matches both patterns.
        private CorePattern unify(CorePattern a, CorePattern b) {
            if (a instanceof CorePattern.Bind(Var v)) {
                return new CorePattern.Alias(v, b, Anno.NONE);
            }
            if (b instanceof CorePattern.Bind(Var v)) {
                return new CorePattern.Alias(v, a, Anno.NONE);
            }
            return switch (a) {
                case CorePattern.Alias(var v, var inner, _) ->
                        new CorePattern.Alias(v, unify(inner, b), Anno.NONE);
                case CorePattern _ when b instanceof CorePattern.Alias(var v, var inner, _) ->
                        new CorePattern.Alias(v, unify(a, inner), Anno.NONE);
                case CorePattern.Literal(var x, _)
                        when b instanceof CorePattern.Literal(var y, _) ->
                        TermOrder.identical(x, y) ? a : never(a, b);
                case CorePattern.Cons(var h1, var t1, _)
                        when b instanceof CorePattern.Cons(var h2, var t2, _) ->
                        new CorePattern.Cons(unify(h1, h2), unify(t1, t2), Anno.NONE);
                case CorePattern.Tuple(var e1, _)
                        when b instanceof CorePattern.Tuple(var e2, _)
                                && e1.size() == e2.size() -> {
                    var elements = new ArrayList<CorePattern>(e1.size());
                    for (int i = 0; i < e1.size(); i++) {
                        elements.add(unify(e1.get(i), e2.get(i)));
                    }
                    yield new CorePattern.Tuple(elements, Anno.NONE);
                }
                case CorePattern.Map(var p1, _) when b instanceof CorePattern.Map(var p2, _) -> {
                    var pairs = new ArrayList<>(p1);
                    p2.forEach(p -> add(p, pairs));
                    yield new CorePattern.Map(pairs, Anno.NONE);
                }
                case CorePattern.Binary _, CorePattern.Record _ when isSeparate(b) ->
                        new CorePattern.Both(a, b, Anno.NONE);
                case CorePattern.Both(var x, var y, _) when isSeparate(b) ->
                        new CorePattern.Both(x, unify(y, b), Anno.NONE);
                default -> never(a, b);
            };
        }
    }
}
