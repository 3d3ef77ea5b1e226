package dev.lumen.codegen.lower;

import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.TypeTest;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What must be known of a function before the first instruction of it is emitted: where memory is
/// asked for, what each frame holds, and which variables can change their word while they live
/// because the collector moved the term.
///
/// **Heap checks.** One check asks for the memory of a run of instructions: all their allocations
/// and the frame of the call that ends the run. A primitive that takes memory leaves
/// [Layout#RUN_RESERVE_WORDS] of it, so the run goes on behind it unless it needs more than that.
///
/// The check stands where control comes back from a call, or at the entry: there all that lives is
/// in the frame, or in the argument registers, and the code can leave to have the heap collected,
/// as it does when its time slice is over. Only elsewhere, at the start of a block that others come
/// to without having asked, it saves and reloads its variables itself.
///
/// Runs go on over branches ([HeapDemand]): where all ways from a block on ask for memory, or one
/// does and the function asks eagerly, the block asks for the most that one of them needs, and they
/// don't ask.
final class FunctionPlan {
    private final Function function;
    private final int size;
    private final boolean tellsOfFloats;
    private final Goal goal;
    private final Liveness liveness;
    private final Var[] vars;
    private final Map<Label, BlockPlan> blocks = new HashMap<>();
    private final BitSet slots = new BitSet();
    private final SequencedSet<Label> loopHeaders = new LinkedHashSet<>();
    private final List<Block> postorder = new ArrayList<>();

    /// Of one block. Each has an entry per instruction and one for the terminator. `check`: words
    /// to ask for before it, 0 for none. `frame`: what its frame holds, null when it pushes none.
    /// `live`: what is needed just before it, and so survives a check there.
    record BlockPlan(int[] check, List<List<Var>> frame, List<BitSet> live) {}

    private FunctionPlan(Function function, Goal goal) {
        this.function = function;
        this.goal = goal;
        size = function.blocks().stream().mapToInt(b -> b.body().size()).sum();
        tellsOfFloats =
                function.blocks().stream()
                        .flatMap(b -> b.body().stream())
                        .anyMatch(FunctionPlan::tellsOfFloats);
        this.liveness = Liveness.of(function);
        this.vars = new Var[function.nextVar()];
        walk();
        for (Block b : function.blocks()) {
            b.defined().forEach(v -> vars[v.id()] = v);
        }
    }

    static FunctionPlan of(Function function, Goal goal) {
        var plan = new FunctionPlan(function, goal);
        Map<Label, List<BitSet>> live = new HashMap<>();
        Map<Label, List<List<Var>>> frames = new HashMap<>();
        for (Block b : function.blocks()) {
            live.put(b.label(), plan.liveness.before(b));
            frames.put(b.label(), plan.frames(b, live.get(b.label())));
        }
        plan.planBlocks(HeapDemand.Manner.SPARING, live, frames);
        if (plan.checksInBetween() > goal.sparedChecks()) {
            plan.planBlocks(HeapDemand.Manner.EAGER, live, frames);
        }
        plan.findSlots();
        for (Label header : plan.loopHeaders) {
            plan.slots.or(plan.liveness.liveIn(header));
        }
        return plan;
    }

    private void planBlocks(
            HeapDemand.Manner manner,
            Map<Label, List<BitSet>> live,
            Map<Label, List<List<Var>>> frames) {
        var demand = HeapDemand.of(manner, function, frames, loopHeaders, postorder);
        for (Block b : function.blocks()) {
            blocks.put(b.label(), planBlock(b, live.get(b.label()), frames.get(b.label()), demand));
        }
    }

    private int checksInBetween() {
        int count = 0;
        for (Block b : function.blocks()) {
            int[] check = blocks.get(b.label()).check();
            for (int i = 0; i < check.length; i++) {
                count += check[i] > 0 && !canLeave(b, i, check[i]) ? 1 : 0;
            }
        }
        return count;
    }

    private void findSlots() {
        for (Block b : function.blocks()) {
            BlockPlan plan = blocks.get(b.label());
            for (int i = 0; i < plan.check.length; i++) {
                if (plan.check[i] > 0 && !canLeave(b, i, plan.check[i])) {
                    terms(plan.live.get(i)).forEach(v -> slots.set(v.id()));
                }
                if (plan.frame.get(i) != null) {
                    plan.frame.get(i).forEach(v -> slots.set(v.id()));
                }
            }
            b.params().forEach(v -> slots.set(v.id()));
        }
    }

    /// True when arithmetic and comparisons of what is unknown try floats in place. Elsewhere they
    /// leave them to the primitive: the code for floats is twice that for small integers.
    boolean expectsFloats() {
        return tellsOfFloats || size <= goal.smallForFloats();
    }

    /// True when arithmetic tries small integers in place.
    boolean expectsSmall() {
        return size <= goal.smallForArithmetic();
    }

    /// True when comparisons do, and when elements of what may be a tuple are loaded in place.
    boolean looksInside() {
        return size <= goal.smallForLooking();
    }

    /// True when the block ends in a test and a branch, nothing else wants the answer of the test,
    /// and the test may as well be part of the branch.
    boolean isOnlyBranchedOn(Block b) {
        return goal.branchesOnTests()
                && b.end() instanceof Terminator.Branch(Var flag, Target then, Target otherwise, _)
                && (b.body().getLast() instanceof Instr.Test
                        || b.body().getLast() instanceof Instr.Compare)
                && b.body().getLast().result().equals(Optional.of(flag))
                && !then.args().contains(flag)
                && !otherwise.args().contains(flag)
                && !liveness.liveIn(then.label()).get(flag.id())
                && !liveness.liveIn(otherwise.label()).get(flag.id())
                && blocks.get(b.label()).check()[b.body().size()] == 0;
    }

