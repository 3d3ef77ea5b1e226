package dev.lumen.ir.forms;

import dev.lumen.ir.DeepStack;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermPrinter;
import dev.lumen.ir.term.TermReader;

import java.util.List;

/// Forms as the terms of Erlang's abstract format (what `epp:parse_file/2` gives and debug
/// information holds), and as text: one form per line, each ending with a full stop, which OTP's
/// `file:consult/1` reads too.
///
/// `fromTerm(toTerm(f))` equals `f` but for the ends of nodes, which the abstract format does not
/// have.
public final class AbstractFormat {
    private AbstractFormat() {}

    public static Term toTerm(Form form) {
        return FormWriter.form(form);
    }

    public static Term toTerm(Expr expr) {
        return FormWriter.expr(expr);
    }

    public static List<Term> toTerms(ModuleForms module) {
        return DeepStack.call(() -> module.forms().stream().map(FormWriter::form).toList());
    }

    /// Throws [IllegalFormException] when the term is not a form.
    public static Form fromTerm(Term form) {
        return FormReader.form(form);
    }

    /// Throws [IllegalFormException] when a term is not a form.
    public static ModuleForms fromTerms(List<Term> forms) {
        return DeepStack.call(() -> new ModuleForms(forms.stream().map(FormReader::form).toList()));
    }

    public static String print(ModuleForms module) {
        var out = new StringBuilder();
        for (Term form : toTerms(module)) {
            TermPrinter.print(form, TermPrinter.Style.PRETTY, out);
            out.append(".\n");
        }
        return out.toString();
    }

    /// Reads what [#print] wrote. Throws [dev.lumen.ir.term.TermSyntaxException] or
    /// [IllegalFormException].
    public static ModuleForms read(String text) {
        return fromTerms(TermReader.readAll(text));
    }
}
