package dev.lumen;

import dev.lumen.codegen.Reachability;
import dev.lumen.codegen.Reason;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Severity;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Nil;
import dev.lumen.runtime.tools.Glue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what the modules of a program need of others: OTP's, and the runtime's own Erlang.
/// Everything that an exported function of the program reaches (of a whole program, what its entry
/// reaches) is compiled, and nothing else. Used once.
final class Libraries implements Reachability.Modules {
    /// Names that a message shows.
    private static final int SHOWN = 10;

    private final CompileSettings settings;
    private final Map<Atom, Module> own = new LinkedHashMap<>();
    private final Map<Atom, Optional<OtpModule>> found = new ConcurrentHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Optional<OtpIndex> index;

    /// Where a whole program begins.
    private final Optional<FunctionId> entry;

    Libraries(CompileSettings settings, Collection<CompiledModule> modules) {
        this.settings = settings;
        this.entry = settings.program().flatMap(p -> p.in(modules));
        modules.forEach(m -> own.put(m.optimized().name(), m.optimized()));
    }

    /// The modules, each cut down to what is reached, and optimised.
    List<Module> link() {
        List<FunctionId> roots = entry.stream().collect(Collectors.toCollection(ArrayList::new));
        if (roots.isEmpty()) {
            own.values().forEach(m -> m.functions().forEach(f -> roots.add(f.id())));
        }
        settings.kept().forEach(m -> keep(Atom.of(m), roots));
        Reachability.Result result = Reachability.of(roots, this, entry.isPresent());
        Set<Atom> reached =
                result.reached().keySet().stream()
                        .map(FunctionId::module)
                        .filter(m -> !own.containsKey(m))
                        .collect(Collectors.toSet());
        List<OtpModule> libraries =
                reached.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(m -> found.get(m).orElseThrow())
                        .toList();
        libraries.forEach(m -> diagnostics.addAll(m.diagnostics()));
        unreadable(result);
        missingModules(result.missing());
        return Stream.concat(
                        libraries.parallelStream()
                                .map(m ->
                                        settings.optimized(
                                                result.cut(m.cut(result.reached().keySet())))),
                        result.findsModules()
                                ? namedOnly(result.ownAtoms(), reached)
                                : Stream.empty())
                .toList();
    }

    /// Modules without contents, of which an image says that they are there.
    private Stream<Module> namedOnly(Set<Atom> named, Set<Atom> reached) {
        return named.stream()
                .filter(m -> !reached.contains(m) && !own.containsKey(m) && find(m).isPresent())
                .sorted()
                .map(m -> new Module(m, List.of(), Nil.NIL, List.of()));
    }

    private boolean calledFromOwn(List<Reachability.Use> uses) {
        return uses.stream().anyMatch(u -> own.containsKey(u.by().id().module()));
    }

