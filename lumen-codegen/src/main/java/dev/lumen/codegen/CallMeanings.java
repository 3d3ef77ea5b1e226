package dev.lumen.codegen;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Which functions calls by computed names can mean: the rule that the README of `lumen-api` tells.
///
/// @param patterns what is known of the calls, each with the first function that has such a call
/// @param callbacks modules that behaviours call back
/// @param atoms that stand in functions reached
/// @param makesAtoms whether a function reached makes atoms from text
record CallMeanings(
        SequencedMap<CallPattern, FunctionId> patterns,
        CallbackModules callbacks,
        NamedAtoms atoms,
        boolean makesAtoms) {
    static final CallMeanings NONE =
            new CallMeanings(
                    new LinkedHashMap<>(),
                    CallbackModules.NONE,
                    new NamedAtoms(Set.of(), Set.of(), Set.of(), Set.of()),
                    false);

    /// Modules that behaviours call back.
    ///
    /// @param given that a behaviour is given: the behaviour, and the module
    /// @param any behaviours that are given what is not known
    record CallbackModules(Set<References.Pair> given, Set<Atom> any) {
        static final CallbackModules NONE = new CallbackModules(Set.of(), Set.of());
    }

    /// The atoms that functions reached name.
    ///
    /// @param all of them
    /// @param own those of the program's own modules
    /// @param pairs that stand one right behind the other
    /// @param placed the pairs that stand in tuples
    record NamedAtoms(
            Set<Atom> all,
            Set<Atom> own,
            Set<References.Pair> pairs,
            Set<References.Placed> placed) {}

    /// A call that can mean this exported function; `own`: its module is one of the program's own.
    Optional<CallPattern> of(FunctionId id, boolean own) {
        return patterns.keySet().stream()
                .filter(p -> p.admits(id) && (own ? canBeNamed(p, id) : isNamed(p, id)))
                .findFirst();
    }

    private boolean canBeNamed(CallPattern p, FunctionId id) {
        return makesAtoms
                || (p.module().isPresent() || atoms.all.contains(id.module()))
                        && (p.name().isPresent()
                                || atoms.all.contains(id.name())
                                || Lookups.isHandler(id));
    }

    private boolean isNamed(CallPattern p, FunctionId id) {
        if (p.module().isPresent() && p.name().isPresent()) {
            return true;
        }
        if (p.behaviour().isPresent()) {
            if (isCalledBack(p.behaviour().get(), id.module())) {
                return p.name().isPresent() || atoms.all.contains(id.name());
            }
            if (p.name().isPresent()) {
                return false;
            }
        }
        if (p.named()) {
            return p.module().isPresent()
                    ? makesAtoms || atoms.all.contains(id.name())
                    : atoms.all.contains(id.module());
        }
        var pair = new References.Pair(id.module(), id.name());
        return p.place()
                .map(place -> atoms.placed.contains(new References.Placed(pair, place)))
                .orElseGet(() -> atoms.pairs.contains(pair));
    }

    private boolean isCalledBack(Atom behaviour, Atom module) {
        return callbacks.given.contains(new References.Pair(behaviour, module))
                || callbacks.any.contains(behaviour) && atoms.own.contains(module);
    }
}
