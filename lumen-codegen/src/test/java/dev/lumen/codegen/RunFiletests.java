package dev.lumen.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.ssa.Verifier;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.runtime.bindings.ErlangException;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// Runs the cases of a filetest: in this JVM, as an executable, and as WebAssembly in node.
final class RunFiletests {
    private static final long TIMEOUT_SECONDS = 60;

    private RunFiletests() {}

    static void inThisJvm(String text, OptLevel level) throws Exception {
        Module module = Reader.module(text);
        assertThat(Verifier.verify(module)).isEmpty();
        var options = RuntimeOptions.defaults();
        try (LumenRuntime runtime = LumenRuntime.open(options)) {
            LoadedImage image =
                    LoadedImage.load(
                            ImagePlan.of(Image.library(module)),
                            level,
                            options.mode(),
                            Optional.empty(),
                            Progress.NONE);
            runtime.load(image.address(), List.of(), image);
            for (RunCase c : RunCase.of(text)) {
                var answer =
                        runtime.call(
                                module.name().name(),
                                c.function(),
                                c.arguments().toArray(Term[]::new));
                if (c.raises()) {
                    assertThatThrownBy(() -> answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                            .as(c.toString())
                            .isInstanceOf(ExecutionException.class)
                            .cause()
                            .isInstanceOfSatisfying(
                                    ErlangException.class,
                                    e ->
                                            assertThat(
                                                            Term.tuple(
                                                                    Term.atom(
                                                                            e.kind()
                                                                                    .name()
                                                                                    .toLowerCase(
                                                                                            Locale
                                                                                                    .ROOT)),
                                                                    e.reason()))
                                                    .isEqualTo(c.expected()));
                } else {
                    assertThat(answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                            .as(c.toString())
                            .isEqualTo(c.expected());
                }
            }
        }
    }

    static void asExecutable(String text, OptLevel level, Path folder) throws Exception {
        Path file = folder.resolve("program");
        emit(new ExecutableBackend(), text, level, file);
        check(text, Tools.run(file, List.of()));
    }

    static void asWasm(String text, OptLevel level, Path folder) throws Exception {
        Path file = folder.resolve("program.wasm");
        emit(new WasmBackend(), text, level, file);
        check(text, Tools.run(node(), List.of(folder.resolve("program.mjs").toString())));
    }

    static Path node() {
        return List.of("/usr/bin/node", "/usr/local/bin/node").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new org.opentest4j.TestAbortedException("no node here"));
    }

    private static void emit(Backend backend, String text, OptLevel level, Path file) {
        Module program = RunCase.program(text, RunCase.of(text));
        var image = Image.program(new FunctionId(program.name(), Term.atom("main"), 0), program);
        BackendResult result =
                backend.emit(
                        image,
                        file,
                        BackendOptions.DEFAULT.withLevel(level).withMode(RuntimeMode.current()));
        assertThat(result.succeeded()).as(result.diagnostics().toString()).isTrue();
    }

    private static void check(String text, ToolResult result) {
        assertThat(result.exitCode()).as(result.errors()).isZero();
        List<Term> answers = result.output().lines().map(TermReader::read).toList();
        List<RunCase> cases = RunCase.of(text);
        for (int k = 0; k < Math.min(answers.size(), cases.size()); k++) {
            assertThat(answers.get(k))
                    .as(cases.get(k).toString())
                    .isEqualTo(cases.get(k).expected());
        }
        assertThat(answers).hasSameSizeAs(cases);
    }
}
