package dev.lumen.ir.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
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

    /// Nested headers, each of which announces as many parts as bytes follow: were room made for
    /// them, this would take many gigabytes.
    @Test
    void roomIsMadeForWhatComesOnly() {
        for (int tag : new int[] {105, 108, 116}) {
            var bytes = ByteBuffer.allocate(500_000);
            bytes.put((byte) 131);
            while (bytes.remaining() > 5) {
                bytes.put((byte) tag).putInt((bytes.remaining() - 4) / 2);
            }
            assertThatThrownBy(() -> ExternalTerm.decode(bytes.array()))
                    .isInstanceOf(TermFormatException.class);
        }
    }

    @Test
    void whatOtpRefusesIsRefused() {
        String[] damaged = {
            "8374000000026101610161016102", // a key twice
            "837702C328", // an atom that is not UTF-8
        };
        for (String hex : damaged) {
            assertThatThrownBy(() -> ExternalTerm.decode(HexFormat.of().parseHex(hex)))
                    .isInstanceOf(TermFormatException.class);
        }
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
