package dev.lumen.benchmarks;

import dev.lumen.Compilation;
import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Whole programs, each as our executable, as our WebAssembly in node, and on `erl`, in turn in one
/// run.
///
/// Every measurement is a process from start to exit that runs the program several times over, its
/// output compared with what the program must print. A start-up program that displays one atom is
/// measured the same way, and its time is subtracted: the table says how fast code runs, not how
/// fast `erl` boots. Start-up of `erl` takes as long as some of the programs and varies by as much,
/// which is why a program is repeated within a process.
///
/// Machines drift, so the three take turns; a ratio compares the two measurements of one round, and
/// the table has the median of the rounds, with the lowest, for times on the clock. Beside it
/// stands the median for processor time (user and system, of all threads), which other work on the
/// machine disturbs less.
///
/// Arguments: `[--rounds N] [--repeat K] [--programs FOLDER] [PROGRAM…]`; without programs, all
/// sequential ones that need no module of OTP. Needs `erl`, `erlc`, `node` and `bash` on the search
/// path.
public final class ProgramBenchmark {
    private static final String START_UP =
            "-module(start_up).\n-export([main/0]).\nmain() -> erlang:display(started).\n";

    /// Calls a program's `main/0` several times; the module that every process starts.
    private static final String REPEATED =
            """
            -module(repeated_%1$s).
            -export([main/0]).
            main() -> main(%2$d).
            main(0) -> ok;
            main(N) -> %1$s:main(), main(N - 1).
            """;

    /// A row of `INDEX.tsv`.
    private record Program(String name, String kind, String needs, String expected) {
        boolean isSequential() {
            return Set.of("seq", "mem").contains(kind)
                    && Set.of("erlang", "erlang, math").contains(needs);
        }
    }

    private final Path work;
    private final int rounds;
    private final int repeat;
    private final Map<String, List<TimedProcess>> samples = new LinkedHashMap<>();

    private ProgramBenchmark(Path work, int rounds, int repeat) {
        this.work = work;
        this.rounds = rounds;
        this.repeat = repeat;
    }

    public static void main(String[] args) throws Exception {
        int rounds = 5;
        int repeat = 5;
        Path folder = Path.of("benchmarks/programs");
        var names = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--repeat" -> repeat = Integer.parseInt(args[++i]);
                case "--programs" -> folder = Path.of(args[++i]);
                default -> names.add(args[i]);
            }
        }
        List<Program> programs =
                index(folder.resolve("INDEX.tsv")).stream()
                        .filter(p -> names.isEmpty() ? p.isSequential() : names.contains(p.name))
                        .toList();
        var benchmark =
                new ProgramBenchmark(Files.createTempDirectory("lumen-benchmark"), rounds, repeat);
        benchmark.build("start_up", START_UP, 1);
        for (Program p : programs) {
            benchmark.build(p.name, Files.readString(folder.resolve(p.name + ".erl")), repeat);
        }
        for (int round = 0; round < rounds; round++) {
            benchmark.round("start_up", List.of("started"));
            for (Program p : programs) {
                benchmark.round(p.name, Collections.nCopies(repeat, p.expected));
            }
        }
        benchmark.report(programs);
    }

    private static List<Program> index(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(c -> new Program(c[0], c[1], c[3], c[6]))
                .toList();
    }

    private void build(String name, String text, int times)
            throws IOException, InterruptedException {
        String repeated = REPEATED.formatted(name, times);
        Compilation compilation =
                Lumen.compile(
                                Source.erlang("repeated_" + name + ".erl", repeated),
                                Source.erlang(name + ".erl", text))
                        .program("repeated_" + name, "main")
                        .optimize(OptLevel.O2)
                        .run();
        compilation.emit(Target.host()).executable(work.resolve(name)).orThrow();
        compilation.emit(Target.WASM32).module(work.resolve(name + ".wasm")).orThrow();
        var erlc = new ArrayList<>(List.of("erlc", "-W0", "-o", work.toString()));
        erlc.add(Files.writeString(work.resolve(name + ".erl"), text).toString());
        erlc.add(Files.writeString(work.resolve("repeated_" + name + ".erl"), repeated).toString());
        TimedProcess.run(erlc);
    }

    private void round(String name, List<String> expected)
            throws IOException, InterruptedException {
        measure(name + " exe", List.of(work.resolve(name).toString()), expected);
        measure(
                name + " erl",
                List.of(
                        "erl",
                        "-noshell",
                        "-pa",
                        work.toString(),
                        "-eval",
                        "repeated_" + name + ":main(), halt()."),
                expected);
        measure(name + " wasm", List.of("node", work.resolve(name + ".mjs").toString()), expected);
    }

    private void measure(String key, List<String> command, List<String> expected)
            throws IOException, InterruptedException {
        TimedProcess process = TimedProcess.run(command);
        if (!process.output().lines().toList().equals(expected)) {
            throw new IllegalStateException(command + " printed:\n" + process.output());
        }
        samples.computeIfAbsent(key, _ -> new ArrayList<>()).add(process);
    }

    private void report(List<Program> programs) {
        System.out.printf(
                "%d rounds in turn, each program %d times in a process; seconds on the clock less"
                        + " start-up, medians; erl's time over ours: median (lowest) on the clock,"
                        + " median of the processor%n",
                rounds, repeat);
        System.out.printf(
                "%-12s %8s %8s %8s   %-22s %s%n",
                "program", "erl", "exe", "wasm", "exe is faster by", "wasm by");
        System.out.printf(
                "%-12s %8.3f %8.3f %8.3f%n",
                "(start-up)",
                startUp("erl", TimedProcess::clock),
                startUp("exe", TimedProcess::clock),
                startUp("wasm", TimedProcess::clock));
        for (Program p : programs) {
            System.out.printf(
                    "%-12s %8.3f %8.3f %8.3f   %s   %s%n",
                    p.name,
                    TimedProcess.median(net(p, "erl", TimedProcess::clock)),
                    TimedProcess.median(net(p, "exe", TimedProcess::clock)),
                    TimedProcess.median(net(p, "wasm", TimedProcess::clock)),
                    ratios(p, "exe"),
                    ratios(p, "wasm"));
        }
    }

    private String ratios(Program program, String ours) {
        double[] clock = ratios(program, ours, TimedProcess::clock);
        double[] processor = ratios(program, ours, TimedProcess::processor);
        return String.format(
                "%5.2f (%5.2f) %5.2f",
                TimedProcess.median(clock),
                Arrays.stream(clock).min().orElseThrow(),
                TimedProcess.median(processor));
    }

    private double[] ratios(Program program, String ours, ToDoubleFunction<TimedProcess> time) {
        double[] erl = net(program, "erl", time);
        double[] own = net(program, ours, time);
        return IntStream.range(0, rounds).mapToDouble(i -> erl[i] / own[i]).toArray();
    }

    /// Seconds of each round, less the median start-up.
    private double[] net(Program program, String kind, ToDoubleFunction<TimedProcess> time) {
        double startUp = startUp(kind, time);
        return all(program.name + " " + kind, time).map(seconds -> seconds - startUp).toArray();
    }

    private double startUp(String kind, ToDoubleFunction<TimedProcess> time) {
        return TimedProcess.median(all("start_up " + kind, time).toArray());
    }

    private DoubleStream all(String key, ToDoubleFunction<TimedProcess> time) {
        return samples.get(key).stream().mapToDouble(time);
    }
}
