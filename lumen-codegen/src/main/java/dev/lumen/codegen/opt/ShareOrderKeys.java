package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Int;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Orders a term among integers once, when it is compared with several of them: ranges, mostly.
///
/// Each `lt X, 5` of an unknown `X` asks first whether `X` is a small integer; `order_key X` asks
/// that once.
///
/// - Needs: valid SSA; sharper after [InferTypes]. Keeps: the control-flow graph. Repeats: never.
/// - Example: `src/test/filetests/opt/share-order-keys.ssa`
public final class ShareOrderKeys implements FunctionPass {
    /// One comparison needs no key.
    private static final int FEWEST = 2;

    @Override
    public PassId id() {
        return PassId.of("share-order-keys");
    }

    private record Key(Label where, Var value) {}

    @Override
    public Function run(Function f, PassContext cx) {
        Map<Var, Integer> count = new HashMap<>();
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                ordered(i).ifPresent(v -> count.merge(v, 1, Integer::sum));
            }
        }
        count.values().removeIf(n -> n < FEWEST);
        if (count.isEmpty()) {
            return f;
        }
        Dominators dom = Dominators.of(f);
        Map<Var, List<Key>> keys = new HashMap<>();
        Map<Label, Block> done = new HashMap<>();
        int next = f.nextVar();
        for (Block b : dom.order()) {
            var body = new ArrayList<Instr>();
            for (Instr i : b.body()) {
                Optional<Var> term = ordered(i).filter(count::containsKey);
                if (term.isEmpty() || !(i instanceof Instr.Compare c)) {
                    body.add(i);
                    continue;
                }
                Var v = term.get();
                List<Key> known = keys.computeIfAbsent(v, _ -> new ArrayList<>());
                Var key =
                        known.stream()
                                .filter(k -> dom.dominates(k.where, b.label()))
                                .map(Key::value)
                                .findFirst()
                                .orElse(null);
                if (key == null) {
                    key = new Var(next++, Type.KEY);
                    body.add(new Instr.OrderKey(key, v, i.loc()));
                    known.add(new Key(b.label(), key));
                }
                boolean swapped = c.right().equals(v);
                body.add(
                        new Instr.CompareKey(
                                c.dst(),
                                swapped ? c.op().swapped() : c.op(),
                                key,
                                number(swapped ? c.left() : c.right()),
                                c.loc()));
                cx.count("compared by key");
            }
            done.put(b.label(), b.withBody(body));
        }
        return f.mapBlocks(b -> done.getOrDefault(b.label(), b));
    }

    private static long number(Operand constant) {
        return ((Int) ((Operand.Const) constant).value()).longValue();
    }

    /// The variable that this instruction orders against an integer, if nothing is known of it.
    private static Optional<Var> ordered(Instr i) {
        if (!(i instanceof Instr.Compare c) || !c.op().isOrder()) {
            return Optional.empty();
        }
        return ordered(c.left(), c.right()).or(() -> ordered(c.right(), c.left()));
    }

    private static Optional<Var> ordered(Operand term, Operand number) {
        return term instanceof Var v
                        && v.type().overlaps(Type.SMALL)
                        && !v.type().isSubtypeOf(Type.SMALL)
                        && number instanceof Operand.Const(Int n, _)
                        && n.isSmall()
                        && Math.abs(n.longValue()) <= Instr.CompareKey.MAX_NUMBER
                ? Optional.of(v)
                : Optional.empty();
    }
}
