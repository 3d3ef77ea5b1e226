package dev.lumen.ir.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Terms against what a real `erl` said (the two `.txt` resources, recorded from OTP 25), and at
/// sizes where recursion would fail.
class TermTest {
    private static List<String> lines(String resource) {
        try (var in = TermTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void floatsPrintAsErlangPrintsThem() {
        List<String> lines = lines("floats.txt");
        assertThat(lines).hasSizeGreaterThan(400);
        for (String line : lines) {
            String[] parts = line.split(" ");
            double value = Double.longBitsToDouble(Long.parseUnsignedLong(parts[0], 16));
            assertThat(FloatText.shortest(value)).as(parts[0]).isEqualTo(parts[1]);
            assertThat(TermReader.read(parts[1])).isEqualTo(Term.of(value));
        }
    }

    @Test
    void termsPrintReadAndSortAsInErlang() {
        List<String> lines = lines("terms.txt");
        assertThat(lines).hasSizeGreaterThan(70);
        var terms = new ArrayList<Term>();
        for (String line : lines) {
            Term term = TermReader.read(line);
            assertThat(TermPrinter.print(term)).isEqualTo(line);
            terms.add(term);
        }
        var shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(TermOrder::compare);
        assertThat(shuffled).isEqualTo(terms);
    }

    @Test
    void displayPrintsLikeTheBuiltIn() {
        assertThat(
                        TermPrinter.display(
                                TermReader.read(
                                        "[\"abc\",<<\"abc\">>,<<1,2,3:4>>,3.14,#{1=>2},'a"
                                                + " b',\"\"]")))
                .isEqualTo("[\"abc\",<<\"abc\">>,<<1,2,3:4>>,3.140000e+00,#{1=>2},'a b',[]]");
    }

    @Test
    void numbersCompareByValueOrByType() {
        assertThat(TermOrder.equal(Term.of(1), Term.of(1.0))).isTrue();
        assertThat(TermOrder.identical(Term.of(1), Term.of(1.0))).isFalse();
        assertThat(TermOrder.equal(Term.of(0.0), Term.of(-0.0))).isTrue();
        assertThat(TermOrder.identical(Term.of(0.0), Term.of(-0.0))).isTrue();
        assertThat(Term.of(0.0)).isNotEqualTo(Term.of(-0.0));
        assertThat(Term.tuple(Term.of(0.0))).isNotEqualTo(Term.tuple(Term.of(-0.0)));
        assertThat(Term.map(Map.of(Term.of(0.0), Atom.TRUE, Term.of(-0.0), Atom.TRUE)).size())
                .isOne();
        assertThat(TermOrder.compare(Term.of((1L << 53) + 1), Term.of(0x1p53))).isPositive();
        assertThat(TermOrder.compareExact(Term.of(2), Term.of(1.0))).isNegative();
        BigInteger big = BigInteger.TWO.pow(70);
        assertThat(Term.of(big)).isEqualTo(TermReader.read("1180591620717411303424"));
        assertThat(Term.of(BigInteger.TEN)).isEqualTo(Term.of(10)).hasSameHashCodeAs(Term.of(10));
        assertThat(TermOrder.compare(Term.of(big), Term.of(0x1p70))).isZero();
    }

    @Test
    void readsTheRestOfTheSyntax() {
        assertThat(TermReader.read("16#ff")).isEqualTo(Term.of(255));
        assertThat(TermReader.read("-1_000")).isEqualTo(Term.of(-1000));
        assertThat(TermReader.read("[$a,$\\n,$\\x{3b1},$\\^A,$\\101] . % end"))
                .isEqualTo(
                        Term.list(
                                Term.of(97), Term.of(10), Term.of(0x3b1), Term.of(1), Term.of(65)));
        assertThat(TermReader.read("\"ab\" \"c\"")).isEqualTo(Term.string("abc"));
        assertThat(TermReader.read("<<\"é\"/utf8, \"é\">>"))
                .isEqualTo(Bits.of(new byte[] {(byte) 0xc3, (byte) 0xa9, (byte) 0xe9}));
        assertThat(TermReader.readAll("a. {b,[c|d]}.\n#{}. ")).hasSize(3);
        for (String bad :
                List.of(
                        "", "[1,2", "{a,}", "#{a}", "#{a=>1", "a b", "[a|b,c]", "\"abc", "<<1", "$",
                        "fun a:b", "'\\x", ")")) {
            assertThatThrownBy(() -> TermReader.read(bad))
                    .as(bad)
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void aListHasOneRepresentation() {
        Term built = ListTerm.of(List.of(Term.of(1)), ListTerm.of(List.of(Term.of(2)), Nil.NIL));
        assertThat(built).isEqualTo(Term.list(Term.of(1), Term.of(2)));
        assertThat(ListTerm.of(List.of(), Atom.OK)).isEqualTo(Atom.OK);
    }

    @Test
    void mapsFindTheirKeys() {
        MapTerm m =
                Term.map(Map.of(Term.of(1), Atom.OK, Term.of(1.0), Atom.ERROR, Atom.TRUE, Nil.NIL));
        assertThat(m.getOrDefault(Term.of(1), Nil.NIL)).isEqualTo(Atom.OK);
        assertThat(m.getOrDefault(Term.of(1.0), Nil.NIL)).isEqualTo(Atom.ERROR);
        assertThat(m.getOrDefault(Term.of(2), Atom.FALSE)).isEqualTo(Atom.FALSE);
    }

    @Test
    void aMillionElementsAndAMillionLevelsDoNotOverflow() {
        int n = 1_000_000;
        var elements = new ArrayList<Term>(n);
        for (int i = 0; i < n; i++) {
            elements.add(Term.of(i));
        }
        Term nested = Nil.NIL;
        Term sameNested = Nil.NIL;
        for (int i = 0; i < n; i++) {
            nested = i % 2 == 0 ? Term.tuple(nested) : Term.list(nested);
            sameNested = i % 2 == 0 ? Term.tuple(sameNested) : Term.list(sameNested);
        }
        Term list = Term.list(elements);
        for (Term term : List.of(list, nested)) {
            Term back = TermReader.read(TermPrinter.print(term));
            assertThat(back.equals(term)).isTrue();
            assertThat(back.hashCode()).isEqualTo(term.hashCode());
            assertThat(TermOrder.compare(back, term)).isZero();
        }
        assertThat(nested.equals(sameNested)).isTrue();
        elements.set(n - 1, Atom.OK);
        assertThat(Term.list(elements).equals(list)).isFalse();
    }
}
