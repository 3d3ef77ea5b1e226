package dev.lumen.frontend.beam;

import dev.lumen.frontend.ParseResult;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.forms.IllegalFormException;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ExternalTerm;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermFormatException;
import dev.lumen.ir.term.Tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The forms in a `.beam` file, as `beam_lib:chunks(File, [abstract_code])` gives them: from the
/// chunk `Dbgi`, or `Abst` of releases before 20.
///
/// They are what the compiler worked on: macros expanded, files included, parse transforms applied.
/// Never throws for a bad file. Has no state; any number of threads may call at once.
public final class BeamForms {
    /// The newest release whose files are known.
    static final int NEWEST_RELEASE = 29;

    /// The major version of the application `compiler` in that release.
    private static final int NEWEST_COMPILER = 10;

    private static final Atom NONE = Atom.of("none");
    private static final Atom ERLANG_BACKEND = Atom.of("erl_abstract_code");

    private BeamForms() {}

    /// Reads a file.
    public static ParseResult parse(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return failed(unreadable(file, "no such file or directory"));
        } catch (IOException e) {
            return failed(unreadable(file, "cannot read the file: " + e.getMessage()));
        }
    }

    /// Reads the contents of a file; diagnostics are about `name`.
    public static ParseResult parse(String name, byte[] bytes) {
        try {
            return new ParseResult(forms(BeamFile.read(bytes)), List.of(), List.of());
        } catch (BeamFormatException e) {
            return failed(e.problem().toDiagnostic(name));
        }
    }

    private static Diagnostic unreadable(Path file, String reason) {
        return Diagnostic.error("unreadable-file", reason, Span.startOf(file.toString()));
    }

    private static ParseResult failed(Diagnostic diagnostic) {
        return new ParseResult(new ModuleForms(List.of()), List.of(diagnostic), List.of());
    }

    private static ModuleForms forms(BeamFile file) throws BeamFormatException {
        Optional<byte[]> chunk = file.chunk("Dbgi").or(() -> file.chunk("Abst"));
        if (chunk.isEmpty() || chunk.get().length == 0) {
            throw new BeamFormatException(new BeamProblem.NoDebugInfo());
        }
        if (chunk.get()[0] == 0) { // where the version of the term format would be
            throw new BeamFormatException(new BeamProblem.Encrypted());
        }
        try {
            return AbstractFormat.fromTerms(abstractCode(ExternalTerm.decode(chunk.get()), file));
        } catch (TermFormatException | IllegalFormException e) {
            throw new BeamFormatException(unknown(file, e.getMessage()));
        }
    }

    private static List<Term> abstractCode(Term debugInfo, BeamFile file)
            throws BeamFormatException {
        if (!(debugInfo instanceof Tuple t) || t.size() < 2 || !(t.get(0) instanceof Atom tag)) {
            throw new BeamFormatException(
                    new BeamProblem.Damaged("its debug information is no such thing"));
        }
        return switch (tag.name()) {
            case "raw_abstract_v1" -> list(t.get(1), file);
            case "debug_info_v1" -> {
                if (!t.get(1).equals(ERLANG_BACKEND)) {
                    throw new BeamFormatException(
                            new BeamProblem.ForeignDebugInfo(t.get(1).toString()));
                }
                if (t.size() < 3
                        || !(t.get(2) instanceof Tuple data)
                        || data.size() == 0
                        || data.get(0).equals(NONE)) {
                    throw new BeamFormatException(new BeamProblem.NoDebugInfo());
                }
                yield list(data.get(0), file);
            }
            default ->
                    throw new BeamFormatException(
                            unknown(file, "debug information of the kind " + tag));
        };
    }

    private static List<Term> list(Term forms, BeamFile file) throws BeamFormatException {
        return switch (forms) {
            case Nil _ -> List.of();
            case ListTerm l when l.isProper() -> l.elements();
            default -> throw new BeamFormatException(unknown(file, "forms that are no list"));
        };
    }

    /// What can't be read is either damaged or from the future.
    private static BeamProblem unknown(BeamFile file, String what) {
        Optional<String> compiler = compilerVersion(file);
        boolean newer =
                compiler.map(v -> v.split("\\.")[0])
                        .filter(major ->
                                major.matches("[0-9]{1,6}")
                                        && Integer.parseInt(major) > NEWEST_COMPILER)
                        .isPresent();
        return newer
                ? new BeamProblem.TooNew(compiler.orElseThrow(), what)
                : new BeamProblem.Damaged(what);
    }

    /// What the chunk `CInf` says, `8.2.3` for OTP 25.
    private static Optional<String> compilerVersion(BeamFile file) {
        try {
            if (file.chunk("CInf").isEmpty()
                    || !(ExternalTerm.decode(file.chunk("CInf").get()) instanceof ListTerm info)) {
                return Optional.empty();
            }
            return info.elements().stream()
                    .filter(e ->
                            e instanceof Tuple p
                                    && p.size() == 2
                                    && p.get(0).equals(Atom.of("version")))
                    .map(e -> ((Tuple) e).get(1))
                    .filter(v ->
                            v instanceof ListTerm l
                                    && l.elements().stream().allMatch(Int.class::isInstance))
                    .map(v -> text((ListTerm) v))
                    .findFirst();
        } catch (TermFormatException e) {
            return Optional.empty();
        }
    }

    private static String text(ListTerm chars) {
        var text = new StringBuilder();
        chars.elements().forEach(c -> text.append((char) ((Int) c).intValue()));
        return text.toString();
    }
}
