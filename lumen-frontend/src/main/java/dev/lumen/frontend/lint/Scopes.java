package dev.lumen.frontend.lint;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;

/// The scopes of a module's functions by lint's rules: who lowers a function asks here what its
/// variables are. One function at a time, since of large modules only some are wanted.
///
/// Not for several threads at once.
public final class Scopes {
    private final LintContext cx;
    private final Lint lint;

    /// @param module one without errors; what is wrong with it is not said here
    public Scopes(ModuleForms module) {
        cx = LintContext.silent();
        lint = new Lint(cx, LanguageLevel.newest(), module.compileOptions());
        lint.module().prepare(module);
        for (Form form : module.forms()) {
            if (form instanceof Form.Attribute || form instanceof Form.RecordDeclaration) {
                lint.module().form(form);
            }
        }
    }

    /// As deep as its expressions are nested: see [dev.lumen.ir.DeepStack].
    public Resolution of(Form.Function function) {
        cx.resolver.take();
        lint.module().clauses(function.clauses());
        cx.problems().clear();
        cx.called.clear();
        return cx.resolver.take();
    }
}
