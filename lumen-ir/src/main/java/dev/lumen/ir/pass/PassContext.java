package dev.lumen.ir.pass;

import dev.lumen.ir.ssa.Module;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a pass is given beside the code. One per run of one pass; not for several threads.
public final class PassContext {
    private final Module module;
    private final SortedMap<String, Long> counters = new TreeMap<>();

    /// For tests that run a pass by itself.
    public PassContext(Module module) {
        this.module = module;
    }

    /// The module as it was when the pass began, for a [FunctionPass] that wants to look up what it
    /// calls.
    public Module module() {
        return module;
    }

    /// Adds one to a counter of this pass, e.g. `merged`.
    public void count(String counter) {
        count(counter, 1);
    }

    public void count(String counter, long amount) {
        counters.merge(counter, amount, Long::sum);
    }

    /// What was counted so far.
    public SortedMap<String, Long> counters() {
        return Collections.unmodifiableSortedMap(counters);
    }
}
