package dev.lumen.codegen;

import dev.lumen.runtime.tools.RuntimeMode;

/// @param level how much to optimise
/// @param mode  which build of the runtime to link with
/// @param strip whether to leave out names and debug information
public record BackendOptions(OptLevel level, RuntimeMode mode, boolean strip) {
    public static final BackendOptions DEFAULT = new BackendOptions(OptLevel.O2, RuntimeMode.RELEASE, true);

    public BackendOptions withLevel(OptLevel newLevel) {
        return new BackendOptions(newLevel, mode, strip);
    }

    public BackendOptions withMode(RuntimeMode newMode) {
        return new BackendOptions(level, newMode, strip);
    }

    public BackendOptions withStrip(boolean newStrip) {
        return new BackendOptions(level, mode, newStrip);
    }
}
