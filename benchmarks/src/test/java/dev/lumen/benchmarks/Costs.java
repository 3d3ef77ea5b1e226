package dev.lumen.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What benchmarks cost, each in units of its [Calibration], by name; and when that is too much.
record Costs(SortedMap<String, Double> byName) {
    /// How many times what is recorded one may cost. What differs between runs on one machine, busy
    /// or not, is about a fifth.
    static final double LIMIT = 1.5;

    Costs() {
        this(new TreeMap<>());
    }

    static Costs read(Path file) throws IOException {
        var costs = new Costs();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", 2);
            costs.byName.put(fields[1], Double.parseDouble(fields[0]));
        }
        return costs;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                byName.entrySet().stream()
                        .map(e ->
                                String.format(Locale.ROOT, "%.2f\t%s\n", e.getValue(), e.getKey()))
                        .collect(Collectors.joining()));
    }

    /// Whether it is recorded here, and cost so much less that it has become slower.
    boolean isExceeded(String name, double seen) {
        return byName.containsKey(name) && seen > LIMIT * byName.get(name);
    }

    /// A line for each that has become slower.
    List<String> complaints(Costs seen) {
        return seen.byName.entrySet().stream()
                .filter(e -> isExceeded(e.getKey(), e.getValue()))
                .map(e -> line(e.getKey(), e.getValue()))
                .toList();
    }

    String line(String name, double seen) {
        double before = byName.getOrDefault(name, Double.NaN);
        return String.format(
                Locale.ROOT,
                "%-36s recorded %6.2f  seen %6.2f  %4.2f times (limit %.1f)",
                name,
                before,
                seen,
                seen / before,
                LIMIT);
    }
}
