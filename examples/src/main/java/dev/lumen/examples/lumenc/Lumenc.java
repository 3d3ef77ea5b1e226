package dev.lumen.examples.lumenc;

import dev.lumen.Compilation;
import dev.lumen.CompileRequest;
import dev.lumen.CompiledModule;
import dev.lumen.Dump;
import dev.lumen.Emission;
import dev.lumen.Lumen;
import dev.lumen.Otp;
import dev.lumen.Source;
import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.ImageReport;
import dev.lumen.codegen.ObjectCache;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.ir.core.CorePrinter;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.ErlcRenderer;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.pass.PassFailure;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.ir.term.TermSyntaxException;
import dev.lumen.runtime.bindings.ErlangException;
import dev.lumen.runtime.bindings.HaltException;
import dev.lumen.runtime.bindings.LumenRuntime;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/// A small command line over the public API: compiles, and runs, links or prints what came of it.
///
/// Exit status: what the program says when it is run; 1 when there are errors in the sources or the
/// output can't be written; 2 when the command line is wrong.
@Command(
        name = "lumenc",
        mixinStandardHelpOptions = true,
        version = "lumenc 0.1.0",
        sortOptions = false,
        description = "Compiles Erlang, Core Erlang, SSA and .beam files ahead of time.")
public final class Lumenc implements Callable<Integer> {
    /// What to make. The names are those of `--out`.
    enum Out {
        run,
        exe,
        wasm,
        forms,
        core,
        ssa,
        ll
    }

    @Option(
            names = "--out",
            paramLabel = "KIND",
            defaultValue = "run",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Out out;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description =
                    "where to write; default: the first module's name, or standard output for text")
    private Path file;

    @Option(
            names = "--main",
            paramLabel = "M:F",
            description = "where the program begins; default: main of the first module")
    private String main;

    @Option(
            names = "--otp",
            paramLabel = "DIR",
            description =
                    "the OTP installation: for -include_lib, and for modules that are not among the"
                            + " sources")
    private Path otp;

    @Option(
            names = "--keep",
            paramLabel = "MODULE",
            description = "keeps all exports of a module that the program names only when it runs")
    private List<String> kept = List.of();

