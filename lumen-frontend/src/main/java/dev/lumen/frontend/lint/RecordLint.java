package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.ir.diag.Severity;
import dev.lumen.ir.diag.Spelling;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomText;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Checks records: declarations, and uses in expressions, guards and patterns.
final class RecordLint {
    private final LintContext cx;
    private final Lint lint;

    RecordLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    void declare(Form.RecordDeclaration declaration) {
        if (cx.records.containsKey(declaration.name())) {
            cx.report(declaration.anno(), new LintProblem.RedefinedRecord(declaration.name()));
            return;
        }
        if (lint.nativeRecords().isImported(declaration.anno(), declaration.name())) {
            return;
        }
        var fields = new ArrayList<LintContext.KnownRecord.Field>();
        for (var field : declaration.fields()) {
            Atom name = field.name().value();
            if (fields.stream().anyMatch(f -> f.name().equals(name))) {
                cx.report(
                        field.anno(),
                        new LintProblem.RedefinedField(
                                new RecordName.Local(declaration.name()), name));
                continue;
            }
            fields.add(
                    new LintContext.KnownRecord.Field(
                            field.anno(),
                            name,
                            defaultOf(declaration, field),
                            field.value().isPresent() || !declaration.isNative()));
        }
        cx.records.put(
                declaration.name(),
                new LintContext.KnownRecord(
                        declaration.anno(),
                        cx.file(),
                        List.copyOf(fields),
                        declaration.isNative()));
        lint.types().recordFields(declaration);
    }

    /// The value of a field that is left out. What is wrong with it is reported here, not wherever
    /// a record is made.
    private Expr defaultOf(Form.RecordDeclaration declaration, Form.RecordDeclaration.Field field) {
        Expr undefined = new Expr.AtomLiteral(field.anno(), Atom.UNDEFINED);
        Expr value = field.value().orElse(undefined);
        if (declaration.isNative()) {
            lint.nativeRecords().checkDefault(declaration, field);
            return value;
        }
        cx.inRecordDefinition = true;
        boolean good = cx.withoutUse(() -> lint.exprs().expr(value, VarTable.EMPTY));
        cx.inRecordDefinition = false;
        return good ? value : undefined;
    }

    /// The name of a record that this module must know, be it declared or imported.
    private Optional<Atom> ownName(RecordName name) {
        return switch (name) {
            case RecordName.Local(var local) -> Optional.of(local);
            case RecordName.Remote(var module, var local)
                    when lint.module().name().equals(Optional.of(module)) ->
                    Optional.of(local);
            case RecordName.Remote _, RecordName.Any _ -> Optional.empty();
        };
    }

    /// A record of this module by its own name alone.
    RecordName local(RecordName name) {
        return ownName(name).<RecordName>map(RecordName.Local::new).orElse(name);
    }

    /// True when the fields of the record are not known here: one of another module, or any.
    boolean isOpen(RecordName name) {
        return name instanceof RecordName.Local(var local)
                ? cx.importedRecords.containsKey(local)
                : ownName(name).isEmpty();
    }

    /// The declaration of a record, which counts as used. Null when it is unknown; reports that it
    /// does not exist.
    LintContext.KnownRecord find(Anno place, RecordName name) {
        Optional<Atom> own = ownName(name);
        if (own.isEmpty()) {
            return null;
        }
        LintContext.KnownRecord record = cx.records.get(own.get());
        if (record != null) {
            cx.useRecord(own.get());
        } else if (!isOpen(name)) {
            cx.report(
                    place,
                    new LintProblem.UndefinedRecord(
                            own.get(), near(own.get(), cx.records.keySet())));
        }
        return record;
    }

    /// As [#find], for a record that is only named.
    void exists(Anno place, Atom name) {
        find(place, new RecordName.Local(name));
    }

    /// `record#name.field`
    void access(Anno place, Expr.AtomLiteral field, RecordName name) {
        LintContext.KnownRecord record = find(place, name);
        if (record != null && record.field(field.value()) == null) {
            cx.report(field.anno(), undefinedField(name, field.value(), record));
        }
    }

    /// `#name.field`
    void index(Anno place, Expr.AtomLiteral field, RecordName name) {
        LintContext.KnownRecord record = find(place, name);
        if (record == null ? isOpen(name) : record.isNative()) {
            cx.report(place, new LintProblem.NativeRecordIndex(name, field.value()));
        } else if (record != null && record.field(field.value()) == null) {
            cx.report(field.anno(), undefinedField(name, field.value(), record));
        }
    }

