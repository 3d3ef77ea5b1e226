package dev.lumen.codegen;

import dev.lumen.codegen.ValueSources.Source;
import dev.lumen.ir.abi.RuntimeAtoms;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// What some operands of a function can be together: backwards from their use, from parameters to
/// the calls that are known of the function, from free variables to where the fun is made, from
/// what a function answers into it, and from an element of a tagged tuple to the tuples with that
/// tag and size. Demand-driven, as the analysis of Heintze and Tardieu (PLDI 2001) is for pointers,
/// and one step at a time for all of the operands, so that the module and the function of one call
/// stay together. What goes through other data structures or a built-in is not followed.
///
/// Grows with what is reached: answers hold for what was told so far. For one thread at a time.
final class Origins {
    /// More ways than this in one function, or in all, are given up.
    private static final int MOST_IN_FUNCTION = 64;

    private static final int MOST = 500;

    /// Built-ins that answer what others were given as their second argument.
    static final Map<FunctionId, FunctionId> STORED_BY =
            Map.of(
                    FunctionId.of("erlang", "port_get_data", 1),
                    FunctionId.of("erlang", "port_set_data", 2));

    /// The runtime may make tuples with these.
    private static final Set<Atom> RUNTIME_ATOMS = Set.copyOf(RuntimeAtoms.answered());

    private record Site(Function by, List<Operand> operands) {}

    private record TaggedTuple(Atom tag, int arity) {}

    private record ElementSet(Atom tag, int index) {}

    /// What is wanted in a function: a source there for each operand.
    private record Combination(FunctionId in, List<Source> sources) {}

    private final Map<FunctionId, List<Site>> calls = new HashMap<>();
    private final Map<FunctionId, List<Site>> funs = new HashMap<>();
    private final Map<TaggedTuple, List<Site>> tuples = new HashMap<>();
    private final Map<ElementSet, List<Site>> elementsSet = new HashMap<>();
    private final Set<FunctionId> calledByOthers = new HashSet<>();
    private final Map<FunctionId, ValueSources> sources = new HashMap<>();
    private final Map<FunctionId, Function> functions;

    /// @param functions those reached
    Origins(Map<FunctionId, Function> functions) {
        this.functions = functions;
    }

    void called(FunctionId target, Function by, List<Operand> arguments) {
        calls.computeIfAbsent(target, _ -> new ArrayList<>()).add(new Site(by, arguments));
    }

    /// A fun can be called with anything.
    void madeFun(FunctionId code, Function by, List<Operand> free) {
        funs.computeIfAbsent(code, _ -> new ArrayList<>()).add(new Site(by, free));
        calledByOthers(code);
    }

    /// It can be called with arguments that nobody tells of. Answers whether that is new.
    boolean calledByOthers(FunctionId target) {
        return calledByOthers.add(target);
    }

    void madeTuple(Function by, List<Operand> elements) {
        if (elements.getFirst() instanceof Operand.Const(Atom tag, _)) {
            tuples.computeIfAbsent(new TaggedTuple(tag, elements.size()), _ -> new ArrayList<>())
                    .add(new Site(by, elements));
        }
    }

    /// By `setelement/3`, as the updates of records do, which know the tag. Answers false when the
    /// tag or the place is not known: then nothing is remembered.
    boolean setElement(Function by, Instr.CallBif call) {
        OptionalInt place = References.number(call.args().get(0));
        Optional<Atom> tag =
                call.args().get(1) instanceof Var tuple
                        ? sources(by).tag(tuple, call.dst())
                        : Optional.empty();
        if (place.isEmpty() || tag.isEmpty()) {
            return false;
        }
        elementsSet
                .computeIfAbsent(
                        new ElementSet(tag.get(), place.getAsInt() - 1), _ -> new ArrayList<>())
                .add(new Site(by, List.of(call.args().get(2))));
        return true;
    }

    /// For each way in which they come to be: of each operand a [Source.Constant], a
    /// [Source.Element] or [Source.Other].
    ///
    /// @param strangers whether tagged tuples may come from where nobody told of
    Set<List<Source>> of(Function f, List<Operand> operands, boolean strangers) {
        var walk = new Walk(strangers);
        walk.to(f, operands.stream().map(o -> sources(f).of(o)).toList());
        return walk.run();
    }

    private ValueSources sources(Function f) {
        return sources.computeIfAbsent(f.id(), _ -> new ValueSources(f));
    }

    private final class Walk {
        private final Set<List<Source>> found = new LinkedHashSet<>();
        private final Set<Combination> seen = new HashSet<>();
        private final Deque<Combination> todo = new ArrayDeque<>();

        private final boolean strangers;

        Walk(boolean strangers) {
            this.strangers = strangers;
        }

        Set<List<Source>> run() {
            while (!todo.isEmpty()) {
                Combination c = todo.remove();
                if (seen.size() > MOST) {
                    giveUp(c);
                } else {
                    step(c);
                }
            }
            return found;
        }

        private void giveUp(Combination c) {
            found.add(c.sources.stream().map(this::end).toList());
        }

