package dev.lumen.ir.core;

/// A rule of [CoreVerifier] that a function breaks. `where` is the offending node as text,
/// shortened.
public record CoreError(String rule, FunctionName function, String message, String where) {
    @Override
    public String toString() {
        return rule + " in " + function + ": " + message + ": " + where;
    }
}
