package dev.lumen.runtime.build;

/// The build can't go on, for a reason that the message tells completely.
final class BuildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BuildException(String message) {
        super(message);
    }
}
