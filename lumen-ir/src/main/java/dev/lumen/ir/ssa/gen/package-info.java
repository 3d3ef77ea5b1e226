/// Random programs in SSA, well-formed by construction, for tests of passes and back ends:
/// [dev.lumen.ir.ssa.gen.ProgramGenerator].
package dev.lumen.ir.ssa.gen;
