package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.LLVMTypeOf;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomHash;
import dev.lumen.ir.term.Bits;
import dev.lumen.ir.term.FloatTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.ListTerm;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Pid;
import dev.lumen.ir.term.Port;
import dev.lumen.ir.term.RecordTerm;
import dev.lumen.ir.term.Ref;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.Tuple;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.function.Predicate;

/// Constants as the words they are at run time. What does not fit a word becomes read-only data
/// that all processes share; equal constants of a module are stored once.
final class TermConstants {
    private final IrBuilder ir;
    private final StaticData data;
    private final FunConstants funs;
    private final Map<Term, LLVMValueRef> objects = new HashMap<>();
    private final Map<String, Atom> atoms = new LinkedHashMap<>();
    private final Literals literals;

    /// A constant with a map of more than 32 keys in it has no static form, and attributes may name
    /// functions that are not in the image: the runtime decodes these when it loads the module.
    /// What comes back is the place where it will put the term.
    interface Literals {
        LLVMValueRef slot(Term literal);
    }

    /// The static object for `fun m:f/a`, 8-aligned.
    interface FunConstants {
        LLVMValueRef external(Fun.External fun);
    }

    TermConstants(IrBuilder ir, StaticData data, FunConstants funs, Literals literals) {
        this.ir = ir;
        this.data = data;
        this.funs = funs;
        this.literals = literals;
    }

    /// Every atom that was asked for, in the order of first use.
    SequencedCollection<Atom> atoms() {
        return ((LinkedHashMap<String, Atom>) atoms).sequencedValues();
    }

    /// The word of an atom.
    long atom(Atom atom) {
        atoms.putIfAbsent(atom.name(), atom);
        return AtomHash.immediate(atom.name());
    }

    /// True when [#immediate] has the whole value.
    static boolean isImmediate(Term term) {
        return switch (term) {
            case Int i -> i.isSmall();
            case FloatTerm(double d) -> Layout.isSelfFloat(d);
            case Atom _, Nil _ -> true;
            case ListTerm _,
                    Tuple _,
                    RecordTerm _,
                    MapTerm _,
                    Bits _,
                    Fun _,
                    Pid _,
                    Port _,
                    Ref _ ->
                    false;
        };
    }

    /// The word of a term that fits one.
    long immediate(Term term) {
        return switch (term) {
            case Int i when i.isSmall() -> Layout.small(i.longValue());
            case FloatTerm(double d) when Layout.isSelfFloat(d) -> Layout.selfFloat(d);
            case Atom a -> atom(a);
            case Nil _ -> Layout.NIL;
            default -> throw new IllegalArgumentException("does not fit a word: " + term);
        };
    }

    /// The term for use in code. Emits a load only for maps of more than 32 keys, and for terms
    /// that contain one.
    LLVMValueRef inCode(Term term) {
        if (isImmediate(term)) {
            return ir.i64(immediate(term));
        }
        if (!objects.containsKey(term) && hasLargeMap(term)) {
            return ir.load(ir.i64, literals.slot(term));
        }
        return ir.addressToInt(data.address(object(term), tag(term)));
    }

    static boolean hasLargeMap(Term term) {
        return contains(term, t -> t instanceof MapTerm m && m.size() > Layout.FLATMAP_KEYS);
    }

    /// Whether `fun m:f/a` stands in it.
    static boolean namesFunctions(Term term) {
        return contains(term, t -> t instanceof Fun.External);
    }

    private static boolean contains(Term term, Predicate<Term> wanted) {
        Predicate<Term> inside = t -> contains(t, wanted);
        return wanted.test(term)
                || switch (term) {
                    case MapTerm m ->
                            m.keys().stream().anyMatch(inside)
                                    || m.values().stream().anyMatch(inside);
                    case Tuple t -> t.elements().stream().anyMatch(inside);
                    case RecordTerm r -> r.values().stream().anyMatch(inside);
                    case ListTerm l ->
                            l.elements().stream().anyMatch(inside) || inside.test(l.tail());
                    case Int _, FloatTerm _, Atom _, Nil _, Bits _, Fun _, Pid _, Port _, Ref _ ->
                            false;
                };
    }

    /// The term as a word of other static data.
    LLVMValueRef inData(Term term) {
        return isImmediate(term)
                ? data.word(immediate(term))
                : data.addressWord(object(term), tag(term));
    }

    private static long tag(Term term) {
        return term instanceof ListTerm ? Layout.TAG_CONS : Layout.TAG_BOXED;
    }

