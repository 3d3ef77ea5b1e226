package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.CompareOp;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the receives that accept no message without a certain term in it, and says so before they
/// begin: if the term is a reference that was made a moment ago, the runtime begins behind the
/// messages that were there before it. The answer to a call is found at once, however many messages
/// wait.
///
/// Where the reference comes from does not matter here, only that each way from the message to
/// `recv_accept` compares a part of the message with the same variable. (OTP's compiler follows the
/// reference from where it is made; here the runtime remembers the last few.)
///
/// - Needs: valid SSA. Repeats: never; a second run would say everything twice.
/// - Example: `src/test/filetests/opt/skip-older-messages.ssa`
public final class SkipOlderMessages implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("skip-older-messages");
    }

    @Override
    public Function run(Function f, PassContext cx) {
        Map<Label, Var> wanted = wanted(f);
        if (wanted.isEmpty()) {
            return f;
        }
        cx.count("receives", wanted.size());
        return announced(f, wanted);
    }

    // ---- what receives want

    /// For each block that looks at messages, the variable that all accepted ones hold.
    private static Map<Label, Var> wanted(Function f) {
        Map<Label, Block> blocks = f.byLabel();
        var wanted = new LinkedHashMap<Label, Var>();
        for (Block b : f.blocks()) {
            if (b.end() instanceof Terminator.RecvPeek(var message, _, _)
                    && !b.label().equals(f.entry().label())) {
                var receive = new Receive(blocks, message);
                receive.wanted(b).ifPresent(v -> wanted.put(b.label(), v));
            }
        }
        return wanted;
    }

    /// The ways from a message to where it is accepted or skipped.
    private static final class Receive {
        private final Map<Label, Block> blocks;
        private final Label message;
        private final Map<Var, Instr.Compare> comparisons = new HashMap<>();
        private final Set<Var> defined = new HashSet<>();
        private final Set<Var> parts = new HashSet<>();

        Receive(Map<Label, Block> blocks, Label message) {
            this.blocks = blocks;
            this.message = message;
        }

        Optional<Var> wanted(Block peek) {
            parts.addAll(blocks.get(message).params());
            defined.addAll(peek.defined());
            var candidates = new LinkedHashSet<Var>();
            for (Block b : reached(null)) {
                defined.addAll(b.defined());
                for (Instr i : b.body()) {
                    collect(i, candidates);
                }
            }
            candidates.removeAll(defined);
            return candidates.stream().filter(this::isAlwaysThere).findFirst();
        }

        private void collect(Instr i, Set<Var> candidates) {
            switch (i) {
                case Instr.GetHead(var d, var v, _) -> part(d, v);
                case Instr.GetTail(var d, var v, _) -> part(d, v);
                case Instr.GetElement(var d, var v, _, _) -> part(d, v);
                case Instr.MapGet(var d, var v, _, _, _) -> part(d, v);
                case Instr.Compare c
                        when c.op() == CompareOp.EQ_EXACT || c.op() == CompareOp.NE_EXACT -> {
                    comparisons.put(c.dst(), c);
                    other(c).filter(v -> v.type().overlaps(Type.REF)).ifPresent(candidates::add);
                }
                default -> {}
            }
        }

        private void part(Var d, Operand of) {
            if (of instanceof Var v && parts.contains(v)) {
                parts.add(d);
            }
        }

        /// What a part of the message is compared with.
        private Optional<Var> other(Instr.Compare c) {
            if (!(c.left() instanceof Var left) || !(c.right() instanceof Var right)) {
                return Optional.empty();
            }
            return parts.contains(left) == parts.contains(right)
                    ? Optional.empty()
                    : Optional.of(parts.contains(left) ? right : left);
        }

        /// Whether no message is accepted but where it was found equal.
        private boolean isAlwaysThere(Var v) {
            return reached(v).stream()
                    .flatMap(b -> b.body().stream())
                    .noneMatch(Instr.RecvAccept.class::isInstance);
        }

        /// The blocks that a message comes to before it is accepted or skipped, but for those where
        /// it has been found to hold `equal`.
        private List<Block> reached(Var equal) {
            var seen = new HashSet<Label>(List.of(message));
            var work = new ArrayDeque<Label>(seen);
            var found = new ArrayList<Block>();
            while (!work.isEmpty()) {
                Block b = blocks.get(work.poll());
                found.add(b);
                boolean isOver =
                        b.body().stream()
                                .anyMatch(i ->
                                        i instanceof Instr.RecvAccept
                                                || i instanceof Instr.RecvSkip);
                if (isOver) {
                    continue;
                }
                for (Label next : b.successors()) {
                    if (!isWhereEqual(b, next, equal) && seen.add(next)) {
                        work.add(next);
                    }
                }
            }
            return found;
        }

        private boolean isWhereEqual(Block b, Label next, Var equal) {
            if (equal == null
                    || !(b.end() instanceof Terminator.Branch(Var flag, var then, var or, _))) {
                return false;
            }
            Instr.Compare c = comparisons.get(flag);
            if (c == null || !other(c).equals(Optional.of(equal))) {
                return false;
            }
            Target yes = c.op() == CompareOp.EQ_EXACT ? then : or;
            Target no = c.op() == CompareOp.EQ_EXACT ? or : then;
            return next.equals(yes.label()) && !next.equals(no.label());
        }
    }

    // ---- saying it

    /// The function with a block before each of these receives, by which it is entered and not gone
    /// on with.
    private static Function announced(Function f, Map<Label, Var> wanted) {
        Dominators dom = Dominators.of(f);
        var fresh = new FreshLabels(f);
        Map<Label, Label> doors = new HashMap<>();
        wanted.keySet().forEach(l -> doors.put(l, fresh.next("since")));
        int next = f.nextVar();
        var blocks = new ArrayList<Block>();
        for (Block b : f.blocks()) {
            Var term = wanted.get(b.label());
            if (term != null) {
                var params = new ArrayList<Var>();
                for (Var p : b.params()) {
                    params.add(new Var(next++, p.type()));
                }
                blocks.add(
                        new Block(
                                doors.get(b.label()),
                                params,
                                List.of(new Instr.RecvSince(term, b.end().loc())),
                                new Terminator.Jump(
                                        new Target(b.label(), List.copyOf(params)),
                                        b.end().loc())));
            }
            blocks.add(b.withEnd(entering(b, doors, dom)));
        }
        return f.withBlocks(blocks);
    }

    private static Terminator entering(Block b, Map<Label, Label> doors, Dominators dom) {
        Terminator end =
                Targets.map(
                        b.end(),
                        t ->
                                isDoor(t.label(), b, doors, dom)
                                        ? new Target(doors.get(t.label()), t.args())
                                        : t);
        return Targets.mapLabels(end, l -> isDoor(l, b, doors, dom) ? doors.get(l) : l);
    }

    /// Whether the block enters the receive: it is not in its loop.
    private static boolean isDoor(Label l, Block b, Map<Label, Label> doors, Dominators dom) {
        return doors.containsKey(l) && !dom.dominates(l, b.label());
    }
}
