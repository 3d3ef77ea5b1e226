package dev.lumen.codegen;

import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes into an image, decided with the whole program in view: a program (an image with an
/// entry) is cut down to what its entry reaches, by the rule of [Reachability]. A function that is
/// called and is nowhere becomes a stub that raises `undef`, as in Erlang, and a warning.
///
/// @param modules cut down; modules that nothing reaches are gone
/// @param missing functions that need a stub, in order of their first use
/// @param builtins those that a call by a computed name can reach; all of them in an image that is
///   only called into
/// @param known names of modules of which nothing is there, if something asks which modules there
///   are: those of the program itself, and those that it names
/// @param atoms those of the program's own modules that exist though nothing reached has them, if
///   something asks for existing atoms
/// @param reachability what was reached, and why
public record ImagePlan(
        List<Module> modules,
        List<FunctionId> missing,
        List<Bif> builtins,
        List<Atom> known,
        List<Atom> atoms,
        Optional<FunctionId> entry,
        Reachability.Result reachability,
        List<Diagnostic> diagnostics) {
    public ImagePlan {
        modules = List.copyOf(modules);
        missing = List.copyOf(missing);
        builtins = List.copyOf(builtins);
        known = List.copyOf(known);
        atoms = List.copyOf(atoms);
        diagnostics = List.copyOf(diagnostics);
    }

    /// True when nothing can be built from it.
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    public static ImagePlan of(Image image) {
        boolean program = image.entry().isPresent();
        if (program && !isExported(image, image.entry().get())) {
            return new ImagePlan(
                    image.modules(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    image.entry(),
                    Reachability.Result.NOTHING,
                    List.of(noEntry(image.entry().get())));
        }
        var modules = new ImageModules(image);
        List<FunctionId> roots =
                program
                        ? Stream.concat(
                                        image.entry().stream(),
                                        image.modules().stream()
                                                .filter(m -> image.kept().contains(m.name()))
                                                .flatMap(m -> m.exports().stream()))
                                .toList()
                        : image.modules().stream()
                                .flatMap(m -> m.functions().stream())
                                .map(Function::id)
                                .toList();
        Reachability.Result result = Reachability.of(roots, modules, program);
        Map<Boolean, List<Module>> byContents =
                image.modules().stream()
                        .map(m -> program ? result.cut(m) : m)
                        .collect(Collectors.partitioningBy(m -> !m.functions().isEmpty()));
        return new ImagePlan(
                byContents.get(true),
                List.copyOf(result.missing().keySet()),
                BifTable.standard().all().stream()
                        .filter(bif -> !program || result.isFound(bif.id()))
                        .toList(),
                result.findsModules()
                        ? byContents.get(false).stream().map(Module::name).toList()
                        : List.of(),
                result.findsAtoms() ? existingAtoms(image, modules.own()) : List.of(),
                image.entry(),
                result,
                MissingFunctions.diagnostics(unhandled(result), image.libraries()));
    }

    /// The missing functions in whose place their modules have nothing to call.
    private static Map<FunctionId, List<Reachability.Use>> unhandled(Reachability.Result result) {
        var all = new LinkedHashMap<>(result.missing());
        all.keySet().removeIf(id -> result.reached().containsKey(Lookups.handlerOf(id.module())));
        return all;
    }

    /// The modules of an image, for a walk over them.
    private record ImageModules(Map<Atom, Cut> all, Set<Atom> own) implements Reachability.Modules {
        ImageModules(Image image) {
            this(new HashMap<>(), new LinkedHashSet<>());
            image.modules()
                    .forEach(m -> {
                        all.put(m.name(), new Cut(m));
                        if (!image.libraries().contains(m.name())) {
                            own.add(m.name());
                        }
                    });
        }

        @Override
        public Optional<Cut> find(Atom name) {
            return Optional.ofNullable(all.get(name));
        }
    }

    private record Cut(Set<FunctionId> exports, Map<FunctionId, Function> functions)
            implements Reachability.Contents {
        Cut(Module m) {
            this(Set.copyOf(m.exports()), new HashMap<>());
            m.functions().forEach(f -> functions.put(f.id(), f));
        }

        @Override
        public boolean defines(FunctionId id) {
            return functions.containsKey(id);
        }

        @Override
        public List<Function> function(FunctionId id) {
            return Optional.ofNullable(functions.get(id)).map(List::of).orElse(List.of());
        }
    }

    /// All that the program's own modules name, reached or not: the emulator has them from loading
    /// the modules.
    private static List<Atom> existingAtoms(Image image, Set<Atom> own) {
        var all = new LinkedHashSet<Atom>();
        for (Module m : image.modules()) {
            if (own.contains(m.name())) {
                for (Function f : m.functions()) {
                    References r = References.of(f, f.blocks(), false);
                    all.add(f.id().name());
                    all.addAll(r.atoms());
                    Stream.concat(r.functions().keySet().stream(), r.builtins().stream())
                            .forEach(id -> {
                                all.add(id.module());
                                all.add(id.name());
                            });
                }
            }
        }
        return List.copyOf(all);
    }

    private static boolean isExported(Image image, FunctionId id) {
        return image.modules().stream().anyMatch(m -> m.exports().contains(id));
    }

    // ---- messages -------------------------------------------------------------------------------

    private static Diagnostic noEntry(FunctionId entry) {
        return Diagnostic.error(
                "no-entry",
                "no exported function " + entry + " to start with",
                Span.startOf(entry.module().name()));
    }
}
