package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.frontend.parse.BuiltinTypes;
import dev.lumen.frontend.parse.Constants;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.forms.RecordName;
import dev.lumen.ir.forms.Type;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks types: declarations, specs, and the types in record fields.
final class TypeLint {
    private record Declared(Atom kind, Anno place, String file) {}

    /// A use of a type, and the type it is used in; empty when it is used by something that always
    /// counts.
    private record Use(Anno place, String file, Optional<FunctionName> in) {}

    private final LintContext cx;
    private final Lint lint;
    private final Map<FunctionName, Declared> types = new LinkedHashMap<>();
    private final Map<FunctionName, List<Use>> uses = new LinkedHashMap<>();
    private final Set<FunctionName> exported = new HashSet<>();
    private final Map<String, LintContext.Use> specs = new LinkedHashMap<>();
    private final Map<FunctionName, Anno> callbacks = new HashMap<>();
    private final Map<FunctionName, LintContext.Use> optionalCallbacks = new LinkedHashMap<>();

    /// The type that is being declared; empty elsewhere.
    private Optional<FunctionName> current = Optional.empty();

    TypeLint(LintContext cx, Lint lint) {
        this.cx = cx;
        this.lint = lint;
    }

    void export(Anno place, List<FunctionName> names) {
        for (FunctionName name : names) {
            if (!exported.add(name)) {
                cx.report(place, new LintProblem.DuplicateExportType(name));
            } else {
                use(name, place);
            }
        }
    }

    void recordFields(Form.RecordDeclaration record) {
        var fieldTypes = new ArrayList<Type>();
        record.fields().forEach(f -> f.type().ifPresent(fieldTypes::add));
        checkAll(fieldTypes);
    }

    void declare(Form.TypeDeclaration declaration) {
        var name = new FunctionName(declaration.name(), declaration.parameters().size());
        boolean builtin =
                BuiltinTypes.contains(name.name().name(), name.arity(), lint.otpRelease());
        if (builtin && name.name().name().equals("record")) {
            return; // new in OTP 29; older sources may have their own
        }
        if (builtin && !lint.module().hasOption("no_auto_import_types")) {
            cx.report(declaration.anno(), new LintProblem.BuiltinTypeRedefined(name));
            return;
        }
        if (types.containsKey(name)) {
            cx.report(declaration.anno(), new LintProblem.RedefinedType(name));
            return;
        }
        boolean opaque = declaration.kind().name().equals("opaque");
        if (opaque
                && lint.otpRelease() < 28
                && name.arity() == 0
                && declaration.type() instanceof Type.Builtin(_, Atom(var type), var arguments)
                && arguments.isEmpty()
                && (type.equals("term") || type.equals("any"))) {
            cx.report(declaration.anno(), new LintProblem.UnderspecifiedOpaque(name));
        }
        types.put(name, new Declared(declaration.kind(), declaration.anno(), cx.file()));
        current = Optional.of(name);
        var all = new ArrayList<Type>();
        all.add(declaration.type());
        all.addAll(declaration.parameters());
        checkAll(all);
        current = Optional.empty();
    }

    void spec(Form.Spec spec, Optional<Atom> moduleName) {
        var name = new FunctionName(spec.name(), spec.arity());
        boolean callback = spec.kind().name().equals("callback");
        if (callback) {
            if (spec.module().isPresent()) {
                cx.report(
                        spec.anno(),
                        new LintProblem.CallbackOfModule(spec.module().get() + ":" + name));
                return;
            }
            if (callbacks.put(name, spec.anno()) != null) {
                cx.report(spec.anno(), new LintProblem.RedefinedCallback(name));
                return;
            }
        } else {
            Atom module = spec.module().or(() -> moduleName).orElse(Atom.of(""));
            lint.module().checkModuleName(module, spec.anno());
            boolean here = spec.module().isEmpty() || spec.module().equals(moduleName);
            String key = here ? name.toString() : spec.module().get() + ":" + name;
            boolean isNew =
                    specs.put(key, new LintContext.Use(name, spec.anno(), here ? cx.file() : ""))
                            == null;
            if (!isNew) {
                String shown = spec.module().map(m -> m + ":").orElse("") + name;
                cx.report(spec.anno(), new LintProblem.RedefinedSpec(shown));
                return;
            }
            if (!here) {
                cx.report(spec.anno(), new LintProblem.SpecOfOtherModule(key));
            }
        }
        for (Type type : spec.types()) {
            signature(type, spec.arity(), callback);
        }
    }

