package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.ModulePass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the type of every variable of a module, parameters and results of its functions included.
///
/// It begins with "no value at all" everywhere and adds what can arrive until nothing changes, so
/// recursive functions are seen as they are called. A function that others may name (exported, or
/// behind a fun) can be given anything.
///
/// What it finds never to be reached, such as the code behind a call that never returns, is
/// removed.
///
/// - Needs: valid SSA. Repeats: never; it runs to its own fixpoint.
/// - Afterwards: a type is never wider than before.
/// - Example: `src/test/filetests/opt/infer-types.ssa`
public final class InferTypes implements ModulePass {
    @Override
    public PassId id() {
        return PassId.of("infer-types");
    }

    @Override
    public Module run(Module m, PassContext cx) {
        return new Inference(m).run(cx);
    }

    private static final class Inference {
        private final Module module;
        private final Map<FunctionId, Function> functions = new HashMap<>();
        private final Map<FunctionId, Set<FunctionId>> callers = new HashMap<>();
        private final Map<FunctionId, Type.Terms[]> params = new HashMap<>();
        private final Map<FunctionId, Type.Terms> results = new HashMap<>();

        /// Of each closure: what its free variables can be.
        private final Map<FunctionId, Map<Integer, Type.Terms>> free = new HashMap<>();

        private final Map<FunctionId, Map<Var, Type>> types = new HashMap<>();

        /// The blocks that control can come to, and how much of each is executed before it gets
        /// stuck.
        private final Map<FunctionId, Map<Label, Integer>> reached = new HashMap<>();

        private final Set<FunctionId> pending = new LinkedHashSet<>();

        Inference(Module module) {
            this.module = module;
        }

        Module run(PassContext cx) {
            for (Function f : module.functions()) {
                functions.put(f.id(), f);
                var none = new Type.Terms[f.params().size()];
                java.util.Arrays.fill(none, Type.NONE);
                params.put(f.id(), none);
                results.put(f.id(), Type.NONE);
                types.put(f.id(), new HashMap<>());
            }
            for (FunctionId id : module.exports()) {
                open(id);
            }
            pending.addAll(module.exports());
            while (!pending.isEmpty()) {
                FunctionId next = pending.iterator().next();
                pending.remove(next);
                function(functions.get(next));
            }
            boolean[] changed = {false};
            Module typed =
                    module.mapFunctions(f -> {
                        Function g = rewrite(f, cx);
                        changed[0] |= g != f;
                        return g;
                    });
            return changed[0] ? typed : module;
        }

        /// Anything may be passed to this function.
        private void open(FunctionId id) {
            Function f = functions.get(id);
            for (int i = 0; i < f.params().size(); i++) {
                receive(id, i, f.params().get(i).type());
            }
        }

        private void receive(FunctionId id, int param, Type type) {
            Type.Terms[] known = params.get(id);
            Type.Terms wider = (Type.Terms) known[param].union(type);
            if (!wider.equals(known[param])) {
                known[param] = wider;
                pending.add(id);
            }
        }

        private void pass(FunctionId caller, FunctionId target, List<Operand> args) {
            if (!functions.containsKey(target)) {
                return;
            }
            if (callers.computeIfAbsent(target, _ -> new HashSet<>()).add(caller)
                    && args.isEmpty()) {
                pending.add(target);
            }
            for (int i = 0; i < args.size(); i++) {
                receive(target, i, typeOf(caller, args.get(i)));
            }
        }

        private Type typeOf(FunctionId in, Operand o) {
            return o instanceof Var v
                    ? types.get(in).getOrDefault(v, v.type().isRaw() ? v.type() : Type.NONE)
                    : o.type();
        }

        /// Runs one function to a fixpoint with what is known of the others now.
        private void function(Function f) {
            Map<Var, Type> known = types.get(f.id());
            for (int i = 0; i < f.params().size(); i++) {
                known.put(f.params().get(i), params.get(f.id())[i]);
            }
            Map<Label, Integer> lengths = reached.computeIfAbsent(f.id(), _ -> new HashMap<>());
            var byLabel = f.byLabel();
            var work = new ArrayDeque<Label>();
            Set<Label> visited = new HashSet<>();
            visit(f.entry().label(), visited, work);
            while (!work.isEmpty()) {
                Block b = byLabel.get(work.poll());
                int length = straight(f.id(), b, known);
                lengths.put(b.label(), length);
                // What is behind an instruction that gives no value can't fail either.
                cut(b, length)
                        .failTarget()
                        .ifPresent(l -> {
                            byLabel.get(l).params().forEach(p -> widen(known, p, p.type()));
                            visit(l, visited, work);
                        });
                if (length < b.body().size()) {
                    continue;
                }
                boolean wider = false;
                for (Target t : b.end().targets()) {
                    Block to = byLabel.get(t.label());
                    for (int i = 0; i < t.args().size(); i++) {
                        wider |= widen(known, to.params().get(i), typeOf(f.id(), t.args().get(i)));
                    }
                    if (b.end() instanceof Terminator.RecvPeek) {
                        to.params().forEach(p -> widen(known, p, p.type()));
                    }
                }
                if (wider) {
                    // All that is behind here may use what has changed.
                    visited.clear();
                }
                terminator(f.id(), b.end());
                b.end().targets().forEach(t -> visit(t.label(), visited, work));
            }
        }

        private static void visit(Label l, Set<Label> visited, ArrayDeque<Label> work) {
            if (visited.add(l)) {
                work.add(l);
            }
        }

