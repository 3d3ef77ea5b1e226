package dev.lumen.ir.core;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.List;
import java.util.Optional;

/// A module: what it exports, its attributes in the order of the source, its functions in the order
/// of the source.
///
/// `file` is the source as the compiler was told of it, and what stack traces show; empty when
/// unknown. A function whose source is another file (code of an include file) says so by the
/// annotation `{file,Name}` of its fun.
public record CoreModule(
        Atom name,
        String file,
        List<FunctionName> exports,
        List<Attribute> attributes,
        List<FunctionDef> functions,
        Anno anno) {
    /// `'key' = Value`. The value of a wild attribute is a list, as
    /// `Module:module_info(attributes)` shows it.
    public record Attribute(Atom key, Term value) {}

    public CoreModule {
        exports = List.copyOf(exports);
        attributes = List.copyOf(attributes);
        functions = List.copyOf(functions);
    }

    public Optional<FunctionDef> function(FunctionName wanted) {
        return functions.stream().filter(f -> f.name().equals(wanted)).findFirst();
    }
}