        private void step(Combination c) {
            Optional<Source> next =
                    c.sources.stream().map(Walk::root).filter(Walk::isFollowed).findFirst();
            switch (next.orElse(null)) {
                case Source.Parameter _ -> {
                    if (calledByOthers.contains(c.in)) {
                        giveUp(c);
                    }
                    for (Site s : calls.getOrDefault(c.in, List.of())) {
                        follow(c, s.by, r -> at(s, r instanceof Source.Parameter(int i) ? i : -1));
                    }
                }
                case Source.Captured _ -> {
                    for (Site s : funs.getOrDefault(c.in, List.of())) {
                        follow(c, s.by, r -> at(s, r instanceof Source.Captured(int i) ? i : -1));
                    }
                }
                case Source.Result(FunctionId f) when STORED_BY.containsKey(f) -> {
                    for (Site s : calls.getOrDefault(STORED_BY.get(f), List.of())) {
                        follow(c, s.by, r -> r.equals(next.get()) ? at(s, 1) : Set.of());
                    }
                }
                case Source.Result(FunctionId f) -> {
                    Function called = functions.get(f);
                    if (called == null) { // a host function, or none
                        giveUp(c);
                    } else {
                        follow(
                                c,
                                called,
                                r -> r.equals(next.get()) ? sources(called).ofResult() : Set.of());
                    }
                }
                case Source.Element(int arity, var tag, _) -> {
                    if (strangers || RUNTIME_ATOMS.contains(tag.orElseThrow())) {
                        giveUp(c);
                    }
                    for (Site s :
                            tuples.getOrDefault(
                                    new TaggedTuple(tag.orElseThrow(), arity), List.of())) {
                        follow(
                                c,
                                s.by,
                                r ->
                                        r instanceof Source.Element(int of, var t, int i)
                                                        && of == arity
                                                        && t.equals(tag)
                                                ? at(s, i)
                                                : Set.of());
                    }
                    for (Source e : c.sources) {
                        if (root(e) instanceof Source.Element(_, var t, int i) && t.isPresent()) {
                            for (Site s :
                                    elementsSet.getOrDefault(
                                            new ElementSet(t.orElseThrow(), i), List.of())) {
                                follow(c, s.by, r -> r.equals(root(e)) ? at(s, 0) : Set.of());
                            }
                        }
                    }
                }
                case null, default -> giveUp(c);
            }
        }

        private Set<Source> at(Site site, int index) {
            return index < 0 ? Set.of() : sources(site.by).of(site.operands.get(index));
        }

        /// Replaces what the sources begin with by what `next` tells of it in another function;
        /// gives up what it tells nothing of.
        private void follow(
                Combination c, Function to, java.util.function.Function<Source, Set<Source>> next) {
            to(
                    to,
                    c.sources.stream()
                            .map(s -> {
                                Set<Source> begin = next.apply(root(s));
                                return begin.isEmpty()
                                        ? Set.of(root(s) instanceof Source.Element ? s : end(s))
                                        : begin.stream()
                                                .flatMap(b -> replaced(to, s, b).stream())
                                                .collect(Collectors.toSet());
                            })
                            .toList());
        }

        private Set<Source> replaced(Function in, Source s, Source begin) {
            return s instanceof Source.Part(var tuple, var element)
                    ? replaced(in, tuple, begin).stream()
                            .flatMap(t -> sources(in).part(t, element).stream())
                            .collect(Collectors.toSet())
                    : Set.of(begin);
        }

        /// Takes up all combinations.
        private void to(Function f, List<Set<Source>> each) {
            List<List<Source>> all = List.of(List.of());
            for (Set<Source> sources : each) {
                var longer = new ArrayList<List<Source>>();
                for (List<Source> begun : all) {
                    for (Source s : sources) {
                        var next = new ArrayList<>(begun);
                        next.add(s);
                        longer.add(List.copyOf(next));
                    }
                }
                all = longer;
            }
            if (all.size() > MOST_IN_FUNCTION) {
                all =
                        List.of(
                                each.stream()
                                        .map(sources ->
                                                sources.size() == 1
                                                        ? end(sources.iterator().next())
                                                        : new Source.Other())
                                        .toList());
            }
            for (List<Source> s : all) {
                var c = new Combination(f.id(), s);
                if (seen.add(c)) {
                    todo.add(c);
                }
            }
        }

        private static Source root(Source s) {
            return s instanceof Source.Part(var tuple, _) ? root(tuple) : s;
        }

        private static boolean isFollowed(Source root) {
            return switch (root) {
                case Source.Parameter _, Source.Captured _, Source.Result _ -> true;
                case Source.Element e -> e.isTagged();
                case Source _ -> false;
            };
        }

        /// What is left to say when it is not followed.
        private Source end(Source s) {
            return switch (s) {
                case Source.Constant _, Source.Made _ -> s;
                case Source.Element e when e.arity() > 0 && !strangers ->
                        new Source.Element(e.arity(), Optional.empty(), e.index());
                case Source.Part(_, var element) -> end(element);
                case Source _ -> new Source.Other();
            };
        }
    }
}
