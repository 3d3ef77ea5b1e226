package dev.lumen.ir.ssa;

import java.util.Locale;

/// Comparison of two terms.
public enum CompareOp {
    /// `=:=`
    EQ_EXACT,
    /// `=/=`
    NE_EXACT,
    /// `==`
    EQ,
    /// `/=`
    NE,
    LT,
    LE,
    GT,
    GE;

    /// True for less, greater, and their kin.
    public boolean isOrder() {
        return switch (this) {
            case EQ_EXACT, NE_EXACT, EQ, NE -> false;
            case LT, LE, GT, GE -> true;
        };
    }

    /// The comparison that answers the opposite.
    public CompareOp negated() {
        return switch (this) {
            case EQ_EXACT -> NE_EXACT;
            case NE_EXACT -> EQ_EXACT;
            case EQ -> NE;
            case NE -> EQ;
            case LT -> GE;
            case LE -> GT;
            case GT -> LE;
            case GE -> LT;
        };
    }

    /// The comparison that answers the same with the operands swapped.
    public CompareOp swapped() {
        return switch (this) {
            case EQ_EXACT, NE_EXACT, EQ, NE -> this;
            case LT -> GT;
            case LE -> GE;
            case GT -> LT;
            case GE -> LE;
        };
    }

    /// The name in the text form.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
