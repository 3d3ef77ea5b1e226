package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.frontend.core.FormsToCore;
import dev.lumen.frontend.preprocess.FileIncludes;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.ssa.CoreToSsa;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.core.CorePrinter;
import dev.lumen.ir.core.CoreVerifier;
import dev.lumen.ir.core.OtpDialect;
import dev.lumen.ir.ssa.Verifier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Core Erlang against a real OTP: what it compiles from our Core does the same as what it compiles
/// from the source, and we read the Core that it writes.
class CoreOtpTest {
    /// Programs with answers recorded from the OTP release that knows them, one folder for all
    /// stages.
    private static final Path LANGUAGE = Path.of("../lumen-api/src/test/filetests/lang");

    /// Sources of OTP with something of everything, sizes from small to large.
    private static final List<String> SAMPLE =
            List.of(
                    "lists",
                    "dict",
                    "maps",
                    "binary",
                    "io_lib_format",
                    "epp",
                    "erl_scan",
                    "proplists",
                    "gb_sets",
                    "string",
                    "ets",
                    "sys_core_fold",
                    "erl_pp",
                    "v3_core",
                    "file_sorter",
                    "supervisor",
                    "application_controller",
                    "inet_dns",
                    "rand",
                    "gen_statem");

    private OtpInstallation otp;
    private int release;

    @TempDir Path temp;

    /// A program to run: the expectation is what its source does, or the recorded answer.
    private record Program(String label, CoreModule core, Path source, Path answer) {}

    @BeforeEach
    void find() {
        otp = Erl.required();
        release = otp.release().orElse(LanguageLevel.OLDEST);
    }

    @Test
    void ourCoreBehavesAsTheSource() throws Exception {
        List<Program> programs = programs();
        var list = new ArrayList<String>();
        for (Program p : programs) {
            Path file = temp.resolve(p.label + ".core");
            Files.writeString(file, CorePrinter.print(OtpDialect.of(p.core)));
            list.add(
                    String.join(
                            " ",
                            p.label,
                            p.core.name().name(),
                            file.toString(),
                            p.source == null ? "-" : p.source.toString()));
        }
        Path listFile = temp.resolve("list");
        Files.write(listFile, list);
        Map<String, String> output =
                outputs(Erl.run(StandardCharsets.ISO_8859_1, otp, "run_core", listFile.toString()));
        var different = new ArrayList<String>();
        for (Program p : programs) {
            String expected =
                    p.answer == null
                            ? output.getOrDefault(p.label + ",source", "no run of the source")
                            : Files.readString(p.answer, StandardCharsets.ISO_8859_1);
            String actual = output.getOrDefault(p.label + ",core", "nothing");
            if (!actual.lines().toList().equals(expected.lines().toList())) {
                different.add(p.label + difference(expected, actual));
            }
        }
        System.out.printf(
                "OTP %d runs our Core: %d programs, %d differ%n",
                release, programs.size(), different.size());
        assertThat(different).isEmpty();
        assertThat(programs).hasSizeGreaterThan(20);
    }

    private List<Program> programs() throws Exception {
        var all = new ArrayList<Program>();
        for (FileTests.Program p : FileTests.of("core")) {
            boolean known = p.otp().orElse(LanguageLevel.NEWEST) <= release;
            Path answer = p.beside(".expected");
            assertThat(known || Files.exists(answer))
                    .as("%s needs a recorded answer", p.name())
                    .isTrue();
            CoreModule core = CoreFileTest.lower(p);
            all.add(
                    new Program(
                            "core_" + core.name().name(),
                            core,
                            known ? p.path().toAbsolutePath() : null,
                            known ? null : answer));
        }
        if (Files.isDirectory(LANGUAGE)) {
            try (Stream<Path> files = Files.list(LANGUAGE)) {
                for (Path f : files.filter(CoreOtpTest::isIndependent).sorted().toList()) {
                    ParseResult parsed =
                            ErlangParser.parse(
                                    f.getFileName().toString(),
                                    Files.readAllBytes(f),
                                    PreprocessorOptions.defaults());
                    CoreModule core = FormsToCore.lower(parsed.forms()).module().orElseThrow();
                    Path answer = Path.of(f.toString().replace(".erl", ".expected"));
                    all.add(new Program("lang_" + core.name().name(), core, null, answer));
                }
            }
        }
        return all;
    }

    /// Not `deep.erl`: its answer has the functions that called `main` when it was recorded. Not
    /// `ranges.erl`: it is about a function that OTP 25 does not have. Not `io_servers.erl`:
    /// another process prints, which may come after what the next program prints. Not
    /// `attributes.erl`: OTP's reader of Core takes no bit strings, maps and funs in attributes,
    /// which its own compiler writes there.
    private static boolean isIndependent(Path p) {
        return p.toString().endsWith(".erl")
                && !p.endsWith("deep.erl")
                && !p.endsWith("ranges.erl")
                && !p.endsWith("io_servers.erl")
                && !p.endsWith("attributes.erl");
    }

