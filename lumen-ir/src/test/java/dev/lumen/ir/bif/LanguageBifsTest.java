package dev.lumen.ir.bif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageBifsTest {
    /// A guard that calls what does not exist would fail without a word.
    @Test
    void whatGuardsMayCallIsBuiltIn() {
        assertThat(LanguageBifs.GUARD)
                .allSatisfy(function -> {
                    String[] parts = function.split("/");
                    assertThat(
                                    BifTable.standard()
                                            .find("erlang", parts[0], Integer.parseInt(parts[1])))
                            .isPresent()
                            .hasValueSatisfying(bif -> assertThat(bif.effects().guard()).isTrue());
                });
    }
}
