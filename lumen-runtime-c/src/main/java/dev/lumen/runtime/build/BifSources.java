package dev.lumen.runtime.build;

import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomHash;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The C that comes from `bifs.tab`.
final class BifSources {
    private BifSources() {}

    static String header(BifTable bifs) {
        String prototypes =
                bifs.all().stream().map(b -> prototype(b) + ";\n").collect(Collectors.joining());
        return """
        // Generated from bifs.tab: the built-in functions. What they share stands in lumen_abi.h, "primitives".
        #ifndef LUMEN_BIFS_H
        #define LUMEN_BIFS_H

        #include "lumen_abi.h"

        %s
        #endif
        """
                .formatted(prototypes);
    }

    private static String prototype(Bif bif) {
        if (bif.effects().yields()) {
            return "LUMEN_CC void " + bif.symbol() + "(LUMEN_CODE_PARAMS)";
        }
        return "lm_term "
                + bif.symbol()
                + "(lm_proc *p"
                + IntStream.range(0, bif.arity())
                        .mapToObj(i -> ", lm_term a" + i)
                        .collect(Collectors.joining())
                + ")";
    }

    /// What makes a function of each built-in that is written: its `lumen_builtin`, its
    /// `lumen_function`, and ABI code around the primitive. Each is a section of its own, so a
    /// linker keeps only those that an image names.
    static String functions(BifTable bifs, Predicate<Bif> written) {
        String all =
                bifs.all().stream()
                        .filter(written)
                        .map(BifSources::function)
                        .collect(Collectors.joining("\n"));
        return """
        // Generated from bifs.tab.
        #include "exec/lm_builtin.h"
        #include "lumen_bifs.h"

        %s
        %s\
        """
                .formatted(all, names(bifs));
    }

    /// What `erlang:is_builtin/3` knows.
    private static String names(BifTable bifs) {
        return "const lumen_builtin lumen_builtin_names[] = {\n"
                + bifs.all().stream()
                        .map(b ->
                                "  {0x%016xu, 0x%016xu, %d},\n"
                                        .formatted(word(b.module()), word(b.name()), b.arity()))
                        .collect(Collectors.joining())
                + "};\n"
                + "const size_t lumen_builtin_name_count = sizeof lumen_builtin_names / sizeof"
                + " *lumen_builtin_names;\n";
    }

    private static String function(Bif bif) {
        String name = bif.module().name() + "_" + bif.alias() + "_" + bif.arity();
        String code = bif.effects().yields() ? bif.symbol() : "call_" + name;
        String wrapper =
                bif.effects().yields()
                        ? ""
                        : """
                        static LUMEN_CC void %s(LUMEN_CODE_PARAMS) { LM_BUILTIN_CALL(&name_%s, %s(p%s)) }
                        """
                                .formatted(
                                        code,
                                        name,
                                        bif.symbol(),
                                        IntStream.range(0, bif.arity())
                                                .mapToObj(i -> ", x" + i)
                                                .collect(Collectors.joining()));
        return """
        extern const lumen_builtin name_%1$s __asm__("lumen_builtin:%2$s:%3$s/%4$d");
        const lumen_builtin name_%1$s = {0x%7$016xu, 0x%8$016xu, %4$d};
        extern const lumen_function function_%1$s __asm__("lumen_function:%2$s:%3$s/%4$d");
        %5$sconst lumen_function function_%1$s = {%6$s, NULL, 0x%7$016xu, 0x%8$016xu, %4$d, 0};
        """
                .formatted(
                        name,
                        bif.module().name(),
                        bif.name().name(),
                        bif.arity(),
                        wrapper,
                        code,
                        word(bif.module()),
                        word(bif.name()));
    }

    private static long word(Atom atom) {
        return AtomHash.immediate(atom.name());
    }
}
