package dev.lumen.ir;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs code that walks trees recursively, where trees may be as deep as the parser lets them be.
///
/// The stack is address space only until it is used. Costs one thread per call (about 50 µs), so
/// wrap a whole compilation, not a step of it; inside such a call another one costs nothing.
public final class DeepStack {
    private static final long STACK_BYTES = 1L << 30;
    private static final ScopedValue<Boolean> INSIDE = ScopedValue.newInstance();

    private DeepStack() {}

    /// The result of `body`; what it throws is thrown here. Throws [IllegalStateException] when
    /// this thread is interrupted while it waits.
    public static <T> T call(Callable<T> body) {
        if (INSIDE.isBound()) {
            return unchecked(body);
        }
        var task = new FutureTask<>(() -> ScopedValue.where(INSIDE, true).call(body::call));
        var thread =
                new Thread(null, task, Thread.currentThread().getName() + "-deep", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw DeepStack.<RuntimeException>sneaky(e.getCause());
        }
    }

    private static <T> T unchecked(Callable<T> body) {
        try {
            return body.call();
        } catch (Exception e) {
            throw DeepStack.<RuntimeException>sneaky(e);
        }
    }

    @SuppressWarnings(
            "unchecked") // the compiler does not see what the cast hides, which is the point
    private static <E extends Throwable> E sneaky(Throwable t) throws E {
        throw (E) t;
    }
}
