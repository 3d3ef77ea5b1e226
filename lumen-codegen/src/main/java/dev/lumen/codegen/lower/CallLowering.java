package dev.lumen.codegen.lower;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Var;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.List;

/// Calls: frames on the stack of the process, and how to get from a callee to its code.
final class CallLowering {
    private final FunctionLowering fn;
    private final CallGroupLowering group;
    private final ModuleLowering module;
    private final IrBuilder ir;

    CallLowering(FunctionLowering fn) {
        this.fn = fn;
        this.group = fn.group;
        this.module = fn.module;
        this.ir = fn.ir;
    }

    /// What a call goes to: found before the frame is pushed, because finding it can fail.
    interface Callee {
        /// Ends the block. The arguments are those of the call, perhaps with the fun itself behind
        /// them.
        void jump();
    }

    // ---- frames ---------------------------------------------------------------------------------

    /// Pushes a frame, jumps, and continues at the return point with `held` reloaded and `need`
    /// words free. Answers the result.
    LLVMValueRef call(Callee callee, List<Var> held, int need, OnFail onFail, Loc loc) {
        LLVMBasicBlockRef back = fn.newBlock("back");
        push(newReturnPoint(back, held, need, onFail, loc), held);
        callee.jump();
        ir.at(back);
        if (need > 0) {
            group.checkHeapAtReturn(need, frameBytes(held));
        }
        pop(held);
        return group.result();
    }

    LLVMValueRef newReturnPoint(
            LLVMBasicBlockRef back, List<Var> held, int need, OnFail onFail, Loc loc) {
        LLVMValueRef handler = null;
        boolean wantsTrace = false;
        if (onFail instanceof OnFail.Catch(Label label)) {
            wantsTrace = fn.wantsTrace(label);
            handler = group.newLabel(handlerBlock(label, held));
        }
        return group.newReturnPoint(
                back, handler, fn.location(loc), 1 + held.size(), wantsTrace, need);
    }

    void push(LLVMValueRef returnPoint, List<Var> held) {
        LLVMValueRef sp = ir.offset(group.sp(), -frameBytes(held));
        ir.store(ir.addressToInt(returnPoint), sp);
        for (int k = 0; k < held.size(); k++) {
            ir.store(fn.asTerm(held.get(k)), ir.offset(sp, place(k, held)));
        }
        group.sp(sp);
    }

    /// Removes the frame at the top; its variables have their values again.
    void pop(List<Var> held) {
        LLVMValueRef sp = group.sp();
        for (int k = 0; k < held.size(); k++) {
            Var v = held.get(k);
            LLVMValueRef term = ir.load(ir.i64, ir.offset(sp, place(k, held)));
            fn.define(v, fn.fromTerm(term, v.type()));
        }
        group.sp(ir.offset(sp, frameBytes(held)));
    }

    /// Removes the frame at the top, whose variables still have their values.
    void drop(List<Var> held) {
        group.sp(ir.offset(group.sp(), frameBytes(held)));
    }

    /// Variables lie from the bottom of the frame up, in the order of their definition, mostly. So
    /// when a function calls again and its new frame holds what the old one held and more, that has
    /// its place already, and LLVM drops the stores.
    private static long place(int index, List<Var> held) {
        return (long) (held.size() - index) * Layout.WORD;
    }

    private static long frameBytes(List<Var> held) {
        return (1L + held.size()) * Layout.WORD;
    }

    /// Where an exception that a callee raised arrives: the frame of the call is at the top.
    private LLVMBasicBlockRef handlerBlock(Label label, List<Var> held) {
        LLVMBasicBlockRef here = ir.current();
        LLVMBasicBlockRef block = fn.newBlock("handler");
        ir.at(block);
        pop(held);
        fn.goTo(label, List.of(group.argument(0), group.argument(1), group.argument(2)));
        ir.at(here);
        return block;
    }

    // ---- callees --------------------------------------------------------------------------------

    /// A function that is known by name.
    Callee function(FunctionId target, List<LLVMValueRef> arguments, boolean pushesFrame) {
        FunctionLowering inner = group.inner(target);
        if (inner != null) {
            if (pushesFrame) {
                group.noteInnerCall();
            }
            return () -> inner.enterWith(arguments);
        }
        if (module.isDefined(target)) {
            return () -> group.jumpOut(module.entryOf(target), arguments);
        }
        return () -> group.jumpOut(module.code(target), arguments);
    }

    /// ABI code that the runtime or another module defines.
    Callee code(String symbol, List<LLVMValueRef> arguments) {
        return () -> group.jumpOut(module.code(symbol), arguments);
    }

    /// A fun: looks at its kind and arity, and asks the runtime only when they don't fit.
    Callee fun(LLVMValueRef fun, List<LLVMValueRef> arguments, OnFail onFail, Loc loc) {
        LLVMBasicBlockRef boxed = fn.newBlock("fun.boxed");
        LLVMBasicBlockRef fast = fn.newBlock("fun");
        LLVMBasicBlockRef slow = fn.newBlock("fun.slow");
        LLVMBasicBlockRef found = fn.newBlock("fun.found");
        ir.brLikely(ir.eq(ir.and(fun, Layout.TAG_MASK), Layout.TAG_BOXED), boxed, slow);
        ir.at(boxed);
        LLVMValueRef header = fn.loadField(fun, Layout.TAG_BOXED, 0);
        // Kind and arity are the low 16 bits.
        long wanted = Layout.header(Layout.KIND_FUN, arguments.size(), 0);
        ir.brLikely(ir.eq(ir.and(header, 0xFFFF), wanted), fast, slow);
        ir.at(fast);
        LLVMValueRef entry = ir.intToAddress(fn.loadField(fun, Layout.TAG_BOXED, 1));
        LLVMValueRef known = ir.load(ir.ptr, entry);
        ir.br(found);

        ir.at(slow);
        group.saveState();
        group.storeXs(arguments, 0);
        LLVMValueRef asked =
                module.runtime.call("lumen_fun_code", group.p, fun, ir.i64(arguments.size()));
        group.reloadHp();
        fn.failUnless(ir.ne(asked, ir.nullPtr()), onFail, loc);
        LLVMBasicBlockRef slowEnd = ir.current();
        ir.br(found);

        ir.at(found);
        LLVMValueRef code = ir.phi(ir.ptr);
        ir.incoming(code, known, fast);
        ir.incoming(code, asked, slowEnd);
        List<LLVMValueRef> all = fn.append(arguments, fun);
        return () -> group.jumpOut(code, all);
    }

    /// A function whose name is computed.
    Callee apply(
            LLVMValueRef moduleName,
            LLVMValueRef name,
            List<LLVMValueRef> arguments,
            OnFail onFail,
            Loc loc) {
        group.saveState();
        group.storeXs(arguments, 0);
        LLVMValueRef code =
                module.runtime.call(
                        "lumen_apply_code", group.p, moduleName, name, ir.i64(arguments.size()));
        group.reloadHp();
        fn.failUnless(ir.ne(code, ir.nullPtr()), onFail, loc);
        return () -> group.jumpOut(code, arguments);
    }
}
