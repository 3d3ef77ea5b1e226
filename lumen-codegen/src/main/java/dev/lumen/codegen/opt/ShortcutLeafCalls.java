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
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Inlines the part of a function that decides to return at once, and calls it only when it decides
/// otherwise: the leaves of a recursion, which are at least half of its calls, then cost neither a
/// frame nor a jump. (Partial inlining, as in LLVM's pass of that name.)
///
/// What is inlined is pure, so nobody can see that it is done twice on the way that calls, nor can
/// a stack trace miss a frame.
///
/// - Needs: valid SSA. Repeats: never; a second run would only test again what is known.
/// - Afterwards: calls of functions that have a short way to a `ret` are preceded by that way.
/// - Example: `src/test/filetests/opt/shortcut-leaf-calls.ssa`
public final class ShortcutLeafCalls implements ModulePass {
    private static final int MAX_BLOCKS = 6;
    private static final int MAX_INSTRUCTIONS = 8;

    /// How often this is done in one function: some have hundreds of calls that are made once.
    private static final int MAX_PER_FUNCTION = 16;

    /// A function of so few instructions calls others in its innermost loop, if it has one.
    private static final int SMALL = 10;

    @Override
    public PassId id() {
        return PassId.of("shortcut-leaf-calls");
    }

    @Override
    public Module run(Module m, PassContext cx) {
        Map<FunctionId, Shortcut> shortcuts = new HashMap<>();
        for (Function f : m.functions()) {
            Shortcut.of(f).ifPresent(s -> shortcuts.put(f.id(), s));
        }
        boolean[] changed = {false};
        Module shorter =
                m.mapFunctions(f -> {
                    var expansion = new Expansion(f, shortcuts);
                    Function g = expansion.run();
                    cx.count("shortcuts", expansion.done);
                    changed[0] |= g != f;
                    return g;
                });
        return changed[0] ? shorter : m;
    }

    /// The blocks of a function, entry first, from which it comes to a `ret` by pure instructions
    /// alone.
    private record Shortcut(Function function, Map<Label, Block> blocks) {
        static Optional<Shortcut> of(Function f) {
            Map<Label, Block> byLabel = f.byLabel();
            var blocks = new LinkedHashMap<Label, Block>();
            var work = new ArrayDeque<Label>(List.of(f.entry().label()));
            int instructions = 0;
            boolean returns = false;
            while (!work.isEmpty()) {
                Block b = byLabel.get(work.poll());
                if (blocks.containsKey(b.label()) || !isPure(b)) {
                    continue;
                }
                instructions +=
                        b.body().size()
                                + (b.end() instanceof Terminator.Switch s ? s.cases().size() : 0);
                if (blocks.size() == MAX_BLOCKS || instructions > MAX_INSTRUCTIONS) {
                    break;
                }
                blocks.put(b.label(), b);
                returns |= b.end() instanceof Terminator.Ret;
                b.end().targets().forEach(t -> work.add(t.label()));
            }
            // One block would be a function that InlinePure deals with.
            return returns && blocks.size() > 1
                    ? Optional.of(new Shortcut(f, blocks))
                    : Optional.empty();
        }

        private static boolean isPure(Block b) {
            return b.body().stream()
                            .allMatch(
                                    i -> i instanceof Instr.Pure && !(i instanceof Instr.Allocates))
                    && switch (b.end()) {
                        case Terminator.Ret _,
                                Terminator.Jump _,
                                Terminator.Branch _,
                                Terminator.Switch _,
                                Terminator.SwitchArity _ ->
                                true;
                        case Terminator.TailCall _,
                                Terminator.TailCallFun _,
                                Terminator.TailCallApply _,
                                Terminator.Raise _,
                                Terminator.FunctionClause _,
                                Terminator.RecvPeek _,
                                Terminator.RecvWait _,
                                Terminator.Unreachable _ ->
                                false;
                    };
        }
    }

    /// One function in the making.
    private static final class Expansion {
        private final Function function;
        private final Map<FunctionId, Shortcut> shortcuts;
        private final List<Block> blocks = new ArrayList<>();
        private final FreshLabels labels;
        private final int size;
        private int nextVar;
        int done;

