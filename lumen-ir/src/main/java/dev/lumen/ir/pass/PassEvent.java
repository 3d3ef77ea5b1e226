package dev.lumen.ir.pass;

import dev.lumen.ir.ssa.Module;

import java.util.SortedMap;

/// One pass has run over one module.
///
/// @param group the name of the pipeline's group that it stands in
/// @param round which repetition of the group this is, from 1
/// @param before the module that the pass was given
/// @param after what it made of it; the same object when it changed nothing
/// @param nanos how long that took, verification not included
/// @param counters what the pass counted
public record PassEvent(
        PassId pass,
        String group,
        int round,
        Module before,
        Module after,
        long nanos,
        SortedMap<String, Long> counters) {
    public boolean changed() {
        return before != after;
    }
}
