package dev.lumen.codegen;

import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What goes into an image, decided with the whole program in view.
///
/// - A program (an image with an entry) is cut down to what its entry reaches. A call by a computed name can reach every
///   exported function whose name is among the atoms that the program mentions, and, because atoms can also be made at run
///   time, every exported function when it makes atoms.
/// - A function that is called and is nowhere becomes a stub that raises `undef`, as in Erlang, and a warning.
///
/// @param modules  cut down; modules that nothing reaches are gone
/// @param missing  functions that need a stub, in order of their first use
/// @param builtins those that a call by a computed name can reach
public record ImagePlan(
        List<Module> modules,
        List<FunctionId> missing,
        List<Bif> builtins,
        Optional<FunctionId> entry,
        List<Diagnostic> diagnostics) {
    public ImagePlan {
        modules = List.copyOf(modules);
        missing = List.copyOf(missing);
        builtins = List.copyOf(builtins);
        diagnostics = List.copyOf(diagnostics);
    }

    /// True when nothing can be built from it.
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    public static ImagePlan of(Image image) {
        var defined = new LinkedHashMap<FunctionId, Function>();
        image.modules().forEach(m -> m.functions().forEach(f -> defined.put(f.id(), f)));
        var diagnostics = new ArrayList<Diagnostic>();
        if (image.entry().isPresent() && !isExported(image, image.entry().get())) {
            diagnostics.add(noEntry(image.entry().get()));
            return new ImagePlan(image.modules(), List.of(), List.of(), image.entry(), diagnostics);
        }
        List<Module> modules =
                image.entry().isPresent() ? reachable(image, defined) : image.modules();
        References references = References.of(modules.stream()
                .flatMap(m -> m.functions().stream())
                .toList());
        var missing = new ArrayList<FunctionId>();
        references.functions().forEach((id, user) -> {
            if (!defined.containsKey(id) && !References.isBuiltin(id)) {
                missing.add(id);
                diagnostics.add(undefined(id, user));
            }
        });
        return new ImagePlan(modules, missing, builtins(image, references), image.entry(), diagnostics);
    }

    private static boolean isExported(Image image, FunctionId id) {
        return image.modules().stream().anyMatch(m -> m.exports().contains(id));
    }

    private static List<Bif> builtins(Image image, References references) {
        if (image.entry().isPresent() && !references.callsComputed()) {
            return List.of();
        }
        boolean any = image.entry().isEmpty() || references.makesAtoms();
        return BifTable.standard().all().stream()
                .filter(b -> any || references.atoms().contains(b.name()))
                .toList();
    }

    // ---- reachability ----------------------------------------------------------------------------------------------

    private static List<Module> reachable(Image image, Map<FunctionId, Function> defined) {
        var perFunction = new HashMap<FunctionId, References>();
        SequencedSet<FunctionId> reached = new LinkedHashSet<>();
        var todo = new ArrayDeque<FunctionId>();
        todo.add(image.entry().orElseThrow());
        var atoms = new LinkedHashSet<Atom>();
        boolean computed = false;
        boolean anyAtom = false;
        while (true) {
            while (!todo.isEmpty()) {
                FunctionId id = todo.remove();
                if (!defined.containsKey(id) || !reached.add(id)) {
                    continue;
                }
                References r = perFunction.computeIfAbsent(id, i -> References.of(List.of(defined.get(i))));
                todo.addAll(r.functions().keySet());
                atoms.addAll(r.atoms());
                computed |= r.callsComputed();
                anyAtom |= r.makesAtoms();
            }
            if (computed) {
                for (Module m : image.modules()) {
                    for (FunctionId id : m.exports()) {
                        if (!reached.contains(id) && (anyAtom || atoms.contains(id.name()))) {
                            todo.add(id);
                        }
                    }
                }
            }
            if (todo.isEmpty()) {
                return cutDown(image.modules(), reached);
            }
        }
    }

    private static List<Module> cutDown(List<Module> modules, SequencedSet<FunctionId> reached) {
        var kept = new ArrayList<Module>();
        for (Module m : modules) {
            List<Function> functions =
                    m.functions().stream().filter(f -> reached.contains(f.id())).toList();
            if (!functions.isEmpty()) {
                List<FunctionId> exports =
                        m.exports().stream().filter(reached::contains).toList();
                kept.add(new Module(m.name(), exports, m.attributes(), functions));
            }
        }
        return kept;
    }

    // ---- messages --------------------------------------------------------------------------------------------------

    private static Diagnostic noEntry(FunctionId entry) {
        return Diagnostic.error(
                "no-entry", "no exported function " + entry + " to start with", Span.startOf(entry.module().name()));
    }

    private static Diagnostic undefined(FunctionId id, Function user) {
        int line = Math.max(1, user.loc().line());
        int column = Math.max(1, user.loc().column());
        var at = new Position(line, column, 0);
        return Diagnostic.warning(
                        "missing-function",
                        "function " + id + " is not in the image",
                        new Span(user.file(), at, at))
                .note("called from " + user.id() + "; the call will raise undef");
    }
}
