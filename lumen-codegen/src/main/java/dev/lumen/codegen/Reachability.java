package dev.lumen.codegen;

import dev.lumen.codegen.ValueSources.Source;
import dev.lumen.ir.DeepStack;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.RuntimeAtoms;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// Which functions some roots lead to.
///
/// - A function leads to those that it calls, makes funs of, or names in a constant `fun M:F/A`,
///   and to those that a built-in it uses is told to call, where the name is a constant.
/// - A call by a computed name (see [CallPattern]) leads to every exported function that fits what
///   is known of the name, if what is not known can come to be. In a module of the program's own
///   that is any atom that stands in a function reached, and any atom at all once something reached
///   makes atoms from text. In other modules, of which OTP has too many for that, the module's name
///   must stand in a function reached, and the function's name too; where neither is known to the
///   call, one right behind the other, in a tuple, a list, or the arguments of a call: `{io_lib,
///   format, Args}` is said in one place, and called in another.
/// - What the runtime finds by a constant name is reached too ([Lookups]). Where terms are read
///   from bytes, these may hold funs: of any exported function of the program's own modules, and of
///   those of other modules whose two atoms stand one right behind the other.
/// - A call of a function that its module doesn't have leads to the module's
///   `'$handle_undefined_function'/2`, and so does a computed call that can mean the module.
///
/// In a closed world nothing comes from outside but texts and numbers: then an atom that nothing
/// reached makes can't be a value either, and what is done only with such a value is not reached
/// ([LiveBlocks]). A server that prints is asked nothing else by a program that only prints.
///
/// Goes breadth first, so reasons are shortest, and asks for the functions of different modules at
/// once.
public final class Reachability {
    /// Where functions come from. `find` and the answers are called on many threads, one at a time
    /// for each module.
    public interface Modules {
        /// The modules of the program itself.
        Collection<Atom> own();

        /// Any module; empty when there is none of that name.
        Optional<? extends Contents> find(Atom name);
    }

    /// A module, as far as needed here.
    public interface Contents {
        Set<FunctionId> exports();

        /// Whether it has the function, exported or not. Need not know of those that exist for
        /// another one alone.
        boolean defines(FunctionId id);

        /// A function and those that exist for it alone (closures, loops); none when the module
        /// does not have it.
        List<Function> function(FunctionId id);
    }

    /// Somewhere a function is used.
    public record Use(Function by, Loc loc) {}

    /// What the use of a function brings with it: the default group leader is a server written in
    /// Erlang, and the runtime names in its stack traces the modules that explain failures of
    /// built-ins.
    private static final Map<FunctionId, List<FunctionId>> BROUGHT_BY =
            Map.of(
                    FunctionId.of("erlang", "group_leader", 0),
                    List.of(FunctionId.of("lumen_user", "server", 0)),
                    FunctionId.of("io", "request", 2),
                    List.of(FunctionId.of("lumen_user", "server", 0)),
                    FunctionId.of("erl_error", "get_extended_error", 2),
                    Stream.of("erl_erts_errors", "erl_stdlib_errors", "erl_kernel_errors")
                            .map(m -> FunctionId.of(m, "format_error", 2))
                            .toList());

    /// What the use of a module brings with it: the logger has to be started.
    private static final Map<Atom, List<FunctionId>> BROUGHT_BY_MODULE =
            Map.of(Atom.of("logger_config"), List.of(FunctionId.of("lumen_logger", "start", 0)));

    /// What an atom brings with it: a registered process.
    private static final Map<Atom, List<FunctionId>> BROUGHT_BY_ATOM =
            Map.of(Atom.of("standard_error"), List.of(FunctionId.of("lumen_user", "errors", 0)));

    /// What is called only for a text that names a module, and would be most of OTP: there if the
    /// program names the module, else undefined. OTP's evaluator has `qlc:q/1` in a text compiled.
    private static final Map<FunctionId, Atom> ONLY_WHEN_NAMED =
            Map.of(FunctionId.of("qlc", "transform_from_evaluator", 2), Atom.of("qlc"));

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

