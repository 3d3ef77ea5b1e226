package dev.lumen.runtime.tools;

/// A machine that the runtime is built for.
public enum RuntimeTarget {
    /// The JVM's own process: the shared library that compiled code in the JVM runs against; and,
    /// in [RuntimeMode#DEBUG], executables, because sanitizers need the C library of the machine.
    LINUX_GNU("x86_64-linux-gnu"),
    /// Static executables.
    LINUX_MUSL("x86_64-linux-musl"),
    /// WebAssembly with the system interface of WASI preview 1.
    WASI("wasm32-wasi");

    private final String triple;

    RuntimeTarget(String triple) {
        this.triple = triple;
    }

    /// As clang's `--target=` takes it.
    public String triple() {
        return triple;
    }

    public boolean isWasm() {
        return this == WASI;
    }
}
