package dev.lumen.frontend;

import dev.lumen.frontend.parse.FormParser;
import dev.lumen.frontend.parse.ParseError;
import dev.lumen.frontend.preprocess.Preprocessor;
import dev.lumen.frontend.preprocess.PreprocessorOptions;
import dev.lumen.frontend.preprocess.SourceFile;
import dev.lumen.frontend.scan.Token;
import dev.lumen.ir.DeepStack;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.diag.SourceText;
import dev.lumen.ir.diag.Sources;
import dev.lumen.ir.diag.Span;
import dev.lumen.ir.forms.Anno;
import dev.lumen.ir.forms.Form;
import dev.lumen.ir.forms.ModuleForms;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Erlang source text to forms: scanner, preprocessor and parser in one.
///
/// Never throws for bad source, whatever it is: see [ParseResult#diagnostics]. A form with a
/// problem is left out and the next one is read. Has no state; any number of threads may call at
/// once.
public final class ErlangParser {
    private ErlangParser() {}

    /// Parses a text. Its name is what `-file` attributes, `?FILE` and diagnostics show, and where
    /// includes are looked for from.
    public static ParseResult parse(SourceText source, PreprocessorOptions options) {
        return parse(SourceFile.of(source.file(), source.text()), options);
    }

    /// Parses bytes in the encoding that they declare, UTF-8 if they don't.
    public static ParseResult parse(String name, byte[] bytes, PreprocessorOptions options) {
        return parse(SourceFile.of(name, bytes), options);
    }

    /// Parses a file. One that cannot be read gives a diagnostic and no forms.
    public static ParseResult parse(Path file, PreprocessorOptions options) {
        try {
            return parse(SourceFile.read(file.toString(), file), options);
        } catch (NoSuchFileException e) {
            return unreadable(file, "no such file or directory");
        } catch (IOException e) {
            return unreadable(file, "cannot read the file: " + e.getMessage());
        }
    }

    private static ParseResult unreadable(Path file, String reason) {
        var diagnostic = Diagnostic.error("unreadable-file", reason, Span.startOf(file.toString()));
        return new ParseResult(new ModuleForms(List.of()), List.of(diagnostic), List.of());
    }

    private static ParseResult parse(SourceFile file, PreprocessorOptions options) {
        return DeepStack.call(() -> {
            // A set: a header that is included twice has its problems once.
            var diagnostics = new LinkedHashSet<Diagnostic>();
            var sources = new ArrayList<SourceText>();
            var forms = new ArrayList<Form>();
            var preprocessor = new Preprocessor(file, options, diagnostics::add, sources::add);
            while (true) {
                switch (preprocessor.next()) {
                    case Preprocessor.Event.Ready(var form) -> forms.add(form);
                    case Preprocessor.Event.Tokens(var tokens, var name) -> {
                        try {
                            forms.add(FormParser.form(tokens, end(tokens), options.level()));
                        } catch (ParseError e) {
                            diagnostics.add(e.problem().toDiagnostic(name));
                        }
                    }
                    case Preprocessor.Event.End(var anno) -> {
                        forms.add(new Form.Eof(anno));
                        var known = Sources.of(sources);
                        List<Diagnostic> located =
                                diagnostics.stream().map(d -> d.in(known)).toList();
                        return new ParseResult(new ModuleForms(forms), located, sources);
                    }
                }
            }
        });
    }

    /// Where a form that stops short is said to be wrong: at its last token, as OTP does.
    private static Anno end(List<Token> tokens) {
        return tokens.getLast().anno();
    }
}
