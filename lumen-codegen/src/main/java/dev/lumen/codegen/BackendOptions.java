package dev.lumen.codegen;

import dev.lumen.runtime.tools.RuntimeMode;

import java.util.Optional;

/// @param level how much to optimise
/// @param mode which build of the runtime to link with
/// @param strip whether to leave out names and debug information
/// @param cache where objects made before are
/// @param progress is told of each step
public record BackendOptions(
        OptLevel level,
        RuntimeMode mode,
        boolean strip,
        Optional<ObjectCache> cache,
        Progress progress) {
    public static final BackendOptions DEFAULT =
            new BackendOptions(
                    OptLevel.O2, RuntimeMode.RELEASE, true, Optional.empty(), Progress.NONE);

    public BackendOptions withLevel(OptLevel newLevel) {
        return new BackendOptions(newLevel, mode, strip, cache, progress);
    }

    public BackendOptions withMode(RuntimeMode newMode) {
        return new BackendOptions(level, newMode, strip, cache, progress);
    }

    public BackendOptions withStrip(boolean newStrip) {
        return new BackendOptions(level, mode, newStrip, cache, progress);
    }

    public BackendOptions withCache(ObjectCache newCache) {
        return new BackendOptions(level, mode, strip, Optional.of(newCache), progress);
    }

    public BackendOptions withProgress(Progress newProgress) {
        return new BackendOptions(level, mode, strip, cache, newProgress);
    }
}
