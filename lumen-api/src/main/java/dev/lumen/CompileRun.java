package dev.lumen;

import dev.lumen.frontend.ErlangParser;
import dev.lumen.frontend.ParseResult;
import dev.lumen.frontend.beam.BeamForms;
import dev.lumen.frontend.core.FormsToCore;
import dev.lumen.frontend.lint.Lint;
import dev.lumen.frontend.lint.LintOptions;
import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.ssa.CoreToSsa;
import dev.lumen.ir.core.CoreError;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.core.CoreSyntaxException;
import dev.lumen.ir.core.CoreVerifier;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.diag.Spelling;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.pass.PassFailure;
import dev.lumen.ir.pass.PassId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.ssa.SsaSyntaxException;
import dev.lumen.ir.ssa.Verifier;
import dev.lumen.ir.ssa.VerifyError;
import dev.lumen.ir.term.Atom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One run of a [CompileRequest]: each source through the stages up to optimised SSA. Used once, by
/// one thread.
final class CompileRun {
    private final CompileSettings settings;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<SourceText> texts = new ArrayList<>();
    private final Map<String, CompiledModule> modules = new LinkedHashMap<>();

    CompileRun(CompileSettings settings) {
        this.settings = settings;
    }

    Compilation run() {
        return settings.events().timed("", "compile", this::compiled);
    }

    private Compilation compiled() {
        requestedFolders();
        diagnostics.addAll(KnownOptions.check(settings.options(), place()));
        settings.sources().forEach(this::source);
        List<Module> libraries = List.of();
        if (settings.libraries() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            var linking = new Libraries(settings, modules.values());
            libraries = settings.events().timed("", "libraries", linking::link);
            diagnostics.addAll(linking.diagnostics());
            settings.leftOut().forEach(m -> leftOut(m, linking));
        }
        return new Compilation(
                settings, List.copyOf(modules.values()), libraries, diagnostics, Sources.of(texts));
    }

    // ---- what the request says ------------------------------------------------------------------

    /// Where the diagnostics stand that are about the request.
    private Span place() {
        return Span.startOf(
                settings.sources().stream().findFirst().map(Source::name).orElse("sources"));
    }

    private void requestedFolders() {
        for (Path folder : settings.includePath()) {
            if (!Files.isDirectory(folder)) {
                diagnostics.add(
                        Diagnostic.warning(
                                "missing-folder",
                                "include folder " + folder + " is not there",
                                place()));
            }
        }
    }

    private void leftOut(String module, Libraries libraries) {
        if (modules.containsKey(module)) {
            diagnostics.add(
                    Diagnostic.warning(
                            "kept-source",
                            "module "
                                    + module
                                    + ", which is to be left out, is one of the sources, and stays",
                            place()));
        } else if (!libraries.exists(module)) {
            Collection<String> known =
                    libraries.index().map(OtpIndex::names).orElseGet(Collections::emptySet);
            diagnostics.add(
                    Diagnostic.warning(
                            "missing-module",
                            "module "
                                    + module
                                    + ", which is to be left out, is nowhere"
                                    + Spelling.hint(module, known),
                            place()));
        }
    }

    // ---- sources --------------------------------------------------------------------------------

    private void source(Source source) {
        switch (source) {
            case Source.File(var path) when Files.isDirectory(path) -> directory(path);
            case Source.File(var path) when path.toString().endsWith(".core") -> coreFile(path);
            case Source.File(var path) when path.toString().endsWith(".ssa") -> ssaFile(path);
            case Source.File(var path) when path.toString().endsWith(".beam") ->
                    erlang(() -> BeamForms.parse(path), path.toString());
            case Source.File(var path)
                    when path.toString().endsWith(".erl") || !Files.isRegularFile(path) ->
                    erlangFile(path);
            case Source.File(var path) ->
                    error(
                            path.toString(),
                            "unknown-extension",
                            "don't know what this file is: its name ends in none of .erl, .beam,"
                                    + " .core, .ssa");
            case Source.Erlang(var name, var text) ->
                    erlang(() -> ErlangParser.parse(new SourceText(name, text), options()), name);
            case Source.Beam(var name, var contents) ->
                    erlang(() -> BeamForms.parse(name, contents.bytes()), name);
            case Source.CoreErlang(var name, var text) -> core(name, text);
            case Source.Ssa(var name, var text) -> ssa(name, text);
        }
    }

