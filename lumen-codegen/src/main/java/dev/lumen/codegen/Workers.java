package dev.lumen.codegen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/// Work for all processors, while the caller waits for it. The common pool leaves one of them to
/// the caller: of two that would be half.
final class Workers {
    private static final ForkJoinPool ALL =
            new ForkJoinPool(Runtime.getRuntime().availableProcessors());

    private Workers() {}

    static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, ALL);
    }
}
