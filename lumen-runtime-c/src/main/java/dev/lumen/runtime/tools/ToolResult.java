package dev.lumen.runtime.tools;

import java.time.Duration;
import java.util.List;

/// What a run of an external program left behind.
///
/// @param command the program and its arguments, as started
/// @param exitCode 0 for success; 128 + n when signal n ended it
/// @param output all it wrote to standard output, decoded as UTF-8
/// @param errors all it wrote to standard error, decoded as UTF-8
/// @param time from start to end
public record ToolResult(
        List<String> command, int exitCode, String output, String errors, Duration time) {
    public ToolResult {
        command = List.copyOf(command);
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /// The command as one line that a shell on the same machine accepts.
    public String commandLine() {
        var line = new StringBuilder();
        for (String word : command) {
            line.append(line.isEmpty() ? "" : " ");
            line.append(
                    word.matches("[A-Za-z0-9_@%+=:,./-]+")
                            ? word
                            : "'" + word.replace("'", "'\\''") + "'");
        }
        return line.toString();
    }

    /// This result, when the program succeeded.
    ///
    /// @throws ToolException carrying this result, when it did not
    public ToolResult orThrow() {
        if (!succeeded()) {
            throw new ToolException(this);
        }
        return this;
    }
}
