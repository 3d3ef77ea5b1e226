package dev.lumen.ir.term;

/// Bytes that are not a term in the external term format. The message says what is wrong with them.
public final class TermFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TermFormatException(String message) {
        super(message);
    }

    public TermFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