    private static boolean tellsOfFloats(Instr i) {
        return i.result().isPresent() && isFloat(i.result().get())
                || i.args().stream().anyMatch(FunctionPlan::isFloat)
                || i instanceof Instr.Test t && t.test() == TypeTest.IS_FLOAT;
    }

    private static boolean isFloat(Operand o) {
        return o.type().isSubtypeOf(Type.FLOAT) && !o.type().equals(Type.NONE);
    }

    BlockPlan block(Label label) {
        return blocks.get(label);
    }

    /// True for a variable that lives in memory (until LLVM makes registers of it) because it has
    /// more than one definition in LLVM's eyes: block parameters, and what is reloaded after a
    /// collection or a call.
    boolean hasSlot(Var v) {
        return slots.get(v.id());
    }

    /// Targets of jumps backwards, in order. There the function can be preempted.
    SequencedSet<Label> loopHeaders() {
        return loopHeaders;
    }

    /// The variables a block needs, its parameters first.
    List<Var> needs(Block b) {
        var all = new ArrayList<>(b.params());
        all.addAll(variables(liveness.liveIn(b.label())));
        return all;
    }

    /// What the block needs from before it.
    BitSet liveIn(Label block) {
        return liveness.liveIn(block);
    }

    List<Var> variables(BitSet set) {
        return set.stream().mapToObj(id -> vars[id]).toList();
    }

    /// Those of them that the collector must know.
    List<Var> terms(BitSet set) {
        return set.stream().mapToObj(id -> vars[id]).filter(v -> v.type().isTerm()).toList();
    }

    // ---- planning -------------------------------------------------------------------------------

    private List<List<Var>> frames(Block b, List<BitSet> live) {
        int n = b.body().size();
        var frames = new ArrayList<List<Var>>(n + 1);
        for (int i = 0; i < n; i++) {
            frames.add(frameOf(b.body().get(i), live.get(i + 1)));
        }
        frames.add(b.end() instanceof Terminator.RecvWait wait ? waitFrame(wait) : null);
        return frames;
    }

    private BlockPlan planBlock(
            Block b, List<BitSet> live, List<List<Var>> frames, HeapDemand demand) {
        int n = b.body().size();
        int[] check = new int[n + 1];
        // The run that is open when control comes in may have been asked for already.
        boolean asked = demand.isMet(b.label());
        int start = 0;
        for (int i = 0; i <= n; i++) {
            int words =
                    i < n ? HeapDemand.words(b, i, frames.get(i)) : demand.atEnd(b, frames.get(n));
            if (words > 0 && !asked) {
                if (check[start] == 0 && !isLeavingPlace(b, start)) {
                    start = i;
                }
                check[start] += words;
            }
            if (i < n && demand.endsRun(b.label(), i)) {
                start = i + 1;
                asked = false;
            }
        }
        return new BlockPlan(check, frames, live);
    }

    /// True when the code can leave before instruction `index` with nothing but what its frame or
    /// its arguments hold.
    private boolean isLeavingPlace(Block b, int index) {
        return index > 0 ? pushesFrame(b.body().get(index - 1)) : isEntry(b);
    }

    /// True when a check for so many words before instruction `index` leaves if it fails.
    boolean canLeave(Block b, int index, int words) {
        int most = index == 0 ? Layout.ENTRY_MAX_NEED : Layout.RETURN_MAX_NEED;
        return isLeavingPlace(b, index) && words <= most;
    }

    private boolean isEntry(Block b) {
        return b == function.entry() && !loopHeaders.contains(b.label());
    }

    /// The frame of a call holds what is needed after it: by what follows, and by the handler of
    /// its exceptions.
    private List<Var> frameOf(Instr instr, BitSet after) {
        if (!pushesFrame(instr)) {
            return null;
        }
        BitSet held = (BitSet) after.clone();
        instr.result().ifPresent(v -> held.clear(v.id()));
        Liveness.failLabel(instr).ifPresent(l -> held.or(liveness.liveIn(l)));
        return variables(held);
    }

    private List<Var> waitFrame(Terminator.RecvWait wait) {
        BitSet held = (BitSet) liveness.liveIn(wait.again()).clone();
        held.or(liveness.liveIn(wait.timedOut()));
        wait.onFail().target().ifPresent(l -> held.or(liveness.liveIn(l)));
        return variables(held);
    }

    static boolean pushesFrame(Instr instr) {
        return switch (instr) {
            case Instr.Call _, Instr.CallFun _, Instr.CallApply _ -> true;
            case Instr.CallBif c -> c.bif().effects().yields();
            default -> false;
        };
    }

    // ---- loops ----------------------------------------------------------------------------------

    /// Finds the loop headers, and the order of the blocks.
    private void walk() {
        Map<Label, Block> byLabel = function.byLabel();
        var done = new LinkedHashSet<Label>();
        var path = new LinkedHashSet<Label>();
        var stack = new ArrayList<Object>();
        // A label on the stack is to be visited; a block on it is to be left.
        stack.add(function.entry().label());
        while (!stack.isEmpty()) {
            switch (stack.removeLast()) {
                case Block b -> {
                    path.remove(b.label());
                    done.add(b.label());
                    postorder.add(b);
                }
                case Label l when path.contains(l) -> loopHeaders.add(l);
                case Label l when done.contains(l) -> {}
                case Label l -> {
                    path.add(l);
                    stack.add(byLabel.get(l));
                    stack.addAll(byLabel.get(l).successors().reversed());
                }
                default -> throw new AssertionError();
            }
        }
    }

    @Override
    public String toString() {
        return function.id()
                + " slots "
                + slots
                + " checks "
                + blocks.values().stream().map(b -> Arrays.toString(b.check)).toList();
    }
}
