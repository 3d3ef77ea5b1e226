package dev.lumen.ir.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

class ExternalTermTest {
    /// What `base64:encode(term_to_binary(T))` of OTP 25 says, for T in Erlang syntax.
    private static final String[][] OTP = {
        {
            "{a,[1,2|t],\"str\",-5,300,1.5}",
            "g2gGZAABYWwAAAACYQFhAmQAAXRrAANzdHJi////+2IAAAEsRj/4AAAAAAAA"
        },
        {"123456789012345678901234567890", "g24NANIKP07u4HPD9g/pjgE="},
        {"-1180591620717411303424", "g24JAQAAAAAAAAAAQA=="},
        {"<<1,2,3:5>>", "g00AAAADBQECGA=="},
        {"fun lists:map/2", "g3FkAAVsaXN0c2QAA21hcGEC"},
        {"#{a => 1,{b} => [[]]}", "g3QAAAACZAABYWEBaAFkAAFibAAAAAFqag=="},
        {"[]", "g2o="},
    };

    @Test
    void readsWhatOtpWrites() {
        for (String[] row : OTP) {
            byte[] bytes = Base64.getDecoder().decode(row[1]);
            assertThat(ExternalTerm.decode(bytes)).isEqualTo(TermReader.read(row[0]));
        }
    }

    @Test
    void roundTrips() {
        for (String[] row : OTP) {
            Term term = TermReader.read(row[0]);
            assertThat(ExternalTerm.decode(ExternalTerm.encode(term))).isEqualTo(term);
        }
    }

    @Test
    void depthIsBoundedByMemoryAlone() {
        Term deep = Nil.NIL;
        for (int i = 0; i < 1_000_000; i++) {
            deep = Term.tuple(deep);
        }
        assertThat(ExternalTerm.decode(ExternalTerm.encode(deep)).equals(deep)).isTrue();
    }

    @Test
    void damagedBytesAreRefusedAndNothingElse() {
        byte[] good =
                ExternalTerm.encode(
                        TermReader.read(
                                "{a,[1,2|t],#{k => <<1,2>>},1.5,-99999999999999999999,fun m:f/1}"));
        var random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = java.util.Arrays.copyOf(good, random.nextInt(good.length + 1));
            if (bad.length > 0) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                ExternalTerm.decode(bad);
            } catch (TermFormatException expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThatThrownBy(() -> ExternalTerm.decode(HexFormat.of().parseHex("836c7fffffff")))
                .isInstanceOf(TermFormatException.class);
    }
}
