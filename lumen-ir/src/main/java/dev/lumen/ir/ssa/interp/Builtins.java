package dev.lumen.ir.ssa.interp;

import dev.lumen.ir.ssa.FunctionId;

import java.util.HashMap;
import java.util.Map;

/// The functions that the runtime implements, by name; see [Builtin].
final class Builtins {
    private static final Map<FunctionId, Builtin> ALL = new HashMap<>();

    static {
        ArithmeticBuiltins.register();
        DataBuiltins.register();
        MapBuiltins.register();
        RecordBuiltins.register();
        TextBuiltins.register();
        ProcessBuiltins.register();
    }

    private Builtins() {}

    /// Null when there is none.
    static Builtin find(FunctionId id) {
        return ALL.get(id);
    }

    static void add(String module, String name, int arity, Builtin body) {
        ALL.put(FunctionId.of(module, name, arity), body);
    }

    static void erlang(String name, int arity, Builtin body) {
        add("erlang", name, arity, body);
    }
}
