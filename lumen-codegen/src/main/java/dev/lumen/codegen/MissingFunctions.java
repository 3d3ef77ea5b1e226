package dev.lumen.codegen;

import dev.lumen.ir.Loc;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is said about functions that are called and that no module exports.
final class MissingFunctions {
    /// Places that one message shows besides the first.
    private static final int SHOWN = 9;

    private MissingFunctions() {}

    /// A warning for each function that the program's own modules call; one in all for the calls in
    /// libraries, which the programmer can't change, and which mostly stand on ways that the
    /// program does not go.
    static List<Diagnostic> diagnostics(
            Map<FunctionId, List<Reachability.Use>> missing, Set<Atom> libraries) {
        var all = new ArrayList<Diagnostic>();
        var ofLibraries = new ArrayList<FunctionId>();
        missing.forEach((id, uses) -> {
            List<Reachability.Use> own =
                    uses.stream().filter(u -> !libraries.contains(u.by().id().module())).toList();
            if (own.isEmpty()) {
                ofLibraries.add(id);
            } else {
                all.add(undefined(id, own));
            }
        });
        if (!ofLibraries.isEmpty()) {
            all.add(inLibraries(ofLibraries, missing.get(ofLibraries.getFirst()).getFirst()));
        }
        return all;
    }

    private static Diagnostic undefined(FunctionId id, List<Reachability.Use> uses) {
        Diagnostic d =
                Diagnostic.warning(
                        "missing-function",
                        "no module of the image exports " + id,
                        span(uses.getFirst()));
        for (Reachability.Use more : uses.stream().skip(1).limit(SHOWN).toList()) {
            d = d.and(span(more), "called from " + more.by().id() + " too");
        }
        return d.note("called from " + uses.getFirst().by().id() + "; the call will raise undef");
    }

    private static Diagnostic inLibraries(List<FunctionId> ids, Reachability.Use first) {
        Diagnostic d =
                Diagnostic.warning(
                        "missing-in-libraries",
                        "libraries of this program call "
                                + ids.size()
                                + (ids.size() == 1 ? " function that is" : " functions that are")
                                + " not in the image",
                        span(first));
        String names = String.join(", ", ids.stream().map(FunctionId::toString).toList());
        return d.note("these calls will raise undef: " + names);
    }

    private static Span span(Reachability.Use use) {
        Loc loc = use.loc().line() > 0 ? use.loc() : use.by().loc();
        var at = new Position(Math.max(1, loc.line()), Math.max(1, loc.column()), 0);
        return new Span(use.by().file(), at, at);
    }
}
