package dev.lumen.ir.diag;

import java.util.Locale;

/// How bad it is. Only an [#ERROR] stops a compilation.
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
