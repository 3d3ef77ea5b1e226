package dev.lumen.codegen.opt;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the functions of a module return, whatever they are given: nothing (they never do), always
/// the same literal, or anything.
///
/// It begins with "nothing" everywhere and adds what can be returned until nothing changes, so a
/// recursive function is what its other clauses say.
final class KnownResults {
    sealed interface Result {
        /// The values of either.
        default Result or(Result other) {
            return equals(other) || other instanceof Never
                    ? this
                    : this instanceof Never ? other : ANY;
        }
    }

    record Never() implements Result {}

    record Always(Term literal) implements Result {}

    record Any() implements Result {}

    private static final Result NEVER = new Never();
    private static final Result ANY = new Any();

    private final Map<FunctionId, Result> results = new HashMap<>();
    private final Map<FunctionId, Set<FunctionId>> callers = new HashMap<>();

    KnownResults(Module module) {
        Map<FunctionId, Function> functions = new LinkedHashMap<>();
        for (Function f : module.functions()) {
            functions.put(f.id(), f);
            results.put(f.id(), NEVER);
        }
        var pending = new LinkedHashSet<>(functions.keySet());
        while (!pending.isEmpty()) {
            FunctionId next = pending.removeFirst();
            Result now = new Walk(functions.get(next)).result();
            if (!now.equals(results.put(next, now))) {
                pending.addAll(callers.getOrDefault(next, Set.of()));
            }
        }
    }

    /// What a call of this function gives; anything for one of another module.
    Result of(FunctionId function) {
        return results.getOrDefault(function, ANY);
    }

    /// Literals that OTP's compiler knows to be the only value of their type. Stack traces show
    /// what is done with them, so these are as many as there.
    private static boolean isOnlyOne(Term t) {
        return switch (t) {
            case Atom _, Int _, Nil _ -> true;
            case FloatTerm f -> f.value() != 0;
            case MapTerm m -> m.size() == 0;
            case Tuple tuple -> tuple.elements().stream().allMatch(KnownResults::isOnlyOne);
            default -> false;
        };
    }

    /// Goes through the blocks of a function that control can come to, with what is known of the
    /// other functions now.
    private final class Walk {
        private final Function function;
        private final Map<Label, Block> byLabel;
        private final Map<Var, Result> values = new HashMap<>();
        private final Set<Label> reached = new HashSet<>();
        private final Set<Label> work = new LinkedHashSet<>();
        private Result result = NEVER;

        Walk(Function function) {
            this.function = function;
            this.byLabel = function.byLabel();
        }

        Result result() {
            reach(Target.of(function.entry().label()));
            while (!work.isEmpty() && !result.equals(ANY)) {
                Label next = work.iterator().next();
                work.remove(next);
                block(byLabel.get(next));
            }
            return result;
        }

        private void block(Block b) {
            for (Instr i : b.body()) {
                if (i instanceof Instr.MayFail m) {
                    m.onFail().target().ifPresent(l -> reach(Target.of(l)));
                }
                if (i instanceof Instr.Call c) {
                    Result r = called(c.target());
                    if (r.equals(NEVER)) {
                        return;
                    }
                    values.put(c.dst(), r);
                }
            }
            Terminator end = b.end();
            end.failure().flatMap(OnFail::target).ifPresent(l -> reach(Target.of(l)));
            end.targets().forEach(this::reach);
            switch (end) {
                case Terminator.Ret(var value, _) -> result = result.or(value(value));
                case Terminator.TailCall(var target, _, _) -> result = result.or(called(target));
                case Terminator.TailCallFun _, Terminator.TailCallApply _ -> result = ANY;
                default -> {}
            }
        }

        private Result called(FunctionId target) {
            callers.computeIfAbsent(target, _ -> new HashSet<>()).add(function.id());
            return of(target);
        }

        private Result value(Operand o) {
            return switch (o) {
                case Operand.Const c -> isOnlyOne(c.value()) ? new Always(c.value()) : ANY;
                case Var v -> values.getOrDefault(v, ANY);
            };
        }

        /// A parameter that gets no argument gets a message or an exception.
        private void reach(Target t) {
            List<Var> params = byLabel.get(t.label()).params();
            boolean wider = reached.add(t.label());
            for (int i = 0; i < params.size(); i++) {
                Result given = i < t.args().size() ? value(t.args().get(i)) : ANY;
                Result before = values.getOrDefault(params.get(i), NEVER);
                Result now = before.or(given);
                values.put(params.get(i), now);
                wider |= !now.equals(before);
            }
            if (wider) {
                work.add(t.label());
            }
        }
    }
}