    private void signature(Type type, int arity, boolean callback) {
        var all = new ArrayList<Type>();
        Type function = type;
        if (type instanceof Type.Bounded(_, var inner, var constraints)) {
            function = inner;
            constraints.forEach(c -> {
                all.add(c.variable());
                all.add(c.type());
            });
        }
        all.addFirst(function);
        if (function instanceof Type.Builtin(var a, _, var parts)
                && parts.getFirst() instanceof Type.Builtin(_, _, var arguments)
                && arguments.size() != arity) {
            cx.report(a, callback ? Plain.CALLBACK_WRONG_ARITY : Plain.SPEC_WRONG_ARITY);
        }
        checkAll(all);
    }

    void optionalCallbacks(Anno place, List<FunctionName> names) {
        for (FunctionName name : names) {
            if (optionalCallbacks.put(name, new LintContext.Use(name, place, cx.file())) != null) {
                cx.report(place, new LintProblem.RedefinedOptionalCallback(name));
            }
        }
    }

    // ---- types ----------------------------------------------------------------------------------

    /// Variables that have been seen: where, or null when more than once.
    private void checkAll(List<Type> all) {
        var seen = new LinkedHashMap<String, Anno>();
        all.forEach(t -> check(t, seen));
        seen.forEach((name, place) -> {
            if (place != null && !name.startsWith("_")) {
                cx.report(place, new LintProblem.SingletonTypeVariable(name));
            }
        });
    }

    private void check(Type type, Map<String, Anno> seen) {
        switch (type) {
            case Type.Literal(var value) -> {
                if (!(value instanceof Expr.AtomLiteral)
                        && !(Constants.value(value) instanceof Int)) {
                    cx.report(value.anno(), new LintProblem.BadType("integer"));
                }
            }
            case Type.Variable(var a, var name) -> {
                if (!name.equals("_")) {
                    boolean first = !seen.containsKey(name);
                    seen.put(name, first ? a : null);
                }
            }
            case Type.Unary _, Type.Binary _ -> {
                if (integer(type) == null) {
                    cx.report(type.anno(), new LintProblem.BadType("integer"));
                }
            }
            case Type.Annotated(_, _, var inner) -> check(inner, seen);
            case Type.AnyOf _, Type.AnyArguments _, Type.RemoteRecordName _ -> {}
            case Type.Bounded(_, var function, _) -> check(function, seen);
            case Type.User(var a, var name, var arguments) -> {
                use(new FunctionName(name, arguments.size()), a);
                arguments.forEach(t -> check(t, seen));
            }
            case Type.Remote(
                            var a,
                            Expr.AtomLiteral(_, var module),
                            Expr.AtomLiteral(_, var name),
                            var arguments) -> {
                lint.module().checkModuleName(module, a);
                if (Optional.of(module).equals(lint.module().name())) {
                    use(new FunctionName(name, arguments.size()), a);
                }
                arguments.forEach(t -> check(t, seen));
            }
            case Type.Remote _ -> {}
            case Type.Builtin builtin -> builtin(builtin, seen);
        }
    }

    private void builtin(Type.Builtin type, Map<String, Anno> seen) {
        List<Type> arguments = type.arguments();
        switch (type.name().name()) {
            case "bool" -> {
                if (arguments.isEmpty()) {
                    cx.report(type.anno(), new LintProblem.RenamedType("bool", "boolean"));
                }
            }
            case "range" -> {
                Int from = integer(arguments.get(0));
                Int to = integer(arguments.get(1));
                if (from == null || to == null || from.bigValue().compareTo(to.bigValue()) >= 0) {
                    cx.report(type.anno(), new LintProblem.BadType("range"));
                }
            }
            case "binary" -> {
                boolean bad =
                        arguments.stream()
                                .map(this::integer)
                                .anyMatch(i -> i == null || i.signum() < 0);
                if (bad) {
                    cx.report(type.anno(), new LintProblem.BadType("binary"));
                }
            }
            case "record" -> record(type, seen);
            default -> arguments.forEach(t -> check(t, seen));
        }
    }

    /// The value of a type that is a constant integer; null for others.
    private Int integer(Type type) {
        Expr expr = expr(type);
        return expr != null && Constants.value(expr) instanceof Int i ? i : null;
    }

