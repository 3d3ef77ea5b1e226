package dev.lumen;

import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.ssa.Module;

import java.util.Optional;

/// One module at every stage. Immutable.
///
/// @param name the module's name
/// @param forms the abstract forms; empty when the source was Core Erlang or SSA
/// @param core Core Erlang, after the passes of that stage; empty when the source was SSA
/// @param ssa SSA as it was made
/// @param optimized SSA after all passes, as code is generated from it
public record CompiledModule(
        String name,
        Optional<ModuleForms> forms,
        Optional<CoreModule> core,
        Module ssa,
        Module optimized) {}
