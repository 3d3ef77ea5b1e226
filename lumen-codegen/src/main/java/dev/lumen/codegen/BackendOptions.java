package dev.lumen.codegen;

import dev.lumen.runtime.tools.RuntimeMode;

import java.util.Optional;

/// @param level how much to optimise
/// @param mode which build of the runtime to link with
/// @param strip whether to leave out names and debug information
/// @param cache where objects made before are
public record BackendOptions(
        OptLevel level, RuntimeMode mode, boolean strip, Optional<ObjectCache> cache) {
    public static final BackendOptions DEFAULT =
            new BackendOptions(OptLevel.O2, RuntimeMode.RELEASE, true, Optional.empty());

    public BackendOptions withLevel(OptLevel newLevel) {
        return new BackendOptions(newLevel, mode, strip, cache);
    }

    public BackendOptions withMode(RuntimeMode newMode) {
        return new BackendOptions(level, newMode, strip, cache);
    }

    public BackendOptions withStrip(boolean newStrip) {
        return new BackendOptions(level, mode, newStrip, cache);
    }

    public BackendOptions withCache(ObjectCache newCache) {
        return new BackendOptions(level, mode, strip, Optional.of(newCache));
    }
}
