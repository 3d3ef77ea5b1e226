package dev.lumen;

import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a program begins, as its caller says it: a function of arity 0, or, where there is none,
/// 1.
///
/// @param module the first of the program when empty
record Entry(Optional<String> module, String function) {
    static final Entry MAIN = new Entry(Optional.empty(), "main");

    static Entry of(String module, String function) {
        return new Entry(Optional.of(module), function);
    }

    /// The module's name; empty when there are no modules.
    Optional<String> moduleName(Collection<CompiledModule> modules) {
        return module.or(() -> modules.stream().findFirst().map(CompiledModule::name));
    }

    /// A function of that name which is not one to start with: it is not exported, or has another
    /// arity.
    Optional<Function> near(Collection<CompiledModule> modules) {
        return moduleName(modules)
                .flatMap(name -> modules.stream().filter(m -> m.name().equals(name)).findFirst())
                .flatMap(m ->
                        m.ssa().functions().stream()
                                .filter(f -> f.id().name().equals(Atom.of(function)))
                                .min(Comparator.comparingInt(f -> f.id().arity())));
    }

    /// The exported function that is meant; empty when there is none.
    Optional<FunctionId> in(Collection<CompiledModule> modules) {
        return moduleName(modules)
                .flatMap(name -> modules.stream().filter(m -> m.name().equals(name)).findFirst())
                .flatMap(m ->
                        Stream.of(0, 1)
                                .map(arity ->
                                        new FunctionId(Atom.of(m.name()), Atom.of(function), arity))
                                .filter(m.optimized().exports()::contains)
                                .findFirst());
    }
}
