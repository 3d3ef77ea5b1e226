package dev.lumen.codegen;

import java.util.function.Supplier;

/// Is told when the steps of making code begin and end. They run at once for several modules, so
/// calls may come from several threads at once.
public interface Progress {
    Progress NONE =
            new Progress() {
                @Override
                public void begun(String module, String step) {}

                @Override
                public void done(String module, String step, long nanos, Object result) {}
            };

    /// @param module empty for a step of the whole image
    /// @param step `object`: SSA to an object file; `link`
    void begun(String module, String step);

    /// @param result what the step made
    void done(String module, String step, long nanos, Object result);

    /// Does a step, and tells. One that throws has no end.
    default <T> T timed(String module, String step, Supplier<T> work) {
        begun(module, step);
        long start = System.nanoTime();
        T result = work.get();
        done(module, step, System.nanoTime() - start, result);
        return result;
    }
}
