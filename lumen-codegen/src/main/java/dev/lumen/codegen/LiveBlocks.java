package dev.lumen.codegen;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The blocks of a function that control can come to, as long as only some atoms can be values:
/// where a value must be an atom that nothing makes, nothing goes on. Grows as more atoms turn out
/// to be possible.
///
/// Optimistic, as the type analysis of Bacon and Sweeney (OOPSLA 1996) is for classes of which no
/// object is made, and, over the blocks of a function, as the constant propagation of Wegman and
/// Zadeck (TOPLAS 1991).
///
/// For one thread at a time.
final class LiveBlocks {
    private final Function function;
    private final Map<Label, Block> byLabel;
    private final Map<Var, Instr.Compare> comparisons = new HashMap<>();
    private final Set<Label> live = new HashSet<>();
    private final Map<Atom, List<Label>> waiting = new LinkedHashMap<>();
    private boolean started;

    LiveBlocks(Function function) {
        this.function = function;
        byLabel = function.byLabel();
        for (Block b : function.blocks()) {
            for (Instr i : b.body()) {
                if (i instanceof Instr.Compare c) {
                    comparisons.put(c.dst(), c);
                }
            }
        }
    }

    Function function() {
        return function;
    }

    /// Atoms that control waits for.
    Set<Atom> waitingFor() {
        return waiting.keySet();
    }

    /// Goes as far as it can; answers the blocks that were not reached before.
    List<Block> advance(Predicate<Atom> possible) {
        Deque<Label> todo = new ArrayDeque<>();
        if (!started) {
            started = true;
            todo.add(function.blocks().getFirst().label());
        }
        waiting.entrySet().removeIf(e -> possible.test(e.getKey()) && todo.addAll(e.getValue()));
        var found = new ArrayList<Block>();
        while (!todo.isEmpty()) {
            Label next = todo.remove();
            if (live.add(next)) {
                Block b = byLabel.get(next);
                found.add(b);
                leave(b, possible, todo);
            }
        }
        return found;
    }

    private void leave(Block b, Predicate<Atom> possible, Deque<Label> todo) {
        b.failTarget().ifPresent(todo::add);
        switch (b.end()) {
            case Terminator.Switch s -> {
                s.cases()
                        .forEach(c ->
                                go(
                                        c.constant() instanceof Atom a
                                                ? Optional.of(a)
                                                : Optional.empty(),
                                        c.label(),
                                        possible,
                                        todo));
                todo.add(s.otherwise());
            }
            case Terminator.Branch br -> {
                go(needed(br.flag(), true), br.then().label(), possible, todo);
                go(needed(br.flag(), false), br.otherwise().label(), possible, todo);
            }
            case Terminator end -> {
                for (Target t : end.targets()) {
                    todo.add(t.label());
                }
            }
        }
    }

    private void go(Optional<Atom> needed, Label to, Predicate<Atom> possible, Deque<Label> todo) {
        if (needed.isEmpty() || possible.test(needed.get())) {
            todo.add(to);
        } else {
            waiting.computeIfAbsent(needed.get(), _ -> new ArrayList<>()).add(to);
        }
    }

    /// The atom that some value must be for the flag to be this.
    private Optional<Atom> needed(Operand flag, boolean outcome) {
        if (!(flag instanceof Var v) || !(comparisons.get(v) instanceof Instr.Compare c)) {
            return Optional.empty();
        }
        boolean equal = c.op() == CompareOp.EQ_EXACT || c.op() == CompareOp.EQ;
        boolean unequal = c.op() == CompareOp.NE_EXACT || c.op() == CompareOp.NE;
        if (!(outcome ? equal : unequal)) {
            return Optional.empty();
        }
        Optional<Atom> right = atom(c.right());
        return right.isPresent() ? right : atom(c.left());
    }

    private static Optional<Atom> atom(Operand o) {
        return o instanceof Operand.Const(Atom a, _) ? Optional.of(a) : Optional.empty();
    }

    /// The function without the rest.
    Function pruned() {
        if (waiting.isEmpty()) {
            return function;
        }
        return function.withBlocks(
                function.blocks().stream()
                        .filter(b -> live.contains(b.label()))
                        .map(b -> new Block(b.label(), b.params(), b.body(), pruned(b.end())))
                        .toList());
    }

    private Terminator pruned(Terminator end) {
        return switch (end) {
            case Terminator.Switch(var value, var cases, var otherwise, var loc) -> {
                List<Terminator.Switch.Case> left =
                        cases.stream()
                                .filter(c ->
                                        !(c.constant() instanceof Atom a && waiting.containsKey(a)))
                                .toList();
                yield left.isEmpty()
                        ? new Terminator.Jump(Target.of(otherwise), loc)
                        : new Terminator.Switch(value, left, otherwise, loc);
            }
            case Terminator.Branch(var flag, var then, var otherwise, var loc) ->
                    needed(flag, true).filter(waiting::containsKey).isPresent()
                            ? new Terminator.Jump(otherwise, loc)
                            : needed(flag, false).filter(waiting::containsKey).isPresent()
                                    ? new Terminator.Jump(then, loc)
                                    : end;
            default -> end;
        };
    }
}