    private final Modules modules;
    private final boolean closed;
    private final Map<Atom, Optional<? extends Contents>> found = new HashMap<>();
    private final Map<FunctionId, Function> known = new HashMap<>();
    private final Map<FunctionId, LiveBlocks> live = new HashMap<>();
    private final SequencedMap<FunctionId, Reason> reached = new LinkedHashMap<>();
    private final SequencedMap<FunctionId, List<Use>> missing = new LinkedHashMap<>();
    private final Set<Atom> atoms = new HashSet<>();
    private final Set<Atom> ownAtoms = new HashSet<>();
    private final Set<References.Pair> pairs = new HashSet<>();
    private final Set<References.Placed> placed = new HashSet<>();
    private final Origins origins = new Origins(known);
    private final Set<Offer> offers = new LinkedHashSet<>();
    private final Set<ComputedCall> computed = new LinkedHashSet<>();

    /// Atoms that can be values: besides [#atoms] those of the runtime, and names of what is
    /// reached.
    private final Set<Atom> possible = new HashSet<>();

    private final Map<Atom, Set<FunctionId>> waiting = new HashMap<>();

    /// Uses of functions that are only there when their module is named ([#ONLY_WHEN_NAMED]).
    private final SequencedMap<FunctionId, List<Use>> postponed = new LinkedHashMap<>();

    private boolean makesAtoms;
    private boolean findsAtoms;

    /// Whether the program's own functions make or change tuples in ways that are not followed.
    private boolean hidesTuples;

    private final Set<FunctionId> builtins = new HashSet<>();
    private final Set<FunctionId> values = new HashSet<>();
    private boolean findsModules;
    private Optional<FunctionId> decoder = Optional.empty();
    private SequencedMap<FunctionId, Reason> frontier = new LinkedHashMap<>();

    /// What is known of the computed calls, with the first function that has such a call.
    private SequencedMap<CallPattern, FunctionId> patterns = new LinkedHashMap<>();

    /// Who is called back, as far as the offers tell.
    private CallbackModules callbacks = CallbackModules.NONE;

    /// Reached before, and now control comes further in them.
    private SequencedSet<FunctionId> resumed = new LinkedHashSet<>();

    private Reachability(Modules modules, boolean closed) {
        this.modules = modules;
        this.closed = closed;
        possible.addAll(RuntimeAtoms.answered());
    }

    private record ComputedCall(Function by, References.ComputedCall call) {}

