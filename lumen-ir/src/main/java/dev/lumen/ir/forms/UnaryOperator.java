package dev.lumen.ir.forms;

/// The prefix operators.
public enum UnaryOperator {
    PLUS("+"),
    MINUS("-"),
    BNOT("bnot"),
    NOT("not");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /// The operator as it is written, which is also the name of the built-in function.
    public String symbol() {
        return symbol;
    }

    /// The operator of this symbol; null when there is none.
    public static UnaryOperator of(String symbol) {
        for (var op : values()) {
            if (op.symbol.equals(symbol)) {
                return op;
            }
        }
        return null;
    }
}
