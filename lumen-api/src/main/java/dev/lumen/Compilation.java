package dev.lumen;

import dev.lumen.codegen.Image;
import dev.lumen.codegen.ImagePlan;
import dev.lumen.codegen.LoadedImage;
import dev.lumen.codegen.Target;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What compiling gave: diagnostics, and the modules that have no errors. Immutable and
/// thread-safe.
public final class Compilation {
    private final CompileSettings settings;
    private final List<CompiledModule> modules;
    private final List<Module> libraries;
    private final List<Diagnostic> diagnostics;
    private final Sources sources;

    Compilation(
            CompileSettings settings,
            List<CompiledModule> modules,
            List<Module> libraries,
            List<Diagnostic> diagnostics,
            Sources sources) {
        this.settings = settings;
        this.modules = List.copyOf(modules);
        this.libraries = List.copyOf(libraries);
        this.diagnostics = List.copyOf(diagnostics);
        this.sources = sources;
    }

    /// Everything there is to say about the sources, in their order.
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /// The texts that diagnostics point into, for a [dev.lumen.ir.diag.Renderer].
    public Sources sources() {
        return sources;
    }

    /// The modules that could be compiled, in the order of the sources.
    public List<CompiledModule> modules() {
        return modules;
    }

    /// What the modules need of OTP and of the runtime's own Erlang: optimised SSA, in the order of
    /// the names. Of each module only the functions that something reaches, see
    /// [dev.lumen.codegen.Reachability].
    public List<Module> libraries() {
        return libraries;
    }

    public Optional<CompiledModule> module(String name) {
        return modules.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /// On the way to a target: names the entry, then writes files.
    public Emission emit(Target target) {
        return Emission.of(this, target);
    }

    /// The modules in a runtime inside this JVM, to be called and closed by the caller.
    ///
    /// @throws IllegalStateException when there are errors
    public LumenRuntime load() {
        return load(RuntimeOptions.defaults());
    }

    /// @throws IllegalStateException when there are errors
    public LumenRuntime load(RuntimeOptions options) {
        LumenRuntime runtime = LumenRuntime.open(options);
        try {
            loadInto(runtime, options.mode());
            return runtime;
        } catch (RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    /// Adds the modules to a runtime that there is already: one with host functions registered, or
    /// with other modules. `mode` is what that runtime was opened with.
    ///
    /// @throws IllegalStateException when there are errors
    /// @throws IllegalArgumentException when the runtime has one of the modules
    public void loadInto(LumenRuntime runtime, RuntimeMode mode) {
        if (hasErrors()) {
            throw new IllegalStateException(
                    "there are errors in the sources: "
                            + diagnostics.stream()
                                    .filter(Diagnostic::isError)
                                    .findFirst()
                                    .orElseThrow());
        }
        Image image = image(settings.program().flatMap(p -> p.in(modules)));
        LoadedImage loaded =
                settings.events()
                        .timed(
                                "",
                                "load",
                                () ->
                                        LoadedImage.load(
                                                ImagePlan.of(image),
                                                settings.level(),
                                                mode,
                                                settings.cache(),
                                                settings.events()));
        runtime.load(
                loaded.address(),
                image.modules().stream().map(m -> m.name().name()).toList(),
                loaded);
    }

    /// All modules, to be linked together.
    Image image(Optional<FunctionId> entry) {
        var all = new ArrayList<>(modules.stream().map(CompiledModule::optimized).toList());
        all.addAll(libraries);
        Set<Atom> kept = settings.kept().stream().map(Atom::of).collect(Collectors.toSet());
        return new Image(
                all, libraries.stream().map(Module::name).collect(Collectors.toSet()), kept, entry);
    }

    CompileSettings settings() {
        return settings;
    }
}
