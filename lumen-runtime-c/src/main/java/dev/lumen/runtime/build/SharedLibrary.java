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

    static void link(Step step, Variant variant, List<Path> objects, Path work, Path library) throws IOException {
        Path exports = library.resolveSibling("exports.map");
        Files.createDirectories(library.getParent());
        Files.writeString(exports, variant.mode() == RuntimeMode.RELEASE ? EXPORT_ABI : EXPORT_ALL);
        var inputs = new ArrayList<>(objects);
        inputs.add(exports);
        var arguments = new ArrayList<String>();
        objects.forEach(o -> arguments.add(o.toString()));
        arguments.addAll(List.of("-shared", "-o", library.toString()));
        // A primitive that is declared and not written fails here, not in a user's program; and each call inside the library stays
        // inside, whatever else the JVM has loaded.
        var linker = List.of("-z", "defs", "-z", "now", "-Bsymbolic", "-soname", "liblumen.so", "--version-script",
                exports.toString());
        if (variant.sanitized()) {
            // Through the driver, which knows where its sanitizers are. Shared, as the JVM has to preload them.
            arguments.addAll(List.of("-fsanitize=address,undefined", "-shared-libasan", "-lm", "-lpthread"));
            linker.forEach(flag -> arguments.addAll(List.of("-Xlinker", flag)));
            // The undefined-behaviour handlers sit in the preloaded library.
            step.run(variant.compiler(), arguments, inputs, null, library);
        } else {
            arguments.addAll(linker);
            arguments.addAll(List.of("--gc-sections", "-L/usr/lib/x86_64-linux-gnu", "-lm", "-lpthread", "-lc"));
            step.run(LlvmTools.elfLinker(), arguments, inputs, null, library);
        }
    }
}
