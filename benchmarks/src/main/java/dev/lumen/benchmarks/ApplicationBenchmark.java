package dev.lumen.benchmarks;

import dev.lumen.Compilation;
import dev.lumen.CompileRequest;
import dev.lumen.Lumen;
import dev.lumen.Otp;
import dev.lumen.Source;
import dev.lumen.codegen.ModuleCompiler;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// An application of OTP compiled whole, its sources to object files by us and to `.beam` by
/// `erlc`: lines a second.
///
/// Each compiler is one process from its start on, cold, that is allowed one processor (`taskset`);
/// they take turns. Ours includes the start of the JVM and its warming up (`--flag`: for the JVM),
/// theirs the boot of the emulator. What counts is processor time, which other work on the machine
/// disturbs less than the clock.
///
/// Arguments: `[--rounds N] [--level O0|O2] [--flag FLAG]… [APPLICATION]`; default: three rounds of
/// `stdlib` at O0. Needs an OTP with sources, `erlc`, `taskset` and `bash`.
public final class ApplicationBenchmark {
    private static final String COMPILE = "--compile";

    public static void main(String[] args) throws Exception {
        int rounds = 3;
        OptLevel level = OptLevel.O0;
        String application = "stdlib";
        var flags = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                case "--level" -> level = OptLevel.valueOf(args[++i]);
                case "--flag" -> flags.add(args[++i]);
                case COMPILE -> {
                    compile(OptLevel.valueOf(args[1]), Path.of(args[2]), sources(args[3]));
                    return;
                }
                default -> application = args[i];
            }
        }
        compare(rounds, level, application, flags);
    }

    // ---- what is compiled -----------------------------------------------------------------------

    private static Path otp() {
        return Otp.discover()
                .orElseThrow(() -> new IllegalStateException("no OTP installation found"))
                .root();
    }

    private static Path application(String name) throws IOException {
        try (Stream<Path> folders = Files.list(otp().resolve("lib"))) {
            return folders.filter(f -> f.getFileName().toString().matches(name + "(-[0-9.]+)?"))
                    .max(Path::compareTo)
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "no application " + name + " in " + otp()));
        }
    }

    private static List<Path> sources(String application) throws IOException {
        try (Stream<Path> files = Files.list(application(application).resolve("src"))) {
            return files.filter(f -> f.toString().endsWith(".erl")).sorted().toList();
        }
    }

    private static List<Path> includes(Path source) throws IOException {
        Path own = source.getParent();
        return List.of(
                own,
                own.resolveSibling("include"),
                application("kernel").resolve("include"),
                application("stdlib").resolve("include"));
    }

    // ---- ours -----------------------------------------------------------------------------------

    private static void compile(OptLevel level, Path folder, List<Path> sources)
            throws IOException {
        var compiler = ModuleCompiler.of(Target.host(), level);
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".erl", "");
            Compilation compilation = compiled(level, source, source);
            if (compilation.diagnostics().stream()
                    .anyMatch(d -> d.code().name().equals("parse-transform"))) {
                Path ebin = source.getParent().resolveSibling("ebin");
                compilation = compiled(level, ebin.resolve(name + ".beam"), source);
            }
            if (compilation.hasErrors()) {
                throw new IllegalStateException(source + ": " + compilation.diagnostics());
            }
            byte[] object = compiler.object(compilation.modules().getFirst().optimized());
            Files.write(folder.resolve(name + ".o"), object);
        }
    }

    private static Compilation compiled(OptLevel level, Path file, Path source) throws IOException {
        CompileRequest request =
                Lumen.compile(Source.file(file)).optimize(level).language(25).withoutLibraries();
        for (Path folder : includes(source)) {
            request = request.include(folder);
        }
        return request.run();
    }

    // ---- side by side ---------------------------------------------------------------------------

    private static void compare(int rounds, OptLevel level, String application, List<String> flags)
            throws Exception {
        List<Path> sources = sources(application);
        long lines = 0;
        for (Path source : sources) {
            lines += Files.readString(source, StandardCharsets.ISO_8859_1).lines().count();
        }
        Path work = Files.createTempDirectory("lumen-benchmark");
        List<String> ours = ours(level, work, application, flags);
        List<String> theirs = theirs(work, sources);
        var our = new ArrayList<TimedProcess>();
        var their = new ArrayList<TimedProcess>();
        for (int round = 0; round < rounds; round++) {
            our.add(TimedProcess.run(ours));
            their.add(TimedProcess.run(theirs));
        }
        System.out.printf(
                "%s: %d files, %d lines; one processor, %d rounds in turn; medians of lines a"
                        + " second, clock (processor)%n",
                application, sources.size(), lines, rounds);
        System.out.printf(
                "erlc %.0f (%.0f), ours at %s %.0f (%.0f)%n",
                lines / median(their, TimedProcess::clock),
                lines / median(their, TimedProcess::processor),
                level,
                lines / median(our, TimedProcess::clock),
                lines / median(our, TimedProcess::processor));
    }

    private static List<String> ours(
            OptLevel level, Path work, String application, List<String> flags) throws IOException {
        Path objects = Files.createDirectory(work.resolve("objects"));
        var command =
                new ArrayList<>(
                        List.of(
                                "taskset",
                                "-c",
                                "0",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplicationBenchmark.class.getName(),
                        COMPILE,
                        level.name(),
                        objects.toString(),
                        application));
        return command;
    }

    private static List<String> theirs(Path work, List<Path> sources) throws IOException {
        Path beams = Files.createDirectory(work.resolve("beams"));
        var command =
                new ArrayList<>(
                        List.of("taskset", "-c", "0", "erlc", "-W0", "-o", beams.toString()));
        for (Path include : includes(sources.getFirst())) {
            command.addAll(List.of("-I", include.toString()));
        }
        sources.forEach(s -> command.add(s.toString()));
        return command;
    }

    private static double median(
            List<TimedProcess> processes, ToDoubleFunction<TimedProcess> time) {
        double[] sorted = processes.stream().mapToDouble(time).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
