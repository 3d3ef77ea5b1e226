package dev.lumen.frontend.core;

import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Native records (EEP 79), which are values of a type of their own.
///
/// What is done with them are calls of built-in functions of module `records`; which records are
/// meant is an id, see `bif_records.c`. Those of this module are made of a definition and defaults
/// in the code; those of other modules of what is in that module's attribute `native_record`. That
/// a name is looked at with or without the module, and whether a record has to be exported, differs
/// between patterns, access and update as it does in OTP 29.
final class NativeRecordLowering {
    private static final Atom ANY = Atom.of("_");

    /// What a name means here.
    sealed interface Meant {
        record Own(Form.RecordDeclaration declaration) implements Meant {}

        record Foreign(Atom module, Atom name) implements Meant {}

        record Any() implements Meant {}
    }

    private final FunctionLowering f;

    NativeRecordLowering(FunctionLowering f) {
        this.f = f;
    }

    /// Empty when the name is not that of a native record.
    Optional<Meant> meant(RecordName name) {
        return switch (name) {
            case RecordName.Any _ -> Optional.of(new Meant.Any());
            case RecordName.Remote(var module, var remote) ->
                    Optional.of(new Meant.Foreign(module, remote));
            case RecordName.Local(var local) ->
                    f.module.record(local).isPresent()
                            ? f.module
                                    .record(local)
                                    .filter(Form.RecordDeclaration::isNative)
                                    .map(Meant.Own::new)
                            : f.module
                                    .importedRecord(local)
                                    .map(module -> new Meant.Foreign(module, local));
        };
    }

    // ---- expressions

    CoreExpr create(Expr.RecordCreate r, Meant meant, Steps out) {
        CoreExpr given = given(r.fields(), out);
        Anno anno = Build.at(r.anno());
        return switch (meant) {
            case Meant.Own(var declaration) ->
                    Build.call(
                            "records",
                            "$make",
                            anno,
                            Build.literal(definition(declaration)),
                            Build.literal(defaults(declaration)),
                            given);
            case Meant.Foreign(var module, var name) ->
                    Build.call(
                            "records",
                            "$make",
                            anno,
                            Build.literal(Term.tuple(module, name)),
                            given);
            case Meant.Any _ -> {
                f.problems.undefinedRecord("_", r.anno());
                yield Build.NIL;
            }
        };
    }

    CoreExpr update(Expr.RecordUpdate r, Meant meant, Steps out) {
        CoreExpr record = f.exprs.simple(r.record(), out);
        Term id =
                switch (meant) {
                    case Meant.Own(var declaration) ->
                            Term.tuple(f.module.name(), declaration.name());
                    case Meant.Foreign(var module, var name) -> Term.tuple(module, name, Atom.TRUE);
                    case Meant.Any _ -> Term.tuple(f.module.name());
                };
        return Build.call(
                "records",
                "$set",
                Build.at(r.anno()),
                record,
                Build.literal(id),
                given(r.fields(), out));
    }

    CoreExpr access(Expr.RecordAccess r, Meant meant, Steps out) {
        Term id =
                switch (meant) {
                    case Meant.Own(var declaration) -> declaration.name();
                    case Meant.Foreign(var module, var name) -> Term.tuple(module, name, Atom.TRUE);
                    case Meant.Any _ -> ANY;
                };
        return Build.call(
                "records",
                "$field",
                Build.at(r.anno()),
                f.exprs.simple(r.record(), out),
                Build.literal(id),
                Build.literal(r.field().value()));
    }

    /// `{Field, Value, …}`
    private CoreExpr given(List<RecordField> fields, Steps out) {
        var pairs = new ArrayList<CoreExpr>();
        for (RecordField field : fields) {
            if (field.name() instanceof Expr.AtomLiteral(_, var name)) {
                pairs.add(Build.literal(name));
                pairs.add(f.exprs.simple(field.value(), out));
            } else {
                f.problems.illegalExpression(field.anno());
            }
        }
        return dev.lumen.ir.core.CoreConstants.tuple(pairs, Anno.NONE);
    }

    /// `is_record(Value, name)`
    Optional<CoreExpr> isRecord(CoreExpr value, Atom name, Anno anno) {
        return meant(new RecordName.Local(name))
                .map(m -> {
                    Atom module =
                            m instanceof Meant.Foreign(var other, _) ? other : f.module.name();
                    return Build.call(
                            "erlang",
                            "is_record",
                            anno,
                            value,
                            Build.literal(module),
                            Build.literal(name));
                });
    }

    // ---- patterns

    CorePattern pattern(Expr.RecordCreate r, Meant meant, PatternLowering.OneClause clause) {
        boolean looks = !r.fields().isEmpty();
        Term id =
                switch (meant) {
                    case Meant.Own(var declaration) ->
                            Term.tuple(f.module.name(), declaration.name());
                    case Meant.Foreign(var module, var name) ->
                            looks ? Term.tuple(module, name, Atom.TRUE) : Term.tuple(module, name);
                    case Meant.Any _ -> looks ? Term.tuple(f.module.name()) : ANY;
                };
        var fields = new ArrayList<CorePattern.Record.Field>();
        for (RecordField field : r.fields()) {
            if (field.name() instanceof Expr.AtomLiteral(_, var name)) {
                fields.add(new CorePattern.Record.Field(name, clause.pattern(field.value())));
            } else {
                f.problems.illegalPattern(field.anno());
            }
        }
        return new CorePattern.Record(id, fields, Anno.NONE);
    }

    // ---- definitions

    private Tuple definition(Form.RecordDeclaration r) {
        return RecordTerm.definition(
                f.module.name(), r.name(), f.module.isExported(r), ModuleScope.fieldNames(r));
    }

    /// Of each field `{Value}`, or `[]` where there is none.
    private Term defaults(Form.RecordDeclaration r) {
        var all = new ArrayList<Term>();
        for (var field : r.fields()) {
            all.add(field.value().isEmpty() ? Nil.NIL : Term.tuple(constant(field.value().get())));
        }
        return Term.tuple(all);
    }

    private Term constant(Expr value) {
        if (f.exprs.expr(value, new Steps()) instanceof CoreExpr.Literal(var term, _)) {
            return term;
        }
        f.problems.illegalDefault(value.anno());
        return Nil.NIL;
    }

    /// The attribute that other modules make records of this one by; empty when none is exported.
    Optional<CoreModule.Attribute> attribute(List<Form.RecordDeclaration> records) {
        List<Term> known =
                records.stream()
                        .filter(Form.RecordDeclaration::isNative)
                        .filter(f.module::isExported)
                        .map(r -> (Term) Term.tuple(definition(r), defaults(r)))
                        .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new CoreModule.Attribute(Atom.of("native_record"), Term.list(known)));
    }
}
