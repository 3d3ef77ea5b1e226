package dev.lumen;

import dev.lumen.codegen.ObjectCache;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.opt.Optimizer;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.pass.Pass;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.pass.Pipeline;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Term;

import org.immutables.value.Value;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
        List<String> kept,
        List<String> leftOut,
        boolean libraries,
        Optional<ObjectCache> cache,
        Optional<Entry> program,
        Events events)
        implements WithCompileSettings {
    /// The module after all passes over SSA.
    Module optimized(Module ssa) {
        String name = ssa.name().name();
        return events.timed(name, "optimized", () -> pipeline().run(ssa, options(name)));
    }

    private Pipeline.Options options(String module) {
        return Pipeline.Options.defaults()
                .withVerify(verify)
                // What passes of others make is not to be trusted.
                .withChecked(ssaPasses.stream().map(Pass::id).collect(Collectors.toSet()))
                .without(without.toArray(PassId[]::new))
                .withListener(e -> events.tell(new CompileEvent.PassDone(module, e)));
    }

    private Pipeline pipeline() {
        Pipeline pipeline = level == OptLevel.O0 ? Optimizer.CLEAN : Optimizer.STANDARD;
        for (Pass pass : ssaPasses) {
            pipeline = pipeline.then(pass);
        }
        return pipeline;
    }
}
