package dev.lumen.ir.pass;

import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Verifier;
import dev.lumen.ir.ssa.VerifyError;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The order of passes, as data: a list of named groups, each run once or until it changes nothing.
/// The only place where order is decided; a user's pass enters the same list as ours.
///
/// Immutable and thread-safe.
public record Pipeline(List<Group> groups) {
    /// The property that turns on verification after each pass for pipelines that are not told
    /// otherwise: `each`.
    public static final String VERIFY_PROPERTY = "lumen.verify";

    /// Passes that run in this order, at most `rounds` times, and again only when the last round
    /// changed something.
    public record Group(String name, int rounds, List<Pass> passes) {
        public Group {
            if (rounds < 1) {
                throw new IllegalArgumentException("rounds: " + rounds);
            }
            passes = List.copyOf(passes);
        }

        Group withPasses(List<Pass> changed) {
            return new Group(name, rounds, changed);
        }
    }

    /// How a pipeline is run.
    ///
    /// @param verify whether the module is verified before the first pass and after each that
    ///   changed it
    /// @param checked passes after which the module is verified in any case
    /// @param without passes to leave out
    /// @param listener who is told of each pass
    public record Options(
            boolean verify, Set<PassId> checked, Set<PassId> without, PassListener listener) {
        public Options {
            checked = Set.copyOf(checked);
            without = Set.copyOf(without);
        }

        /// Verifies when [#VERIFY_PROPERTY] says so.
        public static Options defaults() {
            return new Options(
                    "each".equals(System.getProperty(VERIFY_PROPERTY)),
                    Set.of(),
                    Set.of(),
                    PassListener.NONE);
        }

        public Options withListener(PassListener other) {
            return new Options(verify, checked, without, other);
        }

        public Options withVerify(boolean each) {
            return new Options(each, checked, without, listener);
        }

        /// Verifies after these passes, whether or not after all.
        public Options withChecked(Set<PassId> passes) {
            return new Options(verify, passes, without, listener);
        }

        public Options without(PassId... passes) {
            var all = new LinkedHashSet<>(without);
            all.addAll(List.of(passes));
            return new Options(verify, checked, all, listener);
        }
    }

    /// @throws IllegalArgumentException when two passes have one name
    public Pipeline {
        groups = List.copyOf(groups);
        var seen = new LinkedHashSet<PassId>();
        groups.stream()
                .flatMap(g -> g.passes().stream())
                .map(Pass::id)
                .forEach(id -> {
                    if (!seen.add(id)) {
                        throw new IllegalArgumentException(
                                "pass " + id + " stands twice in the pipeline");
                    }
                });
    }

    public static Pipeline of(Group... groups) {
        return new Pipeline(List.of(groups));
    }

    public static Group once(String name, Pass... passes) {
        return new Group(name, 1, List.of(passes));
    }

    public static Group repeat(String name, int rounds, Pass... passes) {
        return new Group(name, rounds, List.of(passes));
    }

    public Stream<PassId> passes() {
        return groups.stream().flatMap(g -> g.passes().stream()).map(Pass::id);
    }

    /// With one more pass right after the one named.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    public Pipeline after(String name, Pass pass) {
        return insert(name, pass, 1);
    }

    /// With one more pass right before the one named.
    ///
    /// @throws IllegalArgumentException when there is none of that name
    public Pipeline before(String name, Pass pass) {
        return insert(name, pass, 0);
    }

    /// With one more pass at the end, in a group of its own.
    public Pipeline then(Pass pass) {
        var all = new ArrayList<>(groups);
        all.add(once(pass.id().name(), pass));
        return new Pipeline(all);
    }

    private Pipeline insert(String name, Pass pass, int offset) {
        PassId wanted = PassId.of(name);
        if (passes().noneMatch(wanted::equals)) {
            throw new IllegalArgumentException(
                    "no pass " + wanted + " in the pipeline, which has " + passes().toList());
        }
        return mapGroups(g -> {
            var passes = new ArrayList<Pass>();
            for (Pass p : g.passes()) {
                if (offset == 0 && p.id().equals(wanted)) {
                    passes.add(pass);
                }
                passes.add(p);
                if (offset == 1 && p.id().equals(wanted)) {
                    passes.add(pass);
                }
            }
            return g.withPasses(passes);
        });
    }

    private Pipeline mapGroups(UnaryOperator<Group> change) {
        return new Pipeline(groups.stream().map(change).toList());
    }

    /// Runs the passes over `module`, which must be valid.
    ///
    /// @throws PassFailure when a pass throws, or verification finds that it made invalid SSA
    public Module run(Module module, Options options) {
        if (options.verify()) {
            verify(module, PassId.of("input"), module);
        }
        Module current = module;
        for (Group group : groups) {
            for (int round = 1; round <= group.rounds(); round++) {
                Module before = current;
                for (Pass pass : group.passes()) {
                    if (!options.without().contains(pass.id())) {
                        current = one(pass, group, round, current, options);
                    }
                }
                if (current == before) {
                    break;
                }
            }
        }
        return current;
    }

    private static Module one(Pass pass, Group group, int round, Module before, Options options) {
        var context = new PassContext(before);
        long start = System.nanoTime();
        Module after;
        try {
            after =
                    switch (pass) {
                        case ModulePass p -> p.run(before, context);
                        case FunctionPass p -> eachFunction(p, before, context);
                    };
        } catch (RuntimeException e) {
            throw failure(pass.id(), before, e.toString(), e);
        }
        if (after == null) {
            throw failure(pass.id(), before, "answered null", null);
        }
        long nanos = System.nanoTime() - start;
        if (after != before && (options.verify() || options.checked().contains(pass.id()))) {
            verify(after, pass.id(), before);
        }
        options.listener()
                .onPass(
                        new PassEvent(
                                pass.id(),
                                group.name(),
                                round,
                                before,
                                after,
                                nanos,
                                context.counters()));
        return after;
    }

    private static Module eachFunction(FunctionPass pass, Module before, PassContext context) {
        boolean[] changed = {false};
        Module after =
                before.mapFunctions(f -> {
                    Function result = pass.run(f, context);
                    changed[0] |= result != f;
                    return result;
                });
        return changed[0] ? after : before;
    }

    private static void verify(Module module, PassId pass, Module input) {
        List<VerifyError> errors = Verifier.verify(module);
        if (!errors.isEmpty()) {
            throw failure(pass, input, "invalid SSA: " + errors.getFirst(), null);
        }
    }

    private static PassFailure failure(PassId pass, Module input, String what, Exception cause) {
        return new PassFailure(pass, input.name().name(), input, what, cause);
    }
}
