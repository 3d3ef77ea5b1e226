package dev.lumen.ir.term;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The external term format (ERTS User's Guide, "External Term Format"), both ways: how terms
/// travel between Java and a runtime, lie in `.beam` chunks, and become constants that have no
/// static form.
///
/// Writes what OTP's `term_to_binary/1` writes, except that maps are written in the order of their
/// keys. Reads every tag that OTP still reads. Neither direction recurses in Java, so depth is
/// bounded by memory alone.
///
/// Thread safety: stateless.
public final class ExternalTerm {
    private static final int VERSION = 131;
    private static final int COMPRESSED = 80;
    private static final int RECORD = 67;
    private static final int NEW_FLOAT = 70;
    private static final int BIT_BINARY = 77;
    private static final int OLD_FLOAT = 99;
    private static final int SMALL_INTEGER = 97;
    private static final int INTEGER = 98;
    private static final int ATOM_LATIN1 = 100;
    private static final int SMALL_ATOM_LATIN1 = 115;
    private static final int ATOM_UTF8 = 118;
    private static final int SMALL_ATOM_UTF8 = 119;
    private static final int SMALL_TUPLE = 104;
    private static final int LARGE_TUPLE = 105;
    private static final int NIL = 106;
    private static final int STRING = 107;
    private static final int LIST = 108;
    private static final int BINARY = 109;
    private static final int SMALL_BIG = 110;
    private static final int LARGE_BIG = 111;
    private static final int NEW_FUN = 112;
    private static final int EXPORT = 113;
    private static final int MAP = 116;
    private static final int PID = 103;
    private static final int NEW_PID = 88;
    private static final int PORT = 102;
    private static final int NEW_PORT = 89;
    private static final int V4_PORT = 120;
    private static final int NEW_REFERENCE = 114;
    private static final int NEWER_REFERENCE = 90;

    private ExternalTerm() {}

    // ---- writing --------------------------------------------------------------------------------

    /// The term with its leading version byte. Throws [IllegalArgumentException] for a closure,
    /// which only the runtime that made it can write.
    public static byte[] encode(Term term) {
        var out = new Writer();
        out.u8(VERSION);
        Deque<Term> todo = new ArrayDeque<>();
        todo.push(term);
        while (!todo.isEmpty()) {
            out.one(todo.pop(), todo);
        }
        return out.bytes.toByteArray();
    }

    private static final class Writer {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void u8(int value) {
            bytes.write(value);
        }

        void u16(int value) {
            u8(value >>> 8);
            u8(value);
        }

        void u32(long value) {
            u16((int) (value >>> 16));
            u16((int) value);
        }

        void u64(long value) {
            u32(value >>> 32);
            u32(value);
        }

        void atom(Atom atom) {
            byte[] text = atom.name().getBytes(StandardCharsets.UTF_8);
            if (text.length < 256) {
                u8(SMALL_ATOM_UTF8);
                u8(text.length);
            } else {
                u8(ATOM_UTF8);
                u16(text.length);
            }
            bytes.writeBytes(text);
        }

        /// Writes the term, or its head, and leaves its parts on `todo`, the first on top.
        void one(Term term, Deque<Term> todo) {
            switch (term) {
                case Int i -> integer(i);
                case FloatTerm f -> {
                    u8(NEW_FLOAT);
                    u64(Double.doubleToRawLongBits(f.value()));
                }
                case Atom a -> atom(a);
                case Nil _ -> u8(NIL);
                case Bits b -> bits(b);
                case Tuple t -> {
                    if (t.size() < 256) {
                        u8(SMALL_TUPLE);
                        u8(t.size());
                    } else {
                        u8(LARGE_TUPLE);
                        u32(t.size());
                    }
                    pushAll(t.elements(), todo);
                }
                case RecordTerm r -> {
                    u8(RECORD);
                    u32(r.values().size());
                    u8(r.isExported() ? 1 : 0);
                    atom(r.module());
                    atom(r.name());
                    r.fields().forEach(f -> atom((Atom) f));
                    pushAll(r.values(), todo);
                }
                case ListTerm l -> {
                    if (isByteString(l)) {
                        u8(STRING);
                        u16(l.elements().size());
                        l.elements().forEach(e -> u8(((Int) e).intValue()));
                    } else {
                        u8(LIST);
                        u32(l.elements().size());
                        todo.push(l.tail());
                        pushAll(l.elements(), todo);
                    }
                }
                case MapTerm m -> {
                    u8(MAP);
                    u32(m.size());
                    for (int i = m.size() - 1; i >= 0; i--) {
                        todo.push(m.values().get(i));
                        todo.push(m.keys().get(i));
                    }
                }
                case Fun.External f -> {
                    u8(EXPORT);
                    todo.push(Int.of(f.arity()));
                    todo.push(f.name());
                    todo.push(f.module());
                }
                case Fun.Closure _ ->
                        throw new IllegalArgumentException(
                                "a closure can't leave the runtime that made it: " + term);
                case Pid p -> {
                    u8(NEW_PID);
                    atom(p.node());
                    u32(p.id());
                    u32(p.serial());
                    u32(p.creation());
                }
                case Port p -> {
                    u8(V4_PORT);
                    atom(p.node());
                    u64(p.id());
                    u32(p.creation());
                }
                case Ref r -> {
                    u8(NEWER_REFERENCE);
                    u16(r.words().size());
                    atom(r.node());
                    u32(r.creation());
                    r.words().forEach(this::u32);
                }
            }
        }

        private void integer(Int i) {
            if (i.isLong() && i.longValue() >= 0 && i.longValue() < 256) {
                u8(SMALL_INTEGER);
                u8(i.intValue());
            } else if (i.isLong() && i.longValue() == (int) i.longValue()) {
                u8(INTEGER);
                u32(i.longValue());
            } else {
                byte[] magnitude = i.bigValue().abs().toByteArray();
                int leading = magnitude[0] == 0 ? 1 : 0;
                int size = magnitude.length - leading;
                if (size < 256) {
                    u8(SMALL_BIG);
                    u8(size);
                } else {
                    u8(LARGE_BIG);
                    u32(size);
                }
                u8(i.signum() < 0 ? 1 : 0);
                for (int k = magnitude.length - 1; k >= leading; k--) {
                    u8(magnitude[k]);
                }
            }
        }

        private void bits(Bits b) {
            if (b.isBinary()) {
                u8(BINARY);
                u32(b.byteLength());
            } else {
                u8(BIT_BINARY);
                u32(b.byteLength());
                u8((int) (b.bitLength() & 7));
            }
            bytes.writeBytes(b.bytes());
        }

        private static boolean isByteString(ListTerm l) {
            return l.isProper()
                    && l.elements().size() < 65536
                    && l.elements().stream()
                            .allMatch(e ->
                                    e instanceof Int i
                                            && i.isLong()
                                            && i.longValue() >= 0
                                            && i.longValue() < 256);
        }

        private static void pushAll(List<Term> terms, Deque<Term> todo) {
            terms.reversed().forEach(todo::push);
        }
    }

    // ---- reading --------------------------------------------------------------------------------

    /// The term that `bytes` hold, all of them. Throws [TermFormatException] when they hold none,
    /// or more.
    public static Term decode(byte[] bytes) {
        return decode(ByteBuffer.wrap(bytes));
    }

    /// The term in what remains of `buffer`. Throws [TermFormatException] when there is none, or
    /// more than one.
    public static Term decode(ByteBuffer buffer) {
        try {
            var in = buffer.slice();
            if (u8(in) != VERSION) {
                throw new TermFormatException(
                        "not in the external term format: it does not start with 131");
            }
            if (in.hasRemaining() && in.get(in.position()) == COMPRESSED) {
                in.get();
                in = inflate(in);
            }
            Term term = read(in);
            if (in.hasRemaining()) {
                throw new TermFormatException(in.remaining() + " bytes too many after the term");
            }
            return term;
        } catch (java.nio.BufferUnderflowException e) {
            throw new TermFormatException("the term ends too early", e);
        }
    }

    private static ByteBuffer inflate(ByteBuffer in) {
        long size = Integer.toUnsignedLong(in.getInt());
        if (size > Integer.MAX_VALUE - 16 || size / 1040 > in.remaining() + 16L) {
            throw new TermFormatException("impossible size of a compressed term: " + size);
        }
        byte[] out = new byte[(int) size];
        try (var inflater = new Inflater()) {
            inflater.setInput(in);
            int n = 0;
            while (n < out.length) {
                int k = inflater.inflate(out, n, out.length - n);
                if (k == 0) {
                    throw new TermFormatException("damaged compressed term");
                }
                n += k;
            }
        } catch (DataFormatException e) {
            throw new TermFormatException("damaged compressed term", e);
        }
        return ByteBuffer.wrap(out);
    }

    /// A composite whose parts are still being read.
    private static final class Open {
        final int tag;
        final int wanted;
        final List<Term> parts;

        /// Of a record; null otherwise.
        Tuple definition;

        Open(int tag, int wanted, ByteBuffer in) {
            if (wanted < 0 || wanted > in.remaining()) { // each part takes at least a byte
                throw new TermFormatException(
                        "a count of "
                                + Integer.toUnsignedLong(wanted)
                                + " is more than the bytes hold");
            }
            this.tag = tag;
            this.wanted = wanted;
            this.parts = new ArrayList<>(); // grows with what comes, not with what is announced
        }

        Term close() {
            return switch (tag) {
                case SMALL_TUPLE -> Term.tuple(parts);
                case RECORD -> new RecordTerm(definition, parts);
                case LIST -> ListTerm.of(parts.subList(0, wanted - 1), parts.get(wanted - 1));
                case EXPORT ->
                        new Fun.External(
                                (Atom) parts.get(0),
                                (Atom) parts.get(1),
                                ((Int) parts.get(2)).intValue());
                case MAP -> {
                    var entries = new TreeMap<Term, Term>(TermOrder::compareExact);
                    for (int i = 0; i < wanted; i += 2) {
                        if (entries.put(parts.get(i), parts.get(i + 1)) != null) {
                            throw new TermFormatException("a key stands twice in a map");
                        }
                    }
                    yield MapTerm.of(entries);
                }
                default -> throw new IllegalStateException("tag " + tag);
            };
        }
    }

    private static Term read(ByteBuffer in) {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            Object next = one(in);
            if (next instanceof Open o) {
                if (o.wanted > 0) {
                    open.push(o);
                    continue;
                }
                next = o.close();
            }
            Term done = (Term) next;
            while (true) {
                if (open.isEmpty()) {
                    return done;
                }
                Open top = open.peek();
                top.parts.add(done);
                if (top.parts.size() < top.wanted) {
                    break;
                }
                open.pop();
                try {
                    done = top.close();
                } catch (ClassCastException | ArithmeticException e) {
                    throw new TermFormatException("a part has the wrong type", e);
                }
            }
        }
    }

    /// A whole [Term], or an [Open] composite.
    private static Object one(ByteBuffer in) {
        int tag = u8(in);
        return switch (tag) {
            case SMALL_INTEGER -> Int.of(u8(in));
            case INTEGER -> Int.of(in.getInt());
            case SMALL_BIG -> big(in, u8(in));
            case LARGE_BIG -> big(in, in.getInt());
            case NEW_FLOAT -> floating(in.getDouble());
            case OLD_FLOAT -> oldFloat(in);
            case ATOM_LATIN1, SMALL_ATOM_LATIN1, ATOM_UTF8, SMALL_ATOM_UTF8 -> atom(in, tag);
            case NIL -> Nil.NIL;
            case BINARY -> Bits.of(bytes(in, in.getInt()));
            case BIT_BINARY -> {
                int size = in.getInt();
                int last = u8(in);
                if (last < 1 || last > 8 || size < 1) {
                    throw new TermFormatException(
                            "a bit string with " + last + " bits in its last byte");
                }
                yield Bits.of(bytes(in, size), (size - 1) * 8L + last);
            }
            case STRING -> {
                byte[] text = bytes(in, in.getShort() & 0xffff);
                var list = new ArrayList<Term>(text.length);
                for (byte b : text) {
                    list.add(Int.of(b & 0xff));
                }
                yield Term.list(list);
            }
            case SMALL_TUPLE -> new Open(SMALL_TUPLE, u8(in), in);
            case LARGE_TUPLE -> new Open(SMALL_TUPLE, in.getInt(), in);
            case LIST -> new Open(LIST, oneMore(in.getInt()), in);
            case RECORD -> record(in);
            case MAP -> new Open(MAP, twice(in.getInt()), in);
            case EXPORT -> new Open(EXPORT, 3, in);
            case PID, NEW_PID -> {
                Atom node = node(in);
                yield new Pid(node, u32(in), u32(in), tag == PID ? u8(in) : u32(in));
            }
            case PORT, NEW_PORT, V4_PORT -> {
                Atom node = node(in);
                long id = tag == V4_PORT ? in.getLong() : u32(in);
                yield new Port(node, id, tag == PORT ? u8(in) : u32(in));
            }
            case NEW_REFERENCE, NEWER_REFERENCE -> {
                int size = in.getShort() & 0xffff;
                Atom node = node(in);
                long creation = tag == NEW_REFERENCE ? u8(in) : u32(in);
                var words = new ArrayList<Long>(size);
                for (int i = 0; i < size; i++) {
                    words.add(u32(in));
                }
                yield new Ref(node, words, creation);
            }
            case NEW_FUN -> closure(in);
            default -> throw new TermFormatException("unknown tag " + tag);
        };
    }

    // Counts that are too large become -1, which Open refuses.

    private static int oneMore(int count) {
        return count < 0 || count == Integer.MAX_VALUE ? -1 : count + 1;
    }

    private static int twice(int count) {
        return count < 0 || count > Integer.MAX_VALUE / 2 ? -1 : 2 * count;
    }

    private static Open record(ByteBuffer in) {
        var open = new Open(RECORD, in.getInt(), in);
        boolean exported = u8(in) != 0;
        Atom module = node(in);
        Atom name = node(in);
        var fields = new ArrayList<Atom>();
        for (int i = 0; i < open.wanted; i++) {
            fields.add(node(in));
        }
        open.definition = RecordTerm.definition(module, name, exported, fields);
        return open;
    }

    private static Fun.Closure closure(ByteBuffer in) {
        int start = in.position();
        int size = in.getInt();
        int arity = u8(in);
        bytes(in, 16);
        int index = in.getInt();
        in.getInt();
        Atom module = node(in);
        if (size < 0 || start + size < in.position() || start + size > in.limit()) {
            throw new TermFormatException("impossible size of a fun: " + size);
        }
        in.position(start + size);
        return new Fun.Closure(module, index, arity, 0);
    }

    private static Atom node(ByteBuffer in) {
        return atom(in, u8(in));
    }

    private static Atom atom(ByteBuffer in, int tag) {
        int length =
                switch (tag) {
                    case SMALL_ATOM_UTF8, SMALL_ATOM_LATIN1 -> u8(in);
                    case ATOM_UTF8, ATOM_LATIN1 -> in.getShort() & 0xffff;
                    default -> throw new TermFormatException("an atom expected, not tag " + tag);
                };
        boolean utf8 = tag == SMALL_ATOM_UTF8 || tag == ATOM_UTF8;
        try {
            var charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes(in, length)));
            return Atom.of(text.toString());
        } catch (CharacterCodingException e) {
            throw new TermFormatException("an atom that is not UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new TermFormatException(e.getMessage(), e);
        }
    }

    private static Int big(ByteBuffer in, int size) {
        int sign = u8(in);
        byte[] little = bytes(in, size);
        byte[] magnitude = new byte[size];
        for (int i = 0; i < size; i++) {
            magnitude[i] = little[size - 1 - i];
        }
        return Int.of(new BigInteger(sign == 0 ? 1 : -1, magnitude));
    }

    private static FloatTerm floating(double value) {
        try {
            return Term.of(value);
        } catch (IllegalArgumentException e) {
            throw new TermFormatException("a float that is not finite", e);
        }
    }

    private static FloatTerm oldFloat(ByteBuffer in) {
        String text = new String(bytes(in, 31), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        try {
            return floating(Double.parseDouble(end < 0 ? text : text.substring(0, end)));
        } catch (NumberFormatException e) {
            throw new TermFormatException("not a float: " + text, e);
        }
    }

    private static byte[] bytes(ByteBuffer in, int size) {
        if (size < 0 || size > in.remaining()) {
            throw new TermFormatException("the term ends too early");
        }
        byte[] out = new byte[size];
        in.get(out);
        return out;
    }

    private static int u8(ByteBuffer in) {
        return in.get() & 0xff;
    }

    private static long u32(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }
}
