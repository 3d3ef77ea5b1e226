package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.frontend.parse.Constants;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What only native records have (EEP 79): imports, exports, defaults that must be constants.
final class NativeRecordLint {
    private final LintContext cx;
    private final Lint lint;

    NativeRecordLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    /// `-import_record(module, [name, …])`: all of them, or none if one is known already.
    void imports(Anno place, Term value) {
        if (!(value instanceof Tuple(var parts))
                || !(parts.get(0) instanceof Atom module)
                || !(parts.get(1) instanceof ListTerm(var names, _))) {
            return;
        }
        lint.module().checkModuleName(module, place);
        boolean bad = false;
        for (Term term : names) {
            var name = (Atom) term;
            if (cx.records.containsKey(name)) {
                cx.report(place, new LintProblem.RedefinedLocalRecord(name));
                bad = true;
            } else if (isImported(place, name)) {
                bad = true;
            }
        }
        if (!bad) {
            names.forEach(n -> cx.importedRecords.put((Atom) n, module));
        }
    }

    /// Reports that a record of this name was imported before.
    boolean isImported(Anno place, Atom name) {
        Atom module = cx.importedRecords.get(name);
        if (module != null) {
            cx.report(place, new LintProblem.RedefinedImportedRecord(module, name));
        }
        return module != null;
    }

    /// The default value of a field must be known when the module is compiled.
    void checkDefault(Form.RecordDeclaration declaration, Form.RecordDeclaration.Field field) {
        if (field.value().isPresent() && !isConstant(field.value().get())) {
            cx.report(
                    field.anno(),
                    new LintProblem.IllegalNativeRecordDefault(
                            declaration.name(), field.name().value()));
        }
    }

    /// By OTP's rule, which of bit strings takes only those of texts.
    private static boolean isConstant(Expr value) {
        return switch (value) {
            case Expr.StringLiteral _ -> true;
            case Expr.ListExpr(var cells, var tail) ->
                    cells.stream().allMatch(c -> isConstant(c.head())) && isConstant(tail);
            case Expr.TupleExpr(_, var elements) ->
                    elements.stream().allMatch(NativeRecordLint::isConstant);
            case Expr.MapCreate(_, var fields) ->
                    fields.stream().allMatch(f -> isConstant(f.key()) && isConstant(f.value()));
            case Expr.BinaryExpr(_, var elements) ->
                    elements.stream().allMatch(e -> e.value() instanceof Expr.StringLiteral);
            default -> Constants.value(value) != null;
        };
    }

    void finish(ModuleForms module, String mainFile) {
        var seen = new HashSet<Atom>();
        module.attributes("export_record").forEach(a -> export(a, seen));
        if (cx.warns(LintOptions.Warning.NATIVE_RECORD_HEADER)) {
            cx.records.forEach((name, record) -> {
                if (record.isNative() && !record.file().equals(mainFile)) {
                    cx.report(
                            record.place(),
                            record.file(),
                            new LintProblem.NativeRecordInHeader(name));
                }
            });
        }
    }

    /// As OTP, which minds a second export only of what can't be exported.
    private void export(Form.Attribute attribute, Set<Atom> seen) {
        List<Term> names = attribute.value() instanceof ListTerm(var all, _) ? all : List.of();
        for (Term term : names) {
            if (!(term instanceof Atom name)) {
                cx.report(attribute.anno(), Plain.BAD_EXPORT_RECORD);
                return;
            }
            LintContext.KnownRecord record = cx.records.get(name);
            if (seen.contains(name)) {
                cx.report(attribute.anno(), new LintProblem.NativeRecordAlreadyExported(name));
            } else if (record == null) {
                seen.add(name);
                cx.report(attribute.anno(), new LintProblem.UndefinedNativeRecord(name));
            } else if (!record.isNative()) {
                seen.add(name);
                cx.report(attribute.anno(), Plain.TUPLE_RECORD_EXPORT);
            }
        }
    }
}
