package dev.lumen.frontend;

import dev.lumen.frontend.core.FormsToCore;
import dev.lumen.frontend.ssa.CoreToSsa;
import dev.lumen.ir.DeepStack;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.FunctionDef;
import dev.lumen.ir.core.FunctionName;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A module whose functions are lowered to SSA when they are asked for: of OTP's large modules a
/// program mostly needs a few.
///
/// For one thread at a time.
public final class LazyModule {
    private interface Definitions {
        FunctionDef of(FunctionName name);
    }

    private final Atom name;
    private final Definitions toCore;
    private final Supplier<List<Diagnostic>> unsupported;
    private final CoreToSsa toSsa;
    private final Set<FunctionId> exports;
    private final Map<FunctionId, FunctionName> sources = new LinkedHashMap<>();
    private final Map<FunctionName, List<Function>> lowered = new LinkedHashMap<>();

    /// @param forms of a module that compiles: lint is not asked
    public LazyModule(ModuleForms forms) {
        this(new FormsToCore(forms));
    }

    /// @param core of a module that is well-formed: the verifier is not asked
    public LazyModule(CoreModule core) {
        this(
                core,
                core.functions().stream()
                        .map(FunctionDef::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                wanted -> core.function(wanted).orElseThrow(),
                List::of);
    }

    private LazyModule(FormsToCore forms) {
        this(forms.module(List.of()), forms.functions(), forms::function, forms::diagnostics);
    }

    private LazyModule(
            CoreModule header,
            Set<FunctionName> functions,
            Definitions toCore,
            Supplier<List<Diagnostic>> unsupported) {
        this.toCore = toCore;
        this.unsupported = unsupported;
        name = header.name();
        toSsa = new CoreToSsa(header, functions);
        exports = new LinkedHashSet<>(toSsa.module(List.of()).exports());
        functions.forEach(f -> sources.put(new FunctionId(name, f.name(), f.arity()), f));
    }

    public Atom name() {
        return name;
    }

    /// Without those that the runtime has built in.
    public Set<FunctionId> exports() {
        return exports;
    }

    /// Whether the source has the function, exported or not.
    public boolean defines(FunctionId id) {
        return sources.containsKey(id);
    }

    /// A function of the source, and those that were lifted out of it; empty when the runtime has
    /// it built in.
    ///
    /// @throws IllegalArgumentException when the source does not have it
    public List<Function> function(FunctionId id) {
        FunctionName source = sources.get(id);
        if (source == null) {
            throw new IllegalArgumentException("no function " + id);
        }
        List<Function> known = lowered.get(source);
        if (known == null) {
            known = DeepStack.call(() -> toSsa.lower(toCore.of(source)));
            lowered.put(source, known);
        }
        return known;
    }

    /// The module, cut down to some of the functions that were lowered, in the order of the source.
    public Module module(Set<FunctionId> wanted) {
        var functions = new ArrayList<Function>();
        for (FunctionName source : sources.values()) {
            lowered.getOrDefault(source, List.of()).stream()
                    .filter(f -> wanted.contains(f.id()))
                    .forEach(functions::add);
        }
        Module whole = toSsa.module(functions);
        return new Module(
                name,
                whole.exports().stream().filter(wanted::contains).toList(),
                whole.attributes(),
                functions);
    }

    /// What in the functions lowered so far is not supported.
    public List<Diagnostic> diagnostics() {
        return unsupported.get();
    }
}
