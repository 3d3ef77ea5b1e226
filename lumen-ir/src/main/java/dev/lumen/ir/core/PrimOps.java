package dev.lumen.ir.core;

import dev.lumen.ir.term.Atom;

/// The primitive operations of Core Erlang that this compiler writes and reads.
public final class PrimOps {
    /// `match_fail(Reason)`: raises `error`. The reason is built at the call and says what failed:
    /// `{function_clause,A1,…}` (becomes `function_clause` with the arguments in the trace; in a
    /// fun likewise), `{case_clause,V}`, `{badmatch,V}`, `{try_clause,V}`, `{else_clause,V}`,
    /// `{badrecord,V}`, `{badmap,V}`, `'if_clause'`.
    public static final Atom MATCH_FAIL = Atom.of("match_fail");

    /// `raise(RawTrace, Reason)`: raises again what a `try` caught. The class is in the raw trace.
    public static final Atom RAISE = Atom.of("raise");

    /// `raw_raise(Class, Reason, RawTrace)`: raises with an explicit class.
    public static final Atom RAW_RAISE = Atom.of("raw_raise");

    /// `build_stacktrace(RawTrace)`: the trace as a list.
    public static final Atom BUILD_STACKTRACE = Atom.of("build_stacktrace");

    /// `bs_init_writable(Size)`: an empty binary with room to append. OTP's output only.
    public static final Atom BS_INIT_WRITABLE = Atom.of("bs_init_writable");

    // A receive that was already taken apart. In OTP's output only; what we write keeps `receive`
    // whole.
    /// Gives two values: true and the message looked at, or false and nothing when the queue is
    /// used up.
    public static final Atom RECV_PEEK_MESSAGE = Atom.of("recv_peek_message");

    /// Takes the message looked at out of the queue.
    public static final Atom REMOVE_MESSAGE = Atom.of("remove_message");

    /// Goes on to the next message.
    public static final Atom RECV_NEXT = Atom.of("recv_next");

    /// `recv_wait_timeout(T)`: waits for a message; true when the time is up.
    public static final Atom RECV_WAIT_TIMEOUT = Atom.of("recv_wait_timeout");

    private PrimOps() {}
}
