package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.ModulePass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Rewrite;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts the body of a small function that can't raise in the place of its calls: one block that
/// ends in `ret`, of a few pure instructions. A function that can raise stays, because stack traces
/// would lose its frame.
///
/// - Needs: valid SSA. Repeats: until nothing changes, one level of calls in each round.
/// - Example: `src/test/filetests/opt/inline-pure.ssa`
public final class InlinePure implements ModulePass {
    private static final int MAX_INSTRUCTIONS = 8;

    @Override
    public PassId id() {
        return PassId.of("inline-pure");
    }

    @Override
    public Module run(Module m, PassContext cx) {
        Map<FunctionId, Function> small = new HashMap<>();
        for (Function f : m.functions()) {
            Block only = f.entry();
            if (f.blocks().size() == 1
                    && only.end() instanceof Terminator.Ret
                    && only.body().size() <= MAX_INSTRUCTIONS
                    && only.body().stream().allMatch(i -> i instanceof Instr.Pure)) {
                small.put(f.id(), f);
            }
        }
        if (small.isEmpty()) {
            return m;
        }
        boolean[] changed = {false};
        Module inlined =
                m.mapFunctions(f -> {
                    Function g = inline(f, small, cx);
                    changed[0] |= g != f;
                    return g;
                });
        return changed[0] ? inlined : m;
    }

    private static Function inline(Function f, Map<FunctionId, Function> small, PassContext cx) {
        int[] next = {f.nextVar()};
        var same = new Substitution();
        boolean[] changed = {false};
        Function g =
                f.mapBlocks(b -> {
                    var body = new ArrayList<Instr>();
                    boolean here = false;
                    for (Instr i : b.body()) {
                        if (i instanceof Instr.Call(var v, var target, var args, _, var loc)
                                && small.get(target) != null) {
                            same.put(v, expand(small.get(target), args, body, next));
                            cx.count("inlined");
                            here = true;
                        } else {
                            body.add(i);
                        }
                    }
                    Terminator end = b.end();
                    if (end instanceof Terminator.TailCall(var target, var args, var loc)
                            && small.get(target) != null
                            && isOpen(body)) {
                        end = new Terminator.Ret(expand(small.get(target), args, body, next), loc);
                        cx.count("inlined");
                        here = true;
                    }
                    changed[0] |= here;
                    return here ? new Block(b.label(), b.params(), body, end) : b;
                });
        return changed[0] ? same.apply(g) : f;
    }

    private static boolean isOpen(List<Instr> body) {
        return body.isEmpty()
                || !(body.getLast() instanceof Instr.MayFail last)
                || last.onFail() instanceof OnFail.Caller;
    }

    /// Appends the instructions of `callee` and answers what it returns. They keep their locations:
    /// they can't raise, so nobody sees them.
    private static Operand expand(
            Function callee, List<Operand> args, List<Instr> into, int[] next) {
        Map<Operand, Operand> names = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            names.put(callee.params().get(i), args.get(i));
        }
        for (Instr i : callee.entry().body()) {
            Var old = i.result().orElseThrow();
            Var v = new Var(next[0]++, old.type());
            into.add(Rewrite.result(Rewrite.operands(i, o -> names.getOrDefault(o, o)), v));
            names.put(old, v);
        }
        Operand result = ((Terminator.Ret) callee.entry().end()).value();
        return names.getOrDefault(result, result);
    }
}
