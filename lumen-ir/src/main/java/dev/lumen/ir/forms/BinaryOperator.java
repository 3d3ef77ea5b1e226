package dev.lumen.ir.forms;

import java.util.HashMap;
import java.util.Map;

/// The infix operators that are expressions of their own (`=`, `?=` and `:` are not).
public enum BinaryOperator {
    SEND("!"),
    ORELSE("orelse"),
    ANDALSO("andalso"),
    EQUAL("=="),
    NOT_EQUAL("/="),
    AT_MOST("=<"),
    LESS("<"),
    AT_LEAST(">="),
    GREATER(">"),
    IDENTICAL("=:="),
    NOT_IDENTICAL("=/="),
    APPEND("++"),
    SUBTRACT("--"),
    PLUS("+"),
    MINUS("-"),
    BOR("bor"),
    BXOR("bxor"),
    BSL("bsl"),
    BSR("bsr"),
    OR("or"),
    XOR("xor"),
    TIMES("*"),
    DIVIDE("/"),
    DIV("div"),
    REM("rem"),
    BAND("band"),
    AND("and");

    private static final Map<String, BinaryOperator> BY_SYMBOL = new HashMap<>();

    static {
        for (var op : values()) {
            BY_SYMBOL.put(op.symbol, op);
        }
    }

    private final String symbol;

    BinaryOperator(String symbol) {
        this.symbol = symbol;
    }

    /// The operator as it is written, which is also the name of the built-in function (`andalso`
    /// and `orelse`, which do not evaluate both sides, have none).
    public String symbol() {
        return symbol;
    }

    /// The operator of this symbol; null when there is none.
    public static BinaryOperator of(String symbol) {
        return BY_SYMBOL.get(symbol);
    }
}
