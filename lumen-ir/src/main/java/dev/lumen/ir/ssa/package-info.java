/// SSA: functions of basic blocks with parameters, typed values and explicit edges for failure.
///
/// Start at [dev.lumen.ir.ssa.Function] for the shape, [dev.lumen.ir.ssa.Instr] and
/// [dev.lumen.ir.ssa.Terminator] for what there is to execute, [dev.lumen.ir.ssa.Verifier] for what
/// valid means.
package dev.lumen.ir.ssa;
