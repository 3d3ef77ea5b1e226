package dev.lumen.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/// Work in Java that is as fast as the machine is at the moment. It owes nothing to the runtime, so
/// it stays when that gets slower; and it is of the same sort, so that another machine, or a
/// neighbour on this one, changes the two alike. About a millisecond each.
enum Calibration implements Runnable {
    /// As schedulers do: short dependent steps, small tables, and words that threads share.
    STEPS {
        private static final int COUNT = 100_000;
        private final int[] table = scattered(1 << 14);
        private final AtomicInteger shared = new AtomicInteger();

        @Override
        public void run() {
            int at = shared.get() & (table.length - 1);
            for (int i = 0; i < COUNT; i++) {
                at = table[at];
                if ((at & 3) == 0) {
                    shared.compareAndSet(shared.getPlain(), at);
                }
            }
            shared.set(at);
        }
    },

    /// As the collector does: follows pointers through megabytes, and copies what it finds there.
    CELLS {
        private static final int COUNT = 200_000;
        private final long[] from = cells();
        private final long[] to = new long[2 * COUNT];

        @Override
        public void run() {
            int at = 0;
            for (int i = 0; i < COUNT; i++) {
                to[2 * i] = from[at];
                to[2 * i + 1] = 2L * i + 2;
                at = (int) from[at + 1];
            }
            from[0] = to[2 * COUNT - 2];
        }

        /// A list as a program builds it: each cell points to the one before, the last to none.
        private static long[] cells() {
            var cells = new long[2 * COUNT];
            for (int i = 0; i < COUNT; i++) {
                int to = i == 0 ? COUNT - 1 : i == 1 ? 0 : i - 1;
                cells[2 * i] = i;
                cells[2 * i + 1] = 2L * to;
            }
            return cells;
        }
    };

    /// One cycle through all elements, in no order that a processor foresees: x -> 5x + 3.
    private static int[] scattered(int size) {
        var next = new int[size];
        for (int x = 0; x < size; x++) {
            next[x] = (5 * x + 3) & (size - 1);
        }
        return next;
    }
}
