package dev.lumen.benchmarks;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;

/// What each thread of this process, those of the runtime among them, has used of processors so
/// far, in nanoseconds.
///
/// Linux brings the sum of all threads up to date at ticks only, milliseconds late for those that
/// run on other processors; so the threads are asked one by one.
record ProcessorTime(Map<Integer, Long> threads) {
    private static final File THREADS = new File("/proc/self/task");
    private static final long NANOS = 1_000_000_000L;

    private static final MethodHandle CLOCK_GETTIME =
            Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker()
                                    .defaultLookup()
                                    .find("clock_gettime")
                                    .orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS));

    static ProcessorTime now() {
        var threads = new HashMap<Integer, Long>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
            for (String thread : THREADS.list()) {
                int id = Integer.parseInt(thread);
                if ((int) CLOCK_GETTIME.invokeExact(clock(id), time) == 0) { // else it has ended
                    threads.put(
                            id,
                            time.getAtIndex(ValueLayout.JAVA_LONG, 0) * NANOS
                                    + time.getAtIndex(ValueLayout.JAVA_LONG, 1));
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return new ProcessorTime(threads);
    }

    /// What the threads that are there now have used since `before`.
    long since(ProcessorTime before) {
        return threads.entrySet().stream()
                .mapToLong(t -> t.getValue() - before.threads.getOrDefault(t.getKey(), 0L))
                .sum();
    }

    /// As the kernel numbers the clocks of threads; `pthread_getcpuclockid` answers the same.
    private static int clock(int thread) {
        return ~thread << 3 | 6;
    }
}
