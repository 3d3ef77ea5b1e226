package dev.lumen.frontend.scan;

/// Which release's language a source is written in. New syntax that no older source can contain is
/// always accepted; the level decides only where the same text means different things.
public record LanguageLevel(int otpRelease) {
    public static final int OLDEST = 25;
    public static final int NEWEST = 29;

    public static LanguageLevel newest() {
        return new LanguageLevel(NEWEST);
    }

    /// `"""` begins a triple-quoted string; before, it was an empty string and the beginning of
    /// another.
    public boolean hasTripleQuotes() {
        return otpRelease >= 27;
    }

    /// `maybe` and `else` are keywords without `-feature(maybe_expr, enable)`.
    public boolean hasMaybe() {
        return otpRelease >= 27;
    }

    /// The value of any expression can be called as it stands: `f(X)(Y)`, `f(X):g()`.
    public boolean callsAnything() {
        return otpRelease >= 29;
    }

    /// `?FUNCTION_ARITY` counts a first argument without a name or literal in it (`[]`, `{}`,
    /// `<<>>`); OTP 25 did not.
    public boolean countsEmptyFirstArgument() {
        return otpRelease >= 26;
    }
}
