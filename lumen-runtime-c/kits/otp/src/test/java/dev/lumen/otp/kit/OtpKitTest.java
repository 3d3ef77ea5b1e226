package dev.lumen.otp.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.Compilation;
import dev.lumen.Lumen;
import dev.lumen.Otp;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs get OTP's modules and header files from the kit, ahead of any installation.
class OtpKitTest {
    @TempDir Path cache;

    private String oldCache;

    @BeforeEach
    void ownCache() {
        assumeTrue(new PackedOtp().archive().isPresent(), "built without an OTP installation");
        assumeFalse(OtpInstallation.isNamed(), "LUMEN_OTP names another OTP");
        oldCache = System.getProperty("lumen.cache");
        System.setProperty("lumen.cache", cache.toString());
    }

    @AfterEach
    void restore() {
        if (oldCache == null) {
            System.clearProperty("lumen.cache");
        } else {
            System.setProperty("lumen.cache", oldCache);
        }
    }

    @Test
    void aProgramIsCompiledWithTheKitAlone() throws Exception {
        Compilation program =
                Lumen.compile(
                                Source.erlang(
                                        "kit.erl",
                                        """
                                        -module(kit).
                                        -include_lib("kernel/include/file.hrl").
                                        -export([main/0]).
                                        main() ->
                                            D = dict:store(size, #file_info{size = 7}, dict:new()),
                                            {(dict:fetch(size, D))#file_info.size, string:uppercase(<<"ok">>)}.
                                        """))
                        .optimize(OptLevel.O0)
                        .run();
        assertThat(program.diagnostics()).isEmpty();
        Path root = Otp.discover().orElseThrow().root();
        assertThat(root).startsWith(cache).isEqualTo(Otp.kit().orElseThrow().root());
        try (LumenRuntime runtime = program.load()) {
            Term answer = runtime.call("kit", "main").get();
            assertThat(answer).hasToString("{7,<<79,75>>}");
        }
    }

    @Test
    void unpackedOnce() throws IOException {
        Path root = Otp.kit().orElseThrow().root();
        Path lists;
        try (Stream<Path> all = Files.walk(root)) {
            lists = all.filter(f -> f.endsWith("ebin/lists.beam")).findFirst().orElseThrow();
        }
        var time = Files.getLastModifiedTime(lists);
        assertThat(Otp.kit().orElseThrow().root()).isEqualTo(root);
        assertThat(Files.getLastModifiedTime(lists)).isEqualTo(time);
        try (Stream<Path> entries = Files.list(cache)) {
            assertThat(entries.filter(f -> f.getFileName().toString().startsWith(".unpack")))
                    .isEmpty();
        }
        assertThat(new OtpInstallation(root).release()).isPresent();
    }
}
