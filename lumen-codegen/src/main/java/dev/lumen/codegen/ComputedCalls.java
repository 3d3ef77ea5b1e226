package dev.lumen.codegen;

import dev.lumen.codegen.ValueSources.Source;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The calls by computed names in the functions that are reached, and what is known of the names by
/// following them to where they come from ([Origins]). For one thread at a time.
final class ComputedCalls {
    /// Built-ins that make or change tuples, and can't be seen to what.
    private static final Set<FunctionId> TUPLE_MAKERS =
            Set.of(
                    FunctionId.of("ets", "update_element", 3),
                    FunctionId.of("erlang", "list_to_tuple", 1),
                    FunctionId.of("erlang", "make_tuple", 3),
                    FunctionId.of("erlang", "insert_element", 3),
                    FunctionId.of("erlang", "append_element", 2),
                    FunctionId.of("erlang", "delete_element", 2),
                    FunctionId.of("erlang", "binary_to_term", 1),
                    FunctionId.of("erlang", "binary_to_term", 2));

    private record ComputedCall(Function by, References.ComputedCall call) {}

    private record Offer(Function by, References.Offer offer) {}

    private final Origins origins;
    private final List<Offer> offers = new ArrayList<>();
    private final List<ComputedCall> computed = new ArrayList<>();

    /// Whether the program's own functions make or change tuples in ways that are not followed.
    private boolean hidesTuples;

    private boolean tuplesAreHidden;
    private Collection<Atom> own = Set.of();
    private SequencedMap<CallPattern, FunctionId> patterns = new LinkedHashMap<>();
    private CallMeanings.CallbackModules callbacks = CallMeanings.CallbackModules.NONE;

    /// @param functions those reached
    ComputedCalls(Map<FunctionId, Function> functions) {
        this.origins = new Origins(functions);
    }

    boolean isEmpty() {
        return computed.isEmpty();
    }

    /// Takes up what a function names; `own`: it is one of the program's own.
    void found(Function f, References r, boolean own) {
        r.calls().forEach(c -> origins.called(c.target(), f, c.arguments()));
        r.funs().forEach(m -> origins.madeFun(m.target(), f, m.free()));
        r.madeTuples().forEach(t -> origins.madeTuple(f, t));
        for (Instr.CallBif e : r.setElements()) {
            hidesTuples |= !origins.setElement(f, e) && own;
        }
        hidesTuples |= own && r.builtins().stream().anyMatch(TUPLE_MAKERS::contains);
        r.namedOnly().forEach(origins::calledByOthers);
        r.offers().forEach(o -> offers.add(new Offer(f, o)));
        r.computed().forEach(c -> computed.add(new ComputedCall(f, c)));
    }

    /// It can be called with arguments that nobody tells of. Answers whether that is new.
    boolean calledByOthers(FunctionId target) {
        return origins.calledByOthers(target);
    }

    /// Follows the names anew.
    ///
    /// @param makesAtoms whether atoms are made from text, and so tuples of the program's own with
    ///   them
    /// @param ownModules the modules of the program itself
    void follow(boolean makesAtoms, Collection<Atom> ownModules) {
        tuplesAreHidden = hidesTuples || makesAtoms;
        own = ownModules;
        callbacks = callbackModules();
        patterns = patterns();
    }

    /// As they were followed last.
    CallMeanings meanings(CallMeanings.NamedAtoms atoms, boolean makesAtoms) {
        return new CallMeanings(patterns, callbacks, atoms, makesAtoms);
    }

    private CallMeanings.CallbackModules callbackModules() {
        var given = new HashSet<References.Pair>();
        var any = new HashSet<Atom>();
        for (Offer o : offers) {
            Atom behaviour = o.offer.behaviour();
            for (List<Source> way : origins(o.by, List.of(o.offer.module()))) {
                switch (way.getFirst()) {
                    case Source.Constant(Atom m) -> given.add(new References.Pair(behaviour, m));
                    case Source.Constant _, Source.Made _ -> {} // no module
                    // Behaviours hand on to each other what they were given.
                    case Source _ when Behaviours.contains(o.by.id().module()) -> {}
                    case Source _ -> any.add(behaviour);
                }
            }
        }
        return new CallMeanings.CallbackModules(given, any);
    }

    private SequencedMap<CallPattern, FunctionId> patterns() {
        var all = new LinkedHashMap<CallPattern, FunctionId>();
        for (ComputedCall c : computed) {
            var operands = new ArrayList<Operand>(List.of(c.call.module(), c.call.name()));
            c.call.list().ifPresent(operands::add);
            for (List<Source> way : origins(c.by, operands)) {
                pattern(c, way).ifPresent(p -> all.putIfAbsent(p, c.by.id()));
            }
        }
        return all;
    }

    private Set<List<Source>> origins(Function f, List<Operand> operands) {
        return origins.of(f, operands, tuplesAreHidden && own.contains(f.id().module()));
    }

    /// Nothing where the call fails, since a name is no atom.
    private static Optional<CallPattern> pattern(ComputedCall c, List<Source> way) {
        Source module = way.get(0);
        Source name = way.get(1);
        if (isNoName(module) || isNoName(name)) {
            return Optional.empty();
        }
        Optional<Atom> m = atom(module);
        Optional<Atom> n = atom(name);
        return Optional.of(
                new CallPattern(
                        m,
                        n,
                        c.call.arity(),
                        References.atom(c.call.module()).isPresent()
                                || References.atom(c.call.name()).isPresent(),
                        Optional.of(c.by.id().module())
                                .filter(b -> m.isEmpty() && Behaviours.contains(b)),
                        place(way)));
    }

    private static boolean isNoName(Source s) {
        return s instanceof Source.Made
                || s instanceof Source.Constant(var value) && !(value instanceof Atom);
    }

    private static Optional<Atom> atom(Source s) {
        return s instanceof Source.Constant(Atom a) ? Optional.of(a) : Optional.empty();
    }

    /// Where module and name stand, when they are neighbours in a tuple.
    private static Optional<CallPattern.Place> place(List<Source> way) {
        if (way.get(0) instanceof Source.Element(int arity, var tag, int module)
                && way.get(1).equals(new Source.Element(arity, tag, module + 1))) {
            boolean list = way.getLast().equals(new Source.Element(arity, tag, module + 2));
            return Optional.of(new CallPattern.Place(arity, module, list));
        }
        return Optional.empty();
    }
}
