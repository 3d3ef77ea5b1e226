package dev.lumen.ir.pass;

/// A pass threw, or made something invalid of something valid: a bug in that pass. Carries what is
/// needed to see it again.
public final class PassFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final PassId pass;
    private final transient Object input;

    /// @param module the name of the module that it ran on
    /// @param input what it was given
    public PassFailure(PassId pass, String module, Object input, String what, Throwable cause) {
        super("pass " + pass + " on module " + module + ": " + what, cause);
        this.pass = pass;
        this.input = input;
    }

    public PassId pass() {
        return pass;
    }

    /// What the pass was given, an object of its stage such as [dev.lumen.ir.ssa.Module]: its text
    /// form, read back, shows the failure again.
    public Object input() {
        return input;
    }
}
