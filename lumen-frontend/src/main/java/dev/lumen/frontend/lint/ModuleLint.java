package dev.lumen.frontend.lint;

import dev.lumen.frontend.lint.LintProblem.Plain;
import dev.lumen.ir.diag.Spelling;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Clause;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Checks what concerns the module as a whole: attributes and their order, exports and imports,
/// functions that are undefined or unused.
final class ModuleLint {
    static final int MAX_ARGUMENTS = 255;
    private static final Set<FunctionName> PREDEFINED =
            Set.of(name("module_info", 0), name("module_info", 1), name("record_info", 2));

    private static final Set<String> DIALYZER_OPTIONS =
            Set.of(
                    "no_return",
                    "no_unused",
                    "no_improper_lists",
                    "no_fun_app",
                    "no_match",
                    "no_opaque",
                    "no_fail_call",
                    "no_contracts",
                    "no_behaviours",
                    "no_undefined_callbacks",
                    "unmatched_returns",
                    "error_handling",
                    "race_conditions",
                    "no_missing_calls",
                    "specdiffs",
                    "overspecs",
                    "underspecs",
                    "unknown",
                    "no_underspecs",
                    "extra_return",
                    "no_extra_return",
                    "missing_return",
                    "no_missing_return",
                    "no_unknown",
                    "overlapping_contract",
                    "no_overlapping_contract",
                    "opaque_union",
                    "no_opaque_union");

    private enum Part {
        START,
        ATTRIBUTES,
        FUNCTIONS
    }

    private record Late(Form.Attribute attribute, String file) {}

    private record OnLoad(FunctionName function, Anno place, String file) {}

    private final LintContext cx;
    private final Lint lint;
    private final List<Term> compileOptions;
    private Part part = Part.START;
    private Optional<Atom> name = Optional.empty();
    private final Set<FunctionName> exports =
            new HashSet<>(Set.of(name("module_info", 0), name("module_info", 1)));
    private final Set<FunctionName> defined = new LinkedHashSet<>();

    /// All definitions, also those of what is defined already.
    private final List<LintContext.Use> definitions = new ArrayList<>();

    /// The attributes that are looked at once all functions are known, with their files.
    private final List<Late> late = new ArrayList<>();

    private final Map<FunctionName, LintContext.Use> importPlaces = new LinkedHashMap<>();
    private final List<OnLoad> onLoad = new ArrayList<>();

    ModuleLint(LintContext cx, Lint lint, List<Term> compileOptions) {
        this.cx = cx;
        this.lint = lint;
        this.compileOptions = compileOptions;
    }

    private static FunctionName name(String name, int arity) {
        return new FunctionName(Atom.of(name), arity);
    }

    Optional<Atom> name() {
        return name;
    }

    /// What must be known before the first form is looked at.
    void prepare(ModuleForms module) {
        module.functions().forEach(f -> cx.locals.add(new FunctionName(f.name(), f.arity())));
        for (Term option : compileOptions) {
            if (option instanceof Atom(var text) && text.equals("no_auto_import")) {
                cx.noAutoImportAtAll = true;
            } else if (option instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.get(0) instanceof Atom(var tag)
                    && tag.equals("no_auto_import")) {
                cx.noAutoImport.addAll(names(parts.get(1)));
            }
        }
        module.attributes("file")
                .forEach(f -> {
                    if (f.value() instanceof Tuple t && text(t.get(0)).endsWith("qlc.hrl")) {
                        cx.includesQlcHeader = true;
                    }
                });
    }

    /// The names in a list of names, or the one name.
    private static List<FunctionName> names(Term term) {
        return term instanceof Tuple
                ? ModuleForms.functionNames(Term.list(term))
                : ModuleForms.functionNames(term);
    }

    static String text(Term string) {
        var out = new StringBuilder();
        if (string instanceof ListTerm(var chars, _)) {
            chars.forEach(c ->
                    out.appendCodePoint(
                            c instanceof Int i && i.isLong() ? (int) i.longValue() : '?'));
        }
        return out.toString();
    }