    private record Offer(Function by, References.Offer offer) {}

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
            Set<References.Placed> placed) {
        static final NamedAtoms NONE = new NamedAtoms(Set.of(), Set.of(), Set.of(), Set.of());
    }

    /// @param reached in the order in which they were found, each with the reason
    /// @param missing functions that are used and exist nowhere, not even as built-ins, with all
    ///   uses
    /// @param atoms that stand in functions reached
    /// @param callbacks modules that behaviours call back
    /// @param computed what is known of calls by computed names, each with the first function that
    ///   has such a call
    /// @param makesAtoms whether a function reached makes atoms from text
    /// @param findsAtoms whether one gets at atoms that need not stand in functions reached
    /// @param builtins that the runtime finds by their names, which are constants
    /// @param findsModules whether one asks which modules there are
    /// @param decoder one that reads terms from bytes
    /// @param live of each function reached, how far control comes in it
    public record Result(
            SequencedMap<FunctionId, Reason> reached,
            SequencedMap<FunctionId, List<Use>> missing,
            NamedAtoms atoms,
            CallbackModules callbacks,
            SequencedMap<CallPattern, FunctionId> computed,
            boolean makesAtoms,
            boolean findsAtoms,
            Set<FunctionId> builtins,
            boolean findsModules,
            Optional<FunctionId> decoder,
            Map<FunctionId, LiveBlocks> live) {
        static final Result NOTHING =
                new Result(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        NamedAtoms.NONE,
                        CallbackModules.NONE,
                        new LinkedHashMap<>(),
                        false,
                        false,
                        Set.of(),
                        false,
                        Optional.empty(),
                        Map.of());

        /// The module with nothing but what is reached; it may be empty.
        public Module cut(Module m) {
            return new Module(
                    m.name(),
                    m.exports().stream().filter(reached::containsKey).toList(),
                    m.attributes(),
                    m.functions().stream()
                            .filter(f -> reached.containsKey(f.id()))
                            .map(f -> live.get(f.id()).pruned())
                            .toList());
        }

        /// Atoms that stand in functions reached of the program's own modules.
        public Set<Atom> ownAtoms() {
            return atoms.own;
        }

        /// A call by a computed name that can mean this exported function; `own`: its module is one
        /// of the program's own.
        public Optional<CallPattern> computedCall(FunctionId id, boolean own) {
            return computed.keySet().stream()
                    .filter(p -> p.admits(id) && (own ? canBeNamed(p, id) : isNamed(p, id)))
                    .findFirst();
        }

        /// Whether the runtime can be told to call this built-in by its name.
        boolean isFound(FunctionId builtin) {
            return builtins.contains(builtin)
                    || computedCall(builtin, true).isPresent()
                    || canBeDecoded(builtin, false);
        }

        /// Whether a fun of the function can come out of bytes.
        private boolean canBeDecoded(FunctionId id, boolean own) {
            return decoder.isPresent()
                    && (own || atoms.pairs.contains(new References.Pair(id.module(), id.name())));
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

        /// From a root to the function: what someone asks who wonders why it is here.
        public List<FunctionId> chain(FunctionId id) {
            var chain = new ArrayList<FunctionId>();
            FunctionId at = id;
            while (at != null) {
                chain.addFirst(at);
                at = Optional.ofNullable(reached.get(at)).flatMap(Reason::by).orElse(null);
            }
            return chain;
        }
    }

    /// @param closed whether nothing but the roots is called from outside, and no atoms come from
    ///   there: there are no host functions, and nobody sends messages
    public static Result of(Collection<FunctionId> roots, Modules modules, boolean closed) {
        return new Reachability(modules, closed).run(roots);
    }

    private Result run(Collection<FunctionId> roots) {
        for (FunctionId r : roots) {
            frontier.put(r, new Reason.Root());
            origins.calledByOthers(r);
        }
        while (!frontier.isEmpty() || !resumed.isEmpty()) {
            while (!frontier.isEmpty() || !resumed.isEmpty()) {
                wave();
            }
            computedCalls();
            nowNamed();
            builtinsFound();
        }
        missing.putAll(postponed);
        return result();
    }

    private boolean isOnlyWhenNamed(FunctionId id) {
        return ONLY_WHEN_NAMED.containsKey(id)
                && !reached.containsKey(id)
                && !ownAtoms.contains(ONLY_WHEN_NAMED.get(id));
    }

    private void nowNamed() {
        for (FunctionId id : List.copyOf(postponed.keySet())) {
            if (!isOnlyWhenNamed(id)) {
                Use first = postponed.remove(id).getFirst();
                lead(id, new Reason.Called(first.by().id()));
            }
        }
    }

    private Result result() {
        return new Result(
                reached,
                missing,
                new NamedAtoms(atoms, ownAtoms, pairs, placed),
                callbacks,
                patterns,
                makesAtoms,
                findsAtoms,
                builtins,
                findsModules,
                decoder,
                live);
    }

    // ---- functions that are named ---------------------------------------------------------------

    private record Visited(LiveBlocks live, References references, Lookups lookups) {}

    /// Visits the frontier, and what goes on; what they lead to is the next one.
    private void wave() {
        var current = frontier;
        frontier = new LinkedHashMap<>();
        var further = resumed;
        resumed = new LinkedHashSet<>();
        load(current.keySet());
        List<Visited> visited =
                Stream.concat(
                                further.stream().map(live::get),
                                current.keySet().stream()
                                        .filter(known::containsKey)
                                        .map(id -> new LiveBlocks(known.get(id))))
                        .parallel()
                        .map(this::visit)
                        .toList();
        current.forEach((id, why) -> {
            if (known.containsKey(id)) {
                reached.put(id, why);
            } else {
                promised(id, why);
            }
        });
        var named = new LinkedHashSet<Atom>();
        visited.forEach(v -> {
            v.references.functions().keySet().forEach(id -> named.add(id.module()));
            brought(v.references).forEach(b -> named.add(b.module()));
            v.lookups.functions().forEach(id -> named.add(id.module()));
        });
        find(named);
        visited.forEach(this::follow);
        visited.forEach(v -> found(v.lookups, v.live.function().id()));
        visited.forEach(this::waitFor);
    }

    /// Has the functions made that are not known.
    private void load(Collection<FunctionId> ids) {
        var byModule = new LinkedHashMap<Atom, List<FunctionId>>();
        ids.forEach(id -> byModule.computeIfAbsent(id.module(), _ -> new ArrayList<>()).add(id));
        find(byModule.keySet());
        var work = new ArrayList<CompletableFuture<List<Function>>>();
        byModule.forEach((module, its) ->
                found.get(module)
                        .ifPresent(contents -> {
                            List<FunctionId> wanted =
                                    its.stream().filter(id -> !known.containsKey(id)).toList();
                            if (!wanted.isEmpty()) {
                                work.add(
                                        Workers.start(() ->
                                                DeepStack.call(() ->
                                                        wanted.stream()
                                                                .flatMap(id ->
                                                                        contents
                                                                                .function(id)
                                                                                .stream())
                                                                .toList())));
                            }
                        }));
        work.forEach(w -> join(w).forEach(f -> known.putIfAbsent(f.id(), f)));
    }

    private Visited visit(LiveBlocks f) {
        List<Block> blocks = f.advance(this::isPossible);
        return new Visited(f, References.of(f.function(), blocks, closed), Lookups.of(blocks));
    }

    private boolean isPossible(Atom a) {
        return !closed || makesAtoms || findsAtoms || possible.contains(a);
    }

    private void follow(Visited v) {
        Function f = v.live.function();
        References r = v.references;
        live.put(f.id(), v.live);
        r.functions()
                .forEach((id, loc) -> {
                    if (References.isBuiltin(id)) { // a fun of one
                        return;
                    }
                    if (isOnlyWhenNamed(id) && exists(id)) {
                        postponed.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Use(f, loc));
                    } else if (missing.containsKey(id) || !exists(id)) {
                        missing.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Use(f, loc));
                        possible(id);
                        lookedUp(Lookups.handlerOf(id.module()), f.id());
                    } else {
                        lead(id, new Reason.Called(f.id()));
                    }
                });
        brought(r)
                .filter(this::exists)
                .forEach(brought -> {
                    lead(brought, new Reason.Called(f.id()));
                    origins.calledByOthers(brought);
                });
        r.builtins().forEach(this::possible);
        atoms.addAll(r.atoms());
        if (modules.own().contains(f.id().module())) {
            ownAtoms.addAll(r.atoms());
            hidesTuples |= r.builtins().stream().anyMatch(TUPLE_MAKERS::contains);
        }
        pairs.addAll(r.pairs());
        placed.addAll(r.placed());
        r.calls().forEach(c -> origins.called(c.target(), f, c.arguments()));
        r.funs().forEach(m -> origins.madeFun(m.target(), f, m.free()));
        r.madeTuples().forEach(t -> origins.madeTuple(f, t));
        for (Instr.CallBif e : r.setElements()) {
            hidesTuples |= !origins.setElement(f, e) && modules.own().contains(f.id().module());
        }
        r.namedOnly().forEach(origins::calledByOthers);
        r.offers().forEach(o -> offers.add(new Offer(f, o)));
        r.computed().forEach(c -> computed.add(new ComputedCall(f, c)));
        possible(f.id());
        r.atoms().forEach(this::possible);
        anyAtom(r.makesAtoms(), r.findsAtoms());
    }

    private void anyAtom(boolean made, boolean found) {
        makesAtoms |= made;
        if ((made || found) && !findsAtoms) {
            findsAtoms = true;
            waiting.values().forEach(resumed::addAll);
            waiting.clear();
        }
    }

    private void found(Lookups l, FunctionId by) {
        l.functions().forEach(id -> lookedUp(id, by));
        values.addAll(l.values());
        findsModules |= l.findsModules();
        if (l.decodes() && decoder.isEmpty()) {
            decoder = Optional.of(by);
        }
    }

    private void lookedUp(FunctionId id, FunctionId by) {
        if (References.isBuiltin(id)) {
            builtins.add(id);
        } else if (exists(id)) {
            lead(id, new Reason.Called(by));
            origins.calledByOthers(id);
        }
        possible(id);
    }

    /// Stack traces name functions.
    private void possible(FunctionId id) {
        possible(id.module());
        possible(id.name());
    }

    private void possible(Atom a) {
        if (possible.add(a)) {
            resumed.addAll(waiting.getOrDefault(a, Set.of()));
            waiting.remove(a);
        }
    }

    private void waitFor(Visited v) {
        FunctionId id = v.live.function().id();
        for (Atom a : v.live.waitingFor()) {
            if (isPossible(a)) {
                resumed.add(id);
            } else {
                waiting.computeIfAbsent(a, _ -> new LinkedHashSet<>()).add(id);
            }
        }
    }

    private static Stream<FunctionId> brought(References r) {
        return Stream.concat(
                Stream.concat(r.functions().keySet().stream(), r.builtins().stream())
                        .flatMap(id -> broughtBy(id).stream()),
                r.atoms().stream()
                        .flatMap(a -> BROUGHT_BY_ATOM.getOrDefault(a, List.of()).stream()));
    }

    private static List<FunctionId> broughtBy(FunctionId used) {
        List<FunctionId> brought = BROUGHT_BY.get(used);
        return brought != null ? brought : BROUGHT_BY_MODULE.getOrDefault(used.module(), List.of());
    }

    /// A module exports the function, and then could not be read.
    private void promised(FunctionId id, Reason why) {
        switch (why) {
            case Reason.Called(var by) ->
                    missing.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(new Use(known.get(by), Loc.NONE));
            case Reason.Computed _, Reason.Root _ -> {}
        }
    }

    private void lead(FunctionId to, Reason why) {
        if (!reached.containsKey(to)) {
            frontier.putIfAbsent(to, why);
        }
    }

    /// Looks modules up, those not looked up before at once.
    private void find(Collection<Atom> names) {
        var looking = new LinkedHashMap<Atom, CompletableFuture<Optional<? extends Contents>>>();
        for (Atom name : names) {
            if (!found.containsKey(name)) {
                looking.put(name, Workers.start(() -> modules.find(name)));
            }
        }
        looking.forEach((name, result) -> found.put(name, join(result)));
    }

    private boolean exists(FunctionId id) {
        return known.containsKey(id)
                || found.get(id.module()).filter(m -> m.defines(id)).isPresent();
    }

    private static <T> T join(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    // ---- functions whose names are computed -----------------------------------------------------

    /// What built-ins do that nothing calls by a plain call.
    private void builtinsFound() {
        Result now = result();
        for (Bif bif : BifTable.standard().all()) {
            FunctionId id = bif.id();
            boolean makes = References.makesAtoms(id), finds = References.findsAtoms(id);
            if ((makes || finds) && (values.contains(id) || now.isFound(id))) {
                anyAtom(makes, finds);
            }
        }
    }

    /// Finds what computed calls mean. A function that one can mean is called with arguments that
    /// nobody knows, and then what was known of other computed calls may no longer hold.
    private void computedCalls() {
        if (computed.isEmpty() && decoder.isEmpty()) {
            return;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            callbacks = callbackModules();
            patterns = patterns();
            Set<Atom> candidates = candidates();
            find(candidates);
            Result now = result();
            for (Atom module : candidates) {
                boolean own = modules.own().contains(module);
                Optional<? extends Contents> contents = found.get(module);
                for (FunctionId id : contents.map(Contents::exports).orElse(Set.of())) {
                    if (now.canBeDecoded(id, own)) {
                        lead(id, new Reason.Called(decoder.get()));
                        changed |= origins.calledByOthers(id);
                    }
                    Optional<CallPattern> p = now.computedCall(id, own);
                    if (p.isPresent()) {
                        lead(id, new Reason.Computed(p.get(), patterns.get(p.get())));
                        changed |= origins.calledByOthers(id);
                    }
                }
            }
        }
    }

    private Set<Atom> candidates() {
        var candidates = new LinkedHashSet<Atom>();
        if (decoder.isPresent() || patterns.keySet().stream().anyMatch(p -> p.module().isEmpty())) {
            candidates.addAll(modules.own());
            candidates.addAll(new TreeSet<>(atoms));
        }
        patterns.keySet().forEach(p -> p.module().ifPresent(candidates::add));
        return candidates;
    }

    private CallbackModules callbackModules() {
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
        return new CallbackModules(given, any);
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
        return origins.of(
                f,
                operands,
                (hidesTuples || makesAtoms) && modules.own().contains(f.id().module()));
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