    private void directory(Path directory) {
        List<Path> files;
        try (Stream<Path> entries = Files.list(directory)) {
            files = entries.filter(p -> p.toString().endsWith(".erl")).sorted().toList();
        } catch (IOException e) {
            error(
                    directory.toString(),
                    "unreadable-file",
                    "cannot read the folder: " + e.getMessage());
            return;
        }
        if (files.isEmpty()) {
            error(directory.toString(), "empty-folder", "no .erl file in this folder");
        }
        files.forEach(this::erlangFile);
    }

    private void erlangFile(Path path) {
        erlang(
                () -> {
                    ParseResult parsed = ErlangParser.parse(path, options());
                    parsed.forms().name().ifPresent(m -> named(path, m));
                    return parsed;
                },
                path.toString());
    }

    /// An error for erlc, whose output could not be found by its name. Here nothing goes by it.
    private void named(Path path, Atom module) {
        String file = path.getFileName().toString().replaceFirst("\\.erl$", "");
        if (!file.equals(module.name())) {
            diagnostics.add(
                    Diagnostic.warning(
                            "module-name",
                            "Module name '"
                                    + module.name()
                                    + "' does not match file name '"
                                    + file
                                    + "'",
                            Span.startOf(path.toString())));
        }
    }

    private void coreFile(Path path) {
        read(path).ifPresent(text -> core(path.toString(), text));
    }

    private void ssaFile(Path path) {
        read(path).ifPresent(text -> ssa(path.toString(), text));
    }