    /// Only a warning for native records: the declaration may be another one at run time.
    static LintProblem undefinedField(
            RecordName record, Atom field, LintContext.KnownRecord known) {
        return undefinedField(
                record, field, known, known.isNative() ? Severity.WARNING : Severity.ERROR);
    }

    private static LintProblem undefinedField(
            RecordName record, Atom field, LintContext.KnownRecord known, Severity severity) {
        return new LintProblem.UndefinedField(
                record,
                field,
                near(
                        field,
                        known.fields().stream().map(LintContext.KnownRecord.Field::name).toList()),
                severity);
    }

    private static String near(Atom name, Collection<Atom> known) {
        return Spelling.near(name.name(), known.stream().map(Atom::name).toList())
                .map(n -> AtomText.quoted(n, true))
                .orElse("");
    }

    /// `_ = value` must stand for at least one field.
    void checkWildcard(List<RecordField> fields, LintContext.KnownRecord record) {
        for (RecordField field : fields) {
            if (isWildcard(field) && omitted(fields, record).isEmpty()) {
                cx.report(field.name().anno(), Plain.WILDCARD_INITIALIZES_NOTHING);
                return;
            }
        }
    }

    private static boolean isWildcard(RecordField field) {
        return field.name() instanceof Expr.Variable v && v.isAnonymous();
    }

    private static List<LintContext.KnownRecord.Field> omitted(
            List<RecordField> fields, LintContext.KnownRecord record) {
        var named = new HashSet<Atom>();
        fields.forEach(f -> {
            if (f.name() instanceof Expr.AtomLiteral(_, var name)) {
                named.add(name);
            }
        });
        return record.fields().stream().filter(f -> !named.contains(f.name())).toList();
    }

    /// Checks the name of a field of a pattern; true when its value is to be looked at. `record` is
    /// null when its fields are not known.
    boolean checkField(
            RecordField field, RecordName name, LintContext.KnownRecord record, Set<String> seen) {
        boolean isNative = record == null || record.isNative();
        boolean look = checkField(field, name, record, seen, Severity.ERROR, isNative);
        if (look && isNative && record != null) {
            Atom fieldName = ((Expr.AtomLiteral) field.name()).value();
            if (record.field(fieldName) == null) {
                cx.report(field.anno(), undefinedField(name, fieldName, record));
            }
        }
        return look;
    }

    /// `unknown` is how bad a field is that does not exist; `anyName`: that is not to be looked at.
    private boolean checkField(
            RecordField field,
            RecordName name,
            LintContext.KnownRecord record,
            Set<String> seen,
            Severity unknown,
            boolean anyName) {
        return switch (field.name()) {
            case Expr.AtomLiteral(var a, var fieldName) -> {
                if (!seen.add("'" + fieldName.name())) {
                    cx.report(field.anno(), new LintProblem.RedefinedField(name, fieldName));
                    yield false;
                }
                if (!anyName && record != null && record.field(fieldName) == null) {
                    cx.report(a, undefinedField(name, fieldName, record, unknown));
                    yield false;
                }
                yield true;
            }
            case Expr.Variable v when v.isAnonymous() -> {
                if (record == null || record.isNative()) {
                    cx.report(v.anno(), Plain.NATIVE_WILDCARD);
                    yield false;
                }
                boolean first = seen.add("_");
                if (!first) {
                    cx.report(v.anno(), Plain.WILDCARD_INITIALIZES_NOTHING);
                }
                yield first;
            }
            default -> {
                String variable = field.name() instanceof Expr.Variable v ? v.name() : "?";
                cx.report(field.name().anno(), new LintProblem.FieldNameIsVariable(name, variable));
                yield false;
            }
        };
    }

    private VarTable fields(
            List<RecordField> fields,
            RecordName name,
            LintContext.KnownRecord record,
            Severity unknown,
            VarTable vars,
            BiFunction<Expr, VarTable, VarTable> check) {
        var seen = new HashSet<String>();
        VarTable all = VarTable.EMPTY;
        for (RecordField field : fields) {
            if (checkField(field, name, record, seen, unknown, false)) {
                all = lint.patterns().mergeMatched(all, check.apply(field.value(), vars));
            }
        }
        return all;
    }

