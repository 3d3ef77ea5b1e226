package dev.lumen.codegen;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.RuntimeAtoms;
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
    private final Set<References.Pair> offers = new HashSet<>();
    private final SequencedMap<CallPattern, FunctionId> computed = new LinkedHashMap<>();

    /// Atoms that can be values: besides [#atoms] those of the runtime, and names of what is
    /// reached.
    private final Set<Atom> possible = new HashSet<>();

    private final Map<Atom, Set<FunctionId>> waiting = new HashMap<>();
    private boolean makesAtoms;
    private boolean findsAtoms;
    private SequencedMap<FunctionId, Reason> frontier = new LinkedHashMap<>();

    /// Reached before, and now control comes further in them.
    private SequencedSet<FunctionId> resumed = new LinkedHashSet<>();

    private Reachability(Modules modules, boolean closed) {
        this.modules = modules;
        this.closed = closed;
        possible.addAll(RuntimeAtoms.answered());
    }

    /// @param reached in the order in which they were found, each with the reason
    /// @param missing functions that are used and exist nowhere, not even as built-ins, with all
    ///   uses
    /// @param atoms that stand in functions reached
    /// @param ownAtoms that stand in functions reached of the program's own modules
    /// @param pairs of atoms that stand in functions reached one right behind the other
    /// @param offers modules that behaviours are given there ([References#offers])
    /// @param computed what is known of calls by computed names, each with the first function that
    ///   has such a call
    /// @param makesAtoms whether a function reached makes atoms from text
    /// @param findsAtoms whether one gets at atoms that need not stand in functions reached
    /// @param live of each function reached, how far control comes in it
    public record Result(
            SequencedMap<FunctionId, Reason> reached,
            SequencedMap<FunctionId, List<Use>> missing,
            Set<Atom> atoms,
            Set<Atom> ownAtoms,
            Set<References.Pair> pairs,
            Set<References.Pair> offers,
            SequencedMap<CallPattern, FunctionId> computed,
            boolean makesAtoms,
            boolean findsAtoms,
            Map<FunctionId, LiveBlocks> live) {
        static final Result NOTHING =
                new Result(
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        new LinkedHashMap<>(),
                        false,
                        false,
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

        /// A call by a computed name that can mean this exported function; `own`: its module is one
        /// of the program's own.
        public Optional<CallPattern> computedCall(FunctionId id, boolean own) {
            return computed.keySet().stream()
                    .filter(p -> p.admits(id) && (own ? canBeNamed(p, id) : isNamed(p, id)))
                    .findFirst();
        }

        private boolean canBeNamed(CallPattern p, FunctionId id) {
            return makesAtoms
                    || (p.module().isPresent() || atoms.contains(id.module()))
                            && (p.name().isPresent() || atoms.contains(id.name()));
        }

        private boolean isNamed(CallPattern p, FunctionId id) {
            if (p.module().isPresent()) {
                return p.name().isPresent() || makesAtoms || atoms.contains(id.name());
            }
            boolean offered =
                    p.behaviour()
                            .filter(b -> offers.contains(new References.Pair(b, id.module())))
                            .isPresent();
            if (p.name().isEmpty()) {
                return offered && atoms.contains(id.name())
                        || pairs.contains(new References.Pair(id.module(), id.name()));
            }
            return offered || (p.behaviour().isPresent() ? ownAtoms : atoms).contains(id.module());
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
        roots.forEach(r -> frontier.put(r, new Reason.Root()));
        while (!frontier.isEmpty()) {
            while (!frontier.isEmpty() || !resumed.isEmpty()) {
                wave();
            }
            computedCalls();
        }
        return result();
    }

    private Result result() {
        return new Result(
                reached,
                missing,
                atoms,
                ownAtoms,
                pairs,
                offers,
                computed,
                makesAtoms,
                findsAtoms,
                live);
    }

    // ---- functions that are named ---------------------------------------------------------------

    private record Visited(LiveBlocks live, References references) {}

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
        });
        find(named);
        visited.forEach(this::follow);
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
        return new Visited(f, References.of(f.function(), f.advance(this::isPossible), closed));
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
                    if (missing.containsKey(id) || !exists(id)) {
                        missing.computeIfAbsent(id, _ -> new ArrayList<>()).add(new Use(f, loc));
                    } else {
                        lead(id, new Reason.Called(f.id()));
                    }
                });
        brought(r)
                .filter(this::exists)
                .forEach(brought -> lead(brought, new Reason.Called(f.id())));
        r.builtins().forEach(this::possible);
        atoms.addAll(r.atoms());
        if (modules.own().contains(f.id().module())) {
            ownAtoms.addAll(r.atoms());
        }
        pairs.addAll(r.pairs());
        offers.addAll(r.offers());
        r.computed().forEach(p -> computed.putIfAbsent(p, f.id()));
        possible(f.id());
        r.atoms().forEach(this::possible);
        if (r.makesAtoms() || r.findsAtoms()) {
            makesAtoms |= r.makesAtoms();
            findsAtoms = true;
            waiting.values().forEach(resumed::addAll);
            waiting.clear();
        }
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

    private void computedCalls() {
        if (computed.isEmpty()) {
            return;
        }
        var candidates = new LinkedHashSet<>(modules.own());
        candidates.addAll(new TreeSet<>(atoms));
        if (computed.keySet().stream().noneMatch(p -> p.module().isEmpty())) {
            candidates.clear();
        }
        computed.keySet().forEach(p -> p.module().ifPresent(candidates::add));
        find(candidates);
        Result now = result();
        for (Atom module : candidates) {
            boolean own = modules.own().contains(module);
            found.get(module)
                    .ifPresent(m -> {
                        for (FunctionId id : m.exports()) {
                            if (!reached.containsKey(id)) {
                                now.computedCall(id, own)
                                        .ifPresent(p ->
                                                lead(id, new Reason.Computed(p, computed.get(p))));
                            }
                        }
                    });
        }
    }
}
