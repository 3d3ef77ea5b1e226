package dev.lumen.ir.core;

import dev.lumen.ir.Loc;

/// A text is not Core Erlang. The message says what was expected, `loc` where.
public final class CoreSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Loc loc;

    public CoreSyntaxException(String message, Loc loc) {
        super(message);
        this.loc = loc;
    }

    public Loc loc() {
        return loc == null ? Loc.NONE : loc;
    }
}
