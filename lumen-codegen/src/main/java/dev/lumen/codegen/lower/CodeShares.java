package dev.lumen.codegen.lower;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Whose the bytes of code are. A function that has an LLVM function of its own has its bytes; the
/// functions of a group share those of the group (its LLVM function, and the thunks of its return
/// points) in proportion to their instructions of SSA. A thunk through which others enter a
/// function is its own.
public final class CodeShares {
    private CodeShares() {}

    /// The bytes of each function. `sizes`: those of the symbols of the object that was made from
    /// the module.
    public static Map<FunctionId, Long> of(Module module, Map<String, Long> sizes) {
        var shares = new LinkedHashMap<FunctionId, Long>();
        for (CallGroup group : CallGroup.of(module)) {
            String first = Symbols.code(group.functions().getFirst().id());
            long common =
                    sizes.getOrDefault(CallGroupLowering.symbol(first), 0L)
                            + sizes.getOrDefault(first + ".return", 0L);
            for (int k = 0; sizes.containsKey(first + ".l" + k); k++) {
                common += sizes.get(first + ".l" + k);
            }
            share(group.functions(), common)
                    .forEach((id, bytes) -> {
                        String code = Symbols.code(id);
                        shares.put(
                                id,
                                bytes
                                        + sizes.getOrDefault(code, 0L)
                                        + sizes.getOrDefault(Symbols.local(code), 0L));
                    });
        }
        return shares;
    }

    /// Exactly `bytes` in all: what is lost by rounding goes to the last.
    private static Map<FunctionId, Long> share(List<Function> functions, long bytes) {
        ToLongFunction<Function> weight =
                f -> f.blocks().stream().map(Block::body).mapToLong(b -> b.size() + 1L).sum();
        long all = functions.stream().mapToLong(weight).sum();
        var shares = new LinkedHashMap<FunctionId, Long>();
        long seen = 0;
        long given = 0;
        for (Function f : functions) {
            seen += weight.applyAsLong(f);
            long upToHere = bytes * seen / all;
            shares.put(f.id(), upToHere - given);
            given = upToHere;
        }
        return shares;
    }
}
