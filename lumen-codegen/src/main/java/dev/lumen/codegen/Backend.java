package dev.lumen.codegen;

import java.nio.file.Path;

/// Makes files of an image. The extension point for other targets: ours are [ExecutableBackend],
/// [WasmBackend] and [ObjectBackend], and nothing knows them by more than this interface.
///
/// Implementations are thread-safe and keep no state.
public interface Backend {
    /// A short name for command lines and messages, such as `wasm`.
    String id();

    /// Writes the image to `output`, whole or not at all: what is there already is replaced only by
    /// a finished file. What a user can get wrong (no such folder, no entry function, …) is in the
    /// result's diagnostics; an exception is a bug.
    BackendResult emit(Image image, Path output, BackendOptions options);
}
