package dev.lumen.frontend.lint;

import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.Optional;
import java.util.Set;

/// Checks `-deprecated` and `-removed`: what is deprecated has to be exported, what is removed must
/// not be.
final class DeprecationLint {
    private static final Atom ANY = Atom.of("_");
    private static final Set<String> TIMES =
            Set.of("next_version", "next_major_release", "eventually");

    private final LintContext cx;
    private final Optional<Atom> module;
    private final Set<FunctionName> exports;

    /// @param exports what the module says it exports
    DeprecationLint(LintContext cx, Optional<Atom> module, Set<FunctionName> exports) {
        this.cx = cx;
        this.module = module;
        this.exports = exports;
    }

    void deprecated(Anno place, String file, Term entry) {
        LintProblem problem =
                switch (entry) {
                    case Tuple(var parts)
                            when parts.size() == 3
                                    && (isText(parts.get(2))
                                            || parts.get(2) instanceof Atom(var time)
                                                    && TIMES.contains(time)) ->
                            deprecated(parts.get(0), parts.get(1));
                    case Tuple(var parts) when parts.size() == 2 ->
                            deprecated(parts.get(0), parts.get(1));
                    case Atom(var text) when text.equals("module") -> null;
                    default -> new LintProblem.BadDeprecated(entry);
                };
        if (problem != null) {
            cx.report(place, file, problem);
        }
    }

    private LintProblem deprecated(Term name, Term arity) {
        if (name.equals(ANY) && arity.equals(ANY)) {
            return null;
        }
        if (!isFunction(name, arity)) {
            return new LintProblem.BadDeprecated(Term.tuple(name, arity));
        }
        return isThere(name, arity)
                ? null
                : new LintProblem.UndefinedDeprecated(name + "/" + arity);
    }

    void removed(Anno place, String file, Term entry) {
        LintProblem problem =
                switch (entry) {
                    case Tuple(var parts) when parts.size() == 3 && isText(parts.get(2)) ->
                            removed(parts.get(0), parts.get(1));
                    case Tuple(var parts) when parts.size() == 2 ->
                            removed(parts.get(0), parts.get(1));
                    case Atom(var text) when text.equals("module") -> removed(ANY, ANY);
                    default -> new LintProblem.BadRemoved(entry);
                };
        if (problem != null) {
            cx.report(place, file, problem);
        }
    }

    private LintProblem removed(Term name, Term arity) {
        boolean everything = name.equals(ANY) && arity.equals(ANY);
        if (!everything && !isFunction(name, arity)) {
            return new LintProblem.BadRemoved(Term.tuple(name, arity));
        }
        boolean there = everything ? !exports.isEmpty() : isThere(name, arity);
        return there
                ? new LintProblem.RemovedButExported(
                        name + "/" + arity, arity.equals(ANY) || name.equals(ANY))
                : null;
    }

    private static boolean isFunction(Term name, Term arity) {
        return name instanceof Atom
                && (arity.equals(ANY) || arity instanceof Int i && i.bigValue().signum() >= 0);
    }

    private boolean isThere(Term name, Term arity) {
        if (arity.equals(ANY)) {
            return exports.stream().anyMatch(f -> f.name().equals(name));
        }
        boolean exported =
                exports.stream()
                        .anyMatch(f -> f.name().equals(name) && Int.of(f.arity()).equals(arity));
        return exported
                || module.isPresent()
                        && arity instanceof Int i
                        && i.isLong()
                        && i.longValue() <= ModuleLint.MAX_ARGUMENTS
                        && BifTable.standard()
                                .find(module.get().name(), ((Atom) name).name(), i.intValue())
                                .isPresent();
    }

    private static boolean isText(Term term) {
        return switch (term) {
            case Nil _ -> true;
            case ListTerm(var chars, Nil _) -> chars.stream().allMatch(Int.class::isInstance);
            default -> false;
        };
    }
}