    void form(Form form) {
        if (form instanceof Form.Attribute attribute) {
            Term value = attribute.value();
            switch (attribute.name().name()) {
                case "file" -> {
                    if (value instanceof Tuple t) {
                        cx.enterFile(text(t.get(0)));
                    }
                    return;
                }
                case "compile" -> {
                    compileAttribute(form.anno(), value);
                    late.add(new Late(attribute, cx.file()));
                    return;
                }
                case "dialyzer", "deprecated", "removed" ->
                        late.add(new Late(attribute, cx.file()));
                default -> {}
            }
        }
        if (part == Part.START) {
            part = Part.ATTRIBUTES;
            if (form instanceof Form.Attribute(var a, Atom(var tag), var value)
                    && tag.equals("module")) {
                moduleAttribute(a, value);
                return;
            }
            cx.report(form.anno(), Plain.UNDEFINED_MODULE);
        }
        switch (form) {
            case Form.Attribute attribute -> attribute(attribute);
            case Form.RecordDeclaration declaration -> lint.records().declare(declaration);
            case Form.TypeDeclaration declaration -> lint.types().declare(declaration);
            case Form.Spec spec -> {
                if (part == Part.FUNCTIONS && spec.kind().name().equals("callback")) {
                    cx.report(spec.anno(), new LintProblem.LateAttribute(spec.kind()));
                } else {
                    lint.types().spec(spec, name);
                }
            }
            case Form.Function function -> {
                part = Part.FUNCTIONS;
                function(function);
            }
            case Form.Eof _ -> {}
        }
    }

    private void compileAttribute(Anno place, Term value) {
        var options = value instanceof ListTerm l ? l.elements() : List.of(value);
        if (cx.warns(LintOptions.Warning.EXPORT_ALL) && options.contains(Atom.of("export_all"))) {
            cx.report(place, Plain.EXPORT_ALL);
        }
        boolean ofOne =
                value instanceof Tuple(var parts)
                        && parts.size() == 2
                        && parts.get(0).equals(Atom.of("nowarn_bif_clash"))
                        && parts.get(1) instanceof Tuple t
                        && t.size() == 2;
        if (ofOne || options.contains(Atom.of("nowarn_bif_clash"))) {
            cx.report(place, Plain.NO_BIF_CLASH_FLAG);
        }
    }

    private void moduleAttribute(Anno place, Term value) {
        switch (value) {
            case Atom module -> {
                name = Optional.of(module);
                checkModuleName(module, place);
            }
            default -> cx.report(place, Plain.PARAMETERIZED_MODULE);
        }
    }

