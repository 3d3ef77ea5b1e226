package dev.lumen.ir.forms;

import dev.lumen.ir.diag.Position;
import dev.lumen.ir.diag.Span;

/// Where a node stands.
///
/// `line` and `column` are OTP's location of the node: its first token, except for operators and
/// the like, which OTP places at the operator. The end is just behind the node's last token. All
/// count from 1; a column of 0 means that only the line is known (forms from debug information), an
/// `endLine` of 0 that the end is not known.
///
/// `generated` marks code that the programmer did not write and that must not be warned about.
/// `text` is the source of the token where OTP keeps it, and empty elsewhere: OTP keeps it for
/// quoted atoms that are keywords of a feature (`'maybe'`), which its linter treats specially.
public record Anno(
        int line, int column, int endLine, int endColumn, boolean generated, String text) {
    /// For nodes that stand nowhere.
    public static final Anno NONE = new Anno(0, 0, 0, 0, false, "");

    public static Anno at(int line, int column) {
        return new Anno(line, column, 0, 0, false, "");
    }

    public static Anno line(int line) {
        return new Anno(line, 0, 0, 0, false, "");
    }

    /// The same place, as code that the programmer did not write.
    public Anno asGenerated() {
        return generated ? this : new Anno(line, column, endLine, endColumn, true, text);
    }

    /// This location, up to the end of another node.
    public Anno to(Anno last) {
        return new Anno(line, column, last.endLine, last.endColumn, generated, text);
    }

    /// True when this location is not after the other's; ends don't matter.
    public boolean isNotAfter(Anno other) {
        return line != other.line
                ? line < other.line
                : Math.max(column, 1) <= Math.max(other.column, 1);
    }

    /// The span in a file, for diagnostics. Offsets are not known here and are 0.
    public Span span(String file) {
        var start = new Position(Math.max(line, 1), Math.max(column, 1), 0);
        boolean ends = endLine > line || endLine == line && endColumn > column;
        return new Span(file, start, ends ? new Position(endLine, endColumn, 0) : start);
    }

    @Override
    public String toString() {
        return column == 0 ? Integer.toString(line) : line + ":" + column;
    }
}
