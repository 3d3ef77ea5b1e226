package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.frontend.parse.Constants;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.BinElement;
import dev.lumen.ir.forms.BinaryOperator;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.MapField;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.forms.UnaryOperator;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Checks patterns.
final class PatternLint {
    /// The variables of a pattern: those that were there before, and new ones. Who asks decides
    /// whether new ones shadow.
    record Vars(VarTable used, VarTable fresh) {
        static final Vars NONE = new Vars(VarTable.EMPTY, VarTable.EMPTY);
    }

    private final LintContext cx;
    private final Lint lint;

    PatternLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    /// The patterns of a clause.
    Vars head(List<Expr> patterns, VarTable outside, VarTable old) {
        Vars all = Vars.NONE;
        for (Expr pattern : patterns.reversed()) {
            // From right to left, but problems in the order of the text do not matter: warnings are
            // sorted.
            all = merge(pattern(pattern, outside, old), all);
        }
        return all;
    }

    /// The patterns of a function or generator, whose variables are new whatever is `outside`.
    Vars functionHead(List<Expr> patterns, VarTable outside) {
        return cx.resolver.head(() -> head(patterns, outside, VarTable.EMPTY));
    }

    Vars pattern(Expr pattern, VarTable outside) {
        return pattern(pattern, outside, outside);
    }

    /// `outside` are the variables around the pattern, for map keys and sizes; `old` those of them
    /// that the pattern compares with rather than shadows.
    Vars pattern(Expr pattern, VarTable outside, VarTable old) {
        return switch (pattern) {
            case Expr.Variable v when v.isAnonymous() -> Vars.NONE;
            case Expr.Variable v -> variable(v, old, VarTable.EMPTY);
            case Expr.CharLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.AtomLiteral _,
                    Expr.StringLiteral _,
                    Expr.NilExpr _ ->
                    Vars.NONE;
            case Expr.ListExpr(var cells, var tail) -> {
                Vars all = Vars.NONE;
                for (var cell : cells) {
                    all = merge(all, pattern(cell.head(), outside, old));
                }
                yield merge(all, pattern(tail, outside, old));
            }
            case Expr.TupleExpr(_, var elements) -> all(elements, outside, old);
            case Expr.MapCreate(_, var fields) -> map(fields, outside, old);
            case Expr.RecordIndex(var a, var name, var field) -> {
                lint.records().index(a, field, name);
                yield Vars.NONE;
            }
            case Expr.RecordCreate(var a, var name, var fields) ->
                    record(a, name, fields, outside, old);
            case Expr.BinaryExpr(_, var elements) -> bits(elements, outside, old);
            case Expr.Binary(_, BinaryOperator op, var left, var right)
                    when op == BinaryOperator.APPEND && isText(left) ->
                    pattern(right, outside, old);
            case Expr.Match(_, var left, var right) -> {
                Vars leftVars = pattern(left, outside, old);
                Vars rightVars = pattern(right, outside, old);
                rejectBinaryAlias(left, right);
                yield merge(leftVars, rightVars);
            }
            default -> {
                if (!isConstant(pattern)) {
                    cx.report(placeOf(pattern), Plain.ILLEGAL_PATTERN);
                }
                yield Vars.NONE;
            }
        };
    }

    /// Where OTP finds a pattern illegal. It takes the characters off a list before `++` one by
    /// one, and what is left stands where the last of them stood.
    private static Anno placeOf(Expr pattern) {
        Anno place = pattern.anno();
        if (pattern instanceof Expr.Binary(_, var op, Expr.ListExpr(var cells, _), _)
                && op == BinaryOperator.APPEND) {
            for (var cell : cells) {
                if (!isCharacter(cell.head())) {
                    break;
                }
                place = cell.anno();
            }
        }
        return place;
    }

    private static boolean isCharacter(Expr e) {
        return e instanceof Expr.CharLiteral || e instanceof Expr.IntegerLiteral;
    }

    private Vars all(List<Expr> patterns, VarTable outside, VarTable old) {
        Vars all = Vars.NONE;
        for (Expr pattern : patterns) {
            all = merge(all, pattern(pattern, outside, old));
        }
        return all;
    }

