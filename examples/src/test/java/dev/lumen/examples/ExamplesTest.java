package dev.lumen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.runtime.tools.ToolResult;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Every example is run, as its own process, and does what it says.
class ExamplesTest {
    private static final String WORDCOUNT = "src/main/erlang/wordcount.erl";
    private static final String[] WORDCOUNT_LINES = {
        "{<<\"the\">>,8}", "{<<\"dog\">>,5}", "{<<\"fox\">>,5}", "{words,38,distinct,13}"
    };

    @TempDir Path temp;

    private static ToolResult java(String mainClass, String... arguments) {
        return java(Map.of(), mainClass, arguments);
    }

    private static ToolResult java(
            Map<String, String> environment, String mainClass, String... arguments) {
        var command = new ArrayList<String>();
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.lumen.examples." + mainClass));
        command.addAll(List.of(arguments));
        return Tools.run(Path.of("env"), command);
    }

    @Test
    void tour() {
        ToolResult result = java("Tour", WORDCOUNT, temp.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains(WORDCOUNT_LINES)
                .contains("In this JVM", "exit status 0");
    }

    @Test
    void embed() {
        assertThat(java("Embed").output()).contains("total: 180", "ERROR {no_price,plum}");
    }

    @Test
    void ownPass() {
        assertThat(java("CountCalls", WORDCOUNT).output()).contains("wordcount: {calls=");
    }

    @Test
    void ownBackend() throws Exception {
        Path dot = temp.resolve("calls.dot");
        java("CallGraphBackend", WORDCOUNT, dot.toString());
        assertThat(Files.readString(dot)).contains("\"wordcount:main/0\" -> ");
    }

    @Test
    void lumencMakesEveryKindOfOutput() throws Exception {
        assertThat(java("lumenc.Lumenc", WORDCOUNT).output()).contains(WORDCOUNT_LINES);
        for (String kind : List.of("forms", "core", "ssa", "ll")) {
            assertThat(java("lumenc.Lumenc", "--out", kind, WORDCOUNT).output())
                    .contains("wordcount");
        }
        Path exe = temp.resolve("wc");
        Path sizes = temp.resolve("wc.tsv");
        assertThat(
                        java(
                                        "lumenc.Lumenc",
                                        "--out",
                                        "exe",
                                        "-o",
                                        exe.toString(),
                                        "--keep",
                                        "queue",
                                        "--report",
                                        sizes.toString(),
                                        "-O",
                                        "0",
                                        WORDCOUNT)
                                .exitCode())
                .isZero();
        assertThat(Files.readString(sizes)).contains("wordcount\tmain\t0\t", "queue\tin\t2\t");
        assertThat(Tools.run(exe, List.of()).output()).contains(WORDCOUNT_LINES);
        assertThat(
                        java(
                                        "lumenc.Lumenc",
                                        "--out",
                                        "wasm",
                                        "-o",
                                        temp.resolve("wc.wasm").toString(),
                                        WORDCOUNT)
                                .exitCode())
                .isZero();
        assertThat(Tools.run(Path.of("node"), List.of(temp.resolve("wc.mjs").toString())).output())
                .contains(WORDCOUNT_LINES);
    }

    /// By them a debugger and a profiler find their way: functions by name, instructions by line.
    @Test
    void lumencKeepsNamesAndLinesWhenAsked() throws Exception {
        List<String> wanted = List.of(".debug_line", "wordcount:main/0", "wordcount.erl");
        for (String kind : List.of("exe", "wasm")) {
            Path plain = temp.resolve("plain." + kind);
            Path described = temp.resolve("described." + kind);
            java("lumenc.Lumenc", "--out", kind, "-o", plain.toString(), WORDCOUNT);
            java("lumenc.Lumenc", "--out", kind, "-g", "-o", described.toString(), WORDCOUNT);
            String text = Files.readString(described, StandardCharsets.ISO_8859_1);
            assertThat(text).contains(wanted);
            assertThat(Files.readString(plain, StandardCharsets.ISO_8859_1))
                    .doesNotContain(".debug_line")
                    .doesNotContain("wordcount:main/0");
        }
        assertThat(Tools.run(temp.resolve("described.exe"), List.of()).output())
                .contains(WORDCOUNT_LINES);
    }

    @Test
    void lumencShowsWhatPassesMakeAndTakesItAgain() throws Exception {
        Path dump = temp.resolve("dump");
        java("lumenc.Lumenc", "--dump", dump.toString(), "--verify", WORDCOUNT);
        List<Path> files;
        try (Stream<Path> all = Files.list(dump.resolve("wordcount"))) {
            files = all.sorted().toList();
        }
        assertThat(files.toString()).contains("01-core.core", "02-ssa.ssa", "-thread-jumps.ssa");
        for (Path file : List.of(files.get(1), files.get(2), files.getLast())) {
            assertThat(java("lumenc.Lumenc", file.toString()).output()).contains(WORDCOUNT_LINES);
        }
        Path less = temp.resolve("less");
        java("lumenc.Lumenc", "--dump", less.toString(), "--without", "thread-jumps", WORDCOUNT);
        try (Stream<Path> all = Files.list(less.resolve("wordcount"))) {
            assertThat(all.map(Path::toString)).noneMatch(f -> f.contains("thread-jumps"));
        }
        ToolResult wrong = java("lumenc.Lumenc", "--without", "remove-ded", WORDCOUNT);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errors()).contains("did you mean remove-dead?");
        Path broken =
                Files.writeString(
                        temp.resolve("broken.ssa"), "func m:main/0() {\nentry:\n  ret %9\n}\n");
        ToolResult invalid = java("lumenc.Lumenc", broken.toString());
        assertThat(invalid.exitCode()).isEqualTo(1);
        assertThat(invalid.errors()).contains("broken.ssa:1:1: V1", "%9 is not defined");
    }

