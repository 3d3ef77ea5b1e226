package dev.lumen.frontend.lint;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.DeepStack;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Checks the forms of a module and says what is wrong with them. Forms without an error can be
/// compiled.
///
/// One object lints one module; its parts call each other through it. Use [#check].
public final class Lint {
    private final LanguageLevel level;
    private final RecordLint records;
    private final NativeRecordLint nativeRecords;
    private final PatternLint patterns;
    private final GuardLint guards;
    private final ExprLint exprs;
    private final BitLint bits;
    private final ComprehensionLint comprehensions;
    private final FunLint funs;
    private final CallLint calls;
    private final TypeLint types;
    private final ModuleLint module;

    Lint(LintContext cx, LanguageLevel level, List<Term> compileOptions) {
        this.level = level;
        records = new RecordLint(cx, this);
        nativeRecords = new NativeRecordLint(cx, this);
        patterns = new PatternLint(cx, this);
        guards = new GuardLint(cx, this);
        exprs = new ExprLint(cx, this);
        bits = new BitLint(cx);
        comprehensions = new ComprehensionLint(cx, this);
        funs = new FunLint(cx, this);
        calls = new CallLint(cx, this);
        types = new TypeLint(cx, this);
        module = new ModuleLint(cx, this, compileOptions);
    }

    /// What is wrong: errors, then warnings, both in the order of the text, as `erlc` prints them.
    /// Any number of threads may call at once.
    public static List<Diagnostic> check(
            ModuleForms module, LanguageLevel level, LintOptions options) {
        return DeepStack.call(() -> {
            var compileOptions = new ArrayList<>(module.compileOptions());
            compileOptions.addAll(options.compileOptions());
            var cx = new LintContext("nofile", compileOptions);
            var lint = new Lint(cx, level, compileOptions);
            lint.module.prepare(module);
            for (Form form : module.forms()) {
                lint.module.form(form);
            }
            lint.module.finish(module);
            return sorted(cx.problems());
        });
    }

    private static List<Diagnostic> sorted(List<Diagnostic> problems) {
        return problems.stream()
                .distinct()
                .sorted(
                        Comparator.<Diagnostic, Boolean>comparing(d -> !d.isError())
                                .thenComparing(d -> d.span().file())
                                .thenComparingInt(d -> d.span().start().line())
                                .thenComparingInt(d -> d.span().start().column()))
                .toList();
    }

    int otpRelease() {
        return level.otpRelease();
    }

    RecordLint records() {
        return records;
    }

    NativeRecordLint nativeRecords() {
        return nativeRecords;
    }

    PatternLint patterns() {
        return patterns;
    }

    GuardLint guards() {
        return guards;
    }

    ExprLint exprs() {
        return exprs;
    }

    BitLint bits() {
        return bits;
    }

    ComprehensionLint comprehensions() {
        return comprehensions;
    }

    FunLint funs() {
        return funs;
    }

    CallLint calls() {
        return calls;
    }

    TypeLint types() {
        return types;
    }

    ModuleLint module() {
        return module;
    }
}
