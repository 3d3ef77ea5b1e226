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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whole programs, each as our executable, as our WebAssembly in node, and on `erl`, in turn in one run.
///
/// Every measurement is a process from start to exit, its output compared with what the program must print. A start-up
/// program that displays one atom is measured the same way, and its time is subtracted: the table says how fast code
/// runs, not how fast `erl` boots. Machines drift, so the three take turns, round by round, and what counts is the ratio
/// of medians in one run (the minimum is printed beside it).
///
/// Arguments: `[--rounds N] [--programs FOLDER] PROGRAM…`; needs `erl`, `erlc` and `node` on the search path.
public final class ProgramBenchmark {
    private static final String START_UP = "-module(start_up).\n-export([main/0]).\nmain() -> erlang:display(started).\n";

    private final Path work;
    private final int rounds;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private ProgramBenchmark(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        int rounds = 5;
        Path folder = Path.of("benchmarks/programs");
        var programs = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--programs" -> folder = Path.of(args[++i]);
                default -> programs.add(args[i]);
            }
        }
        if (programs.isEmpty()) {
            programs.addAll(List.of("fib", "tak", "nrev"));
        }
        Map<String, String> expected = expected(folder.resolve("INDEX.tsv"));
        var benchmark = new ProgramBenchmark(Files.createTempDirectory("lumen-benchmark"), rounds);
        benchmark.build("start_up", START_UP);
        for (String p : programs) {
            benchmark.build(p, Files.readString(folder.resolve(p + ".erl")));
        }
        for (int round = 0; round < rounds; round++) {
            benchmark.round("start_up", "started");
            for (String p : programs) {
                benchmark.round(p, expected.get(p));
            }
        }
        benchmark.report(programs);
    }

    private static Map<String, String> expected(Path index) throws IOException {
        var lines = new LinkedHashMap<String, String>();
        for (String line : Files.readAllLines(index)) {
            String[] columns = line.split("\t");
            lines.put(columns[0], columns[columns.length - 1]);
        }
        return lines;
    }

    private void build(String name, String text) throws IOException, InterruptedException {
        Compilation compilation = Lumen.compile(Source.erlang(name + ".erl", text)).optimize(OptLevel.O2).run();
        compilation.emit(Target.host()).executable(work.resolve(name)).orThrow();
        compilation.emit(Target.WASM32).module(work.resolve(name + ".wasm")).orThrow();
        Path source = Files.writeString(work.resolve(name + ".erl"), text);
        run(List.of("erlc", "-W0", "-o", work.toString(), source.toString()), "");
    }

    private void round(String name, String expected) throws IOException, InterruptedException {
        measure(name + " exe", List.of(work.resolve(name).toString()), expected);
        measure(name + " erl",
                List.of("erl", "-noshell", "-pa", work.toString(), "-eval", name + ":main(), halt()."), expected);
        measure(name + " wasm", List.of("node", work.resolve(name + ".mjs").toString()), expected);
    }

    private void measure(String key, List<String> command, String expected) throws IOException, InterruptedException {
        long start = System.nanoTime();
        run(command, expected + "\n");
        times.computeIfAbsent(key, _ -> new ArrayList<>()).add((System.nanoTime() - start) * 1e-9);
    }

    private static void run(List<String> command, String expected) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        if (status != 0 || !output.equals(expected)) {
            throw new IllegalStateException(command + " exited with " + status + " and printed:\n" + output);
        }
    }

    private void report(List<String> programs) {
        System.out.printf("%d rounds in turn; seconds less start-up; ratio = erl / ours, of medians (of minima)%n", rounds);
        System.out.printf("%-12s %8s %8s %8s   %-16s %-16s%n", "program", "erl", "exe", "wasm", "exe is faster by", "wasm by");
        System.out.printf("%-12s %8.3f %8.3f %8.3f%n", "(start-up)", median("start_up erl"), median("start_up exe"),
                median("start_up wasm"));
        for (String p : programs) {
            System.out.printf("%-12s %8.3f %8.3f %8.3f   %5.2f (%5.2f)    %5.2f (%5.2f)%n",
                    p, net(p, "erl"), net(p, "exe"), net(p, "wasm"),
                    net(p, "erl") / net(p, "exe"), netMinimum(p, "erl") / netMinimum(p, "exe"),
                    net(p, "erl") / net(p, "wasm"), netMinimum(p, "erl") / netMinimum(p, "wasm"));
        }
    }

    private double net(String program, String kind) {
        return median(program + " " + kind) - median("start_up " + kind);
    }

    private double netMinimum(String program, String kind) {
        return minimum(program + " " + kind) - minimum("start_up " + kind);
    }

    private double median(String key) {
        double[] sorted = sorted(key);
        return sorted[sorted.length / 2];
    }

    private double minimum(String key) {
        return sorted(key)[0];
    }

    private double[] sorted(String key) {
        double[] all = times.get(key).stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(all);
        return all;
    }
}
