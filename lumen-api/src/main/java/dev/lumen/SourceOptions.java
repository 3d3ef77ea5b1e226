package dev.lumen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Severity;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The compile options of a module: what its `-compile` attributes say, and behind them what the
/// caller adds.
///
/// Warnings, `export_all` and `no_auto_import` are for lint and the lowering, which read the
/// attributes. Here is what is left: options that concern diagnostics, and those that can't be
/// obeyed. All others (`inline`, `debug_info`, …) change nothing that a program can see, and are
/// ignored, as OTP's compiler ignores what it doesn't know.
final class SourceOptions {
    private static final Set<String> TRANSFORMS = Set.of("parse_transform", "core_transform");

    private SourceOptions() {}

    /// The forms with the caller's options as one more attribute, in front of the first function.
    static ModuleForms add(List<Term> options, ModuleForms forms) {
        if (options.isEmpty() || forms.functions().isEmpty()) {
            return forms;
        }
        var all = new ArrayList<>(forms.forms());
        Form first = forms.functions().getFirst();
        all.add(
                all.indexOf(first),
                new Form.Attribute(first.anno(), Atom.of("compile"), Term.list(options)));
        return new ModuleForms(all);
    }

    /// Errors for options that would change the program.
    static List<Diagnostic> refused(ModuleForms forms, String file) {
        var all = new ArrayList<Diagnostic>();
        forms.attributes("compile")
                .forEach(a ->
                        new ModuleForms(List.of(a))
                                .compileOptions()
                                .forEach(option -> {
                                    if (option instanceof Tuple(var parts)
                                            && parts.size() == 2
                                            && parts.getFirst() instanceof Atom(String name)
                                            && TRANSFORMS.contains(name)) {
                                        String title =
                                                name.replace('_', ' ')
                                                        + " "
                                                        + parts.get(1)
                                                        + " can't run: modules are compiled ahead"
                                                        + " of time, without an Erlang to run it"
                                                        + " in";
                                        all.add(
                                                Diagnostic.error(
                                                        name.replace('_', '-'),
                                                        title,
                                                        a.anno().span(file)));
                                    }
                                }));
        return all;
    }

    /// `warnings_as_errors`, as OTP does it: every warning is an error.
    static List<Diagnostic> judged(ModuleForms forms, List<Diagnostic> diagnostics) {
        return forms.compileOptions().contains(Atom.of("warnings_as_errors"))
                ? diagnostics.stream().map(d -> d.with(Severity.ERROR)).toList()
                : diagnostics;
    }
}
