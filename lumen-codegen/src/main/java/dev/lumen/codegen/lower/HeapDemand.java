package dev.lumen.codegen.lower;

import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.bif.Effects;
import dev.lumen.ir.ssa.BitsKind;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How many words of memory the blocks of a function need before the next point where memory is
/// asked for anyway, and which blocks find it there because all that come before them have asked.
///
/// By [Manner#SPARING] a block asks for those behind it only when all of them need memory, so no
/// way is slowed down by a check that it does not need (down-safety, as in partial redundancy
/// elimination); ways that raise are not asked. By [Manner#EAGER] it asks when one needs it: a
/// function of many ways then has one check at its entry and one behind each call, which are small,
/// instead of one on each way. Nothing is carried into a loop header, where the process can be
/// preempted.
final class HeapDemand {
    /// Primitives need no check, for they go on in a fragment when the block is full; but a loop
    /// without any check would never be collected and never use its block again.
    private static final int PRIMITIVE_WORDS = 1;

    /// No opinion: this way raises.
    private static final int ANY = -1;

    enum Manner {
        SPARING,
        EAGER
    }

    private final Manner manner;
    private final Map<Label, List<List<Var>>> frames;
    private final Set<Label> loopHeaders;

    /// Words from the start of a block to the end of its first run.
    private final Map<Label, Integer> atStart = new HashMap<>();

    private final Map<Label, Integer> behind = new HashMap<>();

    /// The instructions of each block that end a run, by index.
    private final Map<Label, BitSet> ends = new HashMap<>();

    private final Set<Label> met = new HashSet<>();

    private HeapDemand(Manner manner, Map<Label, List<List<Var>>> frames, Set<Label> loopHeaders) {
        this.manner = manner;
        this.frames = frames;
        this.loopHeaders = loopHeaders;
    }

    /// `frames`: for each block, what the frame of each instruction and of the terminator holds, or
    /// null. `postorder`: the blocks that can be reached, each behind those that it leads to but
    /// for loop headers.
    static HeapDemand of(
            Manner manner,
            Function function,
            Map<Label, List<List<Var>>> frames,
            Set<Label> loopHeaders,
            List<Block> postorder) {
        var demand = new HeapDemand(manner, frames, loopHeaders);
        for (Block b : postorder) {
            demand.behind.put(b.label(), demand.behind(b));
            demand.atStart.put(b.label(), demand.fromStart(b));
        }
        demand.findMet(function);
        return demand;
    }

    /// True when whoever comes to the block has asked for what its first run needs.
    boolean isMet(Label block) {
        return met.contains(block);
    }

    /// Words that the end of a block asks for: for its own frame, or for the blocks behind it.
    int atEnd(Block b, List<Var> frame) {
        return frame != null ? 1 + frame.size() : Math.max(0, behind.getOrDefault(b.label(), 0));
    }

    /// Words that an instruction takes from what was asked for, the frame that it pushes included.
    static int words(Block block, int index, List<Var> frame) {
        if (frame != null) {
            return 1 + frame.size();
        }
        if (RaisedPair.isMadeBy(block, index)) {
            return 0;
        }
        return switch (block.body().get(index)) {
            case Instr.MakeCons _ -> 2;
            case Instr.MakeTuple t -> 1 + t.elements().size();
            // A closure without free variables is a constant.
            case Instr.MakeFun f -> f.free().isEmpty() ? 0 : 2 + f.free().size();
            // Those allowed in guards seldom take memory: for numbers that are not small.
            case Instr.CallBif c -> {
                Effects e = c.bif().effects();
                yield e.collects() && !e.guard() && !SmallArithmetic.isInlined(c)
                        ? PRIMITIVE_WORDS
                        : 0;
            }
            case Instr.BitsGet g -> g.kind() == BitsKind.SLICE ? PRIMITIVE_WORDS : 0;
            case Instr.Allocates _ -> PRIMITIVE_WORDS;
            default -> 0;
        };
    }

