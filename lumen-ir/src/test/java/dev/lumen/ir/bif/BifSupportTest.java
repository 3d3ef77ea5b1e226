package dev.lumen.ir.bif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The support table of the README: what OTP's own modules ask for (`needed.tab`) beside what
/// `bifs.tab` has. With `-Dlumen.bless` the README is rewritten.
class BifSupportTest {
    private static final Path README = Path.of("README.md");
    private static final String START = "<!-- BifSupportTest writes from here -->\n";
    private static final String END = "<!-- to here -->\n";

    /// A line of `needed.tab`: `module:name/arity`, a tab, who asks for it.
    private record Needed(String module, String name, int arity, String users) {
        static Needed of(String line) {
            String[] parts = line.split("\t");
            int colon = parts[0].indexOf(':');
            int slash = parts[0].lastIndexOf('/');
            return new Needed(
                    parts[0].substring(0, colon),
                    parts[0].substring(colon + 1, slash),
                    Integer.parseInt(parts[0].substring(slash + 1)),
                    parts[1]);
        }

        boolean present() {
            return BifTable.standard().find(module, name, arity).isPresent();
        }

        String row() {
            return "| `%s:%s/%d` | %s | %s |\n"
                    .formatted(module, name, arity, present() ? "yes" : "**no**", users);
        }
    }

    private static List<Needed> needed() throws IOException {
        try (var in = BifSupportTest.class.getResourceAsStream("needed.tab")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Needed::of)
                    .toList();
        }
    }

    private static String table(List<Needed> needed) {
        long present = needed.stream().filter(Needed::present).count();
        return "%d of %d are present.\n\n| built-in | present | who needs it |\n|---|---|---|\n"
                        .formatted(present, needed.size())
                + needed.stream().map(Needed::row).collect(Collectors.joining());
    }

    @Test
    void readmeTellsWhatIsThere() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(START) + START.length();
        int to = readme.indexOf(END);
        assertThat(to).as("the marks in the README").isGreaterThanOrEqualTo(from);
        String table = table(needed());
        if (System.getProperty("lumen.bless") != null) {
            Files.writeString(README, readme.substring(0, from) + table + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to)).as("run again with -Dlumen.bless").isEqualTo(table);
    }

    @Test
    void mostOfWhatOtpNeedsIsThere() throws IOException {
        List<Needed> needed = needed();
        long present = needed.stream().filter(Needed::present).count();
        System.out.println(
                "BifSupportTest: "
                        + present
                        + " of "
                        + needed.size()
                        + " built-ins that OTP needs are present");
        assertThat(needed).hasSize(341);
        assertThat(present).isGreaterThanOrEqualTo(250);
    }
}
