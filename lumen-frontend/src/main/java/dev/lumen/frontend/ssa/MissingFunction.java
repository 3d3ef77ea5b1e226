package dev.lumen.frontend.ssa;

import dev.lumen.ir.Loc;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.ssa.FunctionId;

/// A use of a function that the module does not have. The call is lowered all the same and raises
/// `undef`.
public record MissingFunction(FunctionName name, FunctionId caller, String file, Loc loc) {}
