package dev.lumen;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A value that is made when it is first asked for; who asks meanwhile waits. Tests of one program
/// on several machines share what does not depend on the machine.
final class Once<T> {
    private final FutureTask<T> task;

    Once(Callable<T> make) {
        task = new FutureTask<>(make);
    }

    /// Throws what making it threw, each time.
    T get() throws Exception {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
