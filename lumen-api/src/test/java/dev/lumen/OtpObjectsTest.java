package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.ModuleCompiler;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.term.Term;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every module of OTP's base, from its source (those with a parse transform, or a header file that
/// is not installed: from the debug information of their `.beam`) to an object file: the SSA is
/// verified after each pass, also of those that optimise, and what LLVM is given by LLVM.
class OtpObjectsTest {
    private static final List<String> APPLICATIONS =
            List.of("stdlib", "kernel", "compiler", "erts");

    /// What a `.beam` has behind it.
    private static final Set<String> NOT_FROM_SOURCE =
            Set.of("parse-transform", "include-not-found");

    private OtpInstallation otp;

    @BeforeEach
    void find() {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
        otp = Otp.discover().get().installation();
    }

    @Test
    void aSampleOfTheModules() throws IOException {
        List<Path> all = sources();
        compile(Stream.iterate(7, i -> i < all.size(), i -> i + 16).map(all::get).toList());
    }

    @Test
    @Tag("nightly")
    void allModules() throws IOException {
        compile(sources());
    }

    private List<Path> sources() throws IOException {
        var all = new ArrayList<Path>();
        for (String application : APPLICATIONS) {
            Path folder = otp.application(application).orElseThrow().resolve("src");
            assumeTrue(
                    Files.isDirectory(folder),
                    "the OTP installation has no sources (on Debian: erlang-src)");
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(f -> f.toString().endsWith(".erl")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private void compile(List<Path> sources) {
        var index = new OtpIndex(otp);
        List<String> failed =
                sources.parallelStream().flatMap(s -> failure(index, s).stream()).toList();
        System.out.printf(
                "OTP's modules to objects: %d tried, %d failed%n", sources.size(), failed.size());
        assertThat(failed).isEmpty();
    }

    private Optional<String> failure(OtpIndex index, Path source) {
        OtpIndex.Entry entry =
                index.find(source.getFileName().toString().replace(".erl", "")).orElseThrow();
        try {
            Compilation compilation = compile(source, entry, OptLevel.O0);
            Path from = source;
            if (compilation.diagnostics().stream()
                    .anyMatch(d -> NOT_FROM_SOURCE.contains(d.code().name()))) {
                from = entry.beam().orElseThrow();
                compilation = compile(from, entry, OptLevel.O0);
            }
            if (compilation.hasErrors()) {
                return Optional.of(
                        entry.name()
                                + ": "
                                + compilation.diagnostics().stream()
                                        .filter(Diagnostic::isError)
                                        .toList());
            }
            compile(from, entry, OptLevel.O2);
            byte[] object =
                    ModuleCompiler.of(Target.host(), OptLevel.O0)
                            .object(compilation.modules().getFirst().optimized());
            return object.length > 0
                    ? Optional.empty()
                    : Optional.of(entry.name() + ": an empty object");
        } catch (RuntimeException e) { // a pass or LLVM says that what it got, or made, is wrong
            return Optional.of(entry.name() + ": " + e);
        }
    }

    private Compilation compile(Path file, OtpIndex.Entry entry, OptLevel level) {
        CompileRequest request =
                Lumen.compile(Source.file(file))
                        .otp(Otp.at(otp.root()))
                        .language(otp.release().orElseThrow())
                        .optimize(level)
                        .verify(true)
                        .withoutLibraries()
                        // OTP's makefile of the compiler gives it this.
                        .define("COMPILER_VSN", Term.string("0"));
        for (Path folder : entry.includes()) {
            request = request.include(folder);
        }
        return request.run();
    }
}