    private void keep(Atom module, List<FunctionId> roots) {
        find(module)
                .ifPresentOrElse(
                        m ->
                                m.exports().stream()
                                        .sorted(Comparator.comparing(FunctionId::toString))
                                        .forEach(roots::add),
                        () ->
                                diagnostics.add(
                                        Diagnostic.error(
                                                "missing-module",
                                                "module "
                                                        + module
                                                        + ", which is to be kept, is nowhere",
                                                Span.startOf(module.name()))));
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    // ---- modules --------------------------------------------------------------------------------

    @Override
    public Collection<Atom> own() {
        return own.keySet();
    }

    @Override
    public Optional<? extends Reachability.Contents> find(Atom name) {
        Module mine = own.get(name);
        return mine != null
                ? Optional.of(new Own(mine))
                : found.computeIfAbsent(name, n -> look(n.name()));
    }

    private record Own(Module module) implements Reachability.Contents {
        @Override
        public Set<FunctionId> exports() {
            return Set.copyOf(module.exports());
        }

        @Override
        public boolean defines(FunctionId id) {
            return module.function(id).isPresent();
        }

        @Override
        public List<Function> function(FunctionId id) {
            return module.function(id).map(List::of).orElse(List.of());
        }
    }

    /// Whether there would be such a module, were it not left out.
    boolean exists(String name) {
        return Glue.source(name).isPresent()
                || Glue.core(name).isPresent()
                || index().flatMap(i -> i.find(name)).isPresent();
    }

    private Optional<OtpModule> look(String name) {
        if (settings.leftOut().contains(name)) {
            return Optional.empty();
        }
        Optional<OtpModule> glue =
                Glue.source(name)
                        .map(source -> OtpModule.glue(name, source))
                        .or(() -> Glue.core(name).map(OtpModule::glueCore));
        return glue.isPresent()
                ? glue
                : index().flatMap(i -> i.find(name).map(e -> otpModule(i, e)));
    }

    private static OtpModule otpModule(OtpIndex index, OtpIndex.Entry entry) {
        OtpInstallation otp = index.otp();
        int release =
                Math.clamp(
                        otp.release().orElse(LanguageLevel.NEWEST),
                        LanguageLevel.OLDEST,
                        LanguageLevel.NEWEST);
        return OtpModule.of(entry, new LanguageLevel(release), otp::application);
    }

    synchronized Optional<OtpIndex> index() {
        if (index == null) {
            index = settings.otp().or(Otp::discover).map(otp -> new OtpIndex(otp.installation()));
        }
        return index;
    }

    // ---- what can't be found --------------------------------------------------------------------

    /// A module of OTP that is there and can't be read (a header file of its is not installed)
    /// matters where the program is certain to call it: a function of its own, which plain calls
    /// reach. Many modules of OTP call others only in programs of another kind.
    private void unreadable(Reachability.Result result) {
        Set<Atom> certain =
                result.missing().entrySet().stream()
                        .filter(e -> e.getValue().stream().anyMatch(u -> isCertain(u, result)))
                        .map(e -> e.getKey().module())
                        .collect(Collectors.toSet());
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> {
                    List<Diagnostic> errors =
                            e.getValue().map(OtpModule::readErrors).orElse(List.of());
                    if (certain.contains(e.getKey())) {
                        diagnostics.addAll(errors);
                    } else if (!errors.isEmpty()) {
                        diagnostics.add(withoutIt(e.getKey(), errors.getFirst()));
                    }
                });
    }

    private boolean isCertain(Reachability.Use use, Reachability.Result result) {
        FunctionId by = use.by().id();
        return own.containsKey(by.module())
                && result.chain(by).stream()
                        .map(id -> result.reached().get(id))
                        .noneMatch(Reason.Computed.class::isInstance);
    }

    private static Diagnostic withoutIt(Atom module, Diagnostic error) {
        return error.with(Severity.WARNING)
                .note(
                        "module "
                                + module
                                + " is not in the image; nothing is certain to call it, and a call"
                                + " will raise undef");
    }

    /// One warning for all modules that the program itself names and that are nowhere. (That a
    /// function is missing is said when an image is made, which may have host functions.)
    private void missingModules(Map<FunctionId, List<Reachability.Use>> missing) {
        List<String> nowhere =
                missing.entrySet().stream()
                        .filter(e -> calledFromOwn(e.getValue()))
                        .map(e -> e.getKey().module())
                        .filter(m -> !own.containsKey(m) && find(m).isEmpty())
                        .map(Atom::toString)
                        .distinct()
                        .toList();
        if (nowhere.isEmpty()) {
            return;
        }
        Reachability.Use first =
                missing.entrySet().stream()
                        .filter(e -> nowhere.contains(e.getKey().module().toString()))
                        .map(e -> e.getValue().getFirst())
                        .findFirst()
                        .orElseThrow();
        String names = String.join(", ", nowhere.subList(0, Math.min(SHOWN, nowhere.size())));
        boolean one = nowhere.size() == 1;
        String title =
                (one ? "module " : "modules ")
                        + names
                        + (one ? " is" : " are")
                        + " not among the sources";
        Span place = Span.startOf(first.by().file());
        diagnostics.add(
                index().map(i ->
                                Diagnostic.warning(
                                                "missing-module", title + " and not in OTP", place)
                                        .note("looked in the OTP at " + i.otp().root()))
                        .orElseGet(() ->
                                Diagnostic.warning(
                                                "no-otp",
                                                title + ", and no OTP is there to look in",
                                                place)
                                        .note(
                                                "add the jar lumen-otp-kit, install Erlang/OTP, or"
                                                    + " name an installation: CompileRequest.otp,"
                                                    + " lumenc --otp, or the environment variable"
                                                    + " LUMEN_OTP")));
    }
}
