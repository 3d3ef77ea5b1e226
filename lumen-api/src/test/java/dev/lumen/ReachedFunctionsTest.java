package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many functions the images of ordinary programs have, and at night how many bytes their
/// executables. `reached/functions.tsv` and `reached/bytes.tsv` say how many they had; with
/// `-Dlumen.bless` they are written anew. A program that has twice as many is a rule of
/// reachability gone wrong: one call too many that can mean anything, and most of OTP comes along.
class ReachedFunctionsTest {
    private static final Path FILETESTS = Path.of("src/test/filetests");
    private static final Path GOLDEN = FILETESTS.resolve("reached");

    @TempDir Path temp;

    /// Programs in files; a folder stands for all in it.
    private static final List<Path> FILES =
            List.of(
                    FILETESTS.resolve("otp"),
                    FILETESTS.resolve("names"),
                    FILETESTS.resolve("lang/exceptions.erl"),
                    FILETESTS.resolve("lang/receives.erl"),
                    FILETESTS.resolve("lang/records.erl"),
                    FILETESTS.resolve("lang/strings.erl"),
                    FILETESTS.resolve("lang/tables.erl"),
                    Path.of("../benchmarks/programs/bin_csv.erl"),
                    Path.of("../benchmarks/programs/ets_conc.erl"),
                    Path.of("../benchmarks/programs/gs_call.erl"),
                    Path.of("../benchmarks/programs/map_fold.erl"),
                    Path.of("../benchmarks/programs/timers.erl"));

    /// Programs of one line.
    private static final List<String> LINES =
            List.of(
                    "erlang:display(hello)",
                    "io:format(\"hello ~p~n\", [world])",
                    "io:format(\"~p~n\", [[kernel, stdlib, {kernel, [start, init]}]])",
                    "io:put_chars(io:get_line(\"> \"))",
                    "string:split(\"a,b\", \",\", all)",
                    "re:run(\"abc\", \"b+\")",
                    "rand:uniform(10)",
                    "calendar:universal_time()",
                    "erl_scan:string(\"a + 1.\")",
                    "file:read_file(\"x\")",
                    "timer:sleep(1)",
                    "gen_server:call(kernel, stop)",
                    "proc_lib:spawn(fun() -> kernel end)",
                    "logger:error(\"~p\", [x])",
                    "application:ensure_all_started(stdlib)",
                    "application:get_env(kernel, x)",
                    "ets:tab2list(ets:new(kernel, [named_table]))",
                    "lists:sort(fun(A, B) -> A < B end, [kernel, erlang])",
                    "M = list_to_atom(\"li\" ++ \"sts\"), M:reverse([1])");

    @Test
    void noneHasTwiceAsMany() throws IOException {
        check("functions.tsv", ReachedFunctionsTest::functions);
    }

    @Test
    @Tag("nightly")
    void noneIsTwiceAsLarge() throws IOException {
        check("bytes.tsv", this::bytes);
    }

    private static void check(String file, ToIntFunction<Source> measure) throws IOException {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
        SortedMap<String, Integer> now = measured(measure);
        System.out.println("programs measured for " + file + ": " + now.size());
        Path golden = GOLDEN.resolve(file);
        if (System.getProperty("lumen.bless") != null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(
                    golden,
                    now.entrySet().stream()
                            .map(e -> e.getValue() + "\t" + e.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
        Map<String, Integer> before = read(golden);
        assertThat(now.keySet()).isEqualTo(before.keySet());
        assertThat(now.entrySet())
                .allSatisfy(e ->
                        assertThat(e.getValue())
                                .as(e.getKey())
                                .isLessThan(2 * before.get(e.getKey())));
    }

    private static Map<String, Integer> read(Path golden) throws IOException {
        return Files.readAllLines(golden).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(f -> f[1], f -> Integer.parseInt(f[0])));
    }

    private static SortedMap<String, Integer> measured(ToIntFunction<Source> measure)
            throws IOException {
        Map<String, Source> programs = programs();
        return new TreeMap<>(
                programs.entrySet().parallelStream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, e -> measure.applyAsInt(e.getValue()))));
    }

    private static Map<String, Source> programs() throws IOException {
        var all = new TreeMap<String, Source>();
        for (Path path : FILES) {
            for (Path file : sources(path)) {
                all.put(
                        file.getParent().getFileName() + "/" + file.getFileName(),
                        Source.file(file));
            }
        }
        for (String line : LINES) {
            all.put(
                    line,
                    Source.erlang(
                            "m.erl", "-module(m).\n-export([main/0]).\nmain() -> " + line + ".\n"));
        }
        return all;
    }

    private static List<Path> sources(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.toString().endsWith(".erl")).sorted().toList();
        }
    }

    private static int functions(Source program) {
        var kept = new KeptFunctions();
        compile(program).emit(Target.host()).to(kept, Path.of("unused"));
        return kept.names.size();
    }

    private int bytes(Source program) {
        try {
            Path executable = Files.createTempFile(temp, "program", "");
            compile(program).emit(Target.host()).executable(executable).orThrow();
            return Math.toIntExact(Files.size(executable));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Compilation compile(Source program) {
        Compilation c =
                Lumen.compile(program).program().optimize(OptLevel.O0).leaveOut("qlc").run();
        assertThat(c.diagnostics()).noneMatch(d -> d.isError());
        return c;
    }
}
