package dev.lumen.ir;

/// A place in a source file, both parts from 1. The file is not here: it is said once, by the
/// function that the place lies in.
///
/// Column 0 means "the line is all that is known"; [#NONE] means nothing is.
public record Loc(int line, int column) {
    public static final Loc NONE = new Loc(0, 0);

    public Loc {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("not a place: " + line + ":" + column);
        }
    }

    public static Loc of(int line, int column) {
        return line == 0 && column == 0 ? NONE : new Loc(line, column);
    }

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public String toString() {
        return column == 0 ? Integer.toString(line) : line + ":" + column;
    }
}