        Expansion(Function function, Map<FunctionId, Shortcut> shortcuts) {
            this.function = function;
            this.shortcuts = shortcuts;
            this.labels = new FreshLabels(function);
            this.size = function.blocks().stream().mapToInt(b -> b.body().size()).sum();
            this.nextVar = function.nextVar();
        }

        Function run() {
            function.blocks().forEach(this::block);
            return done == 0 ? function : function.withBlocks(blocks);
        }

        /// Most calls in a large function are made once: there it is done for the recursion alone.
        private boolean pays(Instr.Call c) {
            return size <= SMALL || c.target().equals(function.id());
        }

        private void block(Block b) {
            Label label = b.label();
            List<Var> params = b.params();
            var body = new ArrayList<Instr>();
            for (Instr i : b.body()) {
                if (i instanceof Instr.Call c
                        && shortcuts.get(c.target()) instanceof Shortcut s
                        && done < MAX_PER_FUNCTION
                        && pays(c)) {
                    done++;
                    Label after = labels.next("after");
                    Label call = labels.next("call");
                    Target start = copy(s, c, call, after);
                    blocks.add(new Block(label, params, body, new Terminator.Jump(start, c.loc())));
                    blocks.addAll(pending);
                    pending.clear();
                    Var result = new Var(nextVar++, c.dst().type());
                    blocks.add(
                            new Block(
                                    call,
                                    List.of(),
                                    List.of(Rewrite.result(c, result)),
                                    new Terminator.Jump(
                                            new Target(after, List.of(result)), c.loc())));
                    label = after;
                    params = List.of(c.dst());
                    body = new ArrayList<>();
                } else {
                    body.add(i);
                }
            }
            blocks.add(new Block(label, params, body, b.end()));
        }

        private final List<Block> pending = new ArrayList<>();

        /// The blocks of the shortcut, for this call, go to `pending`. The way that does not return
        /// leads to `call`.
        private Target copy(Shortcut s, Instr.Call c, Label call, Label after) {
            Map<Label, Label> renamed = new HashMap<>();
            s.blocks.keySet().forEach(l -> renamed.put(l, labels.next("leaf")));
            Map<Operand, Operand> names = new HashMap<>();
            Label entry = s.function.entry().label();
            for (int i = 0; i < c.args().size(); i++) {
                names.put(s.function.params().get(i), c.args().get(i));
            }
            for (Block b : s.blocks.values()) {
                boolean isEntry = b.label().equals(entry);
                var params = new ArrayList<Var>();
                if (!isEntry) {
                    b.params().forEach(p -> params.add(rename(p, names)));
                }
                // Definitions first: blocks come in the order of a walk, but a name may be used
                // before its block is copied.
                b.body().forEach(i -> rename(i.result().orElseThrow(), names));
                pending.add(new Block(renamed.get(b.label()), params, b.body(), b.end()));
            }
            pending.replaceAll(b -> rename(b, names, renamed, call, after));
            return Target.of(renamed.get(entry));
        }

        private Var rename(Var v, Map<Operand, Operand> names) {
            Var w = new Var(nextVar++, v.type());
            names.put(v, w);
            return w;
        }

        private static Block rename(
                Block b,
                Map<Operand, Operand> names,
                Map<Label, Label> renamed,
                Label call,
                Label after) {
            var body = new ArrayList<Instr>();
            for (Instr i : b.body()) {
                Instr j = Rewrite.operands(i, o -> names.getOrDefault(o, o));
                body.add(Rewrite.result(j, (Var) names.get(i.result().orElseThrow())));
            }
            Terminator end =
                    switch (b.end()) {
                        case Terminator.Ret(var value, var loc) ->
                                new Terminator.Jump(
                                        new Target(
                                                after, List.of(names.getOrDefault(value, value))),
                                        loc);
                        case Terminator other ->
                                Targets.map(
                                        Targets.mapLabels(
                                                Rewrite.operands(
                                                        other, o -> names.getOrDefault(o, o)),
                                                l -> renamed.getOrDefault(l, call)),
                                        t ->
                                                renamed.containsKey(t.label())
                                                        ? new Target(
                                                                renamed.get(t.label()), t.args())
                                                        : Target.of(call));
                    };
            return new Block(b.label(), b.params(), body, end);
        }
    }
}
