package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.ModulePass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.term.Fun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Calls the function of a fun that is known, rather than the fun.
///
/// - Needs: valid SSA. Keeps: the control-flow graph, and calls that would raise badarity, or undef
///   because `fun m:f/a` is not exported by this module. Repeats: never.
/// - Example: `src/test/filetests/opt/call-fun-directly.ssa`
public final class CallFunDirectly implements ModulePass {
    @Override
    public PassId id() {
        return PassId.of("call-fun-directly");
    }

    private record Callee(FunctionId id, List<Operand> args) {}

    @Override
    public Module run(Module m, PassContext cx) {
        var exports = Set.copyOf(m.exports());
        boolean[] changed = {false};
        Module direct =
                m.mapFunctions(f -> {
                    Function g = run(f, id -> isExported(id, m, exports), cx);
                    changed[0] |= g != f;
                    return g;
                });
        return changed[0] ? direct : m;
    }

    private static boolean isExported(FunctionId id, Module m, Set<FunctionId> exports) {
        return !id.module().equals(m.name()) || exports.contains(id);
    }

    private static Function run(Function f, Predicate<FunctionId> exported, PassContext cx) {
        Map<Operand, FunctionId> closures = new HashMap<>();
        for (Block b : f.blocks()) {
            for (Instr i : b.body()) {
                if (i instanceof Instr.MakeFun(var v, var target, _, _)) {
                    closures.put(v, target);
                }
            }
        }
        boolean[] changed = {false};
        Function direct =
                f.mapBlocks(b -> {
                    var body = new ArrayList<Instr>(b.body().size());
                    boolean here = false;
                    for (Instr i : b.body()) {
                        Instr now =
                                i
                                                instanceof
                                                Instr.CallFun(
                                                        var v,
                                                        var fun,
                                                        var args,
                                                        var onFail,
                                                        var loc)
                                        ? callee(fun, args, closures, exported)
                                                .map(c ->
                                                        (Instr)
                                                                new Instr.Call(
                                                                        v, c.id, c.args, onFail,
                                                                        loc))
                                                .orElse(i)
                                        : i;
                        here |= now != i;
                        body.add(now);
                    }
                    Terminator end =
                            b.end() instanceof Terminator.TailCallFun(var fun, var args, var loc)
                                    ? callee(fun, args, closures, exported)
                                            .map(c ->
                                                    (Terminator)
                                                            new Terminator.TailCall(
                                                                    c.id, c.args, loc))
                                            .orElse(b.end())
                                    : b.end();
                    if (!here && end == b.end()) {
                        return b;
                    }
                    changed[0] = true;
                    cx.count("direct");
                    return new Block(b.label(), b.params(), body, end);
                });
        return changed[0] ? direct : f;
    }

    private static Optional<Callee> callee(
            Operand fun,
            List<Operand> args,
            Map<Operand, FunctionId> closures,
            Predicate<FunctionId> exported) {
        if (fun instanceof Operand.Const(Fun.External e, _) && e.arity() == args.size()) {
            return Optional.of(new FunctionId(e.module(), e.name(), e.arity()))
                    .filter(exported)
                    .map(id -> new Callee(id, args));
        }
        FunctionId target = closures.get(fun);
        if (target == null || target.arity() != args.size() + 1) {
            return Optional.empty();
        }
        var all = new ArrayList<>(args);
        all.add(fun);
        return Optional.of(new Callee(target, all));
    }
}
