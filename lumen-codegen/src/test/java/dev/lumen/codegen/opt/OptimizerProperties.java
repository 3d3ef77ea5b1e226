package dev.lumen.codegen.opt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.pass.Pipeline;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.gen.ProgramGenerator;
import dev.lumen.ir.ssa.interp.Interpreter;
import dev.lumen.ir.ssa.interp.Outcome;
import dev.lumen.ir.term.Term;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.util.List;

/// Optimised programs are valid after each pass and do what they did before.
class OptimizerProperties {
    private static final Pipeline.Options VERIFIED = Pipeline.Options.defaults().withVerify(true);
    private static final long MAX_STEPS = 100_000;

    @Property(tries = 200)
    void theStandardPipelineKeepsTheMeaning(@ForAll long seed) {
        same(seed, Optimizer.STANDARD);
    }

    @Property(tries = 100)
    void theCleaningPipelineKeepsTheMeaning(@ForAll long seed) {
        same(seed, Optimizer.CLEAN);
    }

    @Property(tries = 100)
    void loopsKeepTheMeaning(@ForAll long seed) {
        same(seed, Optimizer.STANDARD.then(new LoopSelfCalls()));
    }

    /// Seeds of programs that a pass once got wrong.
    @Example
    void programsThatFailedOnce() {
        for (long seed : new long[] {101, 165, 219}) {
            same(seed, Optimizer.STANDARD);
        }
    }

    private static void same(long seed, Pipeline pipeline) {
        var generator = new ProgramGenerator(seed);
        Module before = generator.module();
        Module after = pipeline.run(before, VERIFIED);
        List<Term> args = generator.arguments();
        assertThat(run(after, args)).as("seed %d:\n%s", seed, before).isEqualTo(run(before, args));
    }

    /// What it displays and how it ends. A closure is known by a number that is given when it is
    /// first looked at.
    private static String run(Module m, List<Term> args) {
        var output = new StringBuilder();
        Outcome outcome =
                new Interpreter(m)
                        .output(output::append)
                        .maxSteps(MAX_STEPS)
                        .call(m.exports().getFirst(), args);
        return (output + outcome.toString()).replaceAll("#Fun<[^>]*>", "#Fun");
    }
}
