package dev.lumen.runtime.build;

import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomHash;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The C that comes from `bifs.tab`.
final class BifSources {
    private BifSources() {}

    static String header(BifTable bifs) {
        String prototypes = bifs.all().stream().map(b -> prototype(b) + ";\n").collect(Collectors.joining());
        return """
                // Generated from bifs.tab: the built-in functions. What they share stands in lumen_abi.h, "primitives".
                #ifndef LUMEN_BIFS_H
                #define LUMEN_BIFS_H

                #include "lumen_abi.h"

                %s
                typedef struct lumen_bif {
                  lm_term module;
                  lm_term name;
                  uint32_t arity;
                  bool yields;            // what `function` is: a lumen_code, or a C primitive as declared above
                  void (*function)(void); // cast before a call
                } lumen_bif;

                // Sorted by module, name and arity as unsigned numbers, so that a binary search finds one.
                extern const lumen_bif lumen_bif_table[];
                extern const uint32_t lumen_bif_count;

                #endif
                """.formatted(prototypes);
    }

    private static String prototype(Bif bif) {
        if (bif.effects().yields()) {
            return "LUMEN_CC void " + bif.symbol() + "(LUMEN_CODE_PARAMS)";
        }
        return "lm_term " + bif.symbol() + "(lm_proc *p"
                + IntStream.range(0, bif.arity()).mapToObj(i -> ", lm_term a" + i).collect(Collectors.joining()) + ")";
    }

    /// @param written functions of which it says no may be missing: their entry is then NULL
    static String table(BifTable bifs, Predicate<Bif> written) {
        String weak = bifs.all().stream()
                .filter(written.negate())
                .map(b -> "#pragma weak " + b.symbol() + "\n")
                .collect(Collectors.joining());
        String rows = bifs.all().stream()
                .sorted(Comparator.comparing((Bif b) -> word(b.module()), Long::compareUnsigned)
                        .thenComparing(b -> word(b.name()), Long::compareUnsigned)
                        .thenComparingInt(Bif::arity))
                .map(b -> String.format("  {0x%016xu, 0x%016xu, %d, %b, (void (*)(void))%s}, // %s%n",
                        word(b.module()), word(b.name()), b.arity(), b.effects().yields(), b.symbol(), b))
                .collect(Collectors.joining());
        // The last row is there because ISO C has no array of length 0.
        return """
                // Generated from bifs.tab.
                #include "lumen_bifs.h"

                %s
                const lumen_bif lumen_bif_table[] = {
                %s  {0, 0, 0, false, NULL},
                };
                const uint32_t lumen_bif_count = %d;
                """.formatted(weak, rows, bifs.all().size());
    }

    private static long word(Atom atom) {
        return AtomHash.immediate(atom.name());
    }
}
