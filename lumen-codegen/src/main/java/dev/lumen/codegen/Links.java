package dev.lumen.codegen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import java.nio.file.Path;

/// What the backends that link have in common.
final class Links {
    private Links() {}

    static ModuleCompiler compiler(Target target, BackendOptions options) {
        var compiler = ModuleCompiler.of(target, options.level());
        var described = options.strip() ? compiler : compiler.withDebugInfo();
        return options.cache().map(described::withCache).orElse(described);
    }

    static Diagnostic needsEntry(Path output) {
        return Diagnostic.error(
                        "no-entry", "a program needs a function to start with", Span.startOf(output.toString()))
                .note("name an exported function of arity 0 or 1");
    }
}
