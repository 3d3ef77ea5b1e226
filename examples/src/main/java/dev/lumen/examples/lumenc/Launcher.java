package dev.lumen.examples.lumenc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What `java -jar lumenc.jar` starts: [Lumenc], in a JVM with options that a jar can't ask for.
///
/// Half of what a JVM does in the few seconds of a compilation is to optimise Java code that will
/// not run for long. The quick compiler alone (`TieredStopAtLevel=1`) and the simplest collector
/// save that. Whoever gives options to the JVM gets the JVM that he asked for, and no other.
final class Launcher {
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED");

    private Launcher() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (hasOptions(args.length)) {
            Lumenc.main(args);
            return;
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Lumenc.class.getName());
        command.addAll(List.of(args));
        Process compiler = new ProcessBuilder(command).inheritIO().start();
        // Whoever ends this process means that one.
        Runtime.getRuntime().addShutdownHook(new Thread(compiler::destroy));
        System.exit(compiler.waitFor());
    }

    /// Whether one of the words before the `count` of [Lumenc] is an option of how a JVM works. (Of
    /// a long command line the system tells only the beginning.)
    private static boolean hasOptions(int count) {
        return ProcessHandle.current()
                .info()
                .arguments()
                .map(all ->
                        Arrays.stream(all)
                                .limit(Math.max(0, all.length - count))
                                .anyMatch(word -> word.startsWith("-X")))
                .orElse(false);
    }
}
