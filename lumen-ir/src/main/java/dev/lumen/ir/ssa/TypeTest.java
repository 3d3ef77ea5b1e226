package dev.lumen.ir.ssa;

import java.util.Locale;

/// The questions that [Instr.Test] asks of a term.
public enum TypeTest {
    IS_ATOM(Type.ATOM),
    IS_BINARY(Type.BINARY),
    IS_BITSTRING(Type.BITSTRING),
    IS_BOOLEAN(Type.BOOLEAN),
    IS_FLOAT(Type.FLOAT),
    IS_FUNCTION(Type.FUN),
    /// A fun of the arity that the instruction tells.
    IS_FUNCTION_ARITY(Type.FUN),
    IS_INTEGER(Type.INTEGER),
    IS_LIST(Type.LIST),
    IS_CONS(Type.CONS),
    IS_NIL(Type.NIL),
    IS_MAP(Type.MAP),
    IS_NUMBER(Type.NUMBER),
    IS_PID(Type.PID),
    IS_PORT(Type.PORT),
    IS_REFERENCE(Type.REF),
    IS_TUPLE(Type.TUPLE),
    /// A tuple of the size that the instruction tells.
    IS_TUPLE_OF(Type.TUPLE);

    private final Type.Terms accepts;

    TypeTest(Type.Terms accepts) {
        this.accepts = accepts;
    }

    /// The type that a term has when the answer is yes.
    public Type.Terms accepts() {
        return accepts;
    }

    /// True when every term of type [#accepts] gets a yes.
    public boolean isExact() {
        return !hasNumber();
    }

    /// True when the instruction tells a number too.
    public boolean hasNumber() {
        return this == IS_FUNCTION_ARITY || this == IS_TUPLE_OF;
    }

    /// The name in the text form.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
