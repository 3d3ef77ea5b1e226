package dev.lumen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;

/// The benchmarks of scheduler and collector, briefly: none costs more than half as much again as
/// `guard/costs.tsv` says. With `-Dlumen.bless` that is written anew.
///
/// What is compared is processor time in units of a [Calibration] of the same seconds, so neither a
/// busy machine nor a slow one matters much; see [RelativeCost]. One that seems too slow is
/// measured for longer before that is believed.
class GuardTest {
    private static final Path RECORDED = Path.of("src/test/filetests/guard/costs.tsv");

    private static final double SECONDS = 0.8;
    private static final double SECONDS_MORE = 2;
    private static final int TURNS = 20;
    private static final int RETRIES = 3;
    private static final int WARMING_TURNS = 300;

    private record Guarded(
            String method, RuntimeBenchmark benchmark, Calibration unit, RelativeCost.Work work) {
        String name() {
            String schedulers = benchmark.schedulers() == 1 ? "" : " on " + benchmark.schedulers();
            return benchmark.getClass().getSimpleName() + "." + method + schedulers;
        }
    }

    private static List<Guarded> guarded() {
        var processes = new ProcessBenchmark();
        var stealing = new StealingBenchmark();
        stealing.schedulers = 2;
        var messages = new MessageBenchmark();
        var messagesOnTwo = new MessageBenchmark();
        messagesOnTwo.schedulers = 2;
        var timers = new TimerBenchmark();
        // So that there is always one due: what sleeping costs is the machine's.
        timers.armed = 8_000;
        var collector = new CollectorBenchmark();
        var binaries = new BinaryBenchmark();
        return List.of(
                steps("spawn", processes, processes::spawn),
                steps("spawnAndExit", processes, processes::spawnAndExit),
                steps("spawnWatched", processes, processes::spawnWatched),
                steps("skewed", stealing, stealing::skewed),
                steps("pingPong", messages, messages::pingPong),
                steps("ring", messages, messages::ring),
                steps("fanIn", messages, messages::fanIn),
                steps("pairs", messagesOnTwo, messagesOnTwo::pairs),
                steps("selectiveReceive", messages, messages::selectiveReceive),
                steps("callBehindMessages", messages, messages::callBehindMessages),
                cells("copy", messages, messages::copy),
                steps("cancelled", timers, timers::cancelled),
                steps("fired", timers, timers::fired),
                cells("allocation", collector, collector::allocation),
                cells("minor", collector, collector::minor),
                cells("major", collector, collector::major),
                cells("append", binaries, binaries::append),
                cells("message", binaries, binaries::message));
    }

    private static Guarded steps(
            String method, RuntimeBenchmark benchmark, RelativeCost.Work work) {
        return new Guarded(method, benchmark, Calibration.STEPS, work);
    }

    private static Guarded cells(
            String method, RuntimeBenchmark benchmark, RelativeCost.Work work) {
        return new Guarded(method, benchmark, Calibration.CELLS, work);
    }

    @Test
    void noneCostsHalfAsMuchAgain() throws Exception {
        boolean blessed = System.getProperty("lumen.bless") != null;
        Costs recorded = blessed ? new Costs() : Costs.read(RECORDED);
        Costs seen = measured(recorded);
        if (blessed) {
            seen.write(RECORDED);
            recorded = seen;
        }
        for (var cost : seen.byName().entrySet()) {
            System.out.println(recorded.line(cost.getKey(), cost.getValue()));
        }
        assertThat(seen.byName().keySet()).isEqualTo(recorded.byName().keySet());
        assertThat(recorded.complaints(seen))
                .as("slower than %s says (benchmarks/README.md: what to do)", RECORDED)
                .isEmpty();
    }

    private static Costs measured(Costs recorded) throws Exception {
        for (int turn = 0; turn < WARMING_TURNS; turn++) {
            for (Calibration unit : Calibration.values()) {
                unit.run();
            }
        }
        List<Guarded> all = guarded();
        var benchmarks = new LinkedHashSet<RuntimeBenchmark>();
        for (Guarded one : all) {
            if (benchmarks.add(one.benchmark)) {
                one.benchmark.load();
            }
        }
        try {
            var costs = new Costs();
            for (Guarded one : all) {
                costs.byName().put(one.name(), cost(one, recorded));
            }
            return costs;
        } finally {
            for (RuntimeBenchmark benchmark : benchmarks) {
                benchmark.close();
            }
        }
    }

    private static double cost(Guarded one, Costs recorded) throws Exception {
        var cost = new RelativeCost(one.unit, one.work, one.benchmark::tidy);
        cost.measure(SECONDS, TURNS);
        for (int retry = 0;
                retry < RETRIES && recorded.isExceeded(one.name(), cost.ratio());
                retry++) {
            cost.measure(SECONDS_MORE, TURNS);
        }
        return cost.ratio();
    }
}
