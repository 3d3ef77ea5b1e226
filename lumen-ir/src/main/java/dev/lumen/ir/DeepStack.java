package dev.lumen.ir;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs recursive code that follows the nesting of a program, which may be a hundred thousand levels deep, on a thread
/// whose stack is large enough.
///
/// The stack is address space only until it is used, and is given back when the call returns. A nested call runs at once on
/// the thread that already has the stack. Any thread may call; the calls do not know of each other.
public final class DeepStack {
    /// Enough for a million frames of an ordinary tree walk.
    private static final long BYTES = 1L << 30;

    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private DeepStack() {}

    /// The value of `body`; an unchecked exception or error that it throws is thrown here. Throws [StackOverflowError] when
    /// even that stack is too small.
    public static <T> T call(Callable<T> body) {
        if (INSIDE.get()) {
            return callHere(body);
        }
        var task = new FutureTask<T>(() -> {
            INSIDE.set(true);
            return body.call();
        });
        var thread = new Thread(null, task, "lumen-deep-stack", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true; // the work is bounded: finish it, then tell the caller
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T callHere(Callable<T> body) {
        try {
            return body.call();
        } catch (Exception e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case Throwable e -> new IllegalStateException(e);
        };
    }
}
