package dev.lumen.ir.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What is expected is what OTP 29 answers.
class RecordTermTest {
    private static RecordTerm record(
            String module, String name, boolean exported, List<String> fields, Term... values) {
        return new RecordTerm(
                RecordTerm.definition(
                        Atom.of(module),
                        Atom.of(name),
                        exported,
                        fields.stream().map(Atom::of).toList()),
                List.of(values));
    }

    private static RecordTerm pair(Term first, Term second) {
        return record("nr", "pair", true, List.of("first", "second"), first, second);
    }

    @Test
    void externalFormat() {
        byte[] otp =
                HexFormat.of()
                        .parseHex(
                                "8343000000020177026e727704706169727705666972737477067365636f6e6461016102");
        assertThat(ExternalTerm.encode(pair(Term.of(1), Term.of(2)))).isEqualTo(otp);
        assertThat(ExternalTerm.decode(otp)).isEqualTo(pair(Term.of(1), Term.of(2)));
    }

    @Test
    void order() {
        List<Term> sorted =
                List.of(
                        Term.tuple(Term.of(1), Term.of(2), Term.of(3)),
                        record("nr", "empty", false, List.of()),
                        record(
                                "nr",
                                "pair",
                                false,
                                List.of("first", "second"),
                                Term.of(9),
                                Term.of(9)),
                        record("nr", "pair", true, List.of("first"), Term.of(9)),
                        pair(Term.of(0), Term.of(2)),
                        pair(Term.of(1), Term.of(2)),
                        pair(Term.of(1.0), Term.of(2)),
                        record(
                                "nr",
                                "pair",
                                true,
                                List.of("first", "third"),
                                Term.of(0),
                                Term.of(0)),
                        record("nrb", "a", true, List.of("x"), Term.of(0)),
                        MapTerm.EMPTY,
                        Nil.NIL);
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                assertThat(Integer.signum(TermOrder.compare(sorted.get(i), sorted.get(j))))
                        .as(sorted.get(i) + " and " + sorted.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    /// Unlike the elements of a tuple.
    @Test
    void numbersInsideAreEqualOnlyIfIdentical() {
        assertThat(TermOrder.equal(pair(Term.of(1), Term.of(2)), pair(Term.of(1.0), Term.of(2))))
                .isFalse();
        assertThat(pair(Term.of(1), Term.of(2)))
                .isEqualTo(pair(Term.of(1), Term.of(2)))
                .hasSameHashCodeAs(pair(Term.of(1), Term.of(2)));
    }

    @Test
    void text() {
        RecordTerm nested = pair(pair(Term.of(1), Nil.NIL), Term.atom("x y"));
        assertThat(nested)
                .hasToString("#nr:pair{first = #nr:pair{first = 1,second = []},second = 'x y'}");
        assertThat(TermPrinter.display(nested))
                .isEqualTo("#nr:pair{first=#nr:pair{first=1,second=[]},second='x y'}");
    }

    @Test
    void definitionsFit() {
        Tuple definition =
                RecordTerm.definition(Atom.of("m"), Atom.of("n"), true, List.of(Atom.of("a")));
        Stream.of(List.<Term>of(), List.<Term>of(Term.of(1), Term.of(2)))
                .forEach(values ->
                        assertThatThrownBy(() -> new RecordTerm(definition, values))
                                .isInstanceOf(IllegalArgumentException.class));
    }
}
