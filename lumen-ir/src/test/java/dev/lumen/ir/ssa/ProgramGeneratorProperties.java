package dev.lumen.ir.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.ssa.gen.ProgramGenerator;
import dev.lumen.ir.ssa.interp.Interpreter;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What must hold of every program, tried on random ones.
class ProgramGeneratorProperties {
    @Property(tries = 300)
    void generatedProgramsAreValid(@ForAll long seed) {
        assertThat(Verifier.verify(new ProgramGenerator(seed).module())).isEmpty();
    }

    @Property(tries = 300)
    void whatIsPrintedReadsBack(@ForAll long seed) {
        Module m = new ProgramGenerator(seed).module();
        assertThat(Reader.module(m.toString())).isEqualTo(m);
    }

    @Property(tries = 100)
    void aProgramDoesTheSameEachTime(@ForAll long seed) {
        var generator = new ProgramGenerator(seed);
        Module m = generator.module();
        var args = generator.arguments();
        var interpreter = new Interpreter(m).maxSteps(100_000);
        FunctionId main = m.exports().getFirst();
        assertThat(interpreter.call(main, args)).isEqualTo(interpreter.call(main, args));
    }
}
