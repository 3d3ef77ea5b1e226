package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.bif.Effects;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.MapTerm;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The instructions of a block.
final class InstrLowering {
    /// The primitives that there are so many calls of that others save the state for them.
    private static final Map<String, String> SAVING_STATE =
            Map.of(
                    "lumen_bif_erlang_plus_2", "lumen_plus",
                    "lumen_bif_erlang_minus_2", "lumen_minus");

    private final FunctionLowering fn;
    private final CallGroupLowering group;
    private final ModuleLowering module;
    private final IrBuilder ir;
    private final CallLowering calls;
    private final SmallArithmetic arithmetic;
    private final ComparisonLowering comparisons;
    private final InlinedBifs inlined;
    private final TypeTestLowering tests;
    private final BitStringLowering bits;

    InstrLowering(FunctionLowering fn, CallLowering calls) {
        this.fn = fn;
        this.group = fn.group;
        this.module = fn.module;
        this.ir = fn.ir;
        this.calls = calls;
        arithmetic = new SmallArithmetic(fn, this);
        comparisons = new ComparisonLowering(fn);
        inlined = new InlinedBifs(fn, this);
        tests = new TypeTestLowering(fn);
        bits = new BitStringLowering(fn);
    }

    /// `index` is the instruction's place in the block.
    void lower(Instr instr, int index, FunctionPlan.BlockPlan plan) {
        switch (instr) {
            case Instr.MakeCons i ->
                    fn.define(i.dst(), makeCons(fn.value(i.head()), fn.value(i.tail())));
            case Instr.MakeTuple i -> fn.define(i.dst(), makeTuple(fn.values(i.elements())));
            case Instr.MakeFun i -> fn.define(i.dst(), makeFun(i));
            case Instr.GetHead i ->
                    fn.define(i.dst(), fn.loadField(fn.value(i.list()), Layout.TAG_CONS, 0));
            case Instr.GetTail i ->
                    fn.define(i.dst(), fn.loadField(fn.value(i.list()), Layout.TAG_CONS, 1));
            case Instr.GetElement i ->
                    fn.define(
                            i.dst(),
                            fn.loadField(fn.value(i.tuple()), Layout.TAG_BOXED, 1L + i.index()));
            case Instr.GetFree i ->
                    fn.define(
                            i.dst(),
                            fn.loadField(fn.value(i.fun()), Layout.TAG_BOXED, 2L + i.index()));

            case Instr.Test i -> fn.define(i.dst(), condition(i).flag());
            case Instr.Compare i -> fn.define(i.dst(), condition(i).flag());
            case Instr.Bool i ->
                    fn.define(
                            i.dst(),
                            ir.select(fn.value(i.flag()), fn.atom("true"), fn.atom("false")));
            case Instr.Not i -> fn.define(i.dst(), ir.not(fn.value(i.flag())));

            case Instr.CallBif i when SmallArithmetic.isInlined(i) -> arithmetic.lower(i);
            case Instr.CallBif i when i.bif().effects().yields() ->
                    call(
                            i.dst(),
                            calls.code(i.bif().symbol(), fn.values(i.args())),
                            index,
                            plan,
                            i.onFail(),
                            i.loc());
            case Instr.CallBif i -> fn.define(i.dst(), inlined.lower(i));
            case Instr.Call i -> {
                CallLowering.Callee callee = calls.function(i.target(), fn.values(i.args()), true);
                call(i.dst(), callee, index, plan, i.onFail(), i.loc());
            }
            case Instr.CallFun i -> {
                CallLowering.Callee callee =
                        calls.fun(fn.value(i.fun()), fn.values(i.arguments()), i.onFail(), i.loc());
                call(i.dst(), callee, index, plan, i.onFail(), i.loc());
            }
            case Instr.CallApply i -> {
                CallLowering.Callee callee =
                        calls.apply(
                                fn.value(i.module()),
                                fn.value(i.name()),
                                fn.values(i.arguments()),
                                i.onFail(),
                                i.loc());
                call(i.dst(), callee, index, plan, i.onFail(), i.loc());
            }

            case Instr.MapPut i ->
                    fn.define(
                            i.dst(),
                            mapOf("lumen_map_put", i.base(), i.pairs(), i.onFail(), i.loc()));
            case Instr.MapUpdate i ->
                    fn.define(
                            i.dst(),
                            mapOf("lumen_map_update", i.base(), i.pairs(), i.onFail(), i.loc()));
            case Instr.MapGet i -> {
                LLVMValueRef found =
                        i.base() instanceof Operand.Const(MapTerm map, _)
                                        && ConstantTables.isTable(map)
                                ? module.tables.find(map, fn.value(i.key()))
                                : module.runtime.call(
                                        "lumen_map_get",
                                        group.p,
                                        fn.value(i.base()),
                                        fn.value(i.key()));
                fn.failUnless(isSome(found), i.onFail(), i.loc());
                fn.define(i.dst(), found);
            }

            case Instr.I64Op i ->
                    fn.define(i.dst(), i64(i.op(), fn.value(i.left()), fn.value(i.right())));
            case Instr.I64Compare i -> {
                int predicate =
                        switch (i.op()) {
                            case LT -> LLVMIntSLT;
                            case LE -> LLVMIntSLE;
                            case EQ -> LLVMIntEQ;
                        };
                fn.define(i.dst(), ir.icmp(predicate, fn.value(i.left()), fn.value(i.right())));
            }
            case Instr.OrderKey i -> fn.define(i.dst(), comparisons.orderKey(i.value()));
            case Instr.CompareKey i ->
                    fn.define(
                            i.dst(), comparisons.compareKey(i.op(), fn.value(i.key()), i.number()));
            case Instr.Tag i -> fn.define(i.dst(), fn.tag(fn.value(i.raw())));
            case Instr.Untag i -> fn.define(i.dst(), fn.untag(fn.value(i.small())));

            case Instr.BitsSize i -> fn.define(i.dst(), bits.size(fn.value(i.value())));
            case Instr.BitsLength i -> bits.length(i);
            case Instr.BitsGet i -> bits.get(i);
            case Instr.UtfWidth i ->
                    fn.define(i.dst(), bits.utfWidth(i.kind(), fn.value(i.value())));
            case Instr.BitsMatch i -> fn.define(i.dst(), bits.match(i));
            case Instr.BitsBuild i -> bits.build(i);

            case Instr.RecvSince i ->
                    module.runtime.call("lumen_receive_since", group.p, fn.value(i.term()));
            case Instr.RecvAccept _ -> module.runtime.call("lumen_receive_accept", group.p);
            case Instr.RecvSkip _ -> module.runtime.call("lumen_receive_skip", group.p);
            case Instr.StackTrace i -> {
                group.saveState();
                LLVMValueRef trace =
                        module.runtime.call("lumen_build_stacktrace", group.p, fn.value(i.raw()));
                group.reloadHp();
                fn.define(i.dst(), trace);
            }
        }
    }

