package dev.lumen.codegen.lower;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;

/// The names under which compiled modules find each other and the runtime finds them.
public final class Symbols {
    /// The `lumen_image` of a program.
    public static final String IMAGE = "lumen_image";

    private Symbols() {}

    /// ABI code of a function that its module exports, or that is missing: `lists:map/2`.
    public static String code(FunctionId id) {
        return id.module().name() + ":" + id.name().name() + "/" + id.arity();
    }

    /// What is made of the symbols of a function that is not exported: to others it is missing, and
    /// what they find under the other names is a stub.
    static String local(String symbol) {
        return symbol + ".local";
    }

    /// The `lumen_builtin` of a function of the runtime.
    static String builtin(FunctionId id) {
        return "lumen_builtin:" + code(id);
    }

    /// The `lumen_function` of a function.
    public static String record(FunctionId id) {
        return "lumen_function:" + code(id);
    }

    /// The `lumen_module` of a module.
    public static String module(Atom name) {
        return "lumen_module:" + name.name();
    }
}
