package dev.lumen.frontend.core;

import dev.lumen.ir.core.Anno;
import dev.lumen.ir.core.Clause;
import dev.lumen.ir.core.CoreConstants;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.CoreExpr.Var;
import dev.lumen.ir.core.CorePattern;
import dev.lumen.ir.core.PrimOps;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.RecordField;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records, which are tuples whose first element is the name. Native ones: [NativeRecordLowering].
final class RecordLowering {
    /// An update of a larger record copies the tuple and sets elements; one of a smaller takes it
    /// apart and makes a new one.
    private static final int LARGE = 32;

    private final FunctionLowering f;

    RecordLowering(FunctionLowering f) {
        this.f = f;
    }

    // ---- declarations

    /// The declaration of a tuple record; empty when there is none, which is then reported.
    Optional<Form.RecordDeclaration> find(RecordName name, dev.lumen.ir.forms.Anno at) {
        var declaration =
                name instanceof RecordName.Local(var local)
                        ? f.module.record(local)
                        : Optional.<Form.RecordDeclaration>empty();
        if (declaration.isEmpty() || declaration.get().isNative()) {
            f.problems.undefinedRecord(
                    name instanceof RecordName.Local(var local) ? local.name() : "_", at);
            return Optional.empty();
        }
        return declaration;
    }

    /// The fields, after a look whether the record has them.
    List<RecordField> checked(Form.RecordDeclaration record, List<RecordField> fields) {
        for (RecordField field : fields) {
            if (field.name() instanceof Expr.AtomLiteral(_, var name)
                    && !ModuleScope.fieldNames(record).contains(name)) {
                f.problems.undefinedField(name.name(), record.name().name(), field.anno());
            }
        }
        return fields;
    }

    static Optional<Expr> field(List<RecordField> fields, Atom wanted) {
        return fields.stream()
                .filter(x ->
                        x.name() instanceof Expr.AtomLiteral(_, var name) && name.equals(wanted))
                .map(RecordField::value)
                .findFirst();
    }

    /// `_ = Value`
    static Optional<Expr> others(List<RecordField> fields) {
        return fields.stream()
                .filter(x -> x.name() instanceof Expr.Variable)
                .map(RecordField::value)
                .findFirst();
    }

    /// The position of the field in the tuple, from 0; the name is at 0. -1 when there is no such
    /// field.
    private int position(Form.RecordDeclaration record, Expr.AtomLiteral field) {
        int i = ModuleScope.fieldNames(record).indexOf(field.value());
        if (i < 0) {
            f.problems.undefinedField(field.value().name(), record.name().name(), field.anno());
            return -1;
        }
        return i + 1;
    }

    // ---- expressions

    CoreExpr create(Expr.RecordCreate r, Steps out) {
        var meant = f.natives.meant(r.name());
        if (meant.isPresent()) {
            return f.natives.create(r, meant.get(), out);
        }
        var declaration = find(r.name(), r.anno());
        if (declaration.isEmpty()) {
            return Build.NIL;
        }
        checked(declaration.get(), r.fields());
        Optional<Expr> others = others(r.fields());
        var elements = new ArrayList<CoreExpr>();
        elements.add(Build.literal(declaration.get().name()));
        for (var field : declaration.get().fields()) {
            Optional<Expr> given = field(r.fields(), field.name().value()).or(() -> others);
            if (given.isPresent()) {
                elements.add(f.exprs.simple(given.get(), out));
            } else if (field.value().isPresent()) {
                elements.add(
                        f.exprs.name(
                                f.inDefaults(r, () -> f.exprs.expr(field.value().get(), out)),
                                out));
            } else {
                elements.add(Build.literal(Atom.UNDEFINED));
            }
        }
        return CoreConstants.tuple(elements, Anno.NONE);
    }

    /// The default values of the fields that are not named; a guard must not call in them, not even
    /// where `_ = …` stands for them.
    List<Expr> defaults(Expr.RecordCreate r) {
        if (!(r.name() instanceof RecordName.Local(var tag))) {
            return List.of();
        }
        return f.module.record(tag).stream()
                .flatMap(record -> record.fields().stream())
                .filter(field -> field(r.fields(), field.name().value()).isEmpty())
                .flatMap(field -> field.value().stream())
                .toList();
    }

