package dev.lumen.examples;

import dev.lumen.Compilation;
import dev.lumen.CompileEvent;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.Stage;
import dev.lumen.ir.pass.FunctionPass;
import dev.lumen.ir.pass.PassContext;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Instr;

import java.nio.file.Path;

/// A pass of one's own over SSA. It changes nothing: it counts the calls that are not tail calls,
/// the ones that need a frame, and the pass manager reports what it counted.
public final class CountCalls implements FunctionPass {
    @Override
    public PassId id() {
        return PassId.of("count-calls");
    }

    @Override
    public Function run(Function function, PassContext context) {
        for (Block block : function.blocks()) {
            for (Instr instr : block.body()) {
                if (instr instanceof Instr.Call) {
                    context.count("calls");
                }
            }
        }
        return function;
    }

    /// Argument: an Erlang source.
    public static void main(String[] args) {
        Compilation compilation =
                Lumen.compile(Source.file(Path.of(args[0])))
                        .pass(Stage.SSA, new CountCalls())
                        .onEvent(event -> {
                            if (event instanceof CompileEvent.PassDone(var module, var done)
                                    && done.pass().equals(PassId.of("count-calls"))) {
                                System.out.println(module + ": " + done.counters());
                            }
                        })
                        .run();
        compilation.diagnostics().forEach(System.out::println);
    }
}
