package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a program costs that displays one atom, and one that formats it with OTP's `io`: what
/// nothing reaches is not linked.
class SizesTest {
    @TempDir Path temp;

    private final Compilation one =
            Lumen.compile(
                            Source.erlang(
                                    "one.erl",
                                    "-module(one).\n"
                                            + "-export([main/0]).\n"
                                            + "main() -> erlang:display(hello).\n"))
                    .run();

    @Test
    void executable() throws IOException {
        Path file = temp.resolve("one");
        one.emit(Target.host()).executable(file).orThrow();
        report("executable", file);
        assertThat(Files.size(file)).isLessThan(300_000);
    }

    @Test
    void webAssembly() throws IOException {
        Path file = temp.resolve("one.wasm");
        one.emit(Target.WASM32).module(file).orThrow();
        report("wasm", file);
        assertThat(Files.size(file)).isLessThan(100_000);
    }

    @Test
    void withOtp() throws IOException {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
        Compilation hello =
                Lumen.compile(
                                Source.erlang(
                                        "hello.erl",
                                        "-module(hello).\n"
                                            + "-export([main/0]).\n"
                                            + "main() -> io:format(\"hello ~p~n\", [world]).\n"))
                        .program()
                        .optimize(OptLevel.O2)
                        .run();
        Path executable = temp.resolve("hello");
        hello.emit(Target.host()).executable(executable).orThrow();
        report("executable, with io:format", executable);
        Path module = temp.resolve("hello.wasm");
        hello.emit(Target.WASM32).module(module).orThrow();
        report("wasm, with io:format", module);
        assertThat(Files.size(executable)).isLessThan(1_000_000);
        assertThat(Files.size(module)).isLessThan(410_000);
    }

    private static void report(String what, Path file) throws IOException {
        System.out.println("size of one atom as " + what + ": " + Files.size(file) + " bytes");
    }
}
