package dev.lumen.codegen.opt;

import dev.lumen.codegen.opt.KnownResults.Always;
import dev.lumen.codegen.opt.KnownResults.Never;
import dev.lumen.ir.pass.ModulePass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a call a tail call where the function then returns what the call gave: also in `f(X), ok`
/// when `f` returns nothing but `ok`, and wherever the call never returns. The caller needs no
/// frame then, and is in no stack trace. OTP's compiler does the same, so this is done at every
/// level.
///
/// What a call is known to give stands in the place of its result.
///
/// - Needs: valid SSA without unreachable blocks. Repeats: together with what decides branches and
///   merges blocks.
/// - Example: `src/test/filetests/opt/tail-calls.ssa`
public final class TailCalls implements ModulePass {
    @Override
    public PassId id() {
        return PassId.of("tail-calls");
    }

    @Override
    public Module run(Module m, PassContext cx) {
        var results = new KnownResults(m);
        boolean[] changed = {false};
        Module rewritten =
                m.mapFunctions(f -> {
                    Function g = rewrite(f, results, cx);
                    changed[0] |= g != f;
                    return g;
                });
        return changed[0] ? rewritten : m;
    }

    private static Function rewrite(Function f, KnownResults results, PassContext cx) {
        Map<Label, Block> byLabel = f.byLabel();
        Uses uses = Uses.of(f);
        var known = new Substitution();
        boolean[] changed = {false};
        Function ended =
                f.mapBlocks(b -> {
                    for (Instr i : b.body()) {
                        if (i instanceof Instr.Call c
                                && results.of(c.target()) instanceof Always(var literal)
                                && uses.count(c.dst()) > 0) {
                            known.put(c.dst(), Operand.Const.of(literal));
                            cx.count("known");
                        }
                    }
                    Block shorter = ended(b, byLabel, results);
                    if (shorter != b) {
                        changed[0] = true;
                        cx.count("tail calls");
                    }
                    return shorter;
                });
        return changed[0] ? known.apply(FoldBranches.removeUnreachable(ended)) : known.apply(f);
    }

    /// The block up to the first call that can be a tail call.
    private static Block ended(Block b, Map<Label, Block> byLabel, KnownResults results) {
        List<Instr> body = b.body();
        for (int i = 0; i < body.size(); i++) {
            Optional<Operand> returned =
                    i == body.size() - 1 ? returned(b.end(), byLabel) : Optional.empty();
            Optional<Terminator> end = tailCall(body.get(i), returned, results);
            if (end.isPresent()) {
                return new Block(b.label(), b.params(), body.subList(0, i), end.get());
            }
        }
        return b;
    }

    /// What the function returns if that is all that is left to do.
    private static Optional<Operand> returned(Terminator end, Map<Label, Block> byLabel) {
        if (end instanceof Terminator.Jump(var target, _)) {
            Block to = byLabel.get(target.label());
            if (to.body().isEmpty() && to.end() instanceof Terminator.Ret(var value, _)) {
                int param = to.params().indexOf(value);
                return Optional.of(param < 0 ? value : target.args().get(param));
            }
        }
        return end instanceof Terminator.Ret(var value, _) ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Terminator> tailCall(
            Instr call, Optional<Operand> returned, KnownResults results) {
        Terminator tail =
                switch (call) {
                    case Instr.Call(var dst, var target, var args, OnFail.Caller _, var loc)
                            when results.of(target) instanceof Never
                                    || returned.equals(Optional.of(dst))
                                    || results.of(target) instanceof Always(var literal)
                                            && returned.equals(
                                                    Optional.of(Operand.Const.of(literal))) ->
                            new Terminator.TailCall(target, args, loc);
                    case Instr.CallFun(var dst, var fun, var args, OnFail.Caller _, var loc)
                            when returned.equals(Optional.of(dst)) ->
                            new Terminator.TailCallFun(fun, args, loc);
                    case Instr.CallApply(
                                    var dst,
                                    var module,
                                    var name,
                                    var args,
                                    OnFail.Caller _,
                                    var loc)
                            when returned.equals(Optional.of(dst)) ->
                            new Terminator.TailCallApply(module, name, args, loc);
                    default -> null;
                };
        return Optional.ofNullable(tail);
    }
}
