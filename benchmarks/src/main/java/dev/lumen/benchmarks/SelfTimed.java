package dev.lumen.benchmarks;

import dev.lumen.Lumen;
import dev.lumen.Source;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of the resources that measures itself, as our executable and on `erl`.
///
/// Needs `erl`, `erlc`, `env` and `bash` on the search path.
final class SelfTimed {
    private final Path work;
    private final String main;

    private SelfTimed(Path work, String main) {
        this.work = work;
        this.main = main;
    }

    /// Compiles the modules for both. The program begins with `main/0` of the first one.
    static SelfTimed build(List<String> modules) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("lumen-self-timed");
        var sources = new ArrayList<Source>();
        var erlc = new ArrayList<>(List.of("erlc", "-W0", "-o", work.toString()));
        for (String module : modules) {
            String file = module + ".erl";
            String text = Programs.text(file);
            sources.add(Source.erlang(file, text));
            erlc.add(Files.writeString(work.resolve(file), text).toString());
        }
        String main = modules.getFirst();
        Lumen.compile(sources.toArray(Source[]::new))
                .program(main, "main")
                .optimize(OptLevel.O2)
                .run()
                .emit(Target.host())
                .executable(work.resolve(main))
                .orThrow();
        TimedProcess.run(erlc);
        return new SelfTimed(work, main);
    }

    /// What it prints on `erl`.
    String onErl(int schedulers) throws IOException, InterruptedException {
        String eval = main + ":main(), halt().";
        String count = "+S" + schedulers + ":" + schedulers;
        String folder = work.toString();
        return TimedProcess.run(List.of("erl", count, "-noshell", "-pa", folder, "-eval", eval))
                .output();
    }

    /// What it prints as our executable.
    String asExecutable(int schedulers) throws IOException, InterruptedException {
        String executable = work.resolve(main).toString();
        return TimedProcess.run(List.of("env", "LUMEN_SCHEDULERS=" + schedulers, executable))
                .output();
    }
}
