package dev.lumen;

import dev.lumen.codegen.ObjectCache;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.opt.Optimizer;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.diag.Spelling;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.pass.Pass;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.pass.Pipeline;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to compile, and how. Immutable: each method gives a new request.
public final class CompileRequest {
    private final CompileSettings settings;

    private CompileRequest(CompileSettings settings) {
        this.settings = settings;
    }

    static CompileRequest of(List<? extends Source> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) == null) {
                throw new NullPointerException("source " + (i + 1) + " is null");
            }
        }
        return new CompileRequest(
                new CompileSettingsBuilder()
                        .addAllSources(sources)
                        .level(OptLevel.O2)
                        .verify("each".equals(System.getProperty(Pipeline.VERIFY_PROPERTY)))
                        .otpRelease(29)
                        .libraries(true)
                        .events(Events.NONE)
                        .build());
    }

    /// Where `-include_lib` finds applications, and where modules are that are called and not among
    /// the sources. Default: [Otp#discover], looked up when a source asks for it.
    public CompileRequest otp(Otp otp) {
        return new CompileRequest(settings.withOtp(otp));
    }

    /// One more folder in which `-include` looks, after those named before. One that is not there
    /// is a warning.
    public CompileRequest include(Path folder) {
        return new CompileRequest(settings.withIncludePath(plus(settings.includePath(), folder)));
    }

    /// Defines a macro before the first line of each Erlang source, as `-define(NAME, value)`
    /// would.
    public CompileRequest define(String name, Term value) {
        var macros = new LinkedHashMap<>(settings.macros());
        macros.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
        return new CompileRequest(settings.withMacros(macros));
    }

    /// One more compile option as `erlc` and `-compile` take them, or a list of such: `{d,Name}`
    /// and `{d,Name,Value}` define a macro, `{i,Folder}` is one more folder for `-include`; all
    /// others (`warnings_as_errors`, `nowarn_unused_vars`, `export_all`, …) are as if each source
    /// said `-compile` after its own options. Those that make no difference here (plain `inline`,
    /// `debug_info`) are ignored; one that no release of OTP has is a warning.
    public CompileRequest option(Term option) {
        return switch (option) {
            case ListTerm(var options, Nil _) when !isText(option) -> {
                CompileRequest all = this;
                for (Term each : options) {
                    all = all.option(each);
                }
                yield all;
            }
            case Tuple(var parts) when parts.size() == 2 && parts.get(0).equals(Atom.of("d")) ->
                    define(text(parts.get(1)), Atom.TRUE);
            case Tuple(var parts) when parts.size() == 3 && parts.get(0).equals(Atom.of("d")) ->
                    define(text(parts.get(1)), parts.get(2));
            case Tuple(var parts) when parts.size() == 2 && parts.get(0).equals(Atom.of("i")) ->
                    include(Path.of(text(parts.get(1))));
            default -> new CompileRequest(settings.withOptions(plus(settings.options(), option)));
        };
    }

    /// An atom or a string.
    private static String text(Term name) {
        return switch (name) {
            case Atom(String text) -> text;
            case ListTerm(var elements, Nil _) when isText(name) ->
                    elements.stream()
                            .map(c -> Character.toString(((Int) c).intValue()))
                            .collect(Collectors.joining());
            default -> throw new IllegalArgumentException("neither an atom nor a string: " + name);
        };
    }

    private static boolean isText(Term term) {
        return term instanceof ListTerm(var elements, Nil _)
                && elements.stream()
                        .allMatch(e ->
                                e instanceof Int c
                                        && c.isSmall()
                                        && Character.isValidCodePoint(c.intValue()));
    }

    /// Default: [OptLevel#O2].
    public CompileRequest optimize(OptLevel level) {
        return new CompileRequest(settings.withLevel(level));
    }

    /// The release of OTP (25 to 29) whose language the sources are written in, where releases
    /// differ. Default: 29.
    ///
    /// @throws IllegalArgumentException when it is none of these
    public CompileRequest language(int otpRelease) {
        if (otpRelease < LanguageLevel.OLDEST || otpRelease > LanguageLevel.NEWEST) {
            throw new IllegalArgumentException(
                    "a language of OTP "
                            + LanguageLevel.OLDEST
                            + " to "
                            + LanguageLevel.NEWEST
                            + ", not "
                            + otpRelease);
        }
        return new CompileRequest(settings.withOtpRelease(otpRelease));
    }

    /// Keeps every exported function of a module, one of OTP's say, that the program names only at
    /// run time. Without it an image has what something reaches (see the README of this module).
    public CompileRequest keep(String module) {
        return new CompileRequest(settings.withKept(plus(settings.kept(), module)));
    }

    /// Keeps what LLVM makes of modules in a folder, and takes it from there the next time: see
    /// [ObjectCache].
    public CompileRequest cache(ObjectCache objects) {
        return new CompileRequest(settings.withCache(objects));
    }

    /// Leaves a module of OTP out, with all that only it needs: calls of it raise `undef`. For what
    /// the program's libraries could do and the program does not: `erl_eval` brings the whole
    /// compiler, for the query comprehensions of `qlc`. A module that is nowhere, or one of the
    /// sources, is a warning.
    public CompileRequest leaveOut(String module) {
        return new CompileRequest(settings.withLeftOut(plus(settings.leftOut(), module)));
    }

    /// Compiles the sources alone: modules that they call and that are not among them are not
    /// looked for. For what wants stages or object files, not a program.
    public CompileRequest withoutLibraries() {
        return new CompileRequest(settings.withLibraries(false));
    }

    /// The sources are a whole program: `main` of the first module (see [Emission#main]) is all
    /// that is called from outside, and no atoms come in but those of the program and what it makes
    /// itself. What can't happen then is not compiled. Not for programs to which the host sends
    /// messages, or which get atoms from host functions.
    public CompileRequest program() {
        return new CompileRequest(settings.withProgram(Entry.MAIN));
    }

    /// The same, beginning elsewhere.
    public CompileRequest program(String module, String function) {
        return new CompileRequest(settings.withProgram(Entry.of(module, function)));
    }

    /// Adds a pass of yours at the end of a stage. What it makes is verified, whatever [#verify]
    /// says. Passes over SSA run over what is reached of OTP's modules too.
    ///
    /// @throws IllegalArgumentException when a pass over SSA has a name that is taken
    @SuppressWarnings("unchecked") // the stage's type says what the pass is
    public <P> CompileRequest pass(Stage<P> stage, P pass) {
        Objects.requireNonNull(pass, "pass");
        if (Stage.FORMS.equals(stage)) {
            return new CompileRequest(
                    settings.withFormsPasses(
                            plus(settings.formsPasses(), (UnaryOperator<ModuleForms>) pass)));
        }
        if (Stage.CORE.equals(stage)) {
            return new CompileRequest(
                    settings.withCorePasses(
                            plus(settings.corePasses(), (UnaryOperator<CoreModule>) pass)));
        }
        Pass added = (Pass) pass;
        if (passNames().contains(added.id().name())) {
            throw new IllegalArgumentException("there is a pass " + added.id() + " already");
        }
        return new CompileRequest(settings.withSsaPasses(plus(settings.ssaPasses(), added)));
    }

    /// Leaves out a pass over SSA, one of ours or one added before, by its name.
    ///
    /// @throws IllegalArgumentException when there is none of this name
    public CompileRequest without(String pass) {
        Set<String> known = passNames();
        if (!known.contains(pass)) {
            throw new IllegalArgumentException(
                    "no pass "
                            + pass
                            + Spelling.hint(pass, known)
                            + "; there are "
                            + String.join(", ", known));
        }
        return new CompileRequest(settings.withWithout(plus(settings.without(), PassId.of(pass))));
    }

    /// The names of all passes over SSA, at whatever level, and of those added.
    private Set<String> passNames() {
        return Stream.of(
                        Optimizer.CLEAN.passes(),
                        Optimizer.STANDARD.passes(),
                        settings.ssaPasses().stream().map(Pass::id))
                .flatMap(ids -> ids.map(PassId::name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether what every pass over SSA makes is verified, ours too. Default: what the property
    /// `lumen.verify=each` says.
    public CompileRequest verify(boolean each) {
        return new CompileRequest(settings.withVerify(each));
    }

    /// Tells `listener` of what happens, after those named before: see [CompileEvent].
    public CompileRequest onEvent(Consumer<CompileEvent> listener) {
        return new CompileRequest(
                settings.withEvents(
                        settings.events().and(Objects.requireNonNull(listener, "listener"))));
    }

    /// Compiles up to optimised SSA. Never throws for bad source, missing files and the like: see
    /// [Compilation#diagnostics].
    ///
    /// @throws dev.lumen.ir.pass.PassFailure when a pass is wrong
    public Compilation run() {
        return new CompileRun(settings).run();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(Objects.requireNonNull(more));
        return all;
    }
}
