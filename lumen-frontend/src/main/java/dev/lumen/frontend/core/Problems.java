package dev.lumen.frontend.core;

import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.forms.Anno;

import java.util.ArrayList;
import java.util.List;

/// The diagnostics of one lowering. Lint has found the programmer's mistakes before; what is
/// reported here is what lint does not know or was not asked about.
final class Problems {
    private final String file;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    void unbound(String variable, Anno at) {
        add("unbound-variable", "variable '" + variable + "' is unbound", at);
    }

    void illegalPattern(Anno at) {
        add("illegal-pattern", "illegal pattern", at);
    }

    void illegalExpression(Anno at) {
        add("illegal-expression", "illegal expression", at);
    }

    void undefinedRecord(String record, Anno at) {
        add("undefined-record", "record " + record + " undefined", at);
    }

    void undefinedField(String field, String record, Anno at) {
        add("undefined-field", "field " + field + " undefined in record " + record, at);
    }

    void illegalDefault(Anno at) {
        add(
                "illegal-default",
                "the default value of a field of a native record must be a constant",
                at);
    }

    private void add(String code, String title, Anno at) {
        found.add(Diagnostic.error(code, title, at.span(file)));
    }
}
