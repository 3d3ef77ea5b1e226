import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Formats every Java source of the repository, or only tells which ones it would change.
///
/// A program of its own because the formatter runs inside the compiler of the JDK that it formats for, and Maven may run on an
/// older one. `./mvnw -N -Pformat validate` starts it; with `-Dformat=check` it changes nothing and fails if it would.
class Format {
    public static void main(String[] args) throws Exception {
        var arguments = new ArrayList<String>(List.of("--aosp"));
        arguments.addAll(
                args[0].equals("check") ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        int flags = arguments.size();
        // Every folder with a POM is a module; kits stand below the module that they belong to.
        try (Stream<Path> folders = Files.find(Path.of(""), 4, (f, _) -> f.endsWith("pom.xml"))) {
            for (Path source :
                    folders.map(p -> p.resolveSibling("src")).filter(Files::isDirectory).sorted().toList()) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(f -> f.toString().endsWith(".java")).sorted().map(Path::toString).forEach(arguments::add);
                }
            }
        }
        System.out.println("format: " + (arguments.size() - flags) + " files");
        // Its command line is not a public class.
        var formatter = Class.forName("com.google.googlejavaformat.java.Main").getDeclaredMethod("main", String[].class);
        formatter.setAccessible(true);
        formatter.invoke(null, (Object) arguments.toArray(String[]::new));
    }
}
