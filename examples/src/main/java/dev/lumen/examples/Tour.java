package dev.lumen.examples;

import dev.lumen.Compilation;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.Target;
import dev.lumen.ir.diag.TextRenderer;
import dev.lumen.runtime.bindings.LumenRuntime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// One Erlang program three ways: in this JVM, as a static executable, as WebAssembly in node. Says
/// what it does, how long it took, and how large what it made is.
///
/// Arguments: the program, a folder to write to.
public final class Tour {
    private Tour() {}

    public static void main(String[] args)
            throws IOException, InterruptedException, ExecutionException {
        Path source = Path.of(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        System.out.println(
                "Compiling "
                        + source.getFileName()
                        + " ("
                        + Files.size(source)
                        + " bytes of Erlang)");
        long start = System.nanoTime();
        Compilation program = Lumen.compile(Source.file(source)).run();
        System.out.print(new TextRenderer().render(program.diagnostics(), program.sources()));
        if (program.hasErrors()) {
            System.exit(1);
        }
        String module = program.modules().getFirst().name();
        System.out.printf("  to optimised SSA: %d ms%n", millisSince(start));

        System.out.println("\nIn this JVM");
        start = System.nanoTime();
        try (LumenRuntime runtime = program.load()) {
            System.out.printf("  compiled to machine code and loaded: %d ms%n", millisSince(start));
            start = System.nanoTime();
            runtime.call(module, "main").get();
            System.out.printf("  ran: %d ms%n", millisSince(start));
        }

        System.out.println("\nAs a static executable");
        start = System.nanoTime();
        Path executable = folder.resolve(module);
        BackendResult linked = program.emit(Target.host()).executable(executable).orThrow();
        System.out.printf(
                "  linked %s: %d bytes, %d ms%n",
                executable, Files.size(linked.files().getFirst()), millisSince(start));
        run(List.of(executable.toString()));

        System.out.println("\nAs WebAssembly");
        start = System.nanoTime();
        Path wasm = folder.resolve(module + ".wasm");
        program.emit(Target.WASM32).module(wasm).orThrow();
        System.out.printf(
                "  linked %s: %d bytes, %d ms%n", wasm, Files.size(wasm), millisSince(start));
        run(List.of("node", folder.resolve(module + ".mjs").toString()));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        System.out.printf(
                "  ran `%s`: %d ms, exit status %d%n",
                String.join(" ", command), millisSince(start), status);
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
