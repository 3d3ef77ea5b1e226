package dev.lumen;

import dev.lumen.codegen.Target;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.interp.Interpreter;
import dev.lumen.runtime.bindings.ErlangException;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The machines that a compiled program can run on, each answering what it prints when `main/0` of
/// the first module runs. Line ends are LF: `erlang:display/1` writes CR too, as OTP does.
enum Outputs {
    INTERPRETER {
        @Override
        String run(Compilation c, RuntimeMode mode, Path folder) {
            var out = new StringBuilder();
            List<Module> modules = c.modules().stream().map(CompiledModule::optimized).toList();
            new Interpreter(modules)
                    .output(out::append)
                    .call(c.modules().getFirst().name(), "main");
            return out.toString();
        }
    },
    JVM {
        @Override
        String run(Compilation c, RuntimeMode mode, Path folder) throws Exception {
            var out = new ByteArrayOutputStream();
            var options = RuntimeOptions.defaults().withMode(mode).withOutput(out).withErrors(out);
            try (LumenRuntime runtime = c.load(options)) {
                runtime.call(c.modules().getFirst().name(), "main")
                        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ErlangException failure) {
                    return out.toString(StandardCharsets.UTF_8)
                            + failure.getMessage()
                            + failure.erlangStackTrace();
                }
                throw e;
            } catch (TimeoutException e) {
                throw new IllegalStateException("printed before time was up: " + out, e);
            }
            return out.toString(StandardCharsets.UTF_8);
        }
    },
    EXECUTABLE {
        @Override
        String run(Compilation c, RuntimeMode mode, Path folder) throws IOException {
            Path file = folder.resolve(c.modules().getFirst().name());
            c.emit(Target.host()).mode(mode).executable(file).orThrow();
            return output(Tools.run(file, List.of()));
        }
    },
    WASM {
        @Override
        String run(Compilation c, RuntimeMode mode, Path folder) throws IOException {
            String name = c.modules().getFirst().name();
            c.emit(Target.WASM32).mode(mode).module(folder.resolve(name + ".wasm")).orThrow();
            return output(
                    Tools.run(Path.of("node"), List.of(folder.resolve(name + ".mjs").toString())));
        }
    };

    private static final long LIMIT_SECONDS = 120;

    abstract String run(Compilation compilation, RuntimeMode mode, Path folder) throws Exception;

    /// What it prints, in the release runtime.
    final String print(Compilation compilation, Path folder) throws Exception {
        return print(compilation, RuntimeMode.RELEASE, folder);
    }

    final String print(Compilation compilation, RuntimeMode mode, Path folder) throws Exception {
        return run(compilation, mode, folder).replace("\r\n", "\n");
    }

    /// `erlang:display/1` writes the characters of a string as Latin-1, which is not the UTF-8 that
    /// an output is read as.
    static String ascii(String output) {
        return output.replaceAll("[^\\x00-\\x7f]+", "?");
    }

    private static String output(ToolResult result) {
        return result.exitCode() == 0
                ? result.output()
                : result.output() + "exit status " + result.exitCode();
    }
}