    private Condition condition(Instr.Test i) {
        return tests.test(i.test(), i.number(), i.value());
    }

    private Condition condition(Instr.Compare i) {
        return comparisons.compare(i.op(), i.left(), i.right());
    }

    /// The question that an instruction answers with a flag; null for instructions of other kinds.
    Condition condition(Instr instr) {
        return switch (instr) {
            case Instr.Test i -> condition(i);
            case Instr.Compare i -> condition(i);
            default -> null;
        };
    }

    private void call(
            Var dst,
            CallLowering.Callee callee,
            int index,
            FunctionPlan.BlockPlan plan,
            OnFail onFail,
            Loc loc) {
        List<Var> held = plan.frame().get(index);
        int words = plan.check()[index + 1];
        int need = words <= Layout.RETURN_MAX_NEED ? words : 0;
        fn.define(dst, calls.call(callee, held, need, onFail, loc));
    }

    private LLVMValueRef isSome(LLVMValueRef answer) {
        return ir.icmp(LLVMIntNE, answer, ir.i64(Layout.NONE));
    }

    /// Calls a primitive of the table; continues only when it did not fail.
    LLVMValueRef primitive(Instr.CallBif i, List<LLVMValueRef> arguments) {
        Effects effects = i.bif().effects();
        boolean touchesHeap = effects.collects() || effects.fails();
        String savingState = module.goal == Goal.SIZE ? SAVING_STATE.get(i.bif().symbol()) : null;
        LLVMValueRef answer;
        if (savingState != null) {
            answer =
                    module.runtime.call(
                            savingState,
                            group.p,
                            group.hp(),
                            group.sp(),
                            arguments.getFirst(),
                            arguments.getLast());
        } else {
            if (touchesHeap) {
                group.saveState();
            }
            answer = module.runtime.call(i.bif(), group.p, arguments);
        }
        if (touchesHeap) {
            group.reloadHp();
        }
        if (effects.works()) {
            group.takeWork();
        }
        if (effects.fails()) {
            fn.failUnless(isSome(answer), i.onFail(), () -> failed(i, arguments));
        }
        return answer;
    }

