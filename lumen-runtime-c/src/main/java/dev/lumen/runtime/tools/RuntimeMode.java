package dev.lumen.runtime.tools;

import java.util.Locale;

/// How the runtime is built. What a program means is the same in all; tests run in each.
public enum RuntimeMode {
    /// For use: optimised, no checks.
    RELEASE,
    /// Every invariant is checked (`LM_DEBUG=2`); natively also with the address and
    /// undefined-behaviour sanitizers.
    DEBUG,
    /// Optimised, but collects at every allocation and gives one reduction per slice
    /// (`LM_STRESS=1`).
    STRESS,
    /// With the thread sanitizer, for the tests in C: it finds what threads do to the same memory
    /// without agreeing on an order. In no kit: neither a JVM nor compiled code can run in it.
    TSAN;

    /// The system property that says which one this JVM uses when nobody asks for one: `release`,
    /// `debug` or `stress`.
    public static final String PROPERTY = "lumen.runtime.mode";

    /// As in folder names and on command lines.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for an unknown one
    public static RuntimeMode of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// What [#PROPERTY] says; [#RELEASE] when it is not set.
    public static RuntimeMode current() {
        return of(System.getProperty(PROPERTY, RELEASE.id()));
    }
}
