package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.ModuleCompiler;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.core.CorePrinter;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Small programs, one for each family of constructs, at every stage: the text of each stage is in
/// a file beside the program (`-Dlumen.bless` writes these files anew), what the program prints is
/// what a real `erl` printed (`record.sh`). Which constructs there are, and that none is left out,
/// is checked by [ConstructsTest].
class StagesTest {
    static final Path PROGRAMS = Path.of("src/test/filetests/stages");
    private static final Path LARGER = Path.of("src/test/filetests/lang");

    private static final List<Stage> STAGES =
            List.of(
                    new Stage(".forms", m -> AbstractFormat.print(m.quick.forms().orElseThrow())),
                    new Stage(
                            ".core",
                            m ->
                                    CorePrinter.print(
                                            m.quick.core().orElseThrow(), CorePrinter.Style.PLAIN)),
                    new Stage(".ssa", m -> m.quick.ssa().toString()),
                    new Stage(".opt.ssa", m -> m.full.optimized().toString()),
                    new Stage(
                            ".ll",
                            m ->
                                    outline(
                                            ModuleCompiler.of(Target.X86_64_LINUX, OptLevel.O0)
                                                    .llvm(m.quick.optimized()))));

    /// A program compiled at both levels.
    private record Compiled(CompiledModule quick, CompiledModule full) {}

    private interface Print {
        String of(Compiled module);
    }

    private record Stage(String extension, Print print) {}

    @TempDir static Path temp;

    @TestFactory
    Stream<DynamicContainer> everyStageIsAsExpected() throws IOException {
        List<Path> programs = programs(PROGRAMS);
        System.out.printf(
                "golden files: %d, of %d programs at %d stages%n",
                programs.size() * STAGES.size(), programs.size(), STAGES.size());
        return programs.stream().map(p -> DynamicContainer.dynamicContainer(name(p), stages(p)));
    }

    private static Stream<DynamicTest> stages(Path program) {
        var compiled = new Compiled(compile(OptLevel.O0, program), compile(OptLevel.O2, program));
        return STAGES.stream()
                .map(stage ->
                        DynamicTest.dynamicTest(
                                stage.extension,
                                () -> {
                                    String actual = stage.print.of(compiled);
                                    Path golden = PROGRAMS.resolve(name(program) + stage.extension);
                                    if (System.getProperty("lumen.bless") != null) {
                                        Files.writeString(golden, actual);
                                    }
                                    assertThat(actual).isEqualTo(Files.readString(golden));
                                }));
    }

    private static final Pattern FUNCTION = Pattern.compile("define .*@(\"[^\"]*\"|[\\w.]+)\\(.*");
    private static final Pattern BLOCK = Pattern.compile("(\"[^\"]*\"|[\\w.]+):.*");
    private static final Pattern CALL =
            Pattern.compile(".*\\bcall .*?[ (]@(\"[^\"]*\"|[\\w.]+)\\(.*");
    private static final Pattern LABEL = Pattern.compile("label %(\"[^\"]*\"|[\\w.]+)");

    /// What there is to see of LLVM's text without its thousands of lines: the functions, of each
    /// its blocks, of each block what it calls by name and where it goes. The thunks of return
    /// points are left out.
    private static String outline(String ll) {
        var out = new StringBuilder();
        boolean inside = false;
        for (String line : ll.lines().toList()) {
            Matcher function = FUNCTION.matcher(line);
            Matcher block = BLOCK.matcher(line);
            if (function.matches()) {
                inside = !function.group(1).matches(".*\\.r\\d+\"?");
                out.append(inside ? function.group(1) + "\n" : "");
            } else if (inside && block.matches()) {
                out.append("  ").append(block.group(1)).append('\n');
            } else if (inside) {
                Matcher call = CALL.matcher(line);
                if (call.matches()) {
                    out.append("    ").append(call.group(1)).append('\n');
                }
                List<String> labels = LABEL.matcher(line).results().map(r -> r.group(1)).toList();
                if (!labels.isEmpty()) {
                    out.append("    -> ").append(String.join(" ", labels)).append('\n');
                }
            }
        }
        return out.toString();
    }

