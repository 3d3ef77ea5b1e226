package dev.lumen.codegen;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where the values of one function come from, as far as the function itself tells: backwards along
/// the definitions of SSA. For one thread at a time.
final class ValueSources {
    sealed interface Source {
        record Constant(Term value) implements Source {}

        /// Of the function, from 0.
        record Parameter(int index) implements Source {}

        /// A free variable of the fun whose code the function is, from 0.
        record Captured(int index) implements Source {}

        /// What a function answers.
        record Result(FunctionId of) implements Source {}

        /// A tuple made in the function.
        record Made(List<Operand> elements) implements Source {}

        /// An element of something else.
        record Part(Source tuple, Element element) implements Source {}

        /// An element, from 0, of a tuple of which is known how many it has, and perhaps the first.
        record Element(int arity, Optional<Atom> tag, int index) implements Source {
            /// Whether the tuples that it can be from can be found by their tag.
            boolean isTagged() {
                return arity > 0 && tag.isPresent();
            }
        }

        /// Anything else.
        record Other() implements Source {}
    }

    /// What the class of an exception can be.
    private static final List<Optional<Operand>> CLASSES =
            Stream.of("error", "exit", "throw")
                    .map(Atom::of)
                    .map(a -> Optional.<Operand>of(Operand.Const.of(a)))
                    .toList();

    /// So many elements of elements are followed.
    private static final int DEPTH = 3;

    private final Function function;
    private final Map<Var, Instr.Defines> definitions = new HashMap<>();

    /// What jumps give to the parameters of blocks; an empty one where a jump does not say.
    private final Map<Var, List<Optional<Operand>>> arguments = new HashMap<>();

    /// Where each value is defined.
    private final Map<Var, Label> places = new HashMap<>();

    /// Blocks that control comes to only with a tuple of a known size.
    private final Map<Var, Map<Label, Integer>> arities = new HashMap<>();

    /// Blocks that control comes to only with a tuple of a known first element.
    private final Map<Var, Map<Label, Atom>> tags = new HashMap<>();

    private final Dominators dominators;
    private final Map<Operand, Set<Source>> answers = new HashMap<>();

    ValueSources(Function function) {
        this.function = function;
        this.dominators = Dominators.of(function);
        Map<Label, Block> blocks = function.byLabel();
        for (Block b : function.blocks()) {
            for (Instr i : b.body()) {
                if (i instanceof Instr.Defines d) {
                    definitions.put(d.dst(), d);
                    places.put(d.dst(), b.label());
                }
            }
        }
        for (Block b : function.blocks()) {
            switch (b.end()) {
                case Terminator.SwitchArity(Var tuple, var cases, _, _) ->
                        cases.forEach(c -> known(arities, tuple, c.arity(), b, c.label()));
                case Terminator.Switch(Var value, var cases, _, _)
                        when definitions.get(value)
                                        instanceof Instr.GetElement(_, Var tuple, int index, _)
                                && index == 0 ->
                        cases.forEach(c -> {
                            if (c.constant() instanceof Atom tag) {
                                known(tags, tuple, tag, b, c.label());
                            }
                        });
                case Terminator.Branch(Var flag, Target then, _, _) ->
                        tested(flag, b, then.label());
                default -> {}
            }
            caught(b).ifPresent(handler -> classes(blocks.get(handler).params().getFirst()));
            for (Target t : b.end().targets()) {
                List<Var> params = blocks.get(t.label()).params();
                for (int i = 0; i < params.size(); i++) {
                    arguments
                            .computeIfAbsent(params.get(i), _ -> new ArrayList<>())
                            .add(
                                    i < t.args().size()
                                            ? Optional.of(t.args().get(i))
                                            : Optional.empty());
                }
            }
        }
    }

    private static Optional<Label> caught(Block b) {
        Optional<OnFail> last =
                b.body().isEmpty() || !(b.body().getLast() instanceof Instr.MayFail i)
                        ? b.end().failure()
                        : Optional.of(i.onFail());
        return last.filter(OnFail.Catch.class::isInstance).flatMap(OnFail::target);
    }

    private void classes(Var param) {
        arguments.computeIfAbsent(param, _ -> new ArrayList<>(CLASSES));
    }

    private void tested(Var flag, Block from, Label then) {
        switch (definitions.get(flag)) {
            case Instr.Test(_, TypeTest test, int n, Var tuple, _)
                    when test == TypeTest.IS_TUPLE_OF ->
                    known(arities, tuple, n, from, then);
            case Instr.Compare(_, CompareOp op, Var value, Operand.Const(Atom tag, _), _)
                    when op == CompareOp.EQ_EXACT
                            && definitions.get(value)
                                    instanceof Instr.GetElement(_, Var tuple, int index, _)
                            && index == 0 ->
                    known(tags, tuple, tag, from, then);
            case null, default -> {}
        }
    }

