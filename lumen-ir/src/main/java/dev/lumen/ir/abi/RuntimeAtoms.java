package dev.lumen.ir.abi;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomHash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The atoms that the runtime itself names: those of `atoms.tab`. Its built-ins answer no others
/// that were not given to them or made from text.
///
/// A row is `text`, or `name = text` for a text that is not a C identifier or whose upper-case form
/// is taken (`exit` and `EXIT`). With `?` in front the runtime only compares with the atom: it
/// never is the one that makes it a value. `#` starts a comment line.
public final class RuntimeAtoms {
    private RuntimeAtoms() {}

    /// @param name as in `LM_ATOM_<NAME>`: upper case
    /// @param text the atom's
    /// @param isAnswered whether it can be in what a built-in answers
    public record Row(String name, String text, boolean isAnswered) {}

    public static List<Row> standard() {
        return Standard.ROWS;
    }

    /// Those that can be values though nothing in a program names them.
    public static Set<Atom> answered() {
        return Standard.ANSWERED;
    }

    private static final class Standard {
        static final List<Row> ROWS = read();
        static final Set<Atom> ANSWERED =
                ROWS.stream()
                        .filter(Row::isAnswered)
                        .map(r -> Atom.of(r.text))
                        .collect(Collectors.toUnmodifiableSet());

        private static List<Row> read() {
            try (InputStream in =
                    RuntimeAtoms.class.getResourceAsStream("/dev/lumen/ir/atoms.tab")) {
                return parse(
                        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// @throws IllegalArgumentException when a row has no name, or a name, a text or a hash is
    ///   there twice
    public static List<Row> parse(List<String> lines) {
        var rows = new ArrayList<Row>();
        var texts = new HashMap<String, String>();
        var hashes = new HashMap<Long, String>();
        for (String line : lines) {
            String row = line.strip();
            if (row.isEmpty() || row.startsWith("#")) {
                continue;
            }
            boolean isAnswered = !row.startsWith("? ");
            if (!isAnswered) {
                row = row.substring(2).strip();
            }
            int equals = row.indexOf(" = ");
            String text = equals < 0 ? row : row.substring(equals + 3).strip();
            String name =
                    (equals < 0 ? row : row.substring(0, equals).strip()).toUpperCase(Locale.ROOT);
            if (!name.matches("[A-Z0-9_]+")) {
                throw new IllegalArgumentException(
                        "atoms.tab: "
                                + row
                                + ": needs a name that is a C identifier (name = text)");
            }
            String taken = texts.putIfAbsent(name, text);
            if (taken != null) {
                throw new IllegalArgumentException(
                        "atoms.tab: "
                                + row
                                + ": LM_ATOM_"
                                + name
                                + " is already the atom "
                                + taken);
            }
            taken = hashes.putIfAbsent(AtomHash.hash58(text), text);
            if (taken != null) {
                throw new IllegalArgumentException(
                        "atoms.tab: "
                                + row
                                + ": "
                                + (taken.equals(text)
                                        ? "is there twice"
                                        : "has the hash of the atom " + taken));
            }
            rows.add(new Row(name, text, isAnswered));
        }
        return List.copyOf(rows);
    }
}
