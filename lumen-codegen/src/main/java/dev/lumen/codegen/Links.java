package dev.lumen.codegen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the backends that link have in common.
final class Links {
    private Links() {}

    static ModuleCompiler compiler(Target target, BackendOptions options) {
        var compiler = ModuleCompiler.of(target, options.level()).withProgress(options.progress());
        var described = options.strip() ? compiler : compiler.withDebugInfo();
        return options.cache().map(described::withCache).orElse(described);
    }

    /// With the report about the main file.
    static BackendResult reported(
            BackendResult result, Image image, ImagePlan plan, List<byte[]> objects) {
        if (!result.succeeded()) {
            return result;
        }
        Path file = result.files().getFirst();
        try {
            String name = file.getFileName().toString();
            return result.withReport(ImageReport.of(name, Files.size(file), image, plan, objects));
        } catch (IOException e) {
            return result; // somebody has taken the file away
        }
    }

    static Diagnostic needsEntry(Path output) {
        return Diagnostic.error(
                        "no-entry",
                        "a program needs a function to start with",
                        Span.startOf(output.toString()))
                .note("name an exported function of arity 0 or 1");
    }
}
