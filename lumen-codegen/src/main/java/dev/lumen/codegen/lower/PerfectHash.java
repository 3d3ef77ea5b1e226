package dev.lumen.codegen.lower;

import java.util.Collection;
import java.util.Optional;

/// A function that gives each of a few known words a slot of its own: `(word * factor) >>> shift`,
/// multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4) with a factor that was
/// tried until no two words met.
///
/// @param factor odd
/// @param bits how many bits of the product are the slot
record PerfectHash(long factor, int bits) {
    /// With more words a factor is seldom found.
    private static final int MAX_WORDS = 32;

    /// The table has at most this many times as many bits as it must.
    private static final int SPARE_BITS = 2;

    private static final int TRIES = 1000;

    /// 2 to the 64th over the golden ratio: its multiples are spread evenly.
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /// The smallest table that was found; the same for the same words.
    static Optional<PerfectHash> of(Collection<Long> words) {
        if (words.size() > MAX_WORDS) {
            return Optional.empty();
        }
        int least = Math.max(1, Long.SIZE - Long.numberOfLeadingZeros(words.size() - 1));
        for (int bits = least; bits <= least + SPARE_BITS; bits++) {
            for (int i = 1; i <= TRIES; i++) {
                var hash = new PerfectHash(i * GOLDEN_RATIO | 1, bits);
                if (words.stream().map(hash::slot).distinct().count() == words.size()) {
                    return Optional.of(hash);
                }
            }
        }
        return Optional.empty();
    }

    int slots() {
        return 1 << bits;
    }

    /// How far the product is shifted to the right.
    int shift() {
        return Long.SIZE - bits;
    }

    int slot(long word) {
        return (int) (word * factor >>> shift());
    }
}
