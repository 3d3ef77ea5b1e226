package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Links `liblumen.so`, which a JVM loads.
final class SharedLibrary {
    /// Compiled code and Java see `lumen_*`; in the modes for tests also the inside.
    private static final String EXPORT_ABI = "{ global: lumen_*; local: *; };\n";

    private static final String EXPORT_ALL = "{ global: lumen_*; lm_*; local: *; };\n";

    private SharedLibrary() {}

    /// @param strict whether a symbol that nothing defines is an error; otherwise it is reported,
    ///   and only what reaches it fails
    static void link(Step step, Variant variant, List<Path> objects, boolean strict, Path library)
            throws IOException {
        Path exports = library.resolveSibling("exports.map");
        Files.createDirectories(library.getParent());
        Files.writeString(exports, variant.mode() == RuntimeMode.RELEASE ? EXPORT_ABI : EXPORT_ALL);
        var inputs = new ArrayList<>(objects);
        inputs.add(exports);
        var arguments = new ArrayList<String>();
        objects.forEach(o -> arguments.add(o.toString()));
        arguments.addAll(List.of("-shared", "-o", library.toString()));
        // What is used and not written fails here, not in a user's program; and each call inside
        // the library stays
        // inside, whatever else the JVM has loaded.
        var linker =
                new ArrayList<>(
                        List.of(
                                "-z",
                                "defs",
                                "-Bsymbolic",
                                "-soname",
                                "liblumen.so",
                                "--version-script",
                                exports.toString()));
        linker.addAll(
                strict ? List.of("-z", "now") : List.of("-z", "lazy", "--warn-unresolved-symbols"));
        if (variant.sanitized()) {
            // Through the driver, which knows where its sanitizers are. Shared, as the JVM has to
            // preload them.
            arguments.addAll(variant.sanitizers());
            arguments.addAll(List.of("-shared-libasan", "-lm", "-lpthread"));
            linker.forEach(flag -> arguments.addAll(List.of("-Xlinker", flag)));
            step.run(variant.compiler(), arguments, inputs, null, library);
        } else {
            arguments.addAll(linker);
            arguments.addAll(
                    List.of(
                            "--gc-sections",
                            "-L/usr/lib/x86_64-linux-gnu",
                            "-lm",
                            "-lpthread",
                            "-lc"));
            step.run(LlvmTools.elfLinker(), arguments, inputs, null, library);
        }
    }
}
