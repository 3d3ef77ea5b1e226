package dev.lumen.runtime.build;

import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.SanitizingClang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One way to compile the runtime: for a target, in a mode. Decides every flag.
record Variant(RuntimeTarget target, RuntimeMode mode) {
    private static final Path MUSL_INCLUDE = Path.of("/usr/include/x86_64-linux-musl");
    private static final Path WASI_INCLUDE = Path.of("/usr/include/wasm32-wasi");

    private static final List<String> COMMON =
            List.of(
                    // What all three C libraries have beyond ISO C.
                    "-std=c17",
                    "-D_GNU_SOURCE",
                    "-Wall",
                    "-Wextra",
                    "-Werror",
                    "-Wmissing-prototypes",
                    "-Wstrict-prototypes",
                    // A frame that C can't keep on the machine stack of a scheduler is a bug.
                    "-Wvla",
                    // The same digits on every target: no fused multiply-add behind the program's
                    // back.
                    "-ffp-contract=off",
                    // Heap words are read as terms, as addresses and as bytes.
                    "-fno-strict-aliasing",
                    // Paths of the build machine must not reach the objects.
                    "-fdebug-compilation-dir=.",
                    "-ffunction-sections",
                    "-fdata-sections");

    boolean sanitized() {
        return !sanitizers().isEmpty();
    }

    /// What this variant is compiled and linked with, by [SanitizingClang].
    List<String> sanitizers() {
        if (target != RuntimeTarget.LINUX_GNU) {
            return List.of();
        }
        return switch (mode) {
            case RELEASE, STRESS -> List.of();
            case DEBUG -> SanitizingClang.SANITIZE;
            case TSAN -> SanitizingClang.SANITIZE_THREADS;
        };
    }

    /// Whether there is such a variant: the sanitizers need glibc.
    boolean exists() {
        return switch (mode) {
            case RELEASE, STRESS -> true;
            case DEBUG -> target != RuntimeTarget.LINUX_MUSL;
            case TSAN -> target == RuntimeTarget.LINUX_GNU;
        };
    }

    /// Whether the jar has it; otherwise it is for the tests of this module.
    boolean isInKit() {
        return mode != RuntimeMode.TSAN;
    }

    /// Why this variant can't be built on this machine; empty when it can.
    Optional<String> missing() {
        return sanitized() && SanitizingClang.find().isEmpty()
                ? Optional.of(
                        "clang 19 with its sanitizers is not installed (Debian: clang-19"
                                + " libclang-rt-19-dev)")
                : Optional.empty();
    }

    Path compiler() {
        return sanitized() ? SanitizingClang.find().orElseThrow() : LlvmTools.clang();
    }

    /// Folder name below a target's and a mode's: stable, used in paths only.
    Path directory(Path root) {
        return root.resolve(target.triple()).resolve(mode.id());
    }

    /// Flags for an object file of this variant.
    List<String> objectFlags() {
        var flags = new ArrayList<>(COMMON);
        flags.addAll(targetFlags());
        flags.addAll(modeFlags());
        if (!target.isWasm()) {
            flags.add("-fPIC");
            // SSE4.2 and popcnt: every x86-64 since 2009.
            flags.add("-march=x86-64-v2");
        }
        flags.addAll(sanitizers());
        if (sanitized()) {
            flags.add("-fno-omit-frame-pointer");
        }
        if (sanitizers().equals(SanitizingClang.SANITIZE)) {
            // `function` looks for a type word in front of every function called through a pointer,
            // and code from
            // the JIT has none.
            flags.addAll(List.of("-fno-sanitize=function", "-fno-sanitize-recover=undefined"));
        }
        return flags;
    }

    /// Flags for the bitcode that generated code inlines from. Neither a processor nor sanitizers:
    /// a function inlines only into one that has at least its features.
    List<String> bitcodeFlags() {
        var flags = new ArrayList<>(COMMON);
        flags.addAll(targetFlags());
        flags.addAll(modeFlags());
        flags.addAll(List.of("-O2", "-emit-llvm"));
        return flags;
    }

    private List<String> modeFlags() {
        return switch (mode) {
            // A page downloads it: what C does there is seldom what takes the time.
            case RELEASE -> List.of(target.isWasm() ? "-Oz" : "-O2", "-DNDEBUG");
            case DEBUG -> List.of("-O1", "-g", "-DLM_DEBUG=2");
            case STRESS -> List.of("-O2", "-DLM_STRESS=1");
            case TSAN -> List.of("-O1", "-g");
        };
    }

    private List<String> targetFlags() {
        return switch (target) {
            case LINUX_GNU -> List.of("--target=x86_64-linux-gnu");
            case LINUX_MUSL ->
                    List.of(
                            "--target=x86_64-linux-musl",
                            "-nostdinc",
                            "-isystem",
                            compilerInclude(),
                            "-isystem",
                            MUSL_INCLUDE.toString());
            case WASI ->
                    List.of(
                            "--target=wasm32-wasi",
                            "-nostdinc",
                            "-isystem",
                            compilerInclude(),
                            "-isystem",
                            WASI_INCLUDE.toString(),
                            "-mtail-call",
                            "-mbulk-memory",
                            "-msign-ext",
                            "-mmutable-globals",
                            "-mnontrapping-fptoint");
        };
    }

    private static String compilerInclude() {
        return LlvmTools.clang().resolveSibling("lib/clang/20/include").toString();
    }

    @Override
    public String toString() {
        return target.triple() + "/" + mode.id();
    }
}