    private LLVMValueRef object(Term term) {
        LLVMValueRef known = objects.get(term);
        if (known == null) {
            known = newObject(term);
            objects.put(term, known);
        }
        return known;
    }

    private LLVMValueRef newObject(Term term) {
        return switch (term) {
            case Int i -> words(bignum(i.bigValue()));
            case FloatTerm(double d) ->
                    words(
                            header(Layout.KIND_FLOAT, 0, 1),
                            data.word(Double.doubleToRawLongBits(d)));
            case Tuple t -> {
                var words = new ArrayList<LLVMValueRef>();
                words.add(header(Layout.KIND_TUPLE, 0, t.size()));
                t.elements().forEach(e -> words.add(inData(e)));
                yield words(words);
            }
            case RecordTerm r -> {
                var words = new ArrayList<LLVMValueRef>();
                words.add(header(Layout.KIND_RECORD, 0, 1 + r.values().size()));
                words.add(inData(r.definition()));
                r.values().forEach(v -> words.add(inData(v)));
                yield words(words);
            }
            case ListTerm l -> cells(l);
            case MapTerm m -> {
                var words = new ArrayList<LLVMValueRef>();
                words.add(header(Layout.KIND_FLATMAP, 0, 1 + m.size()));
                words.add(inData(new Tuple(m.keys())));
                m.values().forEach(v -> words.add(inData(v)));
                yield words(words);
            }
            case Bits b -> words(bitString(b));
            case Fun.External f -> funs.external(f);
            case Fun.Closure _, Pid _, Port _, Ref _, Atom _, Nil _ ->
                    throw new IllegalArgumentException("not a constant of a program: " + term);
        };
    }

    /// The cells of a list in one piece, each pointing to the next.
    private LLVMValueRef cells(ListTerm list) {
        List<LLVMValueRef> heads = list.elements().stream().map(this::inData).toList();
        LLVMValueRef tail = inData(list.tail());
        LLVMTypeRef pointer = data.addressWordType();
        var types = new ArrayList<LLVMTypeRef>(heads.size() * 2);
        for (int k = 0; k < heads.size(); k++) {
            types.add(LLVMTypeOf(heads.get(k)));
            types.add(k + 1 < heads.size() ? pointer : LLVMTypeOf(tail));
        }
        return data.privateConstant(
                data.packedType(types),
                Layout.WORD,
                global -> {
                    var words = new ArrayList<LLVMValueRef>(types.size());
                    for (int k = 0; k < heads.size(); k++) {
                        words.add(heads.get(k));
                        long next = (k + 1) * 2L * Layout.WORD;
                        words.add(
                                k + 1 < heads.size()
                                        ? data.addressWord(global, next + Layout.TAG_CONS)
                                        : tail);
                    }
                    return data.packed(words);
                });
    }

    private List<LLVMValueRef> bignum(BigInteger value) {
        byte[] bigEndian = value.abs().toByteArray();
        int limbs = (value.abs().bitLength() + 63) / 64;
        var words = new ArrayList<LLVMValueRef>();
        words.add(header(Layout.KIND_BIGNUM, value.signum() < 0 ? 1 : 0, limbs));
        byte[] littleEndian = new byte[limbs * Layout.WORD];
        for (int k = 0; k < bigEndian.length && k < littleEndian.length; k++) {
            littleEndian[k] = bigEndian[bigEndian.length - 1 - k];
        }
        addWords(words, littleEndian);
        return words;
    }

    /// Constants keep the form of small bit strings at any length: nothing has to count references
    /// to them.
    private List<LLVMValueRef> bitString(Bits bits) {
        byte[] padded =
                Arrays.copyOf(
                        bits.bytes(),
                        (bits.byteLength() + Layout.WORD - 1) / Layout.WORD * Layout.WORD);
        var words = new ArrayList<LLVMValueRef>();
        words.add(header(Layout.KIND_HEAPBITS, 0, 1 + padded.length / Layout.WORD));
        words.add(data.word(bits.bitLength()));
        addWords(words, padded);
        return words;
    }

    private void addWords(List<LLVMValueRef> words, byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
        while (buffer.hasRemaining()) {
            words.add(data.word(buffer.get()));
        }
    }

    private LLVMValueRef header(int kind, int aux, long words) {
        return data.word(Layout.header(kind, aux, words));
    }

    private LLVMValueRef words(LLVMValueRef... words) {
        return words(List.of(words));
    }

    private LLVMValueRef words(List<LLVMValueRef> words) {
        return data.privateConstant(data.packed(words), Layout.WORD);
    }
}