        /// Runs the body of a block. Answers how many instructions come before one that never gives
        /// a value, or all.
        private int straight(FunctionId f, Block b, Map<Var, Type> known) {
            for (int i = 0; i < b.body().size(); i++) {
                Instr instr = b.body().get(i);
                instr(f, instr, known);
                if (instr.result().filter(v -> Type.NONE.equals(known.get(v))).isPresent()) {
                    return i;
                }
            }
            return b.body().size();
        }

        private static boolean widen(Map<Var, Type> known, Var v, Type type) {
            Type before = known.getOrDefault(v, v.type().isRaw() ? v.type() : Type.NONE);
            Type wider = v.type().isRaw() ? v.type() : before.union(type);
            known.put(v, wider);
            return !wider.equals(before);
        }

        private void instr(FunctionId f, Instr i, Map<Var, Type> known) {
            switch (i) {
                case Instr.Call c -> pass(f, c.target(), c.args());
                case Instr.MakeFun m -> {
                    open(m.target());
                    var captured = free.computeIfAbsent(m.target(), _ -> new HashMap<>());
                    for (int k = 0; k < m.free().size(); k++) {
                        var before = captured.getOrDefault(k, Type.NONE);
                        var wider = (Type.Terms) before.union(typeOf(f, m.free().get(k)));
                        if (!wider.equals(before)) {
                            captured.put(k, wider);
                            pending.add(m.target());
                        }
                    }
                }
                default -> {}
            }
            i.result()
                    .ifPresent(v -> {
                        if (v.type() instanceof Type.Terms declared) {
                            known.put(v, declared.intersect(result(f, i)));
                        }
                    });
        }

        private Type.Terms result(FunctionId f, Instr i) {
            return switch (i) {
                case Instr.CallBif c -> BuiltinTypes.result(c.bif(), c.args(), o -> typeOf(f, o));
                case Instr.Call c -> {
                    callers.computeIfAbsent(c.target(), _ -> new HashSet<>()).add(f);
                    yield results.getOrDefault(c.target(), Type.TERM);
                }
                case Instr.GetFree g when isSelf(f, g.fun()) ->
                        free.getOrDefault(f, Map.of()).getOrDefault(g.index(), Type.NONE);
                default -> (Type.Terms) i.result().orElseThrow().type();
            };
        }

        /// True for the fun that this function is the code of: its last parameter.
        private boolean isSelf(FunctionId f, Operand fun) {
            return free.containsKey(f) && functions.get(f).params().getLast().equals(fun);
        }

        private void terminator(FunctionId f, Terminator end) {
            switch (end) {
                case Terminator.Ret(var value, _) -> returns(f, typeOf(f, value));
                case Terminator.TailCall(var target, var args, _) -> {
                    pass(f, target, args);
                    callers.computeIfAbsent(target, _ -> new HashSet<>()).add(f);
                    returns(f, results.getOrDefault(target, Type.TERM));
                }
                case Terminator.TailCallFun _, Terminator.TailCallApply _ -> returns(f, Type.TERM);
                default -> {}
            }
        }

        private void returns(FunctionId f, Type type) {
            Type.Terms before = results.get(f);
            Type.Terms wider = (Type.Terms) before.union(type);
            if (!wider.equals(before)) {
                results.put(f, wider);
                pending.addAll(callers.getOrDefault(f, Set.of()));
            }
        }

        // ---- the result -------------------------------------------------------------------------

        private Function rewrite(Function f, PassContext cx) {
            Map<Label, Integer> lengths = reached.get(f.id());
            if (lengths == null) {
                return f;
            }
            Map<Var, Type> known = types.get(f.id());
            Map<Operand, Var> renamed = new HashMap<>();
            boolean stuck = lengths.size() < f.blocks().size();
            for (Block b : f.blocks()) {
                for (Var v : b.defined()) {
                    Type type = known.getOrDefault(v, v.type());
                    if (v.type().isTerm() && !type.equals(v.type()) && !type.equals(Type.NONE)) {
                        renamed.put(v, new Var(v.id(), type));
                        cx.count("narrowed");
                    }
                }
                stuck |= lengths.getOrDefault(b.label(), 0) < b.body().size();
            }
            if (renamed.isEmpty() && !stuck) {
                return f;
            }
            var blocks = new ArrayList<Block>();
            for (Block b : f.blocks()) {
                if (lengths.containsKey(b.label())) {
                    blocks.add(rewrite(cut(b, lengths.get(b.label())), renamed));
                }
            }
            return f.withBlocks(blocks);
        }

        /// The block up to the instruction that never gives a value, if there is one.
        private static Block cut(Block b, int length) {
            return length == b.body().size()
                    ? b
                    : new Block(
                            b.label(),
                            b.params(),
                            b.body().subList(0, length + 1),
                            new Terminator.Unreachable(b.body().get(length).loc()));
        }

        private static Block rewrite(Block b, Map<Operand, Var> renamed) {
            Block uses =
                    Rewrite.operands(b, o -> o instanceof Var v ? renamed.getOrDefault(v, v) : o);
            List<Var> params = uses.params().stream().map(v -> renamed.getOrDefault(v, v)).toList();
            var body = new ArrayList<Instr>();
            for (Instr i : uses.body()) {
                body.add(
                        i.result()
                                .filter(renamed::containsKey)
                                .map(v -> Rewrite.result(i, renamed.get(v)))
                                .orElse(i));
            }
            return new Block(b.label(), params, body, uses.end());
        }
    }
}