    private static boolean isText(Expr expr) {
        return switch (expr) {
            case Expr.StringLiteral _, Expr.NilExpr _ -> true;
            case Expr.ListExpr(var cells, var tail) ->
                    isText(tail) && cells.stream().allMatch(c -> isCharacter(c.head()));
            default -> false;
        };
    }

    /// Two parts of a pattern. A variable in both is matched, which uses it.
    Vars merge(Vars a, Vars b) {
        return new Vars(mergeMatched(a.used, b.used), mergeMatched(a.fresh, b.fresh));
    }

    /// Both tables; variables in both are compared with each other, which uses them.
    VarTable mergeMatched(VarTable a, VarTable b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        VarTable both = a.merge(b);
        for (String name : a.within(b).variables().keySet()) {
            Variable x = a.get(name);
            Variable y = b.get(name);
            if (!x.used() || !y.used()) {
                List<Anno> places =
                        x.used() ? y.places() : y.used() ? x.places() : both.get(name).places();
                if (name.startsWith("_") && cx.warns(LintOptions.Warning.UNDERSCORE_MATCH)) {
                    places.forEach(
                            p -> cx.report(p, new LintProblem.MatchedUnderscore(name, true)));
                }
            }
            Variable merged = both.get(name);
            both =
                    VarTable.of(
                                    name,
                                    new Variable(
                                            merged.source(), merged.state(), true, merged.places()))
                            .over(both);
        }
        return both;
    }

    /// A variable of a pattern, `fresh` being those that the same pattern has bound to the left.
    private Vars variable(Expr.Variable variable, VarTable old, VarTable fresh) {
        String name = variable.name();
        Anno place = variable.anno();
        Variable mine = fresh.get(name);
        if (mine != null) {
            cx.resolver.resolve(variable, mine.source());
            warnUnderscore(name, place);
            return new Vars(VarTable.EMPTY, VarTable.of(name, mine.asUsed()));
        }
        Variable known = old.get(name);
        if (known == null) {
            if (cx.inRecordDefinition) {
                cx.report(place, new LintProblem.VariableInRecordDefinition(name));
            }
            SourceVariable source = cx.resolver.unseen(name);
            cx.resolver.resolve(variable, source);
            return new Vars(VarTable.EMPTY, VarTable.of(name, Variable.unused(source, place)));
        }
        cx.resolver.resolve(variable, known.source());
        switch (known.state()) {
            case Variable.State.Unsafe(var in) ->
                    cx.report(place, new LintProblem.UnsafeVariable(name, in.toString()));
            case Variable.State.Exported(var from) -> {
                warnUnderscore(name, place);
                cx.report(place, new LintProblem.ExportedVariable(name, from.toString()));
            }
            case Variable.State.Bound _, Variable.State.Stacktrace _ -> warnUnderscore(name, place);
        }
        return new Vars(VarTable.of(name, known.asUsed()), VarTable.EMPTY);
    }

    private void warnUnderscore(String name, Anno place) {
        if (name.startsWith("_") && cx.warns(LintOptions.Warning.UNDERSCORE_MATCH)) {
            cx.report(place, new LintProblem.MatchedUnderscore(name, false));
        }
    }

    private Vars map(List<MapField> fields, VarTable outside, VarTable old) {
        Vars all = Vars.NONE;
        for (MapField field : fields) {
            if (!field.exact()) {
                cx.report(field.anno(), Plain.ILLEGAL_PATTERN);
                continue;
            }
            VarTable key = lint.guards().expr(field.key(), outside);
            Vars value = pattern(field.value(), outside, old);
            all = merge(merge(new Vars(key, VarTable.EMPTY), value), all);
        }
        return all;
    }

    private Vars record(
            Anno place,
            RecordName written,
            List<RecordField> fields,
            VarTable outside,
            VarTable old) {
        RecordName name = lint.records().local(written);
        LintContext.KnownRecord record = lint.records().find(place, name);
        if (record == null && !lint.records().isOpen(name)) {
            return Vars.NONE;
        }
        if (record != null && !record.isNative()) {
            lint.records().checkWildcard(fields, record);
        }
        Vars all = Vars.NONE;
        var seen = new HashSet<String>();
        for (RecordField field : fields) {
            if (lint.records().checkField(field, name, record, seen)) {
                all = merge(all, pattern(field.value(), outside, old));
            } else {
                // As in OTP a field that is wrong makes new variables before it unknown.
                all = new Vars(all.used(), VarTable.EMPTY);
            }
        }
        return all;
    }

