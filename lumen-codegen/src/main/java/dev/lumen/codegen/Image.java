package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A program: the modules that are linked together, and where it starts. Immutable.
///
/// @param modules valid SSA; no two of the same name
/// @param libraries names of those modules that are not the program's own: what computed calls can
///   reach in them is less, see [Reachability]
/// @param kept names of modules all of whose exports stay
/// @param entry the function that an executable runs, of arity 0, or 1 for the list of its
///   arguments (strings); empty for an image that is only called into
public record Image(
        List<Module> modules, Set<Atom> libraries, Set<Atom> kept, Optional<FunctionId> entry) {
    /// @throws IllegalArgumentException when two modules have the same name
    public Image {
        modules = List.copyOf(modules);
        libraries = Set.copyOf(libraries);
        kept = Set.copyOf(kept);
        var names = new HashSet<>();
        for (Module m : modules) {
            if (!names.add(m.name())) {
                throw new IllegalArgumentException("two modules " + m.name());
            }
        }
    }

    public static Image library(Module... modules) {
        return new Image(List.of(modules), Set.of(), Set.of(), Optional.empty());
    }

    public static Image program(FunctionId entry, Module... modules) {
        return new Image(List.of(modules), Set.of(), Set.of(), Optional.of(entry));
    }
}