    private static Expr expr(Type type) {
        return switch (type) {
            case Type.Literal(var value) -> value;
            case Type.Unary(var a, var op, var operand) -> {
                Expr inner = expr(operand);
                yield inner == null ? null : new Expr.Unary(a, op, inner);
            }
            case Type.Binary(var a, var op, var left, var right) -> {
                Expr x = expr(left);
                Expr y = expr(right);
                yield x == null || y == null ? null : new Expr.Binary(a, op, x, y);
            }
            default -> null;
        };
    }

    private void record(Type.Builtin type, Map<String, Anno> seen) {
        Atom name = type.arguments().isEmpty() ? null : ownRecord(type.arguments().getFirst());
        if (name == null) {
            return;
        }
        cx.useRecord(name); // even one that is not declared yet
        LintContext.KnownRecord record =
                lint.records().find(type.anno(), new RecordName.Local(name));
        if (record == null) {
            return;
        }
        if (record.isNative()) {
            if (type.arguments().size() > 1) {
                Anno place = ((Type.Builtin) type.arguments().get(1)).anno();
                cx.report(place, Plain.NATIVE_RECORD_FIELD_TYPES);
            }
            return;
        }
        var shown = new RecordName.Local(name);
        var named = new HashSet<Atom>();
        for (Type field : type.arguments().subList(1, type.arguments().size())) {
            if (field instanceof Type.Builtin(_, _, var parts)
                    && parts.getFirst()
                            instanceof Type.Literal(Expr.AtomLiteral(var a, var fieldName))) {
                if (record.field(fieldName) == null) {
                    cx.report(a, RecordLint.undefinedField(shown, fieldName, record));
                }
                if (!named.add(fieldName)) {
                    cx.report(a, new LintProblem.RedefinedField(shown, fieldName));
                }
                check(parts.get(1), seen);
            }
        }
    }

    /// The name of a record of this module; null for those of others.
    private Atom ownRecord(Type name) {
        return switch (name) {
            case Type.Literal(Expr.AtomLiteral(_, var local)) -> local;
            case Type.RemoteRecordName(
                            _,
                            Expr.AtomLiteral(_, var module),
                            Expr.AtomLiteral(_, var local))
                    when lint.module().name().equals(Optional.of(module)) ->
                    local;
            default -> null;
        };
    }

    private void use(FunctionName name, Anno place) {
        uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Use(place, cx.file(), current));
    }

    // ---- at the end of the module ---------------------------------------------------------------

    void finish(Set<FunctionName> defined, String mainFile) {
        specs.values()
                .forEach(s -> {
                    if (!s.file().isEmpty() && !defined.contains(s.function())) {
                        cx.report(
                                s.place(), s.file(), new LintProblem.SpecOfUndefined(s.function()));
                    }
                });
        uses.forEach((name, all) -> {
            if (!types.containsKey(name)
                    && !BuiltinTypes.contains(
                            name.name().name(), name.arity(), lint.otpRelease())) {
                all.forEach(
                        u -> cx.report(u.place(), u.file(), new LintProblem.UndefinedType(name)));
            }
        });
        if (cx.warns(LintOptions.Warning.UNUSED_TYPE)) {
            Set<FunctionName> reached = reached();
            types.forEach((name, declared) -> {
                if (declared.file().equals(mainFile) && !reached.contains(name)) {
                    cx.report(declared.place(), declared.file(), new LintProblem.UnusedType(name));
                }
            });
        }
        types.forEach((name, declared) -> {
            if (declared.kind().name().equals("opaque") && !exported.contains(name)) {
                cx.report(
                        declared.place(), declared.file(), new LintProblem.OpaqueNotExported(name));
            }
        });
        optionalCallbacks
                .values()
                .forEach(u -> {
                    if (!callbacks.containsKey(u.function())) {
                        cx.report(
                                u.place(),
                                u.file(),
                                new LintProblem.UndefinedCallback(u.function()));
                    }
                });
    }

    /// The types that something other than unused types uses.
    private Set<FunctionName> reached() {
        var reached = new HashSet<FunctionName>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var entry : uses.entrySet()) {
                boolean counts =
                        entry.getValue().stream()
                                .anyMatch(u -> u.in().isEmpty() || reached.contains(u.in().get()));
                if (counts) {
                    grows |= reached.add(entry.getKey());
                }
            }
        }
        return reached;
    }
}
