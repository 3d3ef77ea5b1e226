/// Core Erlang to SSA.
///
/// [dev.lumen.frontend.ssa.CoreToSsa] is the way in. [dev.lumen.frontend.ssa.ExprLowering] walks
/// expressions; patterns go first to a decision tree that knows nothing of SSA
/// ([dev.lumen.frontend.ssa.DecisionCompiler]), then to blocks
/// ([dev.lumen.frontend.ssa.DecisionLowering]).
package dev.lumen.frontend.ssa;
