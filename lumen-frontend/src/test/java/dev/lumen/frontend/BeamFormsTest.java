package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.beam.BeamForms;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ExternalTerm;
import dev.lumen.ir.term.Term;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// `.beam` files made here, good and bad.
class BeamFormsTest {
    private static final Atom NONE = Atom.of("none");
    private static final ModuleForms FORMS =
            ErlangParser.parse(
                            new SourceText(
                                    "m.erl", "-module(m).\n-export([f/1]).\nf(X) -> X + 1.\n"),
                            PreprocessorOptions.defaults())
                    .forms();

    private static Term erlang(Term forms) {
        return Term.tuple(
                Atom.of("debug_info_v1"),
                Atom.of("erl_abstract_code"),
                Term.tuple(forms, Term.list()));
    }

    private static byte[] good() {
        return beam("Dbgi", ExternalTerm.encode(erlang(Term.list(AbstractFormat.toTerms(FORMS)))));
    }

    /// A file of these chunks: name, contents, name, contents...
    private static byte[] beam(Object... chunks) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("BEAM".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks.length; i += 2) {
            byte[] data = (byte[]) chunks[i + 1];
            body.writeBytes(((String) chunks[i]).getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
            body.writeBytes(data);
            body.writeBytes(new byte[-data.length & 3]);
        }
        return ByteBuffer.allocate(body.size() + 8)
                .put("FOR1".getBytes(StandardCharsets.US_ASCII))
                .putInt(body.size())
                .put(body.toByteArray())
                .array();
    }

    private static byte[] compressed(byte[] term) {
        var deflater = new Deflater();
        deflater.setInput(term, 1, term.length - 1);
        deflater.finish();
        byte[] out = new byte[term.length + 100];
        int n = deflater.deflate(out);
        deflater.end();
        return ByteBuffer.allocate(6 + n)
                .put((byte) 131)
                .put((byte) 80)
                .putInt(term.length - 1)
                .put(out, 0, n)
                .array();
    }

    private static Diagnostic problem(byte[] bytes) {
        ParseResult result = BeamForms.parse("m.beam", bytes);
        assertThat(result.forms().forms()).isEmpty();
        assertThat(result.diagnostics()).hasSize(1);
        assertThat(result.diagnostics().getFirst().span().file()).isEqualTo("m.beam");
        return result.diagnostics().getFirst();
    }

    private static void isProblem(String code, byte[] bytes) {
        assertThat(problem(bytes).code().name()).isEqualTo(code);
    }

    private static void isGood(byte[] bytes) {
        ParseResult result = BeamForms.parse("m.beam", bytes);
        assertThat(result.diagnostics()).isEmpty();
        assertThat(AbstractFormat.print(result.forms())).isEqualTo(AbstractFormat.print(FORMS));
    }

    @Test
    void everyWayToHoldForms() throws IOException {
        isGood(good());
        byte[] term = ExternalTerm.encode(erlang(Term.list(AbstractFormat.toTerms(FORMS))));
        isGood(beam("Atom", new byte[3], "Dbgi", compressed(term), "Line", new byte[2]));
        isGood(
                beam(
                        "Abst",
                        ExternalTerm.encode(
                                Term.tuple(
                                        Atom.of("raw_abstract_v1"),
                                        Term.list(AbstractFormat.toTerms(FORMS))))));
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(good());
        }
        isGood(zipped.toByteArray());
    }

    @Test
    void whatIsWrongIsSaid() {
        isProblem("not-a-beam", new byte[0]);
        isProblem(
                "not-a-beam", "-module(m).\n-export([f/1]).\n".getBytes(StandardCharsets.US_ASCII));
        isProblem("truncated-beam", Arrays.copyOf(good(), good().length - 1));
        isProblem("truncated-beam", Arrays.copyOf(good(), 10));
        isProblem("no-debug-info", beam("Code", new byte[16]));
        isProblem("no-debug-info", beam("Dbgi", ExternalTerm.encode(erlang(NONE))));
        isProblem(
                "encrypted-debug-info",
                beam("Dbgi", new byte[] {0, 8, 'd', 'e', 's', '3', '_', 'c', 'b', 'c'}));
        isProblem(
                "foreign-debug-info",
                beam(
                        "Dbgi",
                        ExternalTerm.encode(
                                Term.tuple(
                                        Atom.of("debug_info_v1"), Atom.of("elixir_erl"), NONE))));
        isProblem("damaged-beam", beam("Dbgi", new byte[] {(byte) 131, 104}));
        assertThat(problem(beam("Code", new byte[1])).notes().getFirst()).contains("+debug_info");
        isProblem("unreadable-file", Path.of("no/such/file.beam"));
    }

    private static void isProblem(String code, Path file) {
        assertThat(BeamForms.parse(file).diagnostics())
                .extracting(d -> d.code().name())
                .containsExactly(code);
    }

    @Test
    void newerThanKnown() {
        byte[] info =
                ExternalTerm.encode(Term.list(Term.tuple(Atom.of("version"), Term.string("99.1"))));
        byte[] old =
                ExternalTerm.encode(
                        Term.list(Term.tuple(Atom.of("version"), Term.string("8.2.3"))));
        Term strange = erlang(Term.list(Term.tuple(Atom.of("hologram"), Term.of(1))));
        isProblem("beam-too-new", beam("CInf", info, "Dbgi", ExternalTerm.encode(strange)));
        isProblem("damaged-beam", beam("CInf", old, "Dbgi", ExternalTerm.encode(strange)));
        isProblem(
                "beam-too-new",
                beam(
                        "CInf",
                        info,
                        "Dbgi",
                        ExternalTerm.encode(Term.tuple(Atom.of("debug_info_v7"), NONE))));
        isGood(
                beam(
                        "CInf",
                        info,
                        "Dbgi",
                        ExternalTerm.encode(erlang(Term.list(AbstractFormat.toTerms(FORMS))))));
    }

    @Test
    void anyDamageIsADiagnostic() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good();
            for (int k = random.nextInt(4); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ParseResult result = BeamForms.parse("m.beam", bytes);
            assertThat(result.diagnostics().isEmpty()).isEqualTo(!result.forms().forms().isEmpty());
        }
    }
}