    /// The first lines that are not the same.
    private static String difference(String expected, String actual) {
        List<String> theirs = expected.lines().toList();
        List<String> ours = actual.lines().toList();
        int i = 0;
        while (i < Math.min(theirs.size(), ours.size()) && theirs.get(i).equals(ours.get(i))) {
            i++;
        }
        return ", line "
                + (i + 1)
                + "\n expected "
                + (i < theirs.size() ? theirs.get(i) : "nothing more")
                + "\n got      "
                + (i < ours.size() ? ours.get(i) : "nothing more");
    }

    private static Map<String, String> outputs(String all) {
        var outputs = new HashMap<String, String>();
        StringBuilder current = new StringBuilder();
        for (String line : all.lines().toList()) {
            if (line.startsWith("{started,")) {
                current = new StringBuilder();
            } else if (line.startsWith("{ended,")) {
                outputs.put(
                        line.substring("{ended,".length(), line.length() - 1), current.toString());
            } else {
                current.append(line).append('\n');
            }
        }
        return outputs;
    }

    @Test
    void coreOfOtpIsReadAndLowered() throws Exception {
        assertThat(readCoreOfOtp(sample())).isGreaterThan(2 * SAMPLE.size() - 10);
    }

    @Test
    @Tag("nightly")
    void allCoreOfOtpIsReadAndLowered() throws Exception {
        assertThat(readCoreOfOtp(sources("stdlib|kernel|compiler"))).isGreaterThan(400);
    }

    /// Reads, verifies, prints and lowers what OTP makes of the sources, optimised and not; tells
    /// how many files.
    private int readCoreOfOtp(List<Path> sources) throws Exception {
        Path list = temp.resolve("list");
        Files.write(list, sources.stream().map(Path::toString).toList());
        Erl.run(otp, "dump_core", list.toString(), temp.toString());
        int read = 0;
        for (int i = 0; i < sources.size(); i++) {
            for (String suffix : List.of(".core", ".raw.core")) {
                Path file = temp.resolve(i + suffix);
                if (Files.exists(file)) {
                    String label = sources.get(i) + suffix;
                    CoreModule module = CoreParser.parse(Files.readString(file));
                    assertThat(CoreVerifier.verify(module)).as(label).isEmpty();
                    String text = CorePrinter.print(module);
                    assertThat(CorePrinter.print(CoreParser.parse(text))).isEqualTo(text);
                    assertThat(Verifier.verify(CoreToSsa.lower(module).module()))
                            .as(label)
                            .isEmpty();
                    read++;
                }
            }
        }
        System.out.printf("OTP %d: %d Core files read%n", release, read);
        return read;
    }

    @Test
    void sourcesOfOtpLowerToValidCore() {
        List<CoreModule> all = lowered("stdlib|kernel|compiler");
        all.forEach(m -> assertThat(CoreVerifier.verify(m)).as(m.file()).isEmpty());
        System.out.printf("OTP %d: %d sources lowered%n", release, all.size());
    }

    /// OTP's compiler and library, made from our Core, compile their own sources to the same bytes
    /// as the originals do.
    @Test
    @Tag("nightly")
    void otpMadeFromOurCoreCompilesItself() throws Exception {
        for (CoreModule m : lowered("stdlib|compiler")) {
            Files.writeString(
                    temp.resolve(m.name().name() + ".core"), CorePrinter.print(OtpDialect.of(m)));
        }
        Path list = temp.resolve("list");
        Files.write(list, sample().stream().map(Path::toString).toList());
        System.out.print(Erl.run(otp, "self_compile", temp.toString(), list.toString()));
    }

    /// The modules of these applications, without those that need a header that this installation
    /// does not have.
    private List<CoreModule> lowered(String applications) {
        List<Path> sources = sources(applications);
        var all = new ArrayList<CoreModule>();
        for (Path source : sources) {
            String include = source.getParent().getParent().resolve("include").toString();
            var options =
                    PreprocessorOptions.defaults()
                            .withLevel(new LanguageLevel(release))
                            .withIncludes(new FileIncludes(List.of(include), otp::application));
            ParseResult parsed = ErlangParser.parse(source, options);
            if (!parsed.hasErrors()) {
                var lowered = FormsToCore.lower(parsed.forms());
                assertThat(lowered.diagnostics()).as(source.toString()).isEmpty();
                all.add(lowered.module().orElseThrow());
            }
        }
        assertThat(all).hasSizeGreaterThan(sources.size() / 2);
        return all;
    }

    /// All sources of these applications.
    private List<Path> sources(String applications) {
        String path = ".*/(" + applications + ")-[^/]*/src/[a-z_0-9]+\\.erl";
        return existing(p -> p.toString().matches(path));
    }

    private List<Path> sample() {
        return existing(p -> SAMPLE.contains(p.getFileName().toString().replace(".erl", "")));
    }

    private List<Path> existing(Predicate<Path> wanted) {
        List<Path> sources = otp.files(".erl").stream().filter(wanted).toList();
        assumeTrue(
                !sources.isEmpty(), "the OTP installation has no sources (on Debian: erlang-src)");
        return sources;
    }
}
