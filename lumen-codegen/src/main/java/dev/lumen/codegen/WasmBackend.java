package dev.lumen.codegen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.Tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A WebAssembly module and, beside it, an ES module of the same name ending in `.mjs` that runs
/// it: `node p.mjs ARGS`, or `import {run} from "./p.mjs"` in a browser or another program; and for
/// TypeScript, ending in `.d.mts`, what that module offers.
public final class WasmBackend implements Backend {
    /// The files beside the module, by their endings.
    private static final List<String> LOADER = List.of(".mjs", ".d.mts");

    private static final String WASM_NAME = "@WASM@";

    @Override
    public String id() {
        return "wasm";
    }

    /// `output` should end in `.wasm`.
    @Override
    public BackendResult emit(Image image, Path output, BackendOptions options) {
        ImagePlan plan = ImagePlan.of(image);
        if (plan.entry().isEmpty()) {
            return BackendResult.failed(plan.diagnostics(), Links.needsEntry(output));
        }
        if (plan.hasErrors()) {
            return new BackendResult(List.of(), plan.diagnostics());
        }
        var compiler = Links.compiler(Target.WASM32, options);
        List<byte[]> objects = ImageObjects.compile(plan, true, compiler).objects();
        return Links.reported(
                options.progress()
                        .timed(
                                "",
                                "link",
                                () -> link(objects, output, options, plan.diagnostics())),
                image,
                plan,
                objects);
    }

    private static BackendResult link(
            List<byte[]> objects,
            Path output,
            BackendOptions options,
            List<Diagnostic> diagnostics) {
        return Output.write(
                places(output),
                diagnostics,
                folder -> {
                    Path wasm = folder.resolve("out.wasm");
                    var arguments = new ArrayList<String>(List.of("-o", wasm.toString()));
                    arguments.addAll(arguments(ExecutableBackend.write(objects, folder), options));
                    Tools.run(LlvmTools.wasmLinker(), arguments).orThrow();
                    var files = new ArrayList<Path>(List.of(wasm));
                    for (String ending : LOADER) {
                        Path file = folder.resolve("out" + ending);
                        Files.writeString(file, loader(ending, output.getFileName().toString()));
                        files.add(file);
                    }
                    return files;
                });
    }

    private static List<String> arguments(List<Path> objects, BackendOptions options) {
        RuntimeKit kit = RuntimeKit.of(RuntimeTarget.WASI, options.mode());
        var all =
                new ArrayList<String>(
                        List.of(
                                "--gc-sections",
                                // The machine stack is only for C: Erlang's frames lie on the heaps
                                // of its processes. Below the data, so
                                // that running over its end traps.
                                "--stack-first",
                                "-z",
                                "stack-size=1048576",
                                "--export=_start",
                                "--export=lumen_turn",
                                "--export=lumen_aborted"));
        if (options.strip()) {
            all.add("--strip-all");
            // The numbers that the linker fills in, as short as they are.
            all.add("--compress-relocations");
        }
        all.add(kit.libc("crt1-command.o").toString());
        objects.forEach(o -> all.add(o.toString()));
        all.add(kit.archive().toString());
        all.add(kit.libc("libm.a").toString());
        all.add(kit.libc("libc.a").toString());
        return all;
    }

    private static List<Path> places(Path wasm) {
        String name = wasm.getFileName().toString();
        String stem = name.endsWith(".wasm") ? name.substring(0, name.length() - 5) : name;
        var places = new ArrayList<Path>(List.of(wasm));
        LOADER.forEach(ending -> places.add(wasm.resolveSibling(stem + ending)));
        return places;
    }

    private static String loader(String ending, String wasmName) throws IOException {
        try (InputStream in = WasmBackend.class.getResourceAsStream("loader" + ending)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(WASM_NAME, wasmName);
        }
    }
}