    /// True when after instruction `index` memory must be asked for anew. (In a block that nothing
    /// reaches it does not matter.)
    boolean endsRun(Label block, int index) {
        BitSet here = ends.get(block);
        return here != null && here.get(index);
    }

    /// True when a primitive may take memory, of which it leaves only so much
    /// ([Layout#RUN_RESERVE_WORDS]).
    private static boolean takesMemory(Instr instr) {
        return switch (instr) {
            case Instr.MakeCons _, Instr.MakeTuple _, Instr.MakeFun _ -> false;
            case Instr.CallBif c -> c.bif().effects().collects();
            case Instr.BitsGet _ -> true;
            default -> instr instanceof Instr.Allocates;
        };
    }

    /// Finds the ends of the runs of a block on the way.
    private int fromStart(Block b) {
        List<List<Var>> held = frames.get(b.label());
        int n = b.body().size();
        var endsHere = new BitSet();
        int words = held.get(n) != null ? 1 + held.get(n).size() : behind.get(b.label());
        for (int i = n - 1; i >= 0; i--) {
            Instr instr = b.body().get(i);
            int own = words(b, i, held.get(i));
            if (FunctionPlan.pushesFrame(instr)
                    || takesMemory(instr) && words > Layout.RUN_RESERVE_WORDS) {
                endsHere.set(i);
                words = own;
            } else if (own > 0) {
                words = own + Math.max(0, words);
            }
        }
        ends.put(b.label(), endsHere);
        return words;
    }

    /// What all ways behind a block need; 0 when one needs nothing.
    private int behind(Block b) {
        return switch (b.end()) {
            case Terminator.Jump _,
                    Terminator.Branch _,
                    Terminator.Switch _,
                    Terminator.SwitchArity _ ->
                    mostOf(b);
            case Terminator.Raise _, Terminator.FunctionClause _, Terminator.Unreachable _ -> ANY;
            case Terminator.Ret _,
                    Terminator.TailCall _,
                    Terminator.TailCallFun _,
                    Terminator.TailCallApply _,
                    Terminator.RecvPeek _,
                    Terminator.RecvWait _ ->
                    0;
        };
    }

    private int mostOf(Block b) {
        int most = ANY;
        boolean needless = false;
        for (Target t : b.end().targets()) {
            int words = loopHeaders.contains(t.label()) ? 0 : atStart.get(t.label());
            needless |= words == 0;
            most = Math.max(most, words);
        }
        if (needless && manner == Manner.SPARING) {
            return 0;
        }
        return Math.max(most, carriedByFailure(b).map(atStart::get).orElse(ANY));
    }

    /// The block to go to when the last instruction fails, if what it needs can be asked for
    /// before: the primitive that fails leaves it enough.
    private Optional<Label> carriedByFailure(Block b) {
        return manner == Manner.EAGER
                        && !b.body().isEmpty()
                        && b.body().getLast() instanceof Instr.MayFail last
                        && last.onFail() instanceof OnFail.Branch(Label label)
                        && !loopHeaders.contains(label)
                        && atStart.get(label) <= Layout.RUN_RESERVE_WORDS
                ? Optional.of(label)
                : Optional.empty();
    }

    private void findMet(Function function) {
        var entered = new HashSet<Label>();
        var refused = new HashSet<Label>();
        for (Block b : function.blocks()) {
            boolean asks = behind.getOrDefault(b.label(), 0) > 0;
            for (Target t : b.end().targets()) {
                (asks ? entered : refused).add(t.label());
            }
            boolean carries =
                    asks
                            && carriedByFailure(b).isPresent()
                            && !endsRun(b.label(), b.body().size() - 1);
            b.failTarget().ifPresent((carries ? entered : refused)::add);
        }
        entered.removeAll(refused);
        entered.removeIf(l -> atStart.get(l) <= 0);
        met.addAll(entered);
    }
}