    private <T> void known(Map<Var, Map<Label, T>> facts, Var tuple, T fact, Block from, Label to) {
        if (dominators.isReachable(to)
                && from.end().targets().stream().filter(t -> t.label().equals(to)).count() == 1
                && dominators.predecessors(to).equals(List.of(from.label()))) {
            facts.computeIfAbsent(tuple, _ -> new HashMap<>()).put(to, fact);
        }
    }

    private <T> Optional<T> fact(Map<Var, Map<Label, T>> facts, Var tuple, Label at) {
        return facts.getOrDefault(tuple, Map.of()).entrySet().stream()
                .filter(e -> dominators.isReachable(at) && dominators.dominates(e.getKey(), at))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The first element of a tuple where `at` is defined, if it must be this; also of one that
    /// `setelement/3` made of such a tuple.
    Optional<Atom> tag(Var tuple, Var at) {
        return definitions.get(tuple) instanceof Instr.CallBif c
                        && c.bif().id().equals(References.SET_ELEMENT)
                        && c.args().get(1) instanceof Var before
                ? tag(before, c.dst())
                : fact(tags, tuple, places.get(at));
    }

    /// Of all that the function answers.
    Set<Source> ofResult() {
        var sources = new HashSet<Source>();
        for (Block b : function.blocks()) {
            switch (b.end()) {
                case Terminator.Ret r -> sources.addAll(of(r.value()));
                case Terminator.TailCall c -> sources.add(result(c.target()));
                case Terminator.TailCallFun _, Terminator.TailCallApply _ ->
                        sources.add(new Source.Other());
                default -> {}
            }
        }
        return sources;
    }

    private static Source result(FunctionId f) {
        return References.isBuiltin(f) && !Origins.STORED_BY.containsKey(f)
                ? new Source.Other()
                : new Source.Result(f);
    }

    Set<Source> of(Operand operand) {
        Set<Source> known = answers.get(operand);
        if (known == null) {
            known = Set.copyOf(find(operand));
            answers.put(operand, known);
        }
        return known;
    }

    private Set<Source> find(Operand operand) {
        var sources = new HashSet<Source>();
        var seen = new HashSet<Operand>();
        var todo = new ArrayDeque<Operand>();
        todo.add(operand);
        while (!todo.isEmpty()) {
            Operand next = todo.remove();
            if (!seen.add(next)) {
                continue;
            }
            switch (next) {
                case Operand.Const(Term value, _) -> sources.add(new Source.Constant(value));
                case Var v when function.params().contains(v) ->
                        sources.add(new Source.Parameter(function.params().indexOf(v)));
                case Var v when arguments.containsKey(v) ->
                        arguments
                                .get(v)
                                .forEach(a ->
                                        a.ifPresentOrElse(
                                                todo::add, () -> sources.add(new Source.Other())));
                case Var v -> made(v, sources, todo);
            }
        }
        return sources;
    }

    private void made(Var v, Set<Source> sources, ArrayDeque<Operand> todo) {
        switch (definitions.get(v)) {
            case Instr.GetFree(_, Var fun, int index, _) when isOwnFun(fun) ->
                    sources.add(new Source.Captured(index));
            case Instr.MakeTuple t -> sources.add(new Source.Made(t.elements()));
            case Instr.Call c -> sources.add(result(c.target()));
            case Instr.CallBif c -> sources.add(result(c.bif().id()));
            case Instr.GetElement(_, Var tuple, int index, _) -> {
                var element =
                        new Source.Element(
                                fact(arities, tuple, places.get(v)).orElse(0),
                                fact(tags, tuple, places.get(v)),
                                index);
                of(tuple).forEach(t -> sources.addAll(part(t, element)));
            }
            case null, default -> sources.add(new Source.Other());
        }
    }

    /// The element, when the tuple comes from there.
    Set<Source> part(Source tuple, Source.Element element) {
        int index = element.index();
        return switch (tuple) {
            case Source.Made(var elements) ->
                    index < elements.size() ? of(elements.get(index)) : Set.of();
            case Source.Constant(Tuple(var elements)) ->
                    index < elements.size()
                            ? Set.of(new Source.Constant(elements.get(index)))
                            : Set.of();
            case Source.Constant _ -> Set.of(); // no tuple: control does not come there
            case Source _ when element.isTagged() && element.arity() > 2 -> Set.of(element);
            case Source s when s instanceof Source.Other || depth(s) >= DEPTH ->
                    Set.of(element.arity() == 0 ? new Source.Other() : element);
            case Source s -> Set.of(new Source.Part(s, element));
        };
    }

    private static int depth(Source s) {
        return s instanceof Source.Part(var tuple, _) ? 1 + depth(tuple) : 0;
    }

    /// Whether it is the fun itself, the last parameter of its code.
    private boolean isOwnFun(Var fun) {
        List<Var> params = function.params();
        return !params.isEmpty() && fun.equals(params.getLast());
    }
}
