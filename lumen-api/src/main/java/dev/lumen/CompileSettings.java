package dev.lumen;

import dev.lumen.codegen.OptLevel;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.pass.Pass;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.term.Term;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/// What a [CompileRequest] holds.
@Value.Builder
record CompileSettings(
        List<Source> sources,
        Optional<Otp> otp,
        List<Path> includePath,
        Map<String, Term> macros,
        List<Term> options,
        OptLevel level,
        List<UnaryOperator<ModuleForms>> formsPasses,
        List<UnaryOperator<CoreModule>> corePasses,
        List<Pass> ssaPasses,
        List<PassId> without,
        boolean verify,
        int otpRelease,
        Consumer<CompileEvent> listener)
        implements WithCompileSettings {}