    // ---- bit strings ----------------------------------------------------------------------------

    private Vars bits(List<BinElement> elements, VarTable outside, VarTable old) {
        VarTable used = VarTable.EMPTY;
        VarTable fresh = VarTable.EMPTY;
        BinElement unsized = null;
        for (BinElement element : elements) {
            if (unsized != null) {
                cx.report(unsized.anno(), Plain.UNSIZED_BINARY_NOT_AT_END);
                unsized = null;
            }
            boolean text = element.value() instanceof Expr.StringLiteral;
            if (text && !isPlainText(element)) {
                cx.report(element.anno(), Plain.TYPED_STRING_IN_PATTERN);
                continue;
            }
            Vars value = segmentValue(element.value(), old, fresh);
            Vars size = Vars.NONE;
            if (element.size().isPresent()) {
                size = segmentSize(element.size().get(), outside, fresh);
            }
            BitSegment segment =
                    lint.bits()
                            .check(
                                    element,
                                    element.size()
                                            .map(Constants::value)
                                            .filter(Int.class::isInstance)
                                            .orElse(null));
            boolean isUnsized =
                    element.size().isEmpty() && segment != null && segment.type().equals("binary");
            unsized = isUnsized && !text ? element : null;
            used = size.used.merge(value.used.merge(used));
            fresh = size.fresh.merge(fresh.merge(value.fresh));
        }
        return new Vars(used, fresh);
    }

    private static boolean isPlainText(BinElement element) {
        return element.size().isEmpty()
                && (element.types().isEmpty()
                        || element.types().stream()
                                .anyMatch(t -> t.name().name().startsWith("utf")));
    }

    private Vars segmentValue(Expr value, VarTable old, VarTable fresh) {
        return switch (value) {
            case Expr.Variable v when v.isAnonymous() -> Vars.NONE;
            case Expr.Variable v -> variable(v, old, fresh);
            case Expr.StringLiteral _ -> Vars.NONE;
            default -> {
                if (value instanceof Expr.BinaryExpr || !isConstant(value)) {
                    cx.report(value.anno(), Plain.ILLEGAL_PATTERN);
                }
                yield Vars.NONE;
            }
        };
    }

    private Vars segmentSize(Expr size, VarTable outside, VarTable fresh) {
        if (size instanceof Expr.Variable v) {
            return sizeVariable(v, outside, fresh);
        }
        Term value = Constants.value(size);
        if (value instanceof Int) {
            return Vars.NONE;
        }
        VarTable saved = cx.segmentVariables;
        cx.segmentVariables = fresh;
        VarTable used = lint.guards().expr(size, outside);
        VarTable touched = cx.segmentVariables;
        cx.segmentVariables = saved;
        if (isNeverInteger(size, value)) {
            cx.report(size.anno(), Plain.NON_INTEGER_BIT_SIZE);
        }
        return new Vars(used, touched);
    }

    private static boolean isNeverInteger(Expr size, Term value) {
        return value != null
                || size instanceof Expr.BinaryExpr
                || size instanceof Expr.ListExpr
                || size instanceof Expr.MapCreate
                || size instanceof Expr.TupleExpr;
    }

    /// A variable as the size of a segment: bound to the left in the same pattern, or outside of
    /// it.
    Vars sizeVariable(Expr.Variable variable, VarTable outside, VarTable fresh) {
        String name = variable.name();
        Anno place = variable.anno();
        Variable mine = fresh.get(name);
        if (mine != null) {
            cx.resolver.resolve(variable, mine.source());
            return new Vars(VarTable.EMPTY, VarTable.of(name, mine.asUsed()));
        }
        Variable known = outside.get(name);
        if (known == null) {
            cx.report(place, LintContext.unbound(name, outside.merge(fresh)));
            return new Vars(
                    VarTable.of(name, Variable.usedAt(cx.resolver.unseen(name), place)),
                    VarTable.EMPTY);
        }
        cx.resolver.resolve(variable, known.source());
        switch (known.state()) {
            case Variable.State.Unsafe(var in) ->
                    cx.report(place, new LintProblem.UnsafeVariable(name, in.toString()));
            case Variable.State.Exported(var from) when cx.warns(LintOptions.Warning.EXPORT_VARS) ->
                    cx.report(place, new LintProblem.ExportedVariable(name, from.toString()));
            default -> {}
        }
        return new Vars(VarTable.of(name, known.asUsed()), VarTable.EMPTY);
    }

