package dev.lumen.runtime.bindings;

/// The program called `erlang:halt`. The JVM goes on; the runtime runs no more processes and should
/// be closed.
public final class HaltException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    HaltException(int status) {
        super("the program halted with status " + status);
        this.status = status;
    }

    /// What an executable would have exited with.
    public int status() {
        return status;
    }
}
