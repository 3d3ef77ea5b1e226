package dev.lumen.codegen;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.RuntimeAtoms;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
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
    private final ComputedCalls computed = new ComputedCalls(known);

    /// Atoms that can be values: besides [#atoms] those of the runtime, and names of what is
    /// reached.
    private final Set<Atom> possible = new HashSet<>();

    private final Map<Atom, Set<FunctionId>> waiting = new HashMap<>();

    /// Uses of functions that are only there when their module is named ([#ONLY_WHEN_NAMED]).
    private final SequencedMap<FunctionId, List<Use>> postponed = new LinkedHashMap<>();

    private boolean makesAtoms;
    private boolean findsAtoms;

    private final Set<FunctionId> builtins = new HashSet<>();
    private final Set<FunctionId> values = new HashSet<>();
    private boolean findsModules;
    private Optional<FunctionId> decoder = Optional.empty();
    private SequencedMap<FunctionId, Reason> frontier = new LinkedHashMap<>();

    /// Reached before, and now control comes further in them.
    private SequencedSet<FunctionId> resumed = new LinkedHashSet<>();

    private Reachability(Modules modules, boolean closed) {
        this.modules = modules;
        this.closed = closed;
        possible.addAll(RuntimeAtoms.answered());
    }

    /// @param reached in the order in which they were found, each with the reason
    /// @param missing functions that are used and are not there for who uses them (no module has or
    ///   exports them, nor are they built in), with all uses
    /// @param calls what calls by computed names can mean
    /// @param findsAtoms whether one gets at atoms that need not stand in functions reached
    /// @param builtins that the runtime finds by their names, which are constants
    /// @param findsModules whether one asks which modules there are
    /// @param decoder one that reads terms from bytes
    /// @param live of each function reached, how far control comes in it
    public record Result(
            SequencedMap<FunctionId, Reason> reached,
            SequencedMap<FunctionId, List<Use>> missing,
            CallMeanings calls,
            boolean findsAtoms,
            Set<FunctionId> builtins,
            boolean findsModules,
            Optional<FunctionId> decoder,
            Map<FunctionId, LiveBlocks> live) {
        static final Result NOTHING =
                new Result(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        CallMeanings.NONE,
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
            return calls.atoms().own();
        }

        /// A call by a computed name that can mean this exported function; `own`: its module is one
        /// of the program's own.
        public Optional<CallPattern> computedCall(FunctionId id, boolean own) {
            return calls.of(id, own);
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
                    && (own
                            || calls.atoms()
                                    .pairs()
                                    .contains(new References.Pair(id.module(), id.name())));
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
            computed.calledByOthers(r);
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
                computed.meanings(
                        new CallMeanings.NamedAtoms(atoms, ownAtoms, pairs, placed), makesAtoms),
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
                    } else {
                        use(id, new Use(f, loc), r);
                    }
                });
        brought(r)
                .filter(this::exists)
                .forEach(brought -> {
                    lead(brought, new Reason.Called(f.id()));
                    computed.calledByOthers(brought);
                });
        r.builtins().forEach(this::possible);
        atoms.addAll(r.atoms());
        if (modules.own().contains(f.id().module())) {
            ownAtoms.addAll(r.atoms());
        }
        pairs.addAll(r.pairs());
        placed.addAll(r.placed());
        computed.found(f, r, modules.own().contains(f.id().module()));
        possible(f.id());
        r.atoms().forEach(this::possible);
        anyAtom(r.makesAtoms(), r.findsAtoms());
    }

    /// A function that is not exported is there for the code of its module, and missing for all who
    /// have its name.
    private void use(FunctionId id, Use use, References r) {
        FunctionId by = use.by().id();
        boolean inside = r.direct().contains(id) && id.module().equals(by.module());
        boolean exported = isExported(id);
        boolean unread = exported && missing.containsKey(id); // see promised
        if ((inside ? exists(id) : exported) && !unread) {
            lead(id, new Reason.Called(by));
        }
        if (!exported && !(inside && exists(id) && !r.named().contains(id)) || unread) {
            missing.computeIfAbsent(id, _ -> new ArrayList<>()).add(use);
            possible(id);
            lookedUp(Lookups.handlerOf(id.module()), by);
        }
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
        } else if (isExported(id)) {
            lead(id, new Reason.Called(by));
            computed.calledByOthers(id);
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

    /// Whether it is what somebody finds who has its name.
    private boolean isExported(FunctionId id) {
        return found.get(id.module()).filter(m -> m.exports().contains(id)).isPresent();
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
        boolean changed = !computed.isEmpty() || decoder.isPresent();
        while (changed) {
            changed = false;
            computed.follow(makesAtoms, modules.own());
            Result now = result();
            Set<Atom> candidates = candidates(now.calls().patterns().keySet());
            find(candidates);
            for (Atom module : candidates) {
                boolean own = modules.own().contains(module);
                Optional<? extends Contents> contents = found.get(module);
                for (FunctionId id : contents.map(Contents::exports).orElse(Set.of())) {
                    Optional<Reason> reason = reason(now, id, own);
                    if (reason.isPresent()) {
                        lead(id, reason.get());
                        changed |= computed.calledByOthers(id);
                    }
                }
            }
        }
    }

    private Optional<Reason> reason(Result now, FunctionId id, boolean own) {
        return now.canBeDecoded(id, own)
                ? Optional.of(new Reason.Called(decoder.get()))
                : now.computedCall(id, own)
                        .map(p -> new Reason.Computed(p, now.calls().patterns().get(p)));
    }

    private Set<Atom> candidates(Set<CallPattern> patterns) {
        var candidates = new LinkedHashSet<Atom>();
        if (decoder.isPresent() || patterns.stream().anyMatch(p -> p.module().isEmpty())) {
            candidates.addAll(modules.own());
            candidates.addAll(new TreeSet<>(atoms));
        }
        patterns.forEach(p -> p.module().ifPresent(candidates::add));
        return candidates;
    }
}
