package dev.lumen.ir.pass;

import dev.lumen.ir.ssa.Module;

/// A pass threw, or made invalid SSA of valid SSA: a bug in that pass. Carries what is needed to
/// see it again.
public final class PassFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final PassId pass;
    private final transient Module input;

    PassFailure(PassId pass, Module input, String what, Throwable cause) {
        super("pass " + pass + " on module " + input.name() + ": " + what, cause);
        this.pass = pass;
        this.input = input;
    }

    public PassId pass() {
        return pass;
    }

    /// What the pass was given: its text form, read back, shows the failure again.
    public Module input() {
        return input;
    }
}
