package dev.lumen.ir.forms;

import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermPrinter;

/// A term is not what the abstract format allows at its place.
public final class IllegalFormException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 200;

    public IllegalFormException(String expected, Term found) {
        super("expected " + expected + ", found " + shorten(TermPrinter.print(found)));
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
