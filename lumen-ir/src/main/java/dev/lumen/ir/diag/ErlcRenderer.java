package dev.lumen.ir.diag;

import java.util.List;

/// As `erlc` prints: `file:line:column: message`, the line, and a caret. Editors and rebar3 read
/// this.
public final class ErlcRenderer implements Renderer {
    @Override
    public String render(List<Diagnostic> diagnostics, Sources sources) {
        var out = new StringBuilder();
        for (Diagnostic d : diagnostics) {
            one(d, sources, out);
        }
        return out.toString();
    }

    private static void one(Diagnostic d, Sources sources, StringBuilder out) {
        Position start = d.span().start();
        out.append(d.span().file()).append(':').append(start).append(": ");
        switch (d.severity()) {
            case ERROR -> {}
            case WARNING -> out.append("Warning: ");
            case NOTE -> out.append("Note: ");
        }
        out.append(d.title()).append('\n');
        d.notes()
                .forEach(note ->
                        out.append("%  note: ")
                                .append(note.strip().replace("\n", "\n%        "))
                                .append('\n'));
        SourceText source = sources.find(d.span().file());
        if (source == null || start.line() > source.lineCount()) {
            return;
        }
        String line = source.line(start.line());
        if (line.isEmpty() && start.line() == source.lineCount()) {
            return; // the end of the file
        }
        out.append(
                String.format("%% %4d| %s%n", start.line(), line)
                        .replace(System.lineSeparator(), "\n"));
        out.append("%     | ").append(indent(line, start.column())).append("^\n\n");
    }

    /// Blanks up to a column; tabs stay tabs, so that the caret stands under its character.
    static String indent(String line, int column) {
        var out = new StringBuilder();
        line.codePoints().limit(column - 1L).forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        return out.toString();
    }
}
