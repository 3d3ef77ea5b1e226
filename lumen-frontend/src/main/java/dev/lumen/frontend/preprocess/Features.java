package dev.lumen.frontend.preprocess;

import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.TokenKind;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The language features that `-feature` turns on and off.
final class Features {
    static final String MAYBE = "maybe_expr";

    /// Assignments as qualifiers of comprehensions, an experiment of OTP 29.
    private static final String COMPREHENSION_ASSIGNMENT = "compr_assign";

    private final LanguageLevel level;
    private final Set<String> enabled;

    Features(LanguageLevel level, Set<String> initially) {
        this.level = level;
        this.enabled = new TreeSet<>(initially);
        if (level.hasMaybe()) {
            enabled.add(MAYBE);
        }
    }

    List<String> available() {
        return level.otpRelease() >= 29 ? List.of(COMPREHENSION_ASSIGNMENT, MAYBE) : List.of(MAYBE);
    }

    List<String> enabled() {
        return List.copyOf(enabled);
    }

    boolean isEnabled(String feature) {
        return enabled.contains(feature);
    }

    void set(String feature, boolean on) {
        if (on) {
            enabled.add(feature);
        } else {
            enabled.remove(feature);
        }
    }

    /// The keywords that exist only while a feature is on.
    static List<TokenKind> keywords(String feature) {
        return feature.equals(MAYBE) ? List.of(TokenKind.MAYBE, TokenKind.ELSE) : List.of();
    }
}