    /// What is printed is read back as the same, of these programs and of the larger ones. LLVM's
    /// verifier is part of lowering.
    @TestFactory
    Stream<DynamicTest> everyStageIsReadBackAndValid() throws IOException {
        var all = new ArrayList<>(programs(PROGRAMS));
        all.addAll(programs(LARGER));
        return all.stream()
                .map(p ->
                        DynamicTest.dynamicTest(
                                name(p),
                                () -> {
                                    CompiledModule m = compile(OptLevel.O2, p);
                                    ModuleForms forms = m.forms().orElseThrow();
                                    assertThat(
                                                    AbstractFormat.toTerms(
                                                            AbstractFormat.read(
                                                                    AbstractFormat.print(forms))))
                                            .isEqualTo(AbstractFormat.toTerms(forms));
                                    for (var style : CorePrinter.Style.values()) {
                                        String text =
                                                CorePrinter.print(m.core().orElseThrow(), style);
                                        assertThat(CorePrinter.print(CoreParser.parse(text), style))
                                                .isEqualTo(text);
                                    }
                                    for (Module ssa : List.of(m.ssa(), m.optimized())) {
                                        assertThat(Reader.module(ssa.toString())).isEqualTo(ssa);
                                    }
                                    for (Target target : Target.values()) {
                                        assertThat(
                                                        ModuleCompiler.of(target, OptLevel.O2)
                                                                .llvm(m.optimized()))
                                                .isNotEmpty();
                                    }
                                }));
    }

    /// All of them in one image.
    @TestFactory
    Stream<DynamicTest> everyProgramRuns() {
        return Stream.of(Outputs.values())
                .map(output ->
                        DynamicTest.dynamicTest(
                                output.toString(),
                                () -> {
                                    List<Path> programs = programs(PROGRAMS);
                                    var expected = new StringBuilder();
                                    for (Path p : programs) {
                                        expected.append(
                                                Files.readString(
                                                        PROGRAMS.resolve(name(p) + ".expected")));
                                    }
                                    var sources = new ArrayList<>(List.of(all(programs)));
                                    programs.forEach(p -> sources.add(source(p)));
                                    Compilation c =
                                            Lumen.compile(sources)
                                                    .include(PROGRAMS)
                                                    .verify(true)
                                                    .run();
                                    assertThat(c.diagnostics()).noneMatch(d -> d.isError());
                                    assertThat(
                                                    output.print(
                                                            c,
                                                            Files.createDirectory(
                                                                    temp.resolve(
                                                                            output.toString()))))
                                            .isEqualTo(expected.toString());
                                }));
    }

    /// A module that runs one after the other, each with an empty mailbox.
    private static Source all(List<Path> programs) {
        String calls =
                programs.stream()
                        .map(p -> name(p) + ":main(), flush()")
                        .collect(Collectors.joining(", "));
        return Source.erlang(
                "all.erl",
                "-module(all). -export([main/0]). main() -> "
                        + calls
                        + ". flush() -> receive _ -> flush() after 0 -> ok end.");
    }

    @Test
    void thereAreProgramsAtAll() throws IOException {
        assertThat(programs(PROGRAMS)).hasSizeGreaterThan(20);
    }

    private static CompiledModule compile(OptLevel level, Path program) {
        Compilation c =
                Lumen.compile(source(program))
                        .include(program.getParent())
                        .optimize(level)
                        .verify(true)
                        .run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c.modules().getFirst();
    }

    /// Under its own name, so that no folder is in the expectation.
    private static Source source(Path program) {
        try {
            return Source.erlang(program.getFileName().toString(), Files.readString(program));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Path> programs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".erl")).sorted().toList();
        }
    }

    static String name(Path source) {
        return source.getFileName().toString().replace(".erl", "");
    }
}
