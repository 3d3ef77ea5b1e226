package dev.lumen.runtime.bindings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// The scheduler threads of one runtime, when they are in Java: in a [HostFunction], or in a
/// dependent of a future.
///
/// A scheduler that waits there for the answer of a call runs no process meanwhile. Others can run
/// the process that is called; but when all of them wait, nobody ever answers, so the last one is
/// refused. Thread-safe.
final class SchedulerThreads {
    /// Of which runtime the current thread is a scheduler, while it is in Java.
    private static final ThreadLocal<SchedulerThreads> CURRENT = new ThreadLocal<>();

    private final int count;

    /// What schedulers wait for, one entry each; some of it may just have come.
    private final List<CompletableFuture<?>> awaited = new ArrayList<>();

    SchedulerThreads(int count) {
        this.count = count;
    }

    /// Does what a scheduler of this runtime has come into Java for. (A call that ends at once
    /// comes back inside the host function that made it.)
    void inJava(Runnable work) {
        SchedulerThreads outside = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            CURRENT.set(outside);
        }
    }

    /// Whether the current thread is a scheduler of this runtime.
    private boolean isCurrent() {
        return CURRENT.get() == this;
    }

    /// For the answer of a call into this runtime.
    <T> CompletableFuture<T> newCall() {
        return new Call<>(null);
    }

    private void beginWaiting(CompletableFuture<?> call) {
        synchronized (awaited) {
            if (awaited.stream().filter(c -> !c.isDone()).count() + 1 >= count) {
                throw new IllegalStateException(
                        "nobody could answer: this thread is a scheduler, and waits like all other"
                                + " schedulers of the runtime ("
                                + count
                                + " in all). Wait on a thread of your own, or open the runtime with"
                                + " more schedulers");
            }
            awaited.add(call);
        }
    }

    private void endWaiting(CompletableFuture<?> call) {
        synchronized (awaited) {
            awaited.remove(call);
        }
    }

    /// The answer of a call, or what is made of it. A wait with a time limit needs no care: it ends
    /// by itself.
    private final class Call<T> extends CompletableFuture<T> {
        /// The call that this is made of.
        private final CompletableFuture<?> call;

        Call(CompletableFuture<?> origin) {
            call = origin == null ? this : origin;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new Call<>(call);
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            if (!needsScheduler()) {
                return super.get();
            }
            beginWaiting(call);
            try {
                return super.get();
            } finally {
                endWaiting(call);
            }
        }

        @Override
        public T join() {
            if (!needsScheduler()) {
                return super.join();
            }
            beginWaiting(call);
            try {
                return super.join();
            } finally {
                endWaiting(call);
            }
        }

        /// Whether a scheduler is about to wait until another one has answered.
        private boolean needsScheduler() {
            return isCurrent() && !isDone() && !call.isDone();
        }
    }
}