    @Option(
            names = "--leave-out",
            paramLabel = "MODULE",
            description =
                    "leaves out a module of OTP that the program could reach and does not need")
    private List<String> leftOut = List.of();

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "keeps object files there for the next time, for any number of compilations at"
                            + " once")
    private Path cache;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "what an executable or WebAssembly module holds, why, and how large it is: a"
                            + " map if FILE ends in .html, else a table with tabs")
    private Path report;

    @Option(
            names = "-g",
            description =
                    "keeps names and line numbers in an executable or WebAssembly module, for gdb,"
                            + " perf and browsers")
    private boolean debugInfo;

    @Option(
            names = "--dump",
            paramLabel = "DIR",
            description =
                    "writes there what each stage makes, and each pass that changes something: the"
                            + " file before is what it was given")
    private Path dump;

    @Option(
            names = "--without",
            paramLabel = "PASS",
            description = "leaves out a pass over SSA, by its name")
    private List<String> without = List.of();

    @Option(names = "--verify", description = "verifies the SSA after each pass")
    private boolean verify;

    @Option(names = "-I", paramLabel = "DIR", description = "a folder where -include looks")
    private List<Path> includes = List.of();

    @Option(
            names = "-O",
            paramLabel = "0|2",
            defaultValue = "2",
            description = "how much to optimise; default: ${DEFAULT-VALUE}")
    private String level;

    @Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "a macro, for all sources")
    private List<String> macros = List.of();

    @Parameters(
            paramLabel = "FILE|DIR|+OPTION",
            arity = "1..*",
            description =
                    "sources, and compile options such as +warnings_as_errors; what follows -- goes"
                            + " to the program")
    private List<String> inputs;

    private List<String> arguments = List.of();

    private Lumenc(List<String> arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        List<String> all = List.of(args);
        int split = all.indexOf("--");
        List<String> own = split < 0 ? all : all.subList(0, split);
        List<String> program = split < 0 ? List.of() : all.subList(split + 1, all.size());
        System.exit(new CommandLine(new Lumenc(program)).execute(own.toArray(String[]::new)));
    }

    @Override
    public Integer call() throws IOException {
        if (out == Out.run) {
            Lumen.prepareToRun();
        }
        CompileRequest request =
                Lumen.compile(
                        inputs.stream()
                                .filter(i -> !i.startsWith("+"))
                                .map(i -> Source.file(Path.of(i)))
                                .toList());
        try {
            for (String option : inputs.stream().filter(i -> i.startsWith("+")).toList()) {
                request = request.option(TermReader.read(option.substring(1)));
            }
            for (String macro : macros) {
                int equals = macro.indexOf('=');
                request =
                        equals < 0
                                ? request.define(macro, Atom.TRUE)
                                : request.define(
                                        macro.substring(0, equals),
                                        TermReader.read(macro.substring(equals + 1)));
            }
            for (String pass : without) {
                request = request.without(pass);
            }
        } catch (TermSyntaxException | IllegalArgumentException e) {
            System.err.println("lumenc: " + e.getMessage());
            return 2;
        }
        switch (level) {
            case "0" -> request = request.optimize(OptLevel.O0);
            case "2" -> request = request.optimize(OptLevel.O2);
            default -> {
                System.err.println("lumenc: -O takes 0 or 2, not " + level);
                return 2;
            }
        }
        if (otp != null) {
            try {
                request = request.otp(Otp.at(otp));
            } catch (IllegalArgumentException e) {
                System.err.println("lumenc: " + e.getMessage());
                return 2;
            }
        }
        if (verify) {
            request = request.verify(true);
        }
        if (dump != null) {
            request = request.onEvent(Dump.toFolder(dump));
        }
        if (cache != null) {
            try {
                request = request.cache(ObjectCache.in(cache));
            } catch (UncheckedIOException e) {
                System.err.println("lumenc: " + e.getMessage());
                return 2;
            }
        }
        for (Path folder : includes) {
            request = request.include(folder);
        }
        for (String module : kept) {
            request = request.keep(module);
        }
        for (String module : leftOut) {
            request = request.leaveOut(module);
        }
        if (out == Out.run || out == Out.exe || out == Out.wasm) {
            request =
                    main == null
                            ? request.program()
                            : request.program(mainModule(), mainFunction());
        }
        Compilation compilation;
        try {
            compilation = request.run();
        } catch (UncheckedIOException e) {
            System.err.println("lumenc: can't write a dump: " + e.getMessage());
            return 1;
        } catch (PassFailure e) {
            System.err.println("lumenc: a bug in the compiler: " + e.getMessage());
            return 1;
        }
        report(compilation.sources(), compilation.diagnostics());
        return compilation.hasErrors() ? 1 : produce(compilation);
    }

    private int produce(Compilation compilation) throws IOException {
        return switch (out) {
            case run -> run(compilation);
            case exe -> link(compilation.emit(Target.host()), (e, to) -> e.executable(to), "");
            case wasm -> link(compilation.emit(Target.WASM32), (e, to) -> e.module(to), ".wasm");
            case forms -> text(compilation, m -> m.forms().map(AbstractFormat::print).orElse(""));
            case core -> text(compilation, m -> m.core().map(CorePrinter::print).orElse(""));
            case ssa -> text(compilation, m -> m.optimized().toString());
            case ll -> text(compilation, m -> compilation.emit(Target.host()).llvm(m.name()));
        };
    }

    private interface Link {
        BackendResult to(Emission emission, Path file);
    }

    private int link(Emission emission, Link link, String extension) {
        Path to = file != null ? file : Path.of(emission.defaultName() + extension);
        BackendResult emitted = link.to(debugInfo ? emission.withDebugInfo() : emission, to);
        report(emission.sources(), emitted.diagnostics());
        if (!emitted.succeeded()) {
            return 1;
        }
        if (report == null) {
            return 0;
        }
        ImageReport sizes = emitted.report().orElseThrow();
        return write(report, report.toString().endsWith(".html") ? sizes.toHtml() : sizes.toTsv());
    }

    private int text(Compilation compilation, Function<CompiledModule, String> print) {
        var all = new StringBuilder();
        compilation.modules().forEach(m -> all.append(print.apply(m)));
        if (file == null) {
            System.out.print(all);
            return 0;
        }
        return write(file, all);
    }

    private static int write(Path to, CharSequence text) {
        try {
            Files.writeString(to, text);
            return 0;
        } catch (IOException e) {
            System.err.println("lumenc: can't write " + to + ": " + e.getMessage());
            return 1;
        }
    }

    private int run(Compilation compilation) {
        Emission emission = compilation.emit(Target.host());
        List<Diagnostic> problems = emission.check();
        report(emission.sources(), problems);
        if (problems.stream().anyMatch(Diagnostic::isError)) {
            return 1;
        }
        FunctionId entry = emission.entry().orElseThrow();
        Term[] given =
                entry.arity() == 0
                        ? new Term[0]
                        : new Term[] {Term.list(arguments.stream().map(Term::string).toList())};
        try (LumenRuntime runtime = compilation.load()) {
            runtime.call(entry.module().name(), entry.name().name(), given).get();
            return 0;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case HaltException halt -> halt.status();
                case ErlangException failure -> {
                    System.err.println("lumenc: the program failed with " + failure.getMessage());
                    System.err.println("  " + failure.erlangStackTrace());
                    yield 1;
                }
                default -> throw new IllegalStateException(e.getCause());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private String mainModule() {
        int colon = main.indexOf(':');
        return colon < 0 ? main : main.substring(0, colon);
    }

    private String mainFunction() {
        int colon = main.indexOf(':');
        return colon < 0 ? "main" : main.substring(colon + 1);
    }

    private static void report(Sources sources, List<Diagnostic> diagnostics) {
        System.err.print(new ErlcRenderer().render(diagnostics, sources));
    }
}
