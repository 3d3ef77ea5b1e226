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
import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.runtime.tools.RuntimeMode;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A compilation on its way to a target. Immutable: [#main] gives a new one.
public final class Emission {
    private final Compilation compilation;
    private final Target target;
    private final Entry start;
    private final RuntimeMode mode;
    private final boolean debugInfo;

    private Emission(
            Compilation compilation,
            Target target,
            Entry start,
            RuntimeMode mode,
            boolean debugInfo) {
        this.compilation = compilation;
        this.target = target;
        this.start = start;
        this.mode = mode;
        this.debugInfo = debugInfo;
    }

    static Emission of(Compilation compilation, Target target) {
        return new Emission(
                compilation,
                target,
                compilation.settings().program().orElse(Entry.MAIN),
                RuntimeMode.current(),
                false);
    }

    /// Where the program begins: `module:function/0`, or, where there is none, `module:function/1`,
    /// which is given the arguments as a list of strings. Default: what [CompileRequest#program]
    /// said, else `main` of the first module.
    ///
    /// @throws IllegalArgumentException when that said something else: the rest is not there
    public Emission main(String module, String function) {
        Entry wanted = Entry.of(module, function);
        Optional<Entry> program = compilation.settings().program();
        if (program.isPresent()
                && !program.get()
                        .in(compilation.modules())
                        .equals(wanted.in(compilation.modules()))) {
            throw new IllegalArgumentException(
                    "compiled as a program that does not begin with " + module + ":" + function);
        }
        return new Emission(compilation, target, wanted, mode, debugInfo);
    }

    /// Which build of the runtime to link with. Default: [RuntimeMode#current].
    public Emission mode(RuntimeMode chosenMode) {
        return new Emission(compilation, target, start, chosenMode, debugInfo);
    }

    /// Keeps the names of functions, and DWARF that says which instruction comes from which line:
    /// for `gdb`, `perf`, and the profiler of a browser. Makes files larger, and code no slower.
    public Emission withDebugInfo() {
        return new Emission(compilation, target, start, mode, true);
    }

    /// For a renderer of diagnostics.
    public Sources sources() {
        return compilation.sources();
    }

    /// The name of the module that the program begins in, for naming a file; `out` when there is
    /// none.
    public String defaultName() {
        return start.moduleName(compilation.modules()).orElse("out");
    }

    /// The function that the program begins with; empty when there is no such function.
    public Optional<FunctionId> entry() {
        return start.in(compilation.modules());
    }

    /// Links a static executable. Its exit status is what the program says: 0 when the entry
    /// function returns, 1 when it fails, else what `erlang:halt/1` is given.
    ///
    /// @throws IllegalStateException when the target is another
    public BackendResult executable(Path file) {
        requireWasm(false, "executable");
        return to(new ExecutableBackend(), file);
    }

    /// Links a WebAssembly module, with an ES module beside it that loads it: `node p.mjs ARGS`, or
    /// an import in a page. `file` should end in `.wasm`.
    ///
    /// @throws IllegalStateException when the target is another
    public BackendResult module(Path file) {
        requireWasm(true, "module");
        return to(new WasmBackend(), file);
    }

    private void requireWasm(boolean wasm, String method) {
        if (target.isWasm() != wasm) {
            throw new IllegalStateException(
                    method
                            + " makes "
                            + (wasm ? "a WebAssembly module" : "an ELF executable")
                            + ", and this is an emission for "
                            + target
                            + ": use emit("
                            + (wasm ? "Target.WASM32" : "Target.host()")
                            + ")."
                            + method
                            + ", or "
                            + (wasm ? "executable" : "module"));
        }
    }

    /// Hands the program to a backend, ours or yours. A backend knows its own target.
    public BackendResult to(Backend backend, Path file) {
        Optional<Diagnostic> problem = problem();
        if (problem.isPresent()) {
            return new BackendResult(List.of(), List.of(problem.get()));
        }
        CompileSettings settings = compilation.settings();
        var common =
                BackendOptions.DEFAULT
                        .withLevel(settings.level())
                        .withMode(mode)
                        .withStrip(!debugInfo)
                        .withProgress(settings.events());
        BackendOptions options = settings.cache().map(common::withCache).orElse(common);
        return settings.events().timed("", "emit", () -> backend.emit(image(), file, options));
    }

    /// What [#to] would say before it calls a backend.
    public List<Diagnostic> check() {
        return problem().map(List::of).orElseGet(() -> ImagePlan.of(image()).diagnostics());
    }

    /// LLVM's assembly language for one module, before LLVM's passes.
    ///
    /// @throws IllegalArgumentException when there is no such module
    public String llvm(String module) {
        Module ssa =
                compilation
                        .module(module)
                        .orElseThrow(() -> new IllegalArgumentException("no module " + module))
                        .optimized();
        return ModuleCompiler.of(target, compilation.settings().level()).llvm(ssa);
    }

    private Optional<Diagnostic> problem() {
        Span place = Span.startOf(defaultName());
        if (compilation.hasErrors()) {
            return Optional.of(
                    Diagnostic.error(
                            "has-errors",
                            "nothing is linked while there are errors in the sources",
                            place));
        }
        if (entry().isEmpty()) {
            String wanted =
                    start.moduleName(compilation.modules()).map(m -> m + ":").orElse("")
                            + start.function();
            return Optional.of(
                    start.near(compilation.modules())
                            .map(f -> noEntry(wanted, placeOf(f)).note(hint(f)))
                            .orElseGet(() -> noEntry(wanted, place)));
        }
        return Optional.empty();
    }

    private static Diagnostic noEntry(String wanted, Span place) {
        return Diagnostic.error(
                "no-entry",
                "no exported function " + wanted + "/0 or " + wanted + "/1 to start with",
                place);
    }

    private static Span placeOf(Function f) {
        var at = new Position(Math.max(1, f.loc().line()), Math.max(1, f.loc().column()), 0);
        return new Span(f.file(), at, at);
    }

    /// Why this is not a function to start with.
    private static String hint(Function f) {
        String name = f.id().name() + "/" + f.id().arity();
        return f.id().arity() <= 1
                ? name + " is there, but not exported: add -export([" + name + "])"
                : name + " is there, but takes " + f.id().arity() + " arguments";
    }

    private Image image() {
        return compilation.image(entry());
    }
}
