package dev.lumen.ir.abi;

/// The numbers of `lumen_term.h` and `lumen_abi.h` that compiled code contains. The C compiler
/// checks each of them against the headers, see `LayoutTest` in lumen-codegen. Offsets and sizes
/// are in bytes unless a name says words.
public final class Layout {
    private Layout() {}

    public static final int WORD = 8;

    // ---- tags (low three bits) ------------------------------------------------------------------

    public static final long TAG_MASK = 7;
    public static final long TAG_CONS = 2;
    public static final long TAG_BOXED = 3;
    public static final long TAG_IMM = 6;
    public static final long TAG_SMALL = 7;
    public static final int SMALL_TAG_BITS = 3;

    public static final long IMM_MASK = 0x3F;
    public static final long NIL = 0x06;
    public static final long IMM_ATOM = 0x0E;
    public static final long IMM_PID = 0x16;
    public static final long IMM_PORT = 0x1E;

    /// The non-value: "failed" from a primitive.
    public static final long NONE = 0x3E;

    /// The three tags of self-tagged floats as a bit set.
    public static final int SELF_FLOAT_TAGS = 0x32;

    // ---- boxed kinds ----------------------------------------------------------------------------

    public static final int KIND_TUPLE = 0;
    public static final int KIND_FUN = 1;
    public static final int KIND_FLATMAP = 2;
    public static final int KIND_HASHMAP = 3;
    public static final int KIND_SUBBITS = 5;
    public static final int KIND_RECORD = 6;
    public static final int KIND_FLOAT = 8;
    public static final int KIND_BIGNUM = 9;
    public static final int KIND_HEAPBITS = 10;
    public static final int KIND_REFCBITS = 11;
    public static final int KIND_REFERENCE = 12;
    public static final int KIND_EXTERNAL = 13;
    public static final int KIND_MAGIC = 15;

    /// What an external term (of another node) is, in `aux` of its header.
    public static final int EXTERNAL_PID = 0;

    public static final int EXTERNAL_PORT = 1;
    public static final int EXTERNAL_REFERENCE = 2;

    /// Most elements of a tuple, as in OTP.
    public static final int MAX_TUPLE_SIZE = (1 << 24) - 1;

    /// Most keys of a flat map.
    public static final int FLATMAP_KEYS = 32;

    // ---- stack and heap -------------------------------------------------------------------------

    public static final int STACK_SLACK_WORDS = 32;

    /// Words of what a heap check asked for that a primitive leaves.
    public static final int RUN_RESERVE_WORDS = 16;

    public static final int ARGUMENT_REGISTERS = 6;

    /// Words behind `xs`.
    public static final int MAX_LIVE = 16384;

    /// The label that code of a return point is given.
    public static final long LABEL_OF_RETURN = -1;

    /// Bits of the number of arguments in a `lumen_entry`; the words of heap that it asks for
    /// follow.
    public static final int ENTRY_LIVE_BITS = 14;

    /// The most words of heap that the entry of a function can ask for.
    public static final int ENTRY_MAX_NEED = (1 << 18) - 1;

    /// A return point is as large as so many pointers.
    public static final int RETURN_POINTERS = 4;

    /// In the same 16 bits as the number of words of its frame.
    public static final int RETURN_WANTS_TRACE = 1 << 15;

    /// The most words of heap that a return point can ask for.
    public static final int RETURN_MAX_NEED = 0xFFFF;

    // ---- lumen_proc_abi -------------------------------------------------------------------------

    public static final int PROC_HP = 0;
    public static final int PROC_SP = 8;
    public static final int PROC_XS = 16;
    public static final int PROC_RESUME = 24;
    public static final int PROC_LIVE = 32;
    public static final int PROC_EXCEPTION_CLASS = 40;
    public static final int PROC_EXCEPTION_REASON = 48;
    public static final int PROC_EXCEPTION_TRACE = 56;
    public static final int PROC_REDUCTIONS = 64;
    public static final int PROC_SELF = 72;
    public static final int PROC_NEED = 80;
    public static final int PROC_WORK = 88;

    // ---- bit strings ----------------------------------------------------------------------------

    public static final int BITS_LITTLE = 1;
    public static final int BITS_SIGNED = 2;

    // ---- words ----------------------------------------------------------------------------------

    /// A header: `words` follow it.
    public static long header(int kind, int aux, long words) {
        return words << 16 | (long) aux << 8 | (long) kind << 3;
    }

    /// A small integer; the caller knows that it fits 61 bits.
    public static long small(long value) {
        return value << SMALL_TAG_BITS | TAG_SMALL;
    }

    /// True when the float is its own term; see [#selfFloat].
    public static boolean isSelfFloat(double value) {
        return (SELF_FLOAT_TAGS >> (selfFloat(value) & TAG_MASK) & 1) != 0;
    }

    /// The self-tagged word of a float; not a term unless [#isSelfFloat].
    public static long selfFloat(double value) {
        return Long.rotateLeft(Double.doubleToRawLongBits(value), 4) + 1;
    }
}
