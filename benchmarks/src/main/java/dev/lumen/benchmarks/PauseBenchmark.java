package dev.lumen.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How long other processes have to wait while one does something with millions of elements, on the
/// one scheduler of our executable and of `erl`, one after the other. `pauses.erl` says what is
/// done, and what a pause is.
public final class PauseBenchmark {
    private static final Pattern LINE = Pattern.compile("\\{(.+),\\{(\\d+),(\\d+)}}");
    private static final double MICROSECONDS = 1e3;

    private PauseBenchmark() {}

    private record Measured(double pause, double duration) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        SelfTimed program = SelfTimed.build(List.of("pauses"));
        Map<String, Measured> ours = measured(program.asExecutable(1));
        Map<String, Measured> theirs = measured(program.onErl(1));
        System.out.printf(
                "%-32s %10s %10s %12s %12s%n",
                "milliseconds", "our pause", "erl's", "our duration", "erl's");
        ours.forEach((name, our) -> {
            Measured their = theirs.get(name);
            System.out.printf(
                    "%-32s %10.2f %10.2f %12.1f %12.1f%n",
                    name, our.pause, their.pause, our.duration, their.duration);
        });
    }

    private static Map<String, Measured> measured(String printed) {
        var all = new TreeMap<String, Measured>();
        printed.lines()
                .map(LINE::matcher)
                .filter(m -> m.matches())
                .forEach(m ->
                        all.put(
                                m.group(1),
                                new Measured(milliseconds(m.group(2)), milliseconds(m.group(3)))));
        return all;
    }

    private static double milliseconds(String microseconds) {
        return Long.parseLong(microseconds) / MICROSECONDS;
    }
}
