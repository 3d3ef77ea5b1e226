package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
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
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

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
        var fields = new ArrayList<LintContext.KnownRecord.Field>();
        for (var field : declaration.fields()) {
            Atom name = field.name().value();
            if (fields.stream().anyMatch(f -> f.name().equals(name))) {
                cx.report(field.anno(), new LintProblem.RedefinedField(declaration.name(), name));
                continue;
            }
            Expr undefined = new Expr.AtomLiteral(field.anno(), Atom.UNDEFINED);
            Expr value = field.value().orElse(undefined);
            cx.inRecordDefinition = true;
            boolean good = cx.withoutUse(() -> lint.exprs().expr(value, VarTable.EMPTY));
            cx.inRecordDefinition = false;
            // A default that is wrong is reported here, not wherever a record is made.
            boolean hasDefault = field.value().isPresent() || !declaration.isNative();
            fields.add(
                    new LintContext.KnownRecord.Field(
                            field.anno(), name, good ? value : undefined, hasDefault));
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

    /// True when the fields of the record are not known here: one of another module, or any.
    boolean isOpen(RecordName name) {
        return !(name instanceof RecordName.Local(var local)) || cx.importedRecords.contains(local);
    }

    /// The declaration of a record, which counts as used. Null when it is unknown; reports that it
    /// does not exist.
    LintContext.KnownRecord find(Anno place, RecordName name) {
        if (!(name instanceof RecordName.Local(var local))) {
            return null;
        }
        LintContext.KnownRecord record = cx.records.get(local);
        if (record != null) {
            cx.useRecord(local);
        } else if (!isOpen(name)) {
            cx.report(
                    place,
                    new LintProblem.UndefinedRecord(local, near(local, cx.records.keySet())));
        }
        return record;
    }

    /// As [#find], for a record that is only named.
    void exists(Anno place, Atom name) {
        find(place, new RecordName.Local(name));
    }

    /// Looks at a record with `then` if it is declared here.
    void check(Anno place, RecordName name, Consumer<LintContext.KnownRecord> then) {
        LintContext.KnownRecord record = find(place, name);
        if (record != null) {
            then.accept(record);
        }
    }

    /// The field of an access.
    void field(Expr.AtomLiteral field, RecordName name, LintContext.KnownRecord record) {
        if (record.field(field.value()) == null) {
            cx.report(
                    field.anno(),
                    undefinedField(((RecordName.Local) name).name(), field.value(), record));
        }
    }

    /// `#name.field`
    void index(
            Anno place, Expr.AtomLiteral field, RecordName name, LintContext.KnownRecord record) {
        if (record.isNative()) {
            cx.report(
                    place,
                    new LintProblem.NativeRecordIndex(
                            ((RecordName.Local) name).name(), field.value()));
        } else {
            field(field, name, record);
        }
    }

    static LintProblem undefinedField(Atom record, Atom field, LintContext.KnownRecord known) {
        return new LintProblem.UndefinedField(
                record,
                field,
                near(
                        field,
                        known.fields().stream().map(LintContext.KnownRecord.Field::name).toList()));
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

    /// Checks the name of a field; true when its value is to be looked at. `record` is null when
    /// its fields are not known.
    boolean checkField(
            RecordField field, RecordName name, LintContext.KnownRecord record, Set<String> seen) {
        Atom shown = name instanceof RecordName.Local(var local) ? local : Atom.of("_");
        return switch (field.name()) {
            case Expr.AtomLiteral(var a, var fieldName) -> {
                if (!seen.add("'" + fieldName.name())) {
                    cx.report(field.anno(), new LintProblem.RedefinedField(shown, fieldName));
                    yield false;
                }
                if (record != null && record.field(fieldName) == null) {
                    cx.report(a, undefinedField(shown, fieldName, record));
                    yield false;
                }
                yield true;
            }
            case Expr.Variable v when v.isAnonymous() -> {
                boolean first = seen.add("_");
                if (!first) {
                    cx.report(v.anno(), Plain.WILDCARD_INITIALIZES_NOTHING);
                }
                yield first;
            }
            default -> {
                String variable = field.name() instanceof Expr.Variable v ? v.name() : "?";
                cx.report(
                        field.name().anno(), new LintProblem.FieldNameIsVariable(shown, variable));
                yield false;
            }
        };
    }

    private VarTable fields(
            List<RecordField> fields,
            RecordName name,
            LintContext.KnownRecord record,
            VarTable vars,
            BiFunction<Expr, VarTable, VarTable> check) {
        var seen = new HashSet<String>();
        VarTable all = VarTable.EMPTY;
        for (RecordField field : fields) {
            if (checkField(field, name, record, seen)) {
                all = lint.patterns().mergeMatched(all, check.apply(field.value(), vars));
            }
        }
        return all;
    }

    /// `#name{fields}` in an expression.
    VarTable create(Anno place, RecordName name, List<RecordField> fields, VarTable vars) {
        LintContext.KnownRecord record = find(place, name);
        if (record == null && !isOpen(name)) {
            return VarTable.EMPTY;
        }
        VarTable all = fields(fields, name, record, vars, lint.exprs()::expr);
        if (record == null && name instanceof RecordName.Any) {
            cx.report(place, Plain.NATIVE_RECORD_WITHOUT_NAME);
        }
        if ((record == null || record.isNative())
                && fields.stream().anyMatch(RecordLint::isWildcard)) {
            cx.report(place, Plain.NATIVE_WILDCARD);
        } else if (record != null) {
            omitted(fields, record).stream()
                    .filter(f -> !f.hasDefault())
                    .findFirst()
                    .ifPresent(f ->
                            cx.report(
                                    place,
                                    new LintProblem.UninitializedField(
                                            ((RecordName.Local) name).name(), f.name())));
            // Their uses count here, but what is wrong with them was said at the declaration.
            cx.quietly(
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
        VarTable all = fields(fields, name, record, vars, lint.guards()::expr);
        cx.errorsAt(
                place,
                () -> omitted(fields, record).forEach(f -> lint.guards().expr(f.value(), all)));
        return all;
    }

    /// `record#name{fields}`
    VarTable update(
            Anno place, Expr value, RecordName name, List<RecordField> fields, VarTable vars) {
        VarTable used = subject(place, value, vars);
        LintContext.KnownRecord record = find(place, name);
        VarTable all =
                record == null && !isOpen(name)
                        ? VarTable.EMPTY
                        : fields(fields, name, record, vars, lint.exprs()::expr);
        for (RecordField field : fields) {
            if (isWildcard(field)) {
                Atom shown = name instanceof RecordName.Local(var local) ? local : Atom.of("_");
                cx.report(field.name().anno(), new LintProblem.WildcardInUpdate(shown));
                return VarTable.EMPTY;
            }
        }
        return used.merge(all);
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
