package dev.lumen;

import dev.lumen.codegen.LoadedImage;
import dev.lumen.runtime.bindings.LumenRuntime;
import dev.lumen.runtime.bindings.RuntimeOptions;

import java.util.Arrays;
import java.util.List;

/// The compiler, as a library.
///
/// ```java
/// Compilation c = Lumen.compile(Source.file(path)).optimize(OptLevel.O2).run();
/// c.diagnostics();                                   // data; run() never throws for bad source
/// c.emit(Target.host()).executable(Path.of("app"));  // a static executable
/// c.emit(Target.WASM32).module(Path.of("app.wasm")); // WebAssembly, and app.mjs beside it
/// try (LumenRuntime rt = c.load()) {                 // in this JVM
///     Term t = rt.call("m", "fact", Term.of(30)).get();
/// }
/// ```
///
/// Thread safety: everything here is immutable and stateless; any number of compilations may run at
/// once.
public final class Lumen {
    private Lumen() {}

    /// A request to compile these sources together, with the defaults; nothing happens before
    /// [CompileRequest#run].
    public static CompileRequest compile(Source... sources) {
        return compile(Arrays.asList(sources));
    }

    public static CompileRequest compile(List<? extends Source> sources) {
        return CompileRequest.of(sources);
    }

    /// Begins to load what running a program in this JVM needs when the program has been compiled:
    /// LLVM, and the runtime. For a JVM that does that once: called first, it is done while the
    /// program is read. Returns at once. What goes wrong here goes wrong again, and is told, where
    /// it is needed.
    public static void prepareToRun() {
        Thread.ofPlatform()
                .name("lumen-prepare")
                .daemon()
                .start(() -> {
                    try {
                        LoadedImage.prepare();
                        LumenRuntime.open(RuntimeOptions.defaults()).close();
                    } catch (RuntimeException | LinkageError e) {
                        return;
                    }
                });
    }
}
