package dev.lumen.codegen.lower;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import java.util.Set;

class PerfectHashTest {
    /// A factor is found for nearly all sets; where not, the keys are searched for in order.
    @Property
    void eachWordHasASlotOfItsOwn(@ForAll @Size(min = 1, max = 32) Set<Long> words) {
        PerfectHash.of(words)
                .ifPresent(hash -> {
                    assertThat(words.stream().map(hash::slot))
                            .doesNotHaveDuplicates()
                            .allMatch(slot -> slot >= 0 && slot < hash.slots());
                    assertThat(PerfectHash.of(words)).contains(hash);
                });
    }

    @Property
    void aFewWordsHaveOne(@ForAll @Size(min = 1, max = 8) Set<Long> words) {
        assertThat(PerfectHash.of(words)).isPresent();
    }
}
