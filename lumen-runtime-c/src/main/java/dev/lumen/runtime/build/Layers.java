package dev.lumen.runtime.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which folder of the runtime may know which: `layers.txt`, and what breaks it.
///
/// Lines are `folder: those that it may know`. Each must stand above all that may know it, so that
/// there are no circles. A file knows another one by including its header; and, as a declaration
/// can be written by hand, by using a symbol that it defines.
record Layers(Map<String, Set<String>> known) {
    private static final Pattern INCLUDE = Pattern.compile("\\s*#\\s*include\\b\\s*(.*?)\\s*");
    private static final Pattern SYSTEM = Pattern.compile("<.*>.*");
    private static final Pattern OWN = Pattern.compile("\"(?:(\\w+)/(?:\\w+/)*)?(\\w+\\.h)\".*");

    /// The folder whose headers everybody includes by their names alone, as a host does.
    private static final String PUBLIC = "include";

    /// @throws BuildException if that is no order
    static Layers parse(List<String> lines) {
        var known = new LinkedHashMap<String, Set<String>>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String where = "layers.txt:" + (i + 1) + ": ";
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new BuildException(where + "not of the form \"folder: folders\"");
            }
            String folder = line.substring(0, colon).strip();
            var below = new TreeSet<String>();
            for (String other : line.substring(colon + 1).strip().split("\\s+")) {
                if (other.isEmpty()) {
                    continue;
                }
                if (!known.containsKey(other)) {
                    throw new BuildException(
                            "%s%s can't know %s, which does not stand above it"
                                    .formatted(where, folder, other));
                }
                below.add(other);
            }
            if (known.put(folder, below) != null) {
                throw new BuildException(where + folder + " has a line already");
            }
        }
        return new Layers(known);
    }

    private boolean mayKnow(String folder, String other) {
        return folder.equals(other) || known.getOrDefault(folder, Set.of()).contains(other);
    }

    /// What breaks the rules in the sources below `root`, one line each, in the order of the files.
    ///
    /// @param generated names of headers that the build makes; they count as those of `include/`
    List<String> wrongIncludes(Path root, Set<String> generated) throws IOException {
        var wrong = new ArrayList<String>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files =
                    walk.filter(f -> f.toString().endsWith(".c") || f.toString().endsWith(".h"))
                            .map(root::relativize)
                            .sorted()
                            .toList();
        }
        var met = new TreeSet<String>();
        for (Path file : files) {
            String folder = folderOf(file);
            if (!known.containsKey(folder)) {
                wrong.add(file + ": layers.txt has no line for the folder \"" + folder + "\"");
                continue;
            }
            met.add(folder);
            List<String> lines = Files.readAllLines(root.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                Matcher m = INCLUDE.matcher(lines.get(i));
                if (m.matches() && !SYSTEM.matcher(m.group(1)).matches()) {
                    String why = whyNot(folder, m.group(1), root, generated);
                    if (why != null) {
                        wrong.add(file + ":" + (i + 1) + ": #include " + m.group(1) + ": " + why);
                    }
                }
            }
        }
        for (String folder : known.keySet()) {
            if (!met.contains(folder)) {
                wrong.add("layers.txt: there is no folder " + folder);
            }
        }
        return wrong;
    }

    /// Null: `folder` may include that.
    private String whyNot(String folder, String named, Path root, Set<String> generated) {
        Matcher m = OWN.matcher(named);
        if (!m.matches()) {
            return "not of the form \"folder/file.h\"";
        }
        String other = m.group(1);
        if (other == null) {
            if (!generated.contains(m.group(2))
                    && !Files.exists(root.resolve(PUBLIC).resolve(m.group(2)))) {
                return "not of the form \"folder/file.h\", and no header of " + PUBLIC + "/";
            }
            other = PUBLIC;
        }
        return mayKnow(folder, other)
                ? null
                : "%s/ may not know %s/ (layers.txt)".formatted(folder, other);
    }

    /// What breaks the rules in the objects: symbols that one uses and another defines. Those of
    /// generated sources are everybody's.
    ///
    /// @param objects by the source of each, relative to the root
    List<String> wrongUses(Map<Path, Symbols> objects) {
        var home = new LinkedHashMap<String, Path>();
        objects.forEach((source, symbols) -> symbols.defined().forEach(s -> home.put(s, source)));
        var wrong = new ArrayList<String>();
        objects.forEach((source, symbols) -> {
            for (String symbol : symbols.used()) {
                Path other = home.get(symbol);
                if (other != null && !mayKnow(folderOf(source), folderOf(other))) {
                    wrong.add(
                            "%s uses %s, which %s defines: %s/ may not know %s/ (layers.txt)"
                                    .formatted(
                                            source,
                                            symbol,
                                            other,
                                            folderOf(source),
                                            folderOf(other)));
                }
            }
        });
        return wrong;
    }

    private static String folderOf(Path file) {
        return file.getNameCount() < 2 ? "" : file.getName(0).toString();
    }
}
