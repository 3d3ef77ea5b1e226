package dev.lumen.ir.term;

/// The text given to [TermReader] is not a term. `offset` is the index of the character where
/// reading stopped.
public final class TermSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int offset;

    public TermSyntaxException(String message, int offset) {
        super(message + " at offset " + offset);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
