package dev.lumen.runtime.build;

import dev.lumen.ir.abi.RuntimeAtoms.Row;
import dev.lumen.ir.term.AtomHash;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The C that comes from `atoms.tab`.
final class AtomSources {
    private AtomSources() {}

    private static String immediate(Row row) {
        return String.format("((lm_term)0x%016xu)", AtomHash.immediate(row.text()));
    }

    static String header(List<Row> rows) {
        var out =
                new StringBuilder(
                        """
                        // Generated from atoms.tab.
                        #ifndef LUMEN_ATOMS_H
                        #define LUMEN_ATOMS_H

                        #include "lumen_abi.h"

                        """);
        for (Row row : rows) {
            out.append("#define LM_ATOM_")
                    .append(row.name())
                    .append(' ')
                    .append(immediate(row))
                    .append(" // ")
                    .append(row.text())
                    .append('\n');
        }
        return out.append(
                        """

                        // The texts of all of the above, each behind a byte that says how long it is.
                        extern const uint8_t lumen_runtime_atom_texts[];
                        extern const uint32_t lumen_runtime_atom_bytes;

                        #endif
                        """)
                .toString();
    }

    static String table(List<Row> rows) {
        var out =
                new StringBuilder(
                        """
                        // Generated from atoms.tab.
                        #include "lumen_atoms.h"

                        // A string, and so with a zero that does not count.
                        const uint8_t lumen_runtime_atom_texts[] =
                        """);
        for (Row row : rows) {
            byte[] utf8 = row.text().getBytes(StandardCharsets.UTF_8);
            out.append(String.format("  \"\\%03o", utf8.length))
                    .append(literal(utf8))
                    .append("\"\n");
        }
        return out.append(
                        """
                          "";
                        const uint32_t lumen_runtime_atom_bytes = sizeof lumen_runtime_atom_texts - 1;
                        """)
                .toString();
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
