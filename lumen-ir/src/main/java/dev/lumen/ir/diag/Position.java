package dev.lumen.ir.diag;

/// A place between two characters of a source text.
///
/// - `line` counts from 1;
/// - `column` counts code points from 1, a tab being one, as OTP counts;
/// - `offset` counts `char`s of the text from 0.
public record Position(int line, int column, int offset) implements Comparable<Position> {
    public static final Position START = new Position(1, 1, 0);

    /// The same place with its offset in a source.
    Position in(SourceText source) {
        return new Position(line, column, source.position(line, column).offset());
    }

    @Override
    public int compareTo(Position other) {
        return Integer.compare(offset, other.offset);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
