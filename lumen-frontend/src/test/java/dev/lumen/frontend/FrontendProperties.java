package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.parse.AttributeValue;
import dev.lumen.frontend.parse.FormParser;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.scan.LanguageLevel;
import dev.lumen.frontend.scan.Scanner;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermPrinter;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.util.HashMap;
import java.util.List;

/// Properties over generated terms and generated nonsense.
class FrontendProperties {
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "X",
                    "_",
                    "1",
                    "1.5",
                    "$a",
                    "\"s\"",
                    "'q'",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    "<<",
                    ">>",
                    ",",
                    ";",
                    ".",
                    ". ",
                    "->",
                    "=",
                    ":=",
                    "=>",
                    "==",
                    "|",
                    "||",
                    "<-",
                    "<=",
                    "&&",
                    "#",
                    "#{",
                    "#r",
                    "#_",
                    "?",
                    "?M",
                    "??X",
                    "-",
                    "+",
                    "!",
                    "/",
                    "*",
                    ":",
                    "::",
                    "..",
                    "...",
                    "end",
                    "fun",
                    "case",
                    "of",
                    "if",
                    "begin",
                    "try",
                    "catch",
                    "after",
                    "receive",
                    "when",
                    "maybe",
                    "else",
                    "not",
                    "andalso",
                    "-define(",
                    "-ifdef(",
                    "-endif.\n",
                    "-else.\n",
                    "-if(",
                    "-include(",
                    "-record(",
                    "-type ",
                    "-spec ",
                    "-doc ",
                    "-feature(",
                    "~\"x\"",
                    "~b",
                    "\"\"\"",
                    "\\",
                    "@",
                    "\n",
                    "%",
                    "å",
                    "→",
                    "\ud83d\ude00",
                    "\ud800",
                    "\0",
                    "16#",
                    "1_",
                    "$\\",
                    "\"\\x{",
                    "-file(\"f\", 7).\n",
                    "f() -> ");

    @Property(tries = 3000)
    void nonsenseIsReportedNotThrown(@ForAll("nonsense") String text) {
        ParseResult result =
                ErlangParser.parse(new SourceText("t.erl", text), PreprocessorOptions.defaults());
        String printed = AbstractFormat.print(result.forms());
        assertThat(AbstractFormat.print(AbstractFormat.read(printed))).isEqualTo(printed);
    }

    @Provide
    Arbitrary<String> nonsense() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(list -> String.join("", list));
    }

    @Property
    void whatIsPrintedParsesAsTheSameTerm(@ForAll("terms") Term term) {
        for (var style : List.of(TermPrinter.Style.WRITE, TermPrinter.Style.PRETTY)) {
            var scanner =
                    new Scanner(
                            new SourceText("t", TermPrinter.print(term, style) + ". "),
                            LanguageLevel.newest(),
                            p -> {
                                throw new AssertionError(p);
                            });
            var exprs = FormParser.exprs(scanner.nextForm().tokens(), LanguageLevel.newest());
            assertThat(AttributeValue.of(exprs.getFirst())).isEqualTo(term);
        }
    }

    @Provide
    Arbitrary<Term> terms() {
        Arbitrary<Term> leaf =
                Arbitraries.oneOf(
                        Arbitraries.bigIntegers().map(Term::of),
                        Arbitraries.doubles().map(Term::of),
                        Arbitraries.strings()
                                .ofMaxLength(20)
                                .filter(s -> s.codePoints().allMatch(FrontendProperties::isText))
                                .map(Term::atom),
                        Arbitraries.strings()
                                .ofMaxLength(20)
                                .filter(s -> s.codePoints().allMatch(FrontendProperties::isText))
                                .map(Term::string),
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(10).map(Term::binary),
                        Combinators.combine(
                                        Arbitraries.bytes()
                                                .array(byte[].class)
                                                .ofMinSize(1)
                                                .ofMaxSize(4),
                                        Arbitraries.integers().between(1, 7))
                                .as((bytes, spare) ->
                                        dev.lumen.ir.term.Bits.of(
                                                bytes, bytes.length * 8L - spare)));
        return nested(leaf, 3);
    }

    private static Arbitrary<Term> nested(Arbitrary<Term> leaf, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Term> part = nested(leaf, depth - 1);
        return Arbitraries.oneOf(
                leaf,
                part.list().ofMaxSize(4).map(Term::list),
                part.list().ofMaxSize(4).map(Term::tuple),
                Combinators.combine(part, part)
                        .as(Tuple::of)
                        .list()
                        .ofMaxSize(3)
                        .map(pairs -> {
                            var map = new HashMap<Term, Term>();
                            pairs.forEach(p -> map.put(p.get1(), p.get2()));
                            return Term.map(map);
                        }));
    }

    private static boolean isText(int c) {
        return c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff;
    }
}
