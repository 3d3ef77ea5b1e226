package dev.lumen.frontend.core;

import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a function's body can refer to without saying more: the functions, imports and records of
/// its module.
final class ModuleScope {
    /// What a function name without a module means.
    sealed interface Target {
        record Local(FunctionName name) implements Target {}

        record Remote(Atom module, Atom name) implements Target {}
    }

    private final Atom name;
    private final Set<FunctionName> functions = new LinkedHashSet<>();
    private final Map<FunctionName, Atom> imports = new HashMap<>();
    private final Map<Atom, Form.RecordDeclaration> records = new HashMap<>();
    private final Set<FunctionName> notAutoImported = new HashSet<>();
    private final Map<Atom, Atom> importedRecords = new HashMap<>();
    private final Set<Atom> exportedRecords = new HashSet<>();
    private boolean noAutoImport;

    ModuleScope(Atom name, ModuleForms forms) {
        this.name = name;
        forms.functions().forEach(f -> functions.add(new FunctionName(f.name(), f.arity())));
        forms.records().forEach(r -> records.put(r.name(), r));
        forms.attributes("import")
                .forEach(a -> {
                    if (a.value() instanceof Tuple(var parts)
                            && parts.size() == 2
                            && parts.get(0) instanceof Atom module) {
                        ModuleForms.functionNames(parts.get(1))
                                .forEach(f ->
                                        imports.put(new FunctionName(f.name(), f.arity()), module));
                    }
                });
        forms.attributes("export_record")
                .forEach(a -> names(a.value()).forEach(exportedRecords::add));
        forms.attributes("import_record")
                .forEach(a -> {
                    if (a.value() instanceof Tuple(var parts)
                            && parts.size() == 2
                            && parts.get(0) instanceof Atom module) {
                        names(parts.get(1)).forEach(r -> importedRecords.put(r, module));
                    }
                });
        for (Term option : forms.compileOptions()) {
            if (option.equals(Atom.of("no_auto_import"))) {
                noAutoImport = true;
            } else if (option instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.get(0).equals(Atom.of("no_auto_import"))
                    && parts.get(1) instanceof ListTerm list) {
                ModuleForms.functionNames(list)
                        .forEach(f -> notAutoImported.add(new FunctionName(f.name(), f.arity())));
            }
        }
    }

    Atom name() {
        return name;
    }

    Set<FunctionName> functions() {
        return functions;
    }

    Optional<Form.RecordDeclaration> record(Atom record) {
        return Optional.ofNullable(records.get(record));
    }

    /// The module that a native record is imported from.
    Optional<Atom> importedRecord(Atom record) {
        return Optional.ofNullable(importedRecords.get(record));
    }

    /// Whether other modules may look into the native record.
    boolean isExported(Form.RecordDeclaration record) {
        return exportedRecords.contains(record.name());
    }

    private static List<Atom> names(Term list) {
        return list instanceof ListTerm(var elements, _)
                ? elements.stream().filter(Atom.class::isInstance).map(Atom.class::cast).toList()
                : List.of();
    }

    boolean isDefined(FunctionName f) {
        return functions.contains(f);
    }

    /// The meaning of a function name. One that nothing defines is taken to be local; lint reports
    /// it.
    Target resolve(FunctionName f) {
        if (functions.contains(f)) {
            return new Target.Local(f);
        }
        Atom imported = imports.get(f);
        if (imported != null) {
            return new Target.Remote(imported, f.name());
        }
        boolean automatic =
                !noAutoImport
                        && !notAutoImported.contains(f)
                        && LanguageBifs.isAutoImported(f.name().name(), f.arity());
        return automatic ? new Target.Remote(Atom.of("erlang"), f.name()) : new Target.Local(f);
    }

    /// Whether the name means the built-in function and may stand in a guard.
    boolean isGuardBif(FunctionName f) {
        return LanguageBifs.isGuard(f.name().name(), f.arity())
                && resolve(f) instanceof Target.Remote(Atom module, _)
                && module.name().equals("erlang");
    }

    /// The names of a record's fields.
    static List<Atom> fieldNames(Form.RecordDeclaration record) {
        return record.fields().stream().map(f -> f.name().value()).toList();
    }
}
