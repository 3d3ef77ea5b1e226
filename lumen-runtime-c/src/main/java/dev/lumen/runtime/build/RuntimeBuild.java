package dev.lumen.runtime.build;

import dev.lumen.ir.bif.Bif;
import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.RuntimeMode;
import dev.lumen.runtime.tools.RuntimeTarget;
import dev.lumen.runtime.tools.SanitizingClang;
import dev.lumen.runtime.tools.ToolException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compiles the C runtime and packs it. Arguments:
///
/// 1. the folder of the C sources,
/// 2. a folder for headers, objects and stamps that later runs reuse,
/// 3. the folder that becomes `dev/lumen/runtime/kit` in the jar,
/// 4. the modes to build, separated by commas (`release,debug,stress,tsan`),
/// 5. `strict`: what is declared or used and not written fails the link; `lenient`: it is reported.
///
/// What it makes (the layout of the kit is [KitFiles]'s):
///
/// | target | modes | files |
/// |---|---|---|
/// | `x86_64-linux-gnu` | release, stress, debug | `liblumen.so`; `liblumen_rt.a` in debug, for executables with sanitizers |
/// | `x86_64-linux-musl` | release, stress | `liblumen_rt.a` |
/// | `wasm32-wasi` | release, stress, debug | `liblumen_rt.a` |
/// | each of these | | `lumen_inline.bc` when there are sources in `inline/` |
///
/// Mode tsan is for the tests of this module, and in no kit.
public final class RuntimeBuild {
    private final Sources sources;
    private final Layers layers;
    private final Path generated;
    private final Path work;
    private final Path kit;
    private final boolean strict;
    private final Step step = new Step();

    private RuntimeBuild(Path source, Path work, Path kit, boolean strict) throws IOException {
        this.sources = Sources.below(source);
        this.layers = Layers.parse(Files.readAllLines(source.resolve("layers.txt")));
        this.work = work;
        this.generated = work.resolve("generated");
        this.kit = kit;
        this.strict = strict;
    }

