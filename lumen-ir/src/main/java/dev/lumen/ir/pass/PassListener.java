package dev.lumen.ir.pass;

/// Watches a pipeline: timings, dumps, statistics. Called on the thread that runs the pipeline.
@FunctionalInterface
public interface PassListener {
    PassListener NONE = _ -> {};

    void onPass(PassEvent event);
}
