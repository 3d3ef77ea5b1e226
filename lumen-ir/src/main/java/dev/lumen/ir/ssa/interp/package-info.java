/// The slow, obvious meaning of SSA: [dev.lumen.ir.ssa.interp.Interpreter].
///
/// It shares no code with code generation or the runtime, so it can judge both. A value at run time
/// is one of the leaf classes of [dev.lumen.ir.term.Term] or one of [dev.lumen.ir.ssa.interp.Cell],
/// [dev.lumen.ir.ssa.interp.Row], [dev.lumen.ir.ssa.interp.Dict] and
/// [dev.lumen.ir.ssa.interp.Closure]: unlike terms these cost nothing to build one on top of the
/// other. A raw integer is a `Long`, a flag a `Boolean`, a raw float a `Double`.
package dev.lumen.ir.ssa.interp;
