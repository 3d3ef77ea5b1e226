package dev.lumen.runtime.bindings;

import dev.lumen.runtime.tools.RuntimeMode;

import java.io.OutputStream;
import java.util.Objects;

/// How a [LumenRuntime] is set up. Immutable: each `with` gives a new one.
///
/// @param schedulers threads that run processes; 0: one per processor
/// @param mode which build of the runtime
/// @param output where the program's output goes; written under a lock, one call per piece of
///   output
/// @param errors where reports of failed processes go, likewise
public record RuntimeOptions(
        int schedulers, RuntimeMode mode, OutputStream output, OutputStream errors) {
    public RuntimeOptions {
        if (schedulers < 0 || schedulers > 1024) {
            throw new IllegalArgumentException("schedulers: " + schedulers);
        }
        Objects.requireNonNull(mode);
        Objects.requireNonNull(output);
        Objects.requireNonNull(errors);
    }

    public static RuntimeOptions defaults() {
        return new RuntimeOptions(0, RuntimeMode.current(), System.out, System.err);
    }

    public RuntimeOptions withSchedulers(int count) {
        return new RuntimeOptions(count, mode, output, errors);
    }

    public RuntimeOptions withMode(RuntimeMode chosen) {
        return new RuntimeOptions(schedulers, chosen, output, errors);
    }

    public RuntimeOptions withOutput(OutputStream stream) {
        return new RuntimeOptions(schedulers, mode, stream, errors);
    }

    public RuntimeOptions withErrors(OutputStream stream) {
        return new RuntimeOptions(schedulers, mode, output, stream);
    }
}
