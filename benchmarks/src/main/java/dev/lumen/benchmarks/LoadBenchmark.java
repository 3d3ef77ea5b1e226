package dev.lumen.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What a runtime does all day (processes, messages, timers, tables), as our executable and on
/// `erl`, in turn in one run, with 1, 2 and 8 schedulers. `load.erl` says what one operation is.
///
/// Both measure themselves: the clock around some hundred thousand operations, the least of four
/// runs. The table has the median over the rounds of `erl`'s time over ours; above 1 we are faster.
///
/// Arguments: `[--rounds N] [--schedulers N,N…]`. Needs `erl`, `erlc`, `env` and `bash` on the
/// search path.
public final class LoadBenchmark {
    private static final List<String> MODULES =
            List.of("load", "processes", "messages", "timers", "tables");
    private static final Pattern LINE = Pattern.compile("\\{(.+),(\\d+)}");
    private static final double PICOSECONDS = 1e3;

    private final SelfTimed program;
    private final Map<String, List<double[]>> samples = new LinkedHashMap<>();

    private LoadBenchmark(SelfTimed program) {
        this.program = program;
    }

    public static void main(String[] args) throws Exception {
        int rounds = 3;
        int[] schedulers = {1, 2, 8};
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--schedulers" ->
                        schedulers =
                                Arrays.stream(args[++i].split(","))
                                        .mapToInt(Integer::parseInt)
                                        .toArray();
                default -> throw new IllegalArgumentException(args[i]);
            }
        }
        var benchmark = new LoadBenchmark(SelfTimed.build(MODULES));
        for (int count : schedulers) {
            for (int round = 0; round < rounds; round++) {
                benchmark.round(count);
            }
        }
        benchmark.report();
    }

    private void round(int schedulers) throws IOException, InterruptedException {
        Map<String, Double> theirs = times(program.onErl(schedulers));
        Map<String, Double> ours = times(program.asExecutable(schedulers));
        theirs.forEach((name, time) ->
                samples.computeIfAbsent(schedulers + " " + name, _ -> new ArrayList<>())
                        .add(new double[] {time, ours.get(name)}));
    }

    /// Nanoseconds for one operation, by its name.
    private static Map<String, Double> times(String printed) {
        var times = new LinkedHashMap<String, Double>();
        printed.lines()
                .map(LINE::matcher)
                .filter(m -> m.matches())
                .forEach(m -> times.put(m.group(1), Long.parseLong(m.group(2)) / PICOSECONDS));
        return times;
    }

    private void report() {
        System.out.printf(
                "%-36s %9s %9s %8s   %s%n",
                "schedulers, operation", "erl ns", "ours ns", "ratio", "each round");
        samples.forEach((name, pairs) -> {
            double[] ratios = pairs.stream().mapToDouble(p -> p[0] / p[1]).toArray();
            System.out.printf(
                    "%-36s %9.1f %9.1f %8.2f   %s%n",
                    name,
                    TimedProcess.median(column(pairs, 0)),
                    TimedProcess.median(column(pairs, 1)),
                    TimedProcess.median(ratios),
                    String.join(" ", Arrays.stream(ratios).mapToObj("%.2f"::formatted).toList()));
        });
    }

    private static double[] column(List<double[]> pairs, int side) {
        return IntStream.range(0, pairs.size()).mapToDouble(i -> pairs.get(i)[side]).toArray();
    }
}
