package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.ModulePass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Terminator;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// Removes functions that no exported function leads to.
///
/// - Needs: valid SSA. Keeps: what is left, as it is. Repeats: never.
/// - Example: `src/test/filetests/opt/remove-unused-functions.ssa`
public final class RemoveUnusedFunctions implements ModulePass {
    @Override
    public PassId id() {
        return PassId.of("remove-unused-functions");
    }

    @Override
    public Module run(Module m, PassContext cx) {
        Map<FunctionId, Function> byId = new HashMap<>();
        m.functions().forEach(f -> byId.put(f.id(), f));
        var used = new HashSet<FunctionId>();
        var work = new ArrayDeque<>(m.exports());
        while (!work.isEmpty()) {
            FunctionId next = work.poll();
            if (!byId.containsKey(next) || !used.add(next)) {
                continue;
            }
            for (Block b : byId.get(next).blocks()) {
                for (Instr i : b.body()) {
                    switch (i) {
                        case Instr.Call c -> work.add(c.target());
                        case Instr.MakeFun f -> work.add(f.target());
                        default -> {}
                    }
                }
                if (b.end() instanceof Terminator.TailCall t) {
                    work.add(t.target());
                }
            }
        }
        if (used.size() == m.functions().size()) {
            return m;
        }
        cx.count("removed", m.functions().size() - used.size());
        return m.withFunctions(m.functions().stream().filter(f -> used.contains(f.id())).toList());
    }
}
