package dev.lumen.codegen;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeKit;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.SanitizingClang;
import dev.lumen.runtime.tools.Tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A static executable for x86-64 Linux: no libraries, no loader, at any address (PIE). Linked by
/// the lld of the LLVM jar with the C library of the runtime kit; nothing of the machine's own tool
/// chain is used.
///
/// [RuntimeMode#DEBUG] is for testing the runtime, and different: sanitizers need the C library of
/// the machine, so there the clang that brings them links an ordinary dynamic executable.
public final class ExecutableBackend implements Backend {
    @Override
    public String id() {
        return "executable";
    }

    @Override
    public BackendResult emit(Image image, Path output, BackendOptions options) {
        ImagePlan plan = ImagePlan.of(image);
        if (plan.entry().isEmpty()) {
            return BackendResult.failed(plan.diagnostics(), Links.needsEntry(output));
        }
        if (plan.hasErrors()) {
            return new BackendResult(List.of(), plan.diagnostics());
        }
        var compiler = Links.compiler(Target.X86_64_LINUX, options);
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
                List.of(output),
                diagnostics,
                folder -> {
                    Path file = folder.resolve("out");
                    if (options.mode() == RuntimeMode.DEBUG) {
                        linkSanitized(write(objects, folder), file);
                    } else {
                        linkStatic(write(objects, folder), options, file);
                    }
                    return List.of(file);
                });
    }

    static List<Path> write(List<byte[]> objects, Path folder) throws IOException {
        var files = new ArrayList<Path>();
        for (byte[] object : objects) {
            Path file = folder.resolve("m" + files.size() + ".o");
            Files.write(file, object);
            files.add(file);
        }
        return files;
    }

    private static void linkSanitized(List<Path> objects, Path file) {
        Path clang =
                SanitizingClang.find()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "mode debug needs clang 19 with its sanitizers"));
        var all = new ArrayList<String>(SanitizingClang.SANITIZE);
        all.addAll(List.of("-o", file.toString()));
        objects.forEach(o -> all.add(o.toString()));
        all.add(RuntimeKit.of(RuntimeTarget.LINUX_GNU, RuntimeMode.DEBUG).archive().toString());
        all.addAll(List.of("-lm", "-lpthread"));
        Tools.run(clang, all).orThrow();
    }

    private static void linkStatic(List<Path> objects, BackendOptions options, Path file) {
        RuntimeKit kit = RuntimeKit.of(RuntimeTarget.LINUX_MUSL, options.mode());
        var all =
                new ArrayList<String>(
                        List.of(
                                "-o",
                                file.toString(),
                                // At a fixed address: constants are full of pointers, whose
                                // relocations would be a tenth of the file, and
                                // be applied at each start.
                                "-static",
                                "-no-pie",
                                "-z",
                                "norelro",
                                "--build-id=none",
                                "--gc-sections",
                                "--icf=safe"));
        if (options.strip()) {
            all.add("-s");
        }
        all.add(kit.libc("crt1.o").toString());
        all.add(kit.libc("crti.o").toString());
        objects.forEach(o -> all.add(o.toString()));
        all.add(kit.archive().toString());
        all.add(kit.libc("libc.a").toString());
        all.add(kit.libc("crtn.o").toString());
        Tools.run(LlvmTools.elfLinker(), all).orThrow();
    }
}
