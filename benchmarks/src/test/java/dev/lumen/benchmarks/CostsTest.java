package dev.lumen.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// That what the guard compares is compared rightly, and that what takes twice as long is measured
/// as twice as much.
class CostsTest {
    private static final Costs RECORDED = costs(4.0, 10.0);

    @TempDir Path temp;

    private static Costs costs(double ring, double spawn) {
        return new Costs(new TreeMap<>(Map.of("ring", ring, "spawn", spawn)));
    }

    @Test
    void theSameAndALittleMoreAndLessPass() {
        assertThat(RECORDED.complaints(RECORDED)).isEmpty();
        assertThat(RECORDED.complaints(costs(5.9, 14.9))).isEmpty();
        assertThat(RECORDED.complaints(costs(1.0, 1.0))).isEmpty();
    }

    @Test
    void whatIsMoreThanHalfSlowerIsNamed() {
        assertThat(RECORDED.complaints(costs(4.0, 15.2)))
                .singleElement()
                .asString()
                .contains("spawn", "recorded  10.00", "seen  15.20", "1.52 times");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = temp.resolve("guard/costs.tsv");
        RECORDED.write(file);
        assertThat(Costs.read(file)).isEqualTo(RECORDED);
    }

    @Test
    void twiceTheWorkCostsTwice() throws Exception {
        for (Calibration unit : Calibration.values()) {
            for (int warming = 0; warming < 200; warming++) {
                unit.run();
            }
            var once = new RelativeCost(unit, unit::run, () -> {});
            once.measure(0, 100);
            assertThat(once.ratio()).as("%s", unit).isBetween(0.8, 1.25);
            var twice =
                    new RelativeCost(
                            unit,
                            () -> {
                                unit.run();
                                unit.run();
                            },
                            () -> {});
            twice.measure(0, 100);
            assertThat(twice.ratio()).as("%s", unit).isBetween(1.6, 2.5);
        }
    }
}
