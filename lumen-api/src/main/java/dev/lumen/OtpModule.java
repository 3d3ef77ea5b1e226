package dev.lumen;

import dev.lumen.codegen.Reachability;
import dev.lumen.frontend.ErlangParser;
import dev.lumen.frontend.LazyModule;
import dev.lumen.frontend.ParseResult;
import dev.lumen.frontend.beam.BeamExports;
import dev.lumen.frontend.beam.BeamForms;
import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.forms.ModuleForms.FunctionName;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;
import dev.lumen.runtime.tools.Glue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A module that the program did not bring: read when something of it is wanted, and lowered
/// function by function. One that can't be read has no functions.
///
/// For one thread at a time.
final class OtpModule implements Reachability.Contents {
    /// A module that was read, and what kept it from being.
    private record Read(LazyModule module, List<Diagnostic> errors) {}

    private final Supplier<Read> reader;
    private final Supplier<Optional<Set<FunctionId>>> quickExports;
    private Set<FunctionId> exports;
    private Read read;

    private OtpModule(Supplier<Read> reader, Supplier<Optional<Set<FunctionId>>> quickExports) {
        this.reader = reader;
        this.quickExports = quickExports;
    }

    /// From the source, or, when there is none or it can't be parsed here, from the debug
    /// information of the `.beam`.
    static OtpModule of(
            OtpIndex.Entry entry,
            LanguageLevel level,
            Function<String, Optional<Path>> applications) {
        return new OtpModule(
                () ->
                        readForms(
                                entry.name(),
                                patched(entry.name(), parsed(entry, level, applications))),
                () -> entry.beam().flatMap(OtpModule::exports));
    }

    /// One of the runtime's own.
    static OtpModule glue(String name, String source) {
        return new OtpModule(() -> readForms(name, parseGlue(name, source)), Optional::empty);
    }

    /// One of the runtime's own, in Core Erlang.
    static OtpModule glueCore(String source) {
        return new OtpModule(
                () -> new Read(new LazyModule(CoreParser.parse(source)), List.of()),
                Optional::empty);
    }

    private static Read readForms(String name, ParseResult parsed) {
        return new Read(
                new LazyModule(parsed.hasErrors() ? nothing(name) : parsed.forms()),
                parsed.diagnostics().stream().filter(Diagnostic::isError).toList());
    }

    private static ParseResult parseGlue(String name, String source) {
        var options =
                PreprocessorOptions.defaults().withLevel(new LanguageLevel(LanguageLevel.NEWEST));
        return ErlangParser.parse(new SourceText(name + ".erl", source), options);
    }

    /// With the functions that the runtime has in place of OTP's.
    private static ParseResult patched(String name, ParseResult parsed) {
        Optional<String> patch = Glue.patch(name);
        if (patch.isEmpty()) {
            return parsed;
        }
        Map<FunctionName, Form> ours = new HashMap<>();
        parseGlue(name, patch.get()).forms().functions().forEach(f -> ours.put(nameOf(f), f));
        return new ParseResult(
                new ModuleForms(
                        parsed.forms().forms().stream()
                                .map(f ->
                                        f instanceof Form.Function function
                                                ? ours.getOrDefault(nameOf(function), f)
                                                : f)
                                .toList()),
                parsed.diagnostics(),
                parsed.sources());
    }

    private static FunctionName nameOf(Form.Function f) {
        return new FunctionName(f.name(), f.arity());
    }

    @Override
    public Set<FunctionId> exports() {
        if (exports == null) {
            exports =
                    read != null
                            ? module().exports()
                            : quickExports.get().orElseGet(() -> module().exports()).stream()
                                    .filter(id -> BifTable.standard().find(id).isEmpty())
                                    .collect(Collectors.toUnmodifiableSet());
        }
        return isUnreadable() ? Set.of() : exports;
    }

    @Override
    public boolean defines(FunctionId id) {
        return exports().contains(id) || module().defines(id) && !isUnreadable();
    }

    @Override
    public List<dev.lumen.ir.ssa.Function> function(FunctionId id) {
        return module().defines(id) && !isUnreadable() ? module().function(id) : List.of();
    }

    /// Cut down to these of the functions that were asked for.
    Module cut(Set<FunctionId> wanted) {
        return module().module(wanted);
    }

    /// What keeps functions that were asked for from being compiled.
    List<Diagnostic> diagnostics() {
        return read == null ? List.of() : read.module().diagnostics();
    }

    /// What kept it from being read, when that was tried.
    List<Diagnostic> readErrors() {
        return read == null ? List.of() : read.errors();
    }

    private boolean isUnreadable() {
        return !readErrors().isEmpty();
    }

    private LazyModule module() {
        if (read == null) {
            read = reader.get();
        }
        return read.module();
    }

    private static ModuleForms nothing(String name) {
        return new ModuleForms(
                List.of(new Form.Attribute(Anno.NONE, Atom.of("module"), Atom.of(name))));
    }

    // ---- reading --------------------------------------------------------------------------------

    private static Optional<Set<FunctionId>> exports(Path beam) {
        try {
            return BeamExports.read(Files.readAllBytes(beam));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static ParseResult parsed(
            OtpIndex.Entry entry,
            LanguageLevel level,
            Function<String, Optional<Path>> applications) {
        if (entry.source().isEmpty()) {
            return BeamForms.parse(entry.beam().orElseThrow());
        }
        Path source = entry.source().get();
        ParseResult parsed = parse(entry, source, level, applications);
        boolean good = !parsed.hasErrors() && !hasParseTransform(parsed.forms());
        if (good || entry.beam().isEmpty()) {
            return parsed;
        }
        ParseResult fromBeam = BeamForms.parse(entry.beam().get());
        return fromBeam.hasErrors() ? parsed : fromBeam;
    }

    private static ParseResult parse(
            OtpIndex.Entry entry,
            Path source,
            LanguageLevel level,
            Function<String, Optional<Path>> applications) {
        // Stack traces show the name without folders, as for OTP's own build of the module.
        String shown = source.getFileName().toString();
        var includes =
                new FileIncludes(
                        entry.includes().stream().map(Path::toString).toList(), applications);
        var options =
                PreprocessorOptions.defaults()
                        .withLevel(level)
                        .withIncludes((written, from, library) ->
                                includes.resolve(
                                        written,
                                        from.equals(shown) ? source.toString() : from,
                                        library));
        try {
            return ErlangParser.parse(shown, Files.readAllBytes(source), options);
        } catch (IOException e) {
            return ErlangParser.parse(source, options);
        }
    }

    private static boolean hasParseTransform(ModuleForms forms) {
        return forms.compileOptions().stream().anyMatch(OtpModule::isParseTransform);
    }

    private static boolean isParseTransform(Term option) {
        return option instanceof Tuple(var parts)
                && parts.size() == 2
                && parts.get(0).equals(Atom.of("parse_transform"));
    }
}