    /// The new values are evaluated before the record, as OTP does.
    CoreExpr update(Expr.RecordUpdate r, Steps out) {
        var meant = f.natives.meant(r.name());
        if (meant.isPresent()) {
            return f.natives.update(r, meant.get(), out);
        }
        var declaration = find(r.name(), r.anno());
        if (declaration.isEmpty()) {
            return Build.NIL;
        }
        var values = new HashMap<Integer, CoreExpr>();
        for (RecordField field : r.fields()) {
            CoreExpr value = f.exprs.simple(field.value(), out);
            if (field.name() instanceof Expr.AtomLiteral name) {
                values.put(position(declaration.get(), name), value);
            }
        }
        CoreExpr record = f.exprs.shared(f.exprs.expr(r.record(), out), out);
        Anno anno = Build.at(r.anno());
        int size = declaration.get().fields().size() + 1;
        if (size > LARGE && values.size() < size / 2) {
            return check(
                    record, declaration.get(), f.fresh(size - 1), set(record, values, anno), anno);
        }
        List<Var> old = f.fresh(size - 1);
        var elements = new ArrayList<CoreExpr>();
        elements.add(Build.literal(declaration.get().name()));
        for (int i = 1; i < size; i++) {
            elements.add(values.getOrDefault(i, old.get(i - 1)));
        }
        return check(
                record, declaration.get(), old, CoreConstants.tuple(elements, Anno.NONE), anno);
    }

    private CoreExpr set(CoreExpr record, Map<Integer, CoreExpr> values, Anno anno) {
        var steps = new Steps();
        CoreExpr result = record;
        for (int position : values.keySet().stream().sorted().toList()) {
            result =
                    Build.call(
                            "erlang",
                            "setelement",
                            anno,
                            Build.literal(Int.of(position + 1)),
                            f.exprs.name(result, steps),
                            values.get(position));
        }
        return steps.close(result);
    }

    CoreExpr access(Expr.RecordAccess r, Steps out) {
        var meant = f.natives.meant(r.name());
        if (meant.isPresent()) {
            return f.natives.access(r, meant.get(), out);
        }
        var declaration = find(r.name(), r.anno());
        int position = declaration.map(d -> position(d, r.field())).orElse(-1);
        if (position < 0) {
            return Build.NIL;
        }
        CoreExpr record = f.exprs.shared(f.exprs.expr(r.record(), out), out);
        Anno anno = Build.at(r.anno());
        if (f.inGuard) {
            return accessInGuard(record, declaration.get(), position, anno);
        }
        List<Var> fields = f.fresh(declaration.get().fields().size());
        return check(record, declaration.get(), fields, fields.get(position - 1), anno);
    }

    private CoreExpr accessInGuard(
            CoreExpr record, Form.RecordDeclaration r, int position, Anno anno) {
        CoreExpr test =
                Build.call(
                        "erlang",
                        "is_record",
                        anno,
                        record,
                        Build.literal(r.name()),
                        Build.literal(Int.of(r.fields().size() + 1)));
        return new CoreExpr.Case(
                test,
                List.of(
                        Build.clause(
                                Build.constant(Atom.TRUE),
                                Build.call(
                                        "erlang",
                                        "element",
                                        anno,
                                        Build.literal(Int.of(position + 1)),
                                        record)),
                        Build.clause(
                                Build.bind(f.names.fresh()),
                                Build.call("erlang", "error", anno, badRecord(record)))),
                Anno.NONE);
    }

    /// `case Record of <{Name,Fields…}> -> Body <V> -> match_fail({badrecord,V}) end`
    private CoreExpr check(
            CoreExpr record, Form.RecordDeclaration r, List<Var> fields, CoreExpr body, Anno anno) {
        var elements = new ArrayList<CorePattern>();
        elements.add(Build.constant(r.name()));
        fields.forEach(v -> elements.add(Build.bind(v)));
        Var other = f.names.fresh();
        List<Clause> clauses =
                List.of(
                        Build.generated(new CorePattern.Tuple(elements, Anno.NONE), body),
                        Build.generated(
                                Build.bind(other),
                                Build.primop(PrimOps.MATCH_FAIL, anno, badRecord(other))));
        return new CoreExpr.Case(record, clauses, anno);
    }

    private static CoreExpr badRecord(CoreExpr value) {
        return new CoreExpr.Tuple(List.of(Build.atom("badrecord"), value), Anno.NONE);
    }

    /// `#name.field`, which counts as `element/2` does.
    Term index(RecordName name, Expr.AtomLiteral field, dev.lumen.ir.forms.Anno at) {
        return Int.of(find(name, at).map(d -> position(d, field)).orElse(-1) + 1);
    }

    /// `record_info(fields, name)` and `record_info(size, name)`; empty for anything else.
    Optional<CoreExpr> info(Expr.Call c) {
        if (!(c.arguments().get(0) instanceof Expr.AtomLiteral(_, var what))
                || !(c.arguments().get(1) instanceof Expr.AtomLiteral(_, var name))) {
            return Optional.empty();
        }
        return f.module
                .record(name)
                .map(r ->
                        switch (what.name()) {
                            case "fields" -> Build.literal(Term.list(ModuleScope.fieldNames(r)));
                            case "size" -> Build.literal(Int.of(r.fields().size() + 1));
                            default -> null;
                        });
    }
}
