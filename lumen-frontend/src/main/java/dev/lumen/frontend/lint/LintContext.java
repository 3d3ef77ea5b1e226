package dev.lumen.frontend.lint;

import dev.lumen.ir.bif.LanguageBifs;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Spelling;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Expr;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of the module so far, what is used, and what has been found wrong. Mutable, for
/// one thread.
final class LintContext {
    /// A record: where it is declared, its fields with their default values, and whether it is a
    /// native one.
    record KnownRecord(Anno place, String file, List<Field> fields, boolean isNative) {
        record Field(Anno place, Atom name, Expr value, boolean hasDefault) {}

        Field field(Atom name) {
            return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
        }
    }

    /// A call, or an export, which counts as one: if the function does not exist, this is where it
    /// is said.
    record Use(FunctionName function, Anno place, String file) {}

    private final Set<LintOptions.Warning> enabled = EnumSet.noneOf(LintOptions.Warning.class);
    private List<Diagnostic> problems = new ArrayList<>();
    private String file;
    private Anno placeOverride;

    final Map<Atom, KnownRecord> records = new LinkedHashMap<>();

    /// The modules that records are imported from.
    final Map<Atom, Atom> importedRecords = new HashMap<>();

    final Set<FunctionName> locals = new HashSet<>();
    final Map<FunctionName, Atom> imports = new HashMap<>();
    final Set<FunctionName> noAutoImport = new HashSet<>();
    boolean noAutoImportAtAll;
    boolean includesQlcHeader;

    List<Use> called = new ArrayList<>();
    final Map<FunctionName, Set<FunctionName>> calls = new HashMap<>();
    final Set<Atom> usedRecords = new HashSet<>();
    final Set<FunctionName> usedImports = new HashSet<>();
    private boolean countsUse = true;

    final Resolver resolver = new Resolver();

    /// The function that is being looked at; null between functions.
    FunctionName function;

    /// At the top of a default value in a record declaration, where no variable may be bound.
    boolean inRecordDefinition;

    /// In the size of a segment of a pattern: the variables bound to the left of it; null
    /// elsewhere.
    VarTable segmentVariables;

    LintContext(String file, List<Term> options) {
        this.file = file;
        for (var warning : LintOptions.Warning.values()) {
            if (warning.isEnabled(options)) {
                enabled.add(warning);
            }
        }
    }

    /// Warns of nothing.
    static LintContext silent() {
        var cx = new LintContext("nofile", List.of());
        cx.enabled.clear();
        return cx;
    }

    boolean warns(LintOptions.Warning warning) {
        return enabled.contains(warning);
    }

    String file() {
        return file;
    }

    void enterFile(String name) {
        file = name;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    void report(Anno place, LintProblem problem) {
        report(place, file, problem);
    }

    void report(Anno place, String inFile, LintProblem problem) {
        Anno at = placeOverride != null ? placeOverride : place;
        problems.add(
                problem.toDiagnostic(
                        new Anno(at.line(), at.column(), 0, 0, false, "").span(inFile)));
    }

    static LintProblem unbound(String name, VarTable known) {
        return new LintProblem.UnboundVariable(
                name,
                Spelling.near(name, known.variables().keySet()).map(n -> "'" + n + "'").orElse(""));
    }

    /// Runs a check whose findings do not matter; what it uses counts as used.
    void quietly(Runnable check) {
        List<Diagnostic> kept = problems;
        List<Use> keptCalls = called;
        problems = new ArrayList<>();
        called = new ArrayList<>();
        check.run();
        problems = kept;
        called = keptCalls;
    }

    /// Runs a check whose errors, but not warnings, are reported as of another place.
    void errorsAt(Anno place, Runnable check) {
        List<Diagnostic> kept = problems;
        List<Use> keptCalls = called;
        Anno keptPlace = placeOverride;
        problems = new ArrayList<>();
        called = new ArrayList<>();
        placeOverride = place;
        check.run();
        placeOverride = keptPlace;
        problems.stream().filter(Diagnostic::isError).forEach(kept::add);
        problems = kept;
        called = keptCalls;
    }

    /// Runs a check whose uses do not count. True when it found no error.
    boolean withoutUse(Runnable check) {
        long before = errors();
        boolean kept = countsUse;
        countsUse = false;
        check.run();
        countsUse = kept;
        return errors() == before;
    }

    long errors() {
        return problems.stream().filter(Diagnostic::isError).count();
    }

    void useRecord(Atom name) {
        if (countsUse) {
            usedRecords.add(name);
        }
    }

    void useImport(FunctionName name) {
        if (countsUse) {
            usedImports.add(name);
        }
    }

    void call(Anno place, FunctionName callee) {
        called.add(new Use(callee, place, file));
        if (countsUse && function != null) {
            calls.computeIfAbsent(function, _ -> new HashSet<>()).add(callee);
        }
    }

    boolean isAutoImportSuppressed(FunctionName f) {
        return noAutoImportAtAll || noAutoImport.contains(f);
    }

    static boolean isBif(FunctionName f) {
        return LanguageBifs.isAutoImported(f.name().name(), f.arity());
    }

    boolean isLocalOrImported(FunctionName f) {
        return locals.contains(f) || imports.containsKey(f);
    }

    /// True when a guard that calls this built-in without a module name means the built-in.
    boolean meansGuardBif(FunctionName f) {
        Atom imported = imports.get(f);
        boolean fromErlang = imported != null && imported.name().equals("erlang");
        return !locals.contains(f)
                && (imported == null || fromErlang)
                && (!isAutoImportSuppressed(f) || fromErlang);
    }

    /// Warns of variables that are new in `table` and not used.
    void warnUnusedNew(VarTable table, VarTable older) {
        warnUnused(table.unused().minus(older));
    }

    /// Warns of variables that `older` has too and that are not used in `table`.
    void warnUnusedOld(VarTable table, VarTable older) {
        warnUnused(table.within(older).unused());
    }

    private void warnUnused(VarTable unused) {
        if (warns(LintOptions.Warning.UNUSED_VARS)) {
            unused.variables()
                    .forEach((name, v) ->
                            v.places()
                                    .forEach(place ->
                                            report(place, new LintProblem.UnusedVariable(name))));
        }
    }
}
