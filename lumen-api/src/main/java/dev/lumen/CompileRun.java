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
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.ssa.Module;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        settings.sources().forEach(this::source);
        List<Module> libraries = List.of();
        if (settings.libraries() && diagnostics.stream().noneMatch(Diagnostic::isError)) {
            var linking = new Libraries(settings, modules.values());
            libraries = linking.link();
            diagnostics.addAll(linking.diagnostics());
        }
        return new Compilation(
                settings, List.copyOf(modules.values()), libraries, diagnostics, Sources.of(texts));
    }

    private void source(Source source) {
        switch (source) {
            case Source.File(var path) when Files.isDirectory(path) -> directory(path);
            case Source.File(var path) when path.toString().endsWith(".core") -> coreFile(path);
            case Source.File(var path) when path.toString().endsWith(".beam") ->
                    erlang(BeamForms.parse(path), path.toString());
            case Source.File(var path)
                    when path.toString().endsWith(".erl") || !Files.isRegularFile(path) ->
                    erlang(ErlangParser.parse(path, options()), path.toString());
            case Source.File(var path) ->
                    error(
                            path.toString(),
                            "unknown-extension",
                            "don't know what this file is: its name ends in none of .erl, .beam,"
                                    + " .core");
            case Source.Erlang(var name, var text) ->
                    erlang(ErlangParser.parse(new SourceText(name, text), options()), name);
            case Source.Beam(var name, var contents) ->
                    erlang(BeamForms.parse(name, contents.bytes()), name);
            case Source.CoreErlang(var name, var text) -> core(name, text);
        }
    }

    // ---- sources --------------------------------------------------------------------------------

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
        files.forEach(f -> erlang(ErlangParser.parse(f, options()), f.toString()));
    }

    private void coreFile(Path path) {
        try {
            core(path.toString(), Files.readString(path));
        } catch (NoSuchFileException e) {
            error(path.toString(), "unreadable-file", "no such file or directory");
        } catch (IOException e) {
            error(path.toString(), "unreadable-file", "cannot read the file: " + e.getMessage());
        }
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

    private void erlang(ParseResult parsed, String file) {
        texts.addAll(parsed.sources());
        ModuleForms given = SourceOptions.add(settings.options(), parsed.forms());
        diagnostics.addAll(SourceOptions.judged(given, parsed.diagnostics()));
        if (parsed.hasErrors()) {
            return;
        }
        ModuleForms forms = timed(file, "forms", () -> applied(settings.formsPasses(), given));
        var found = new ArrayList<>(Lint.check(forms, options().level(), LintOptions.defaults()));
        found.addAll(SourceOptions.refused(forms, file));
        List<Diagnostic> judged = SourceOptions.judged(forms, parsed.locate(found));
        diagnostics.addAll(judged);
        if (judged.stream().anyMatch(Diagnostic::isError)) {
            return;
        }
        FormsToCore.Lowered lowered = FormsToCore.lower(forms);
        diagnostics.addAll(lowered.diagnostics());
        lowered.module().ifPresent(core -> middle(Optional.of(forms), core, file));
    }

    private void core(String name, String text) {
        texts.add(new SourceText(name, text));
        try {
            CoreModule module = CoreParser.parse(text);
            List<CoreError> wrong = CoreVerifier.verify(module);
            wrong.forEach(e -> error(name, "invalid-core", e.toString()));
            if (wrong.isEmpty()) {
                middle(Optional.empty(), module, name);
            }
        } catch (CoreSyntaxException e) {
            var at = new Position(Math.max(1, e.loc().line()), Math.max(1, e.loc().column()), 0);
            diagnostics.add(
                    Diagnostic.error("core-syntax", e.getMessage(), new Span(name, at, at)));
        }
    }

    private void middle(Optional<ModuleForms> forms, CoreModule lowered, String file) {
        String name = lowered.name().name();
        CoreModule core = timed(name, "core", () -> applied(settings.corePasses(), lowered));
        if (modules.containsKey(name)) {
            error(file, "duplicate-module", "module " + core.name() + " is there twice");
            return;
        }
        CoreToSsa.Result made = CoreToSsa.lower(core);
        Module ssa = timed(name, "ssa", made::module);
        Module optimized = timed(name, "optimized", () -> settings.optimized(ssa));
        modules.put(name, new CompiledModule(name, forms, core, ssa, optimized));
    }

    private static <T> T applied(List<UnaryOperator<T>> passes, T start) {
        T value = start;
        for (UnaryOperator<T> pass : passes) {
            value = pass.apply(value);
        }
        return value;
    }

    private <T> T timed(String module, String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        settings.listener()
                .accept(
                        new CompileEvent.StageDone(
                                module, stage, System.nanoTime() - start, result));
        return result;
    }

    private void error(String file, String code, String title) {
        diagnostics.add(Diagnostic.error(code, title, Span.startOf(file)));
    }
}
