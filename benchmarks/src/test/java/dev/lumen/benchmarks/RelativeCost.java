package dev.lumen.benchmarks;

/// How much processor time something takes, in units of a [Calibration].
///
/// The two take turns, some milliseconds each, and of each the least time counts: what others do on
/// the machine, the compilers of the JVM or a collection of its heap only ever add. So more turns
/// come closer to what it costs, and what has become slower stays so.
final class RelativeCost {
    interface Work {
        void run() throws Exception;
    }

    private final Calibration unit;
    private final Work work;
    private final Work afterEach;
    private long leastUnit = Long.MAX_VALUE;
    private long leastWork = Long.MAX_VALUE;

    /// @param afterEach what is done after each time and not measured
    RelativeCost(Calibration unit, Work work, Work afterEach) {
        this.unit = unit;
        this.work = work;
        this.afterEach = afterEach;
    }

    /// Goes on for so many seconds, or for so many turns if these take longer.
    void measure(double seconds, int turns) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int turn = 0; turn < turns || System.nanoTime() < end; turn++) {
            ProcessorTime start = ProcessorTime.now();
            unit.run();
            ProcessorTime middle = ProcessorTime.now();
            work.run();
            ProcessorTime stop = ProcessorTime.now();
            afterEach.run();
            leastUnit = Math.min(leastUnit, middle.since(start));
            leastWork = Math.min(leastWork, stop.since(middle));
        }
    }

    double ratio() {
        return (double) leastWork / leastUnit;
    }
}
