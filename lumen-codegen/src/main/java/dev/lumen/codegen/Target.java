package dev.lumen.codegen;

/// A machine that code is generated for.
public enum Target {
    /// 64-bit x86 with Linux: position-independent ELF, linked statically or loaded into the JVM.
    X86_64_LINUX("x86_64-unknown-linux-gnu", "x86-64", "", 8),
    /// WebAssembly with 32-bit addresses. Needs the tail-call proposal, which every current engine
    /// has.
    WASM32(
            "wasm32-unknown-wasi",
            "generic",
            "+tail-call,+bulk-memory,+mutable-globals,+sign-ext,+nontrapping-fptoint",
            4);

    private final String triple;
    private final String cpu;
    private final String features;
    private final int pointerBytes;

    Target(String triple, String cpu, String features, int pointerBytes) {
        this.triple = triple;
        this.cpu = cpu;
        this.features = features;
        this.pointerBytes = pointerBytes;
    }

    /// The machine that this JVM runs on.
    ///
    /// @throws UnsupportedOperationException when Lumen has no code generator for it
    public static Target host() {
        if (System.getProperty("os.arch").equals("amd64")
                && System.getProperty("os.name").equals("Linux")) {
            return X86_64_LINUX;
        }
        throw new UnsupportedOperationException(
                "no code generator for "
                        + System.getProperty("os.name")
                        + " on "
                        + System.getProperty("os.arch"));
    }

    /// As LLVM names it.
    public String triple() {
        return triple;
    }

    /// The oldest processor that the code must run on, as LLVM names it.
    public String cpu() {
        return cpu;
    }

    /// What the code may use beyond that processor, as LLVM writes it.
    public String features() {
        return features;
    }

    public int pointerBytes() {
        return pointerBytes;
    }

    public boolean isWasm() {
        return this == WASM32;
    }
}
