package dev.lumen.frontend.lint;

import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Term;

import java.util.List;

/// How to lint. `compileOptions` are options as `-compile` takes them (`nowarn_unused_vars`,
/// `export_all`, …); those in the source come before them.
public record LintOptions(List<Term> compileOptions) {
    public LintOptions {
        compileOptions = List.copyOf(compileOptions);
    }

    public static LintOptions defaults() {
        return new LintOptions(List.of());
    }

    /// What can be warned about, with OTP's default.
    enum Warning {
        UNUSED_VARS("unused_vars", true),
        UNDERSCORE_MATCH("underscore_match", true),
        EXPORT_ALL("export_all", true),
        EXPORT_VARS("export_vars", false),
        SHADOW_VARS("shadow_vars", true),
        UNUSED_IMPORT("unused_import", false),
        UNUSED_FUNCTION("unused_function", true),
        UNUSED_TYPE("unused_type", true),
        BIF_CLASH("bif_clash", true),
        UNUSED_RECORD("unused_record", true),
        OBSOLETE_GUARD("obsolete_guard", true),
        FORMAT("format", true),
        NATIVE_RECORD_HEADER("native_record_header", true);

        private final String name;
        private final boolean byDefault;

        Warning(String name, boolean byDefault) {
            this.name = name;
            this.byDefault = byDefault;
        }

        /// The last option that turns it on or off decides.
        boolean isEnabled(List<Term> options) {
            boolean on = byDefault;
            for (Term option : options) {
                if (option instanceof Atom(var text)) {
                    on = text.equals("warn_" + name) || on && !text.equals("nowarn_" + name);
                }
            }
            return on;
        }
    }
}
