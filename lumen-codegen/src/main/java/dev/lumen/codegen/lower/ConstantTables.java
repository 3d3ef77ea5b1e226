package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMIntULT;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.term.Int;
import dev.lumen.ir.term.MapTerm;
import dev.lumen.ir.term.Term;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Constant maps that are only looked up in, as read-only tables: where the keys are small integers
/// that lie close, an array of the values; where they are few and code is to be fast, pairs at the
/// place that a [PerfectHash] gives; else the keys in the order of their words, and the values
/// behind them.
final class ConstantTables {
    /// An index shifted so far to the left is an offset in bytes.
    private static final int WORD_BITS = 3;

    private static final int PAIR_BITS = 4;

    private final IrBuilder ir;
    private final StaticData data;
    private final TermConstants constants;
    private final RuntimeCalls runtime;
    private final Goal goal;
    private final Map<MapTerm, LLVMValueRef> tables = new HashMap<>();

    ConstantTables(
            IrBuilder ir,
            StaticData data,
            TermConstants constants,
            RuntimeCalls runtime,
            Goal goal) {
        this.ir = ir;
        this.data = data;
        this.constants = constants;
        this.runtime = runtime;
        this.goal = goal;
    }

    /// Keys of one word are equal when their words are.
    static boolean isTable(MapTerm map) {
        return map.size() > 0
                && map.keys().stream().allMatch(TermConstants::isImmediate)
                && map.values().stream().noneMatch(TermConstants::hasLargeMap);
    }

    /// The value that belongs to the key, or [Layout#NONE].
    LLVMValueRef find(MapTerm map, LLVMValueRef key) {
        if (isDense(map)) {
            return inArray(map, key);
        }
        Map<Long, Term> rows = rows(map);
        Optional<PerfectHash> hash =
                goal == Goal.SPEED ? PerfectHash.of(rows.keySet()) : Optional.empty();
        return hash.isPresent() ? hashed(map, rows, hash.get(), key) : search(map, rows, key);
    }

    // ---- keys that lie close --------------------------------------------------------------------

    private static boolean isDense(MapTerm map) {
        return map.keys().stream().allMatch(Int.class::isInstance) && span(map) <= 2L * map.size();
    }

    private static long least(MapTerm map) {
        return map.keys().stream().mapToLong(k -> ((Int) k).longValue()).min().orElseThrow();
    }

    private static long span(MapTerm map) {
        return Math.addExact(
                map.keys().stream().mapToLong(k -> ((Int) k).longValue()).max().orElseThrow()
                        - least(map),
                1);
    }

    private LLVMValueRef inArray(MapTerm map, LLVMValueRef key) {
        LLVMValueRef index = distance(ir, key, least(map));
        LLVMValueRef end = ir.i64(span(map));
        LLVMValueRef inside = ir.select(ir.icmp(LLVMIntULT, index, end), index, end);
        LLVMValueRef array = tables.computeIfAbsent(map, this::array);
        return ir.load(ir.i64, ir.offset(array, ir.shl(inside, ir.i64(WORD_BITS))));
    }

    /// Its last word stands for all keys outside.
    private LLVMValueRef array(MapTerm map) {
        var values =
                new ArrayList<LLVMValueRef>(
                        Collections.nCopies((int) span(map) + 1, data.word(Layout.NONE)));
        for (int i = 0; i < map.size(); i++) {
            long key = ((Int) map.keys().get(i)).longValue();
            values.set((int) (key - least(map)), constants.inData(map.values().get(i)));
        }
        return data.privateConstant(data.packed(values), Layout.WORD);
    }

    /// How much a small integer is above `least`: a raw number, beyond any that a small integer can
    /// give for other terms, whose tags are rotated to its highest bits. Neighbours become
    /// neighbours, so LLVM finds ranges and jump tables.
    static LLVMValueRef distance(IrBuilder ir, LLVMValueRef term, long least) {
        LLVMValueRef words = ir.sub(term, ir.i64(Layout.small(least)));
        return ir.intrinsic("llvm.fshr", ir.i64, words, words, ir.i64(Layout.SMALL_TAG_BITS));
    }

    // ---- any keys -------------------------------------------------------------------------------

    /// In the order of the words.
    private Map<Long, Term> rows(MapTerm map) {
        Map<Long, Term> rows = new TreeMap<>(Long::compareUnsigned);
        for (int i = 0; i < map.size(); i++) {
            rows.put(constants.immediate(map.keys().get(i)), map.values().get(i));
        }
        return rows;
    }

    private LLVMValueRef hashed(
            MapTerm map, Map<Long, Term> rows, PerfectHash hash, LLVMValueRef key) {
        LLVMValueRef table = tables.computeIfAbsent(map, _ -> pairs(rows, hash));
        LLVMValueRef slot = ir.lshr(ir.mul(key, ir.i64(hash.factor())), ir.i64(hash.shift()));
        LLVMValueRef pair = ir.offset(table, ir.shl(slot, ir.i64(PAIR_BITS)));
        LLVMValueRef value = ir.load(ir.i64, ir.offset(pair, ir.i64(Layout.WORD)));
        LLVMValueRef found = ir.icmp(LLVMIntEQ, ir.load(ir.i64, pair), key);
        return ir.select(found, value, ir.i64(Layout.NONE));
    }

    /// A slot that no key has holds what no term is.
    private LLVMValueRef pairs(Map<Long, Term> rows, PerfectHash hash) {
        var words =
                new ArrayList<LLVMValueRef>(
                        Collections.nCopies(2 * hash.slots(), data.word(Layout.NONE)));
        rows.forEach((key, value) -> {
            words.set(2 * hash.slot(key), data.word(key));
            words.set(2 * hash.slot(key) + 1, constants.inData(value));
        });
        return data.privateConstant(data.packed(words), Layout.WORD);
    }

    private LLVMValueRef search(MapTerm map, Map<Long, Term> rows, LLVMValueRef key) {
        return runtime.call(
                "lumen_search",
                tables.computeIfAbsent(map, _ -> sorted(rows)),
                ir.i64(map.size()),
                key);
    }

    private LLVMValueRef sorted(Map<Long, Term> rows) {
        List<LLVMValueRef> words = new ArrayList<>();
        rows.keySet().forEach(k -> words.add(data.word(k)));
        rows.values().forEach(v -> words.add(constants.inData(v)));
        return data.privateConstant(data.packed(words), Layout.WORD);
    }
}