    void checkModuleName(Atom module, Anno place) {
        String text = module.name();
        if (text.isEmpty()) {
            cx.report(place, Plain.EMPTY_MODULE_NAME);
            return;
        }
        if (text.chars().allMatch(c -> c == ' ' || c == 0xa0 || c == 0xad)) {
            cx.report(place, Plain.BLANK_MODULE_NAME);
            return;
        }
        if (text.chars().anyMatch(c -> c > 0xff)) {
            cx.report(place, Plain.NON_LATIN1_MODULE_NAME);
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0)) {
            cx.report(place, Plain.CONTROL_CHARACTERS_IN_MODULE_NAME);
        }
    }

    private void attribute(Form.Attribute attribute) {
        Anno place = attribute.anno();
        String tag = attribute.name().name();
        Term value = attribute.value();
        if (part == Part.FUNCTIONS) {
            if (!tag.equals("dialyzer") && !tag.equals("doc")) {
                cx.report(place, new LintProblem.LateAttribute(attribute.name()));
            }
            return;
        }
        switch (tag) {
            case "module" -> {
                // Where the first one was missing or empty, that has been said.
                if (name.isPresent() && !name.get().name().isEmpty()) {
                    cx.report(place, Plain.REDEFINED_MODULE);
                }
            }
            case "export" -> export(place, ModuleForms.functionNames(value));
            case "export_type" -> {
                List<FunctionName> names = ModuleForms.functionNames(value);
                int expected = value instanceof ListTerm l ? l.elements().size() : 0;
                boolean isList = value instanceof ListTerm(_, Nil _) || value instanceof Nil;
                if (!isList || names.size() != expected) {
                    cx.report(place, Plain.BAD_EXPORT_TYPE);
                } else {
                    lint.types().export(place, names);
                }
            }
            case "import" -> {
                if (value instanceof Tuple(var parts) && parts.get(0) instanceof Atom module) {
                    imports(place, module, ModuleForms.functionNames(parts.get(1)));
                }
            }
            case "import_record" -> lint.nativeRecords().imports(place, value);
            case "export_record" -> {
                if (value instanceof ListTerm(var names, _)) {
                    names.stream()
                            .filter(Atom.class::isInstance)
                            .forEach(n -> cx.useRecord((Atom) n));
                }
            }
            case "optional_callbacks" ->
                    lint.types().optionalCallbacks(place, ModuleForms.functionNames(value));
            case "on_load" -> onLoad(place, value);
            default -> {}
        }
    }

    private void export(Anno place, List<FunctionName> names) {
        for (FunctionName f : names) {
            if (!exports.add(f)) {
                cx.report(place, new LintProblem.DuplicateExport(f));
            }
            cx.called.add(new LintContext.Use(f, place, cx.file()));
        }
    }

    private void imports(Anno place, Atom module, List<FunctionName> names) {
        checkModuleName(module, place);
        boolean bad = false;
        for (FunctionName f : names) {
            Atom already = cx.imports.get(f);
            if (already != null) {
                bad = true;
                cx.report(place, new LintProblem.RedefinedImport(f, already));
            } else if (LintContext.isBif(f)
                    && !cx.isAutoImportSuppressed(f)
                    && cx.warns(LintOptions.Warning.BIF_CLASH)) {
                cx.report(place, new LintProblem.ImportOverridesBif(f, CallLint.isOldBif(f)));
            }
        }
        if (!bad) {
            names.forEach(f -> {
                cx.imports.put(f, module);
                importPlaces.put(f, new LintContext.Use(f, place, cx.file()));
            });
        }
    }

    private void onLoad(Anno place, Term value) {
        List<FunctionName> names = value instanceof Tuple ? names(value) : List.of();
        if (names.isEmpty()) {
            cx.report(place, new LintProblem.BadOnLoad(value.toString()));
            return;
        }
        FunctionName function = names.getFirst();
        onLoad.add(new OnLoad(function, place, cx.file()));
        if (onLoad.size() > 1) {
            cx.report(place, Plain.MULTIPLE_ON_LOADS);
        } else if (function.arity() != 0) {
            cx.report(place, new LintProblem.BadOnLoadArity(function));
        }
    }

    private void function(Form.Function function) {
        var f = new FunctionName(function.name(), function.arity());
        cx.function = f;
        definitions.add(new LintContext.Use(f, function.anno(), cx.file()));
        if (defined.contains(f) || PREDEFINED.contains(f)) {
            cx.report(function.anno(), new LintProblem.RedefinedFunction(f));
        } else {
            if (f.arity() > MAX_ARGUMENTS) {
                cx.report(function.anno(), new LintProblem.TooManyArguments(f.arity()));
            }
            defined.add(f);
            if (cx.imports.containsKey(f)) {
                cx.report(function.anno(), new LintProblem.DefinedImport(f));
            }
        }
        clauses(function.clauses());
        cx.function = null;
    }

    /// The clauses of a function of the module.
    void clauses(List<Clause> clauses) {
        for (Clause clause : clauses) {
            cx.resolver.enterFunction();
            PatternLint.Vars head = lint.patterns().functionHead(clause.patterns(), VarTable.EMPTY);
            VarTable vars = head.used().over(head.fresh());
            vars = lint.guards().guard(clause.guards(), vars).over(vars);
            vars = lint.exprs().body(clause.body(), vars).over(vars);
            cx.warnUnusedNew(vars, VarTable.EMPTY);
        }
    }

    // ---- at the end of the module ---------------------------------------------------------------

    void finish(ModuleForms module) {
        String mainFile =
                module.attributes("file")
                        .findFirst()
                        .map(f -> f.value() instanceof Tuple t ? text(t.get(0)) : "")
                        .orElse("");
        var deprecation = new DeprecationLint(cx, name, exported());
        for (Late a : late("deprecated")) {
            flatten(a.attribute.value())
                    .forEach(entry -> deprecation.deprecated(a.attribute.anno(), a.file, entry));
        }
        checkUnusedImports();
        checkOption("inline", f -> new LintProblem.UndefinedInline(named(f)));
        checkUndefined();
        checkOption("nowarn_bif_clash", this::undefined);
        checkOption("nowarn_unused_function", this::undefined);
        checkUnusedFunctions();
        lint.types().finish(defined, mainFile);
        if (onLoad.size() == 1
                && onLoad.getFirst().function.arity() == 0
                && !defined.contains(onLoad.getFirst().function)) {
            OnLoad load = onLoad.getFirst();
            cx.report(load.place, load.file, undefined(load.function));
        }
        lint.nativeRecords().finish(module, mainFile);
        checkUnusedRecords(module, mainFile);
        checkDialyzer();
        module.attributes("nifs")
                .forEach(a ->
                        ModuleForms.functionNames(a.value())
                                .forEach(f -> {
                                    if (!defined.contains(f)) {
                                        cx.report(
                                                a.anno(),
                                                mainFile,
                                                new LintProblem.UndefinedNif(f));
                                    }
                                }));
        for (Late a : late("removed")) {
            flatten(a.attribute.value())
                    .forEach(entry -> deprecation.removed(a.attribute.anno(), a.file, entry));
        }
    }

    private Set<FunctionName> exported() {
        var all = new HashSet<>(hasOption("export_all") ? defined : exports);
        all.removeAll(
                Set.of(name("module_info", 0), name("module_info", 1), name("behaviour_info", 1)));
        return all;
    }

    /// True when this atom is among the options of the compilation.
    boolean hasOption(String option) {
        return compileOptions.contains(Atom.of(option));
    }

    /// `-dialyzer` may name functions, and must name options that exist.
    private void checkDialyzer() {
        for (Late a : late("dialyzer")) {
            for (Term value : flatten(a.attribute.value())) {
                if (!(value instanceof Tuple(var parts)) || parts.size() != 2) {
                    dialyzerOption(a, value, null);
                    continue;
                }
                for (Term option : flatten(parts.get(0))) {
                    flatten(parts.get(1)).forEach(function -> dialyzerOption(a, option, function));
                }
            }
        }
    }

    private List<Late> late(String name) {
        return late.stream().filter(a -> a.attribute.name().name().equals(name)).toList();
    }

    private void dialyzerOption(Late a, Term option, Term function) {
        List<FunctionName> names = function == null ? List.of() : names(function);
        if (!(option instanceof Atom(var text)) || function != null && names.isEmpty()) {
            Term bad = function == null ? option : Term.tuple(option, function);
            report(a, new LintProblem.BadDialyzerAttribute(bad.toString()));
        } else if (!DIALYZER_OPTIONS.contains(text)
                && !(function != null && text.equals("nowarn_function"))) {
            report(a, new LintProblem.BadDialyzerOption(option.toString()));
        } else if (function != null && !defined.contains(names.getFirst())) {
            report(a, undefined(names.getFirst()));
        }
    }

    private void report(Late a, LintProblem problem) {
        cx.report(a.attribute.anno(), a.file, problem);
    }

    private static List<Term> flatten(Term term) {
        return switch (term) {
            case Nil _ -> List.of();
            case ListTerm(var elements, _) ->
                    elements.stream().flatMap(e -> flatten(e).stream()).toList();
            default -> List.of(term);
        };
    }

    private void checkUnusedImports() {
        if (cx.warns(LintOptions.Warning.UNUSED_IMPORT)) {
            importPlaces
                    .values()
                    .forEach(u -> {
                        if (!cx.usedImports.contains(u.function())) {
                            cx.report(
                                    u.place(),
                                    u.file(),
                                    new LintProblem.UnusedImport(
                                            cx.imports.get(u.function()), u.function()));
                        }
                    });
        }
    }

    /// `-compile({option, [f/1]})` must name functions that exist.
    private void checkOption(String option, Function<Tuple, LintProblem> problem) {
        for (Late a : late("compile")) {
            for (Term term : flatten(a.attribute.value())) {
                if (term instanceof Tuple(var parts)
                        && parts.size() == 2
                        && parts.get(0).equals(Atom.of(option))) {
                    for (Term entry : flatten(parts.get(1))) {
                        List<FunctionName> names = names(entry);
                        boolean known =
                                !names.isEmpty()
                                        && (defined.contains(names.getFirst())
                                                || cx.imports.containsKey(names.getFirst()));
                        if (!known && entry instanceof Tuple t && t.size() == 2) {
                            report(a, problem.apply(t));
                        }
                    }
                }
            }
        }
    }

    /// What an option names, be it a name or not.
    private static String named(Tuple entry) {
        return entry.get(0) + "/" + entry.get(1);
    }

    private LintProblem undefined(Tuple entry) {
        List<FunctionName> names = names(entry);
        return names.isEmpty()
                ? new LintProblem.UndefinedFunction(named(entry), "")
                : undefined(names.getFirst());
    }

    /// With the function that may have been meant: of the same name with another arity, or of a
    /// similar name.
    private LintProblem undefined(FunctionName function) {
        Optional<FunctionName> sameName =
                defined.stream()
                        .filter(f -> f.name().equals(function.name()))
                        .min(Comparator.comparingInt(f -> Math.abs(f.arity() - function.arity())));
        Optional<String> similar =
                sameName.isPresent()
                        ? sameName.map(FunctionName::toString)
                        : Spelling.near(
                                        function.name().name(),
                                        defined.stream()
                                                .filter(f -> f.arity() == function.arity())
                                                .map(f -> f.name().name())
                                                .toList())
                                .map(n ->
                                        new FunctionName(Atom.of(n), function.arity()).toString());
        return new LintProblem.UndefinedFunction(function.toString(), similar.orElse(""));
    }

    private void checkUndefined() {
        for (LintContext.Use use : cx.called) {
            if (!defined.contains(use.function()) && !PREDEFINED.contains(use.function())) {
                cx.report(use.place(), use.file(), undefined(use.function()));
            }
        }
    }

    private void checkUnusedFunctions() {
        if (hasOption("export_all") || !cx.warns(LintOptions.Warning.UNUSED_FUNCTION)) {
            return;
        }
        Set<FunctionName> reached = new HashSet<>();
        var pending = new ArrayDeque<>(exports);
        onLoad.forEach(l -> pending.add(l.function));
        while (!pending.isEmpty()) {
            FunctionName f = pending.remove();
            if (reached.add(f)) {
                pending.addAll(cx.calls.getOrDefault(f, Set.of()));
            }
        }
        for (Term option : compileOptions) {
            if (option instanceof Tuple(var parts)
                    && parts.size() == 2
                    && parts.get(0).equals(Atom.of("nowarn_unused_function"))) {
                reached.addAll(names(parts.get(1)));
            }
        }
        for (LintContext.Use definition : definitions) {
            if (!reached.contains(definition.function())) {
                cx.report(
                        definition.place(),
                        definition.file(),
                        new LintProblem.UnusedFunction(definition.function()));
            }
        }
    }

    private void checkUnusedRecords(ModuleForms module, String mainFile) {
        if (!cx.warns(LintOptions.Warning.UNUSED_RECORD)) {
            return;
        }
        module.compileOptions()
                .forEach(option -> {
                    if (option instanceof Tuple(var parts)
                            && parts.size() == 2
                            && parts.get(0).equals(Atom.of("nowarn_unused_record"))) {
                        List<Term> names =
                                parts.get(1) instanceof ListTerm l
                                        ? l.elements()
                                        : List.of(parts.get(1));
                        names.stream()
                                .filter(Atom.class::isInstance)
                                .forEach(n -> cx.useRecord((Atom) n));
                    }
                });
        cx.records.forEach((record, declared) -> {
            if (declared.file().equals(mainFile) && !cx.usedRecords.contains(record)) {
                cx.report(declared.place(), declared.file(), new LintProblem.UnusedRecord(record));
            }
        });
    }
}
