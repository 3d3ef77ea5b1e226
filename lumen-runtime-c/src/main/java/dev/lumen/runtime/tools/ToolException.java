package dev.lumen.runtime.tools;

/// A program of LLVM ended with a status other than 0. The message holds what it printed and the
/// command line.
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ToolResult result;

    ToolException(ToolResult result) {
        super(
                (result.errors() + result.output()).strip()
                        + "\n  (status "
                        + result.exitCode()
                        + " from: "
                        + result.commandLine()
                        + ")");
        this.result = result;
    }

    public ToolResult result() {
        return result;
    }
}
