package dev.lumen.frontend.core;

import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Qualifier;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/// The numbers in the names of the functions that the compiler adds: `'-f/1-fun-0-'`, `'lc$^1'`.
///
/// They are OTP's, since stack traces and `fun_info/2` show them: inner funs before outer ones,
/// arguments and the elements of tuples and lists from right to left, the generators of a
/// comprehension before its templates.
final class FunNumbers {
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    private final Predicate<Expr.LocalFun> isLocal;
    private int next;

    /// `isLocal`: whether `fun f/1` means a function of the module, not a built-in or imported one.
    FunNumbers(List<Clause> clauses, Predicate<Expr.LocalFun> isLocal) {
        this.isLocal = isLocal;
        clauses(clauses);
    }

    /// The number of a fun, a generator or the cleanup of a `try` (given by its node). A node that
    /// stands outside of the function, in the default value of a record field, gets a new one.
    int of(Object node) {
        Integer n = numbers.get(node);
        return n != null ? n : next++;
    }

    private void number(Object node) {
        numbers.put(node, next++);
    }

    private void clauses(List<Clause> clauses) {
        var parts = new ArrayList<Expr>();
        FormChildren.clauses(clauses, parts);
        parts.forEach(this::walk);
    }

    private void walk(Expr e) {
        switch (e) {
            case Expr.Fun(_, var clauses) -> {
                clauses(clauses);
                number(e);
            }
            case Expr.NamedFun(_, _, var clauses) -> {
                clauses(clauses);
                number(e);
            }
            case Expr.LocalFun f -> {
                if (isLocal.test(f)) {
                    number(e);
                }
            }
            case Expr.ListComprehension(_, var templates, var qualifiers) -> {
                qualifiers(qualifiers);
                templates.forEach(this::walk);
            }
            case Expr.BinaryComprehension(_, var template, var qualifiers) -> {
                qualifiers(qualifiers);
                walk(template);
            }
            case Expr.MapComprehension(_, var templates, var qualifiers) -> {
                qualifiers(qualifiers);
                templates.forEach(t -> {
                    walk(t.value());
                    walk(t.key());
                });
            }
            case Expr.TupleExpr _, Expr.ListExpr _, Expr.Binary _ ->
                    FormChildren.of(e).reversed().forEach(this::walk);
            case Expr.Call(_, Expr.Remote _, _) -> {
                var parts = new ArrayList<>(FormChildren.of(e));
                parts.reversed().forEach(this::walk);
            }
            case Expr.Call(_, var function, var arguments) -> {
                walk(function);
                arguments.reversed().forEach(this::walk);
            }
            case Expr.Try(_, _, _, _, var cleanup) -> {
                FormChildren.of(e).forEach(this::walk);
                if (!TryLowering.isSmall(cleanup)) {
                    number(e);
                }
            }
            default -> FormChildren.of(e).forEach(this::walk);
        }
    }

    private void qualifiers(List<Qualifier> qualifiers) {
        for (Qualifier q : qualifiers) {
            switch (q) {
                case Qualifier.ListGenerator(_, _, var source, _) -> walk(source);
                case Qualifier.BinaryGenerator(_, _, var source, _) -> walk(source);
                case Qualifier.MapGenerator(_, _, var source, _) -> walk(source);
                case Qualifier.Zip(_, var generators) -> sources(generators);
                case Qualifier.Filter(var condition) -> walk(condition);
            }
        }
        for (Qualifier q : qualifiers) {
            if (!(q instanceof Qualifier.Filter)) {
                number(q);
            }
        }
    }

    private void sources(List<Qualifier> generators) {
        for (Qualifier g : generators) {
            switch (g) {
                case Qualifier.ListGenerator(_, _, var source, _) -> walk(source);
                case Qualifier.BinaryGenerator(_, _, var source, _) -> walk(source);
                case Qualifier.MapGenerator(_, _, var source, _) -> walk(source);
                case Qualifier.Zip _, Qualifier.Filter _ -> {}
            }
        }
    }
}
