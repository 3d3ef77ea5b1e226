package dev.lumen.examples;

import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.Backend;
import dev.lumen.codegen.BackendOptions;
import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.Image;
import dev.lumen.codegen.Target;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Terminator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/// A backend of one's own: writes which function calls which, as a graph for Graphviz.
public final class CallGraphBackend implements Backend {
    @Override
    public String id() {
        return "call-graph";
    }

    @Override
    public BackendResult emit(Image image, Path output, BackendOptions options) {
        var edges = new TreeSet<String>();
        for (Module module : image.modules()) {
            for (Function function : module.functions()) {
                for (Block block : function.blocks()) {
                    for (Instr instr : block.body()) {
                        if (instr instanceof Instr.Call call) {
                            edges.add(edge(function.id(), call.target()));
                        }
                    }
                    if (block.end() instanceof Terminator.TailCall call) {
                        edges.add(edge(function.id(), call.target()));
                    }
                }
            }
        }
        try {
            Files.writeString(output, "digraph calls {\n" + String.join("", edges) + "}\n");
            return new BackendResult(List.of(output), List.of());
        } catch (IOException e) {
            var problem =
                    Diagnostic.error(
                            "output", "can't write " + output, Span.startOf(output.toString()));
            return new BackendResult(List.of(), List.of(problem));
        }
    }

    private static String edge(FunctionId from, FunctionId to) {
        return "  \"" + from + "\" -> \"" + to + "\";\n";
    }

    /// Arguments: an Erlang source with a `main`, the file to write.
    public static void main(String[] args) {
        BackendResult result =
                Lumen.compile(Source.file(Path.of(args[0])))
                        .run()
                        .emit(Target.host())
                        .to(new CallGraphBackend(), Path.of(args[1]));
        result.diagnostics().forEach(System.out::println);
    }
}
