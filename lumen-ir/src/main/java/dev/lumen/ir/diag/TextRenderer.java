package dev.lumen.ir.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// For people at a terminal: title, the lines concerned with their labels underlined, hints.
///
/// ```
/// error[undefined-function]: function area/2 undefined
///    ┌─ src/shapes.erl:7:5
///  7 │     area(square, 3).
///    │     ^^^^ called with 2 arguments
/// 12 │ area(Shape) ->
///    │ ---- area/1 is here
///    = hint: did you mean area/1?
/// ```
public final class TextRenderer implements Renderer {
    @Override
    public String render(List<Diagnostic> diagnostics, Sources sources) {
        var out = new StringBuilder();
        for (Diagnostic d : diagnostics) {
            one(d, sources, out);
        }
        return out.toString();
    }

    private static void one(Diagnostic d, Sources sources, StringBuilder out) {
        out.append(d.severity())
                .append('[')
                .append(d.code())
                .append("]: ")
                .append(d.title())
                .append('\n');
        var labels = new ArrayList<Label>();
        labels.add(d.primary());
        d.related().stream()
                .filter(l -> l.span().file().equals(d.span().file()))
                .forEach(labels::add);
        int width =
                labels.stream()
                                .mapToInt(l -> Integer.toString(l.span().start().line()).length())
                                .max()
                                .orElse(1)
                        + 1;
        String gutter = " ".repeat(width);
        out.append(gutter).append(" ┌─ ").append(d.span()).append('\n');
        SourceText source = sources.find(d.span().file());
        if (source != null) {
            labels.sort(Comparator.comparingInt(l -> l.span().start().line()));
            int quoted = 0;
            for (Label label : labels) {
                int number = label.span().start().line();
                String line = source.line(number);
                if (number != quoted) {
                    out.append(String.format("%" + width + "d │ ", number))
                            .append(line)
                            .append('\n');
                    quoted = number;
                }
                out.append(gutter)
                        .append(" │ ")
                        .append(underline(line, label, label == d.primary()))
                        .append('\n');
            }
        }
        for (Label label : d.related()) {
            if (!label.span().file().equals(d.span().file())) {
                out.append(gutter)
                        .append(" = ")
                        .append(label.span())
                        .append(": ")
                        .append(label.text())
                        .append('\n');
            }
        }
        for (String note : d.notes()) {
            out.append(gutter).append(" = hint: ").append(note).append('\n');
        }
    }

    private static String underline(String line, Label label, boolean primary) {
        Position start = label.span().start();
        Position end = label.span().end();
        int length = line.codePointCount(0, line.length());
        int last = end.line() == start.line() ? end.column() : length + 1;
        int width = Math.max(1, Math.min(last, length + 1) - start.column());
        String marks = (primary ? "^" : "-").repeat(width);
        return ErlcRenderer.indent(line, start.column())
                + marks
                + (label.text().isEmpty() ? "" : " " + label.text());
    }
}