    public static void main(String[] args) throws Exception {
        try {
            List<RuntimeMode> modes = Stream.of(args[3].split(",")).map(RuntimeMode::of).toList();
            new RuntimeBuild(
                            Path.of(args[0]),
                            Path.of(args[1]),
                            Path.of(args[2]),
                            args[4].equals("strict"))
                    .run(modes);
        } catch (BuildException | ToolException e) {
            System.err.println("error: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(List<RuntimeMode> modes) throws Exception {
        for (LibC libc : LibC.values()) {
            libc.check();
        }
        reportMissing(new Tables(generated).write(writtenIn(sources.text())));
        refuse(layers.wrongIncludes(sources.root(), generatedHeaders()));
        var kitFiles = new KitFiles(kit);
        long start = System.nanoTime();
        var compiled = new AtomicInteger();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var libraries = new ArrayList<Callable<Void>>();
            for (Variant variant : variants(modes)) {
                List<Future<Path>> objects = compile(variant, pool, compiled);
                libraries.add(() -> {
                    finish(variant, objects, kitFiles);
                    return null;
                });
            }
            var failures = new ArrayList<String>();
            for (Callable<Void> library : libraries) {
                try {
                    library.call();
                } catch (BuildException | ToolException e) {
                    failures.add(e.getMessage());
                }
            }
            refuse(failures.stream().distinct().toList());
        }
        reportWarnings();
        linkSanitizer();
        for (LibC libc : LibC.values()) {
            for (String file : libc.files) {
                kitFiles.add(libc.directory.resolve(file), libc.target.triple() + "/libc/" + file);
            }
        }
        addHeaders(kitFiles);
        kitFiles.finish();
        System.out.printf(
                "runtime: %s: %d objects compiled, %d ms%n",
                modes, compiled.get(), (System.nanoTime() - start) / 1_000_000);
    }

    private Set<String> generatedHeaders() throws IOException {
        try (Stream<Path> files = Files.list(generated)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".h"))
                    .collect(Collectors.toSet());
        }
    }

    private static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new BuildException(String.join("\n", wrong));
        }
    }

    private Predicate<Bif> writtenIn(String text) {
        Set<String> words = new HashSet<>(List.of(text.split("\\W+")));
        return strict ? _ -> true : bif -> words.contains(bif.symbol());
    }

    private static void reportMissing(List<Bif> missing) {
        if (!missing.isEmpty()) {
            System.out.println(
                    "runtime: "
                            + missing.size()
                            + " built-in functions have a row in bifs.tab and no C: "
                            + missing.stream()
                                    .limit(5)
                                    .map(Bif::toString)
                                    .collect(Collectors.joining(" "))
                            + (missing.size() > 5 ? " …" : ""));
        }
    }

    /// lld and ld say it at each use, for each variant; once is enough.
    private void reportWarnings() throws IOException {
        Pattern undefined = Pattern.compile("undefined (?:symbol: |reference to `)(\\w+)");
        var names = new TreeSet<String>();
        for (String warning : step.warnings()) {
            Matcher m = undefined.matcher(warning);
            if (!m.find()) {
                System.out.print(warning);
                continue;
            }
            do {
                names.add(m.group(1));
            } while (m.find());
        }
        Files.write(work.resolve("unwritten"), names); // for the tests
        if (!names.isEmpty()) {
            System.out.println("runtime: used and not written: " + String.join(" ", names));
        }
    }

    /// A name in the build folder for the library that a JVM has to preload (pom.xml, the tests in
    /// mode debug): where it really is only the compiler knows. The sanitizer itself insists on one
    /// of its own names.
    private void linkSanitizer() throws IOException {
        Path link = work.resolve("libasan.so");
        Files.deleteIfExists(link);
        if (SanitizingClang.addressSanitizer().isPresent()) {
            Files.createSymbolicLink(link, SanitizingClang.addressSanitizer().get());
        }
    }

    private static List<Variant> variants(List<RuntimeMode> modes) {
        var variants = new ArrayList<Variant>();
        for (RuntimeMode mode : modes) {
            for (RuntimeTarget target : RuntimeTarget.values()) {
                var variant = new Variant(target, mode);
                if (!variant.exists()) {
                    continue;
                }
                variant.missing()
                        .ifPresentOrElse(
                                why ->
                                        System.out.println(
                                                "runtime: not built: " + variant + ": " + why),
                                () -> variants.add(variant));
            }
        }
        return variants;
    }

    private List<Future<Path>> compile(
            Variant variant, ExecutorService pool, AtomicInteger compiled) throws IOException {
        var objects = new ArrayList<Future<Path>>();
        for (Path file : sources.of(variant.target())) {
            objects.add(pool.submit(() -> object(variant, sources.root(), file, compiled)));
        }
        try (Stream<Path> files = Files.list(generated)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".c")).sorted().toList()) {
                objects.add(
                        pool.submit(() ->
                                object(variant, generated, generated.relativize(file), compiled)));
            }
        }
        return objects;
    }

    private Path objectOf(Variant variant, Path file) {
        return variant.directory(work.resolve("objects")).resolve(file + ".o");
    }

    private Path object(Variant variant, Path root, Path file, AtomicInteger compiled)
            throws IOException {
        Path output = objectOf(variant, file);
        if (clang(variant.compiler(), variant.objectFlags(), root.resolve(file), output)) {
            compiled.incrementAndGet();
        }
        return output;
    }

    private boolean clang(Path compiler, List<String> flags, Path source, Path output)
            throws IOException {
        var arguments = new ArrayList<>(flags);
        Path dependencies = output.resolveSibling(output.getFileName() + ".d");
        arguments.addAll(sources.includes());
        arguments.addAll(
                List.of(
                        "-I" + generated,
                        // In the objects, and so in the jar, a source is named from the root of the
                        // sources.
                        "-ffile-prefix-map=" + sources.root() + "/=",
                        "-MMD",
                        "-MF",
                        dependencies.toString(),
                        "-c",
                        source.toString(),
                        "-o",
                        output.toString()));
        return step.run(compiler, arguments, List.of(source), dependencies, output);
    }

    private void finish(Variant variant, List<Future<Path>> futures, KitFiles kitFiles)
            throws Exception {
        var objects = new ArrayList<Path>();
        var failures = new ArrayList<String>();
        for (Future<Path> future : futures) {
            try {
                objects.add(future.get());
            } catch (ExecutionException e) {
                failures.add(
                        e.getCause() instanceof ToolException t
                                ? t.getMessage()
                                : e.getCause().toString());
            }
        }
        refuse(failures);
        if (!variant.target().isWasm()) {
            refuse(layers.wrongUses(symbols(variant)));
        }
        Path directory = variant.directory(work.resolve("libraries"));
        String place = variant.target().triple() + "/" + variant.mode().id() + "/";
        Path archive = directory.resolve("liblumen_rt.a");
        var arguments = new ArrayList<>(List.of("rcsD", archive.toString()));
        objects.forEach(o -> arguments.add(o.toString()));
        step.run(LlvmTools.archiver(), arguments, objects, null, archive);
        if (!variant.isInKit()) {
            return;
        }
        // The others for glibc are for the tests of this module only.
        if (variant.target() != RuntimeTarget.LINUX_GNU || variant.sanitized()) {
            kitFiles.add(archive, place + "liblumen_rt.a");
        }
        if (variant.target() == RuntimeTarget.LINUX_GNU) {
            Path library = directory.resolve("liblumen.so");
            SharedLibrary.link(step, variant, objects, strict, library);
            kitFiles.add(library, place + "liblumen.so");
        }
        if (!sources.inlined().isEmpty()) {
            kitFiles.add(bitcode(variant, directory), place + "lumen_inline.bc");
        }
    }

    /// Those of the objects of a variant, by source.
    private Map<Path, Symbols> symbols(Variant variant) throws IOException {
        var symbols = new TreeMap<Path, Symbols>();
        for (Path source : sources.of(variant.target())) {
            symbols.put(source, Symbols.of(objectOf(variant, source)));
        }
        return symbols;
    }

    /// All of `inline/` as one module: one C file that includes them.
    private Path bitcode(Variant variant, Path directory) throws IOException {
        var text = new StringBuilder("// Generated from the names of the files in inline/.\n");
        for (Path file : sources.inlined()) {
            text.append("#include \"").append(file).append("\"\n");
        }
        Path source = Files.createDirectories(directory).resolve("lumen_inline.c");
        Files.writeString(source, text);
        Path output = directory.resolve("lumen_inline.bc");
        clang(LlvmTools.clang(), variant.bitcodeFlags(), source, output);
        return output;
    }

    private void addHeaders(KitFiles kitFiles) throws IOException {
        for (Path directory : List.of(sources.root().resolve("include"), generated)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".h")).sorted().toList()) {
                    kitFiles.add(file, "include/" + file.getFileName());
                }
            }
        }
    }
}