    /// `#name{fields}` in an expression.
    VarTable create(Expr.RecordCreate made, VarTable vars) {
        Anno place = made.anno();
        RecordName name = made.name();
        List<RecordField> fields = made.fields();
        if (name instanceof RecordName.Any) {
            cx.report(place, Plain.NATIVE_RECORD_WITHOUT_NAME);
            return VarTable.EMPTY;
        }
        LintContext.KnownRecord record = find(place, name);
        if (record == null && !isOpen(name)) {
            return VarTable.EMPTY;
        }
        Severity severity = name instanceof RecordName.Remote ? Severity.WARNING : Severity.ERROR;
        long errors = cx.errors();
        VarTable all = fields(fields, name, record, severity, vars, lint.exprs()::expr);
        if (record == null) {
            return all;
        }
        if (!record.isNative()) {
            // Their uses count here, but what is wrong with them was said at the declaration.
            cx.quietly(() ->
                    cx.resolver.defaults(
                            made,
                            () ->
                                    omitted(fields, record)
                                            .forEach(f -> lint.exprs().expr(f.value(), vars))));
        } else if (cx.errors() == errors) {
            omitted(fields, record).stream()
                    .filter(f -> !f.hasDefault())
                    .forEach(f ->
                            cx.report(
                                    place,
                                    new LintProblem.UninitializedField(name, f.name(), severity)));
            cx.errorsAt(
                    place,
                    () -> omitted(fields, record).forEach(f -> lint.exprs().expr(f.value(), all)));
        }
        return all;
    }

    /// `#name{fields}` in a guard: the defaults must be guard expressions too.
    VarTable createInGuard(Anno place, RecordName name, List<RecordField> fields, VarTable vars) {
        LintContext.KnownRecord record = find(place, name);
        if (record == null || record.isNative()) {
            if (record != null || isOpen(name)) {
                cx.report(place, Plain.NATIVE_RECORD_IN_GUARD);
            }
            return VarTable.EMPTY;
        }
        VarTable all = fields(fields, name, record, Severity.ERROR, vars, lint.guards()::expr);
        cx.errorsAt(
                place,
                () -> omitted(fields, record).forEach(f -> lint.guards().expr(f.value(), all)));
        return all;
    }

    /// Whether the default values of all fields that `#name{fields}` does not name are of this
    /// kind, also where `_ = …` stands for them.
    boolean defaults(RecordName name, List<RecordField> fields, Predicate<Expr> kind) {
        LintContext.KnownRecord record = ownName(name).map(cx.records::get).orElse(null);
        return record == null
                || omitted(fields, record).stream().map(f -> f.value()).allMatch(kind);
    }

    /// `record#name{fields}`
    VarTable update(
            Anno place, Expr value, RecordName name, List<RecordField> fields, VarTable vars) {
        VarTable used = subject(place, value, vars);
        LintContext.KnownRecord record = find(place, name);
        if (record == null) {
            return isOpen(name) ? used.merge(updateOpen(fields, vars)) : used;
        }
        Severity unknown = record.isNative() ? Severity.WARNING : Severity.ERROR;
        VarTable all = fields(fields, name, record, unknown, vars, lint.exprs()::expr);
        for (RecordField field : fields) {
            if (isWildcard(field) && !record.isNative()) {
                cx.report(field.name().anno(), new LintProblem.WildcardInUpdate(name));
                return VarTable.EMPTY;
            }
        }
        return used.merge(all);
    }

    /// The fields of a record that is not known here; that they are not the same is not checked.
    private VarTable updateOpen(List<RecordField> fields, VarTable vars) {
        VarTable all = VarTable.EMPTY;
        for (RecordField field : fields) {
            if (field.name() instanceof Expr.AtomLiteral) {
                VarTable value = lint.exprs().expr(field.value(), vars);
                all = lint.patterns().mergeMatched(all, value);
            } else {
                cx.report(field.name().anno(), Plain.NATIVE_WILDCARD);
            }
        }
        return all;
    }

    /// What is updated or accessed.
    VarTable subject(Anno place, Expr value, VarTable vars) {
        switch (value) {
            case Expr.CharLiteral _,
                    Expr.IntegerLiteral _,
                    Expr.FloatLiteral _,
                    Expr.AtomLiteral _,
                    Expr.StringLiteral _,
                    Expr.ListExpr _,
                    Expr.NilExpr _,
                    Expr.ListComprehension _,
                    Expr.RecordIndex _,
                    Expr.Fun _,
                    Expr.LocalFun _,
                    Expr.RemoteFun _,
                    Expr.NamedFun _ ->
                    cx.report(place, Plain.INVALID_RECORD);
            default -> {}
        }
        return lint.exprs().expr(value, vars);
    }
}