    // ---- what is not allowed --------------------------------------------------------------------

    /// A number, or a compound of constants, as a pattern.
    private static boolean isConstant(Expr expr) {
        Term value = isConstantSyntax(expr) ? Constants.value(expr) : null;
        return value instanceof Int || value instanceof Atom || value instanceof FloatTerm;
    }

    private static boolean isConstantSyntax(Expr expr) {
        return switch (expr) {
            case Expr.CharLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.AtomLiteral _,
                    Expr.NilExpr _ ->
                    true;
            case Expr.Unary(_, var op, var operand) ->
                    op != UnaryOperator.NOT && isConstantSyntax(operand);
            case Expr.Binary(_, var op, var left, var right) ->
                    isArithmetic(op) && isConstantSyntax(left) && isConstantSyntax(right);
            default -> false;
        };
    }

    private static boolean isArithmetic(BinaryOperator op) {
        return switch (op) {
            case PLUS, MINUS, TIMES, DIVIDE, DIV, REM, BAND, BOR, BXOR, BSL, BSR -> true;
            default -> false;
        };
    }

    /// `P = E` where the expression is itself a match: its pattern lies beside `P`.
    void rejectBinaryAliasInMatch(Expr pattern, Expr value) {
        Expr rest = value;
        while (rest instanceof Expr.Match(_, var inner, var next)
                && (pattern instanceof Expr.BinaryExpr
                        || pattern instanceof Expr.MapCreate
                        || pattern instanceof Expr.Match)) {
            rejectBinaryAlias(pattern, inner);
            rest = next;
        }
    }

    /// Before OTP 26, bit strings could not be matched in parallel, however deep they lie.
    private void rejectBinaryAlias(Expr a, Expr b) {
        if (lint.otpRelease() >= 26) {
            return;
        }
        switch (a) {
            case Expr.BinaryExpr x when b instanceof Expr.BinaryExpr ->
                    cx.report(x.anno(), Plain.ILLEGAL_BINARY_ALIAS);
            case Expr.Match(_, var left, var right) -> {
                rejectBinaryAlias(left, b);
                rejectBinaryAlias(right, b);
            }
            case Expr _ when b instanceof Expr.Match -> rejectBinaryAlias(b, a);
            case Expr.ListExpr(var cells, var tail)
                    when b instanceof Expr.ListExpr(var others, var otherTail) -> {
                for (int i = 0; i < Math.min(cells.size(), others.size()); i++) {
                    rejectBinaryAlias(cells.get(i).head(), others.get(i).head());
                }
                if (cells.size() == others.size()) {
                    rejectBinaryAlias(tail, otherTail);
                }
            }
            case Expr.TupleExpr(_, var elements)
                    when b instanceof Expr.TupleExpr(_, var others) -> {
                for (int i = 0; i < Math.min(elements.size(), others.size()); i++) {
                    rejectBinaryAlias(elements.get(i), others.get(i));
                }
            }
            case Expr.RecordCreate(_, var name, var fields)
                    when b instanceof Expr.RecordCreate(_, var otherName, var others)
                            && name.equals(otherName) -> {
                Map<Expr, Expr> byName = new HashMap<>();
                others.forEach(f -> byName.put(key(f), f.value()));
                fields.forEach(f -> {
                    Expr other = byName.get(key(f));
                    if (other != null) {
                        rejectBinaryAlias(f.value(), other);
                    }
                });
            }
            default -> {}
        }
    }

    private static Expr key(RecordField field) {
        return field.name() instanceof Expr.AtomLiteral(_, var name)
                ? new Expr.AtomLiteral(Anno.NONE, name)
                : field.name();
    }
}
