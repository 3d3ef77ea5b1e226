package dev.lumen;

import dev.lumen.codegen.Backend;
import dev.lumen.codegen.BackendOptions;
import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.ExecutableBackend;
import dev.lumen.codegen.Image;
import dev.lumen.codegen.ImagePlan;
import dev.lumen.codegen.ModuleCompiler;
import dev.lumen.codegen.Target;
import dev.lumen.codegen.WasmBackend;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.runtime.tools.RuntimeMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A compilation on its way to a target. Immutable: [#main] gives a new one.
public final class Emission {
    private final Compilation compilation;
    private final Target target;
    private final Optional<Entry> chosen;
    private final RuntimeMode mode;

    private record Entry(String module, String function) {}

    private Emission(Compilation compilation, Target target, Optional<Entry> chosen, RuntimeMode mode) {
        this.compilation = compilation;
        this.target = target;
        this.chosen = chosen;
        this.mode = mode;
    }

    static Emission of(Compilation compilation, Target target) {
        return new Emission(compilation, target, Optional.empty(), RuntimeMode.current());
    }

    /// Where the program begins: `module:function/0`, or, where there is none, `module:function/1`, which is given the
    /// arguments as a list of strings. Default: `main` of the first module.
    public Emission main(String module, String function) {
        return new Emission(compilation, target, Optional.of(new Entry(module, function)), mode);
    }

    /// Which build of the runtime to link with. Default: [RuntimeMode#current].
    public Emission mode(RuntimeMode chosenMode) {
        return new Emission(compilation, target, chosen, chosenMode);
    }

    /// For a renderer of diagnostics.
    public Sources sources() {
        return compilation.sources();
    }

    /// The name of the module that the program begins in, for naming a file; `out` when there is none.
    public String defaultName() {
        return entryName().map(Entry::module).orElse("out");
    }

    private Optional<Entry> entryName() {
        return chosen.or(() -> compilation.modules().stream().findFirst().map(m -> new Entry(m.name(), "main")));
    }

    /// The function that the program begins with; empty when there is no such function.
    public Optional<FunctionId> entry() {
        return entryName().flatMap(name -> compilation.module(name.module).flatMap(m -> Stream.of(0, 1)
                .map(arity -> new FunctionId(Atom.of(name.module), Atom.of(name.function), arity))
                .filter(m.optimized().exports()::contains)
                .findFirst()));
    }

    /// Links a static executable. Its exit status is what the program says: 0 when the entry function returns, 1 when it
    /// fails, else what `erlang:halt/1` is given.
    public BackendResult executable(Path file) {
        return to(new ExecutableBackend(), file);
    }

    /// Links a WebAssembly module, with an ES module beside it that loads it: `node p.mjs ARGS`, or an import in a page.
    /// `file` should end in `.wasm`.
    public BackendResult module(Path file) {
        return to(new WasmBackend(), file);
    }

    /// Hands the program to a backend, ours or yours.
    public BackendResult to(Backend backend, Path file) {
        Optional<Diagnostic> problem = problem();
        if (problem.isPresent()) {
            return new BackendResult(List.of(), List.of(problem.get()));
        }
        CompileSettings settings = compilation.settings();
        var options = BackendOptions.DEFAULT.withLevel(settings.level()).withMode(mode);
        return backend.emit(image(), file, settings.cache().map(options::withCache).orElse(options));
    }

    /// What [#to] would say before it calls a backend.
    public List<Diagnostic> check() {
        return problem().map(List::of).orElseGet(() -> ImagePlan.of(image()).diagnostics());
    }

    /// LLVM's assembly language for one module, before LLVM's passes.
    ///
    /// @throws IllegalArgumentException when there is no such module
    public String llvm(String module) {
        Module ssa = compilation
                .module(module)
                .orElseThrow(() -> new IllegalArgumentException("no module " + module))
                .optimized();
        return ModuleCompiler.of(target, compilation.settings().level()).llvm(ssa);
    }

    private Optional<Diagnostic> problem() {
        Span place = Span.startOf(defaultName());
        if (compilation.hasErrors()) {
            return Optional.of(
                    Diagnostic.error("has-errors", "nothing is linked while there are errors in the sources", place));
        }
        if (entry().isEmpty()) {
            String wanted = entryName().map(e -> e.module + ":" + e.function).orElse("main");
            return Optional.of(Diagnostic.error(
                    "no-entry", "no exported function " + wanted + "/0 or " + wanted + "/1 to start with", place));
        }
        return Optional.empty();
    }

    private Image image() {
        return compilation.image(entry());
    }
}
