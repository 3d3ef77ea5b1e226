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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Whole programs, each as our executable, as our WebAssembly in node, and on `erl`, in turn in one
/// run.
///
/// Every measurement is a process from start to exit, its output compared with what the program
/// must print. A start-up program that displays one atom is measured the same way, and its time is
/// subtracted: the table says how fast code runs, not how fast `erl` boots. Machines drift, so the
/// three take turns, round by round, and what counts is the ratio of medians in one run. Beside the
/// ratio of times on the clock stands that of processor time (user and system, of all threads),
/// which other work on the machine disturbs less.
///
/// Arguments: `[--rounds N] [--programs FOLDER] [PROGRAM…]`; without programs, all sequential ones
/// that need no module of OTP. Needs `erl`, `erlc`, `node` and `bash` on the search path.
public final class ProgramBenchmark {
    private static final String START_UP =
            "-module(start_up).\n-export([main/0]).\nmain() -> erlang:display(started).\n";

    /// A row of `INDEX.tsv`.
    private record Program(String name, String kind, String needs, String expected) {
        boolean isSequential() {
            return Set.of("seq", "mem").contains(kind)
                    && Set.of("erlang", "erlang, math").contains(needs);
        }
    }

    private final Path work;
    private final int rounds;
    private final Map<String, List<TimedProcess>> samples = new LinkedHashMap<>();

    private ProgramBenchmark(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        int rounds = 5;
        Path folder = Path.of("benchmarks/programs");
        var names = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--programs" -> folder = Path.of(args[++i]);
                default -> names.add(args[i]);
            }
        }
        List<Program> programs =
                index(folder.resolve("INDEX.tsv")).stream()
                        .filter(p -> names.isEmpty() ? p.isSequential() : names.contains(p.name))
                        .toList();
        var benchmark = new ProgramBenchmark(Files.createTempDirectory("lumen-benchmark"), rounds);
        benchmark.build("start_up", START_UP);
        for (Program p : programs) {
            benchmark.build(p.name, Files.readString(folder.resolve(p.name + ".erl")));
        }
        for (int round = 0; round < rounds; round++) {
            benchmark.round("start_up", "started");
            for (Program p : programs) {
                benchmark.round(p.name, p.expected);
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

    private void build(String name, String text) throws IOException, InterruptedException {
        Compilation compilation =
                Lumen.compile(Source.erlang(name + ".erl", text)).optimize(OptLevel.O2).run();
        compilation.emit(Target.host()).executable(work.resolve(name)).orThrow();
        compilation.emit(Target.WASM32).module(work.resolve(name + ".wasm")).orThrow();
        Path source = Files.writeString(work.resolve(name + ".erl"), text);
        TimedProcess.run(List.of("erlc", "-W0", "-o", work.toString(), source.toString()));
    }

    private void round(String name, String expected) throws IOException, InterruptedException {
        measure(name + " exe", List.of(work.resolve(name).toString()), expected);
        measure(
                name + " erl",
                List.of(
                        "erl",
                        "-noshell",
                        "-pa",
                        work.toString(),
                        "-eval",
                        name + ":main(), halt()."),
                expected);
        measure(name + " wasm", List.of("node", work.resolve(name + ".mjs").toString()), expected);
    }

    private void measure(String key, List<String> command, String expected)
            throws IOException, InterruptedException {
        TimedProcess process = TimedProcess.run(command);
        if (!process.output().strip().equals(expected)) {
            throw new IllegalStateException(command + " printed:\n" + process.output());
        }
        samples.computeIfAbsent(key, _ -> new ArrayList<>()).add(process);
    }

    private void report(List<Program> programs) {
        System.out.printf(
                "%d rounds in turn; seconds on the clock less start-up; medians; ratio = erl /"
                        + " ours: clock (processor)%n",
                rounds);
        System.out.printf(
                "%-12s %8s %8s %8s   %-16s %-16s%n",
                "program", "erl", "exe", "wasm", "exe is faster by", "wasm by");
        System.out.printf(
                "%-12s %8.3f %8.3f %8.3f%n",
                "(start-up)",
                median("start_up erl", TimedProcess::clock),
                median("start_up exe", TimedProcess::clock),
                median("start_up wasm", TimedProcess::clock));
        for (Program p : programs) {
            System.out.printf(
                    "%-12s %8.3f %8.3f %8.3f   %5.2f (%5.2f)    %5.2f (%5.2f)%n",
                    p.name,
                    net(p, "erl", TimedProcess::clock),
                    net(p, "exe", TimedProcess::clock),
                    net(p, "wasm", TimedProcess::clock),
                    ratio(p, "exe", TimedProcess::clock),
                    ratio(p, "exe", TimedProcess::processor),
                    ratio(p, "wasm", TimedProcess::clock),
                    ratio(p, "wasm", TimedProcess::processor));
        }
    }

    private double ratio(Program program, String ours, ToDoubleFunction<TimedProcess> time) {
        return net(program, "erl", time) / net(program, ours, time);
    }

    private double net(Program program, String kind, ToDoubleFunction<TimedProcess> time) {
        return median(program.name + " " + kind, time) - median("start_up " + kind, time);
    }

    private double median(String key, ToDoubleFunction<TimedProcess> time) {
        double[] sorted = samples.get(key).stream().mapToDouble(time).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