    @Test
    void lumencSaysWhatIsWrongAsErlcDoes() throws Exception {
        Path bad = Files.writeString(temp.resolve("bad.erl"), "-module(bad).\nf( -> 1.\n");
        ToolResult result = java("lumenc.Launcher", bad.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).contains(bad + ":2:4: syntax error before: '->'");
    }

    @Test
    void twoCompilersAtOnceShareACache() throws Exception {
        String cache = temp.resolve("cache").toString();
        List<Path> made = Stream.of("a", "b", "c").map(temp::resolve).toList();
        var atOnce =
                made.subList(0, 2).stream()
                        .map(exe ->
                                CompletableFuture.supplyAsync(() ->
                                        java(
                                                "lumenc.Lumenc",
                                                "--cache",
                                                cache,
                                                "--out",
                                                "exe",
                                                "-o",
                                                exe.toString(),
                                                WORDCOUNT)))
                        .toList();
        for (var compiler : atOnce) {
            assertThat(compiler.get().exitCode()).as(compiler.get().errors()).isZero();
        }
        Map<Path, FileTime> filled = entries(temp.resolve("cache"));
        assertThat(filled).isNotEmpty();
        java(
                "lumenc.Lumenc",
                "--cache",
                cache,
                "--out",
                "exe",
                "-o",
                made.get(2).toString(),
                WORDCOUNT);
        assertThat(entries(temp.resolve("cache"))).isEqualTo(filled);
        assertThat(Tools.run(made.get(2), List.of()).output()).contains(WORDCOUNT_LINES);
        assertThat(made.get(0))
                .hasSameBinaryContentAs(made.get(1))
                .hasSameBinaryContentAs(made.get(2));
    }

    private static Map<Path, FileTime> entries(Path folder) throws IOException {
        var times = new HashMap<Path, FileTime>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void withoutOtpItSaysWhereToNameOne() throws Exception {
        Path source =
                Files.writeString(
                        temp.resolve("m.erl"),
                        """
                        -module(m).
                        -export([main/0]).
                        main() -> io:format("hello~n").
                        """);
        String nowhere = temp.resolve("nowhere").toString();
        ToolResult result =
                java(
                        Map.of("LUMEN_OTP", nowhere),
                        "lumenc.Lumenc",
                        "--out",
                        "exe",
                        "-o",
                        temp.resolve("m").toString(),
                        source.toString());
        assertThat(result.errors())
                .contains(
                        "module io is not among the sources, and no OTP is there to look in",
                        "lumenc --otp",
                        "LUMEN_OTP");
        ToolResult wrong = java("lumenc.Lumenc", "--otp", nowhere, source.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.errors()).contains("not an OTP installation (no folder lib): " + nowhere);
    }

    @Test
    void aProgramSaysItsExitStatusAndSeesItsArguments() throws Exception {
        Path source =
                Files.writeString(
                        temp.resolve("args.erl"),
                        """
                        -module(args).
                        -export([main/1]).
                        main(Args) -> erlang:display(Args), erlang:halt(length(Args)).
                        """);
        ToolResult result = java("lumenc.Launcher", source.toString(), "--", "one", "two");
        assertThat(result.output()).contains("[\"one\",\"two\"]");
        assertThat(result.exitCode()).isEqualTo(2);
        Path exe = temp.resolve("args");
        java("lumenc.Lumenc", "--out", "exe", "-o", exe.toString(), source.toString());
        assertThat(Tools.run(exe, List.of("a", "b", "c")).exitCode()).isEqualTo(3);
    }
}