    private Optional<String> read(Path path) {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            error(path.toString(), "unreadable-file", "no such file or directory");
        } catch (IOException e) {
            error(path.toString(), "unreadable-file", "cannot read the file: " + e.getMessage());
        }
        return Optional.empty();
    }

    private PreprocessorOptions options() {
        var options =
                PreprocessorOptions.defaults()
                        .withLevel(new LanguageLevel(settings.otpRelease()))
                        .withIncludes(
                                new FileIncludes(
                                        settings.includePath().stream()
                                                .map(Path::toString)
                                                .toList(),
                                        this::application));
        for (var macro : settings.macros().entrySet()) {
            options = options.withMacro(macro.getKey(), macro.getValue());
        }
        return options;
    }

    private Optional<Path> application(String name) {
        return settings.otp()
                .or(Otp::discover)
                .flatMap(otp -> otp.installation().application(name));
    }

    // ---- stages ---------------------------------------------------------------------------------

    private void erlang(Supplier<ParseResult> source, String file) {
        stage(file, "forms", () -> forms(source.get(), file))
                .flatMap(forms ->
                        stage(moduleName(forms, file), "core", () -> lowered(forms))
                                .map(core -> new Lowered(Optional.of(forms), core)))
                .ifPresent(lowered -> back(lowered, file));
    }

    /// A module on its way.
    private record Lowered(Optional<ModuleForms> forms, CoreModule core) {}

    private static String moduleName(ModuleForms forms, String file) {
        return forms.name().map(Atom::name).orElse(file);
    }

    /// The forms after the passes of that stage; empty when there are errors.
    private Optional<ModuleForms> forms(ParseResult parsed, String file) {
        texts.addAll(parsed.sources());
        ModuleForms given = SourceOptions.add(settings.options(), parsed.forms());
        diagnostics.addAll(SourceOptions.judged(given, parsed.diagnostics()));
        // As erlc does, lint has its say also where some forms could not be read.
        ModuleForms forms =
                parsed.hasErrors()
                        ? given
                        : passed(
                                "forms",
                                moduleName(given, file),
                                settings.formsPasses(),
                                given,
                                _ -> {});
        var found = new ArrayList<>(Lint.check(forms, options().level(), LintOptions.defaults()));
        found.addAll(SourceOptions.refused(forms, file));
        List<Diagnostic> judged = SourceOptions.judged(forms, parsed.locate(found));
        diagnostics.addAll(judged);
        return parsed.hasErrors() || judged.stream().anyMatch(Diagnostic::isError)
                ? Optional.empty()
                : Optional.of(forms);
    }

    private Optional<CoreModule> lowered(ModuleForms forms) {
        FormsToCore.Lowered lowered = FormsToCore.lower(forms);
        diagnostics.addAll(lowered.diagnostics());
        return lowered.module().map(this::passed);
    }

    private CoreModule passed(CoreModule core) {
        return passed(
                "core",
                core.name().name(),
                settings.corePasses(),
                core,
                made ->
                        CoreVerifier.verify(made).stream()
                                .findFirst()
                                .ifPresent(e -> {
                                    throw new IllegalStateException("invalid Core: " + e);
                                }));
    }

    private void core(String name, String text) {
        texts.add(new SourceText(name, text));
        stage(name, "core", () -> coreOf(name, text).map(this::passed))
                .ifPresent(core -> back(new Lowered(Optional.empty(), core), name));
    }

    private Optional<CoreModule> coreOf(String name, String text) {
        try {
            CoreModule module = CoreParser.parse(text);
            List<CoreError> wrong = CoreVerifier.verify(module);
            wrong.forEach(e -> error(name, "invalid-core", e.toString()));
            return wrong.isEmpty() ? Optional.of(module) : Optional.empty();
        } catch (CoreSyntaxException e) {
            syntaxError("core-syntax", e.getMessage(), name, e.loc().line(), e.loc().column());
            return Optional.empty();
        }
    }

    private void ssa(String name, String text) {
        texts.add(new SourceText(name, text));
        stage(name, "ssa", () -> ssaOf(name, text))
                .filter(ssa -> isNew(ssa.name(), name))
                .ifPresent(ssa -> keep(Optional.empty(), Optional.empty(), ssa));
    }

    private Optional<Module> ssaOf(String name, String text) {
        try {
            Module module = Reader.module(text);
            List<VerifyError> wrong = Verifier.verify(module);
            wrong.forEach(e -> error(name, "invalid-ssa", e.toString()));
            return wrong.isEmpty() ? Optional.of(module) : Optional.empty();
        } catch (SsaSyntaxException e) {
            syntaxError("ssa-syntax", e.getMessage(), name, e.line(), e.column());
            return Optional.empty();
        }
    }

    private void back(Lowered lowered, String file) {
        CoreModule core = lowered.core();
        if (!isNew(core.name(), file)) {
            return;
        }
        Module ssa =
                settings.events()
                        .timed(core.name().name(), "ssa", () -> CoreToSsa.lower(core).module());
        keep(lowered.forms(), Optional.of(core), ssa);
    }

    private void keep(Optional<ModuleForms> forms, Optional<CoreModule> core, Module ssa) {
        String name = ssa.name().name();
        modules.put(name, new CompiledModule(name, forms, core, ssa, settings.optimized(ssa)));
    }

    private boolean isNew(Atom module, String file) {
        if (modules.containsKey(module.name())) {
            error(file, "duplicate-module", "module " + module + " is there twice");
            return false;
        }
        return true;
    }

    /// What passes of the caller's make of `start`; `verify` throws where one made something
    /// invalid.
    private static <T> T passed(
            String stage,
            String module,
            List<UnaryOperator<T>> passes,
            T start,
            Consumer<T> verify) {
        T value = start;
        for (int i = 0; i < passes.size(); i++) {
            T input = value;
            try {
                value = Objects.requireNonNull(passes.get(i).apply(input), "it answered null");
                if (value != input) {
                    verify.accept(value);
                }
            } catch (RuntimeException e) {
                // Such passes have no names of their own.
                throw new PassFailure(
                        PassId.of(stage + "-" + (i + 1)), module, input, e.toString(), e);
            }
        }
        return value;
    }

    /// A stage that gives nothing when there are errors, and then is not done.
    private <T> Optional<T> stage(String module, String stage, Supplier<Optional<T>> work) {
        settings.events().begun(module, stage);
        long start = System.nanoTime();
        Optional<T> result = work.get();
        long nanos = System.nanoTime() - start;
        result.ifPresent(r -> settings.events().done(module, stage, nanos, r));
        return result;
    }

    private void syntaxError(String code, String title, String file, int line, int column) {
        var at = new Position(Math.max(1, line), Math.max(1, column), 0);
        diagnostics.add(Diagnostic.error(code, title, new Span(file, at, at)));
    }

    private void error(String file, String code, String title) {
        diagnostics.add(Diagnostic.error(code, title, Span.startOf(file)));
    }
}