    /// The first entry of the stack trace is the built-in itself, with its arguments.
    private void failed(Instr.CallBif i, List<LLVMValueRef> arguments) {
        FunctionId id = i.bif().id();
        boolean tracesIt =
                switch (i.onFail()) {
                    case OnFail.Branch _ -> false;
                    case OnFail.Catch(Label label) -> fn.wantsTrace(label);
                    case OnFail.Caller _ -> true;
                };
        if (tracesIt) {
            module.constants.atom(id.module());
            module.constants.atom(id.name());
            if (!SmallArithmetic.isInlined(i)) { // which leaves its operands there itself
                group.storeXs(arguments, 0);
            }
            if (i.onFail() instanceof OnFail.Caller) {
                group.raiseBuiltin(module.builtinName(id), fn.location(i.loc()));
                return;
            }
            module.runtime.call("lumen_set_builtin_failure", group.p, module.builtinName(id));
            group.reloadHp();
        }
        fn.fail(i.onFail(), i.loc());
    }

    // ---- building -------------------------------------------------------------------------------
    // The words were asked for by the check that the plan put before.

    private LLVMValueRef makeCons(LLVMValueRef head, LLVMValueRef tail) {
        LLVMValueRef cell = allocate(List.of(head, tail));
        return ir.addressToInt(ir.offset(cell, Layout.TAG_CONS));
    }

    private LLVMValueRef makeTuple(List<LLVMValueRef> elements) {
        LLVMValueRef header = ir.i64(Layout.header(Layout.KIND_TUPLE, 0, elements.size()));
        return ir.addressToInt(ir.offset(allocate(fn.prepend(header, elements)), Layout.TAG_BOXED));
    }

    private LLVMValueRef makeFun(Instr.MakeFun i) {
        if (i.free().isEmpty()) {
            return ir.addressToInt(
                    module.data.address(module.constantClosure(i), Layout.TAG_BOXED));
        }
        var words = new ArrayList<LLVMValueRef>();
        words.add(
                ir.i64(
                        Layout.header(
                                Layout.KIND_FUN, i.target().arity() - 1, 1L + i.free().size())));
        words.add(ir.addressToInt(module.closureEntry(i.target(), i.free().size())));
        words.addAll(fn.values(i.free()));
        return ir.addressToInt(ir.offset(allocate(words), Layout.TAG_BOXED));
    }

    private LLVMValueRef allocate(List<LLVMValueRef> words) {
        LLVMValueRef address = group.allocate((long) words.size() * Layout.WORD);
        for (int k = 0; k < words.size(); k++) {
            ir.store(words.get(k), ir.offset(address, (long) k * Layout.WORD));
        }
        return address;
    }

    private LLVMValueRef mapOf(
            String primitive, Operand base, List<Operand> pairs, OnFail onFail, Loc loc) {
        group.saveState();
        group.storeXs(fn.values(pairs), 0);
        LLVMValueRef map =
                module.runtime.call(primitive, group.p, fn.value(base), ir.i64(pairs.size() / 2));
        group.reloadHp();
        fn.failUnless(isSome(map), onFail, loc);
        return map;
    }

    private LLVMValueRef i64(Instr.I64Operator op, LLVMValueRef a, LLVMValueRef b) {
        return switch (op) {
            case ADD -> ir.add(a, b);
            case SUB -> ir.sub(a, b);
            case MUL -> ir.mul(a, b);
        };
    }
}
