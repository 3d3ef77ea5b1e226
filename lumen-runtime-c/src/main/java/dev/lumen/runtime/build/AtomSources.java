package dev.lumen.runtime.build;

import dev.lumen.ir.term.AtomHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// The C that comes from `atoms.tab`.
///
/// A row is `text`, or `name = text` for a text that is not a C identifier or whose upper-case form is taken (`exit` and
/// `EXIT`). `#` starts a comment line.
final class AtomSources {
    private AtomSources() {}

    /// @param name as in `LM_ATOM_<NAME>`: upper case
    /// @param text the atom's
    record Row(String name, String text) {
        private String immediate() {
            return String.format("((lm_term)0x%016xu)", AtomHash.immediate(text));
        }
    }

    static List<Row> parse(List<String> lines) {
        var rows = new ArrayList<Row>();
        var texts = new HashMap<String, String>();
        var hashes = new HashMap<Long, String>();
        for (String line : lines) {
            String row = line.strip();
            if (row.isEmpty() || row.startsWith("#")) {
                continue;
            }
            int equals = row.indexOf(" = ");
            String text = equals < 0 ? row : row.substring(equals + 3).strip();
            String name = (equals < 0 ? row : row.substring(0, equals).strip()).toUpperCase(Locale.ROOT);
            if (!name.matches("[A-Z0-9_]+")) {
                throw new BuildException("atoms.tab: " + row + ": needs a name that is a C identifier (name = text)");
            }
            String taken = texts.putIfAbsent(name, text);
            if (taken != null) {
                throw new BuildException("atoms.tab: " + row + ": LM_ATOM_" + name + " is already the atom " + taken);
            }
            taken = hashes.putIfAbsent(AtomHash.hash58(text), text);
            if (taken != null) {
                throw new BuildException("atoms.tab: " + row + ": "
                        + (taken.equals(text) ? "is there twice" : "has the hash of the atom " + taken));
            }
            rows.add(new Row(name, text));
        }
        return rows;
    }

    static String header(List<Row> rows) {
        var out = new StringBuilder("""
                // Generated from atoms.tab.
                #ifndef LUMEN_ATOMS_H
                #define LUMEN_ATOMS_H

                #include "lumen_abi.h"

                """);
        for (Row row : rows) {
            out.append("#define LM_ATOM_").append(row.name).append(' ').append(row.immediate())
                    .append(" // ").append(row.text).append('\n');
        }
        return out.append("""

                // All of the above with their texts, in the order of atoms.tab.
                extern const lumen_atom lumen_runtime_atoms[];
                extern const uint32_t lumen_runtime_atom_count;

                #endif
                """).toString();
    }

    static String table(List<Row> rows) {
        var out = new StringBuilder("""
                // Generated from atoms.tab.
                #include "lumen_atoms.h"

                const lumen_atom lumen_runtime_atoms[] = {
                """);
        for (Row row : rows) {
            byte[] utf8 = row.text.getBytes(StandardCharsets.UTF_8);
            out.append("  {LM_ATOM_").append(row.name).append(", \"").append(literal(utf8)).append("\", ")
                    .append(utf8.length).append("},\n");
        }
        // ISO C has no array of length 0.
        out.append("  {0, \"\", 0},\n};\n");
        return out.append("const uint32_t lumen_runtime_atom_count = ").append(rows.size()).append(";\n").toString();
    }

    /// The inside of a C string literal. Octal escapes, because a hexadecimal one has no end.
    private static String literal(byte[] utf8) {
        var out = new StringBuilder();
        for (byte b : utf8) {
            if (b < ' ' || b == '"' || b == '\\' || b == '?') {
                out.append(String.format("\\%03o", b & 0xff));
            } else {
                out.append((char) b);
            }
        }
        return out.toString();
    }
}
