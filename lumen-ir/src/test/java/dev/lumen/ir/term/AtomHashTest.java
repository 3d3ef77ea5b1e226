package dev.lumen.ir.term;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Fixed values: compiled code, object files and the runtime in C must agree on them for ever.
class AtomHashTest {
    // Computed by another program from the definition.
    private static final long HASH_EMPTY = 0x3bf407d82ea64a4L;
    private static final long HASH_OK = 0x2688e87a60e2a62L;
    private static final long HASH_TRUE = 0x12ba6c921e5a1beL;
    private static final long HASH_UTF8 = 0xcd4a3444d6e0c2L;

    @Test
    void knownNames() {
        assertThat(AtomHash.hash58("")).isEqualTo(HASH_EMPTY);
        assertThat(AtomHash.hash58("ok")).isEqualTo(HASH_OK);
        assertThat(AtomHash.hash58("true")).isEqualTo(HASH_TRUE);
        assertThat(AtomHash.hash58("åäö→")).isEqualTo(HASH_UTF8);
    }

    @Test
    void immediateIsTaggedAsAtom() {
        assertThat(AtomHash.immediate("ok")).isEqualTo(HASH_OK << 6 | 0b001_110);
        assertThat(AtomHash.hash58("false")).isBetween(0L, (1L << 58) - 1);
    }
}
