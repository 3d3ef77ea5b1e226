package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.CoreExpr;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Var;

import java.util.List;
import java.util.Map;

/// A function still to be lowered: one of the module, or one that was lifted out of another. What a
/// lifted one takes from around it (`captured`) are variables of the function it was lifted from;
/// `scope` says which names meant what there. A closure (`self`) gets them from the fun itself, its
/// last argument; any other function as further arguments.
record Lifting(
        FunctionId id,
        CoreExpr.Fun fun,
        List<Var> captured,
        Scope scope,
        boolean self,
        FreeNames names) {

    /// The names that the function uses and does not bind, as they were where it was written. A
    /// variable here is one of `captured`.
    record Scope(Map<String, Operand> vars, Map<FunctionName, Env.LocalFunction> functions) {}

    /// A closure that calls a function, with what that function captured: `fun f/1` as a value.
    record Wrapper(FunctionId id, FunctionId target, int captured) {}

    /// A function that fails because none of its clauses matches: it has none.
    record Failing(FunctionId id, Loc loc) {}
}
