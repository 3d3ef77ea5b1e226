package dev.lumen.codegen.lower;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Int;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.List;

/// The ends of blocks.
final class TerminatorLowering {
    private final FunctionLowering fn;
    private final CallGroupLowering group;
    private final ModuleLowering module;
    private final IrBuilder ir;
    private final CallLowering calls;

    TerminatorLowering(FunctionLowering fn, CallLowering calls) {
        this.fn = fn;
        this.group = fn.group;
        this.module = fn.module;
        this.ir = fn.ir;
        this.calls = calls;
    }

    void lower(Block block, FunctionPlan.BlockPlan plan) {
        switch (block.end()) {
            case Terminator.Ret r -> group.returns(fn.value(r.value()));
            case Terminator.Jump j -> jump(j.target());
            case Terminator.Branch b -> branch(b);
            case Terminator.Switch s -> switchOnTerm(s);
            case Terminator.SwitchArity s -> switchOnArity(s);
            case Terminator.TailCall c ->
                    calls.function(c.target(), fn.values(c.args()), false).jump();
            case Terminator.TailCallFun c ->
                    calls.fun(fn.value(c.fun()), fn.values(c.arguments()), OnFail.CALLER, c.loc())
                            .jump();
            case Terminator.TailCallApply c ->
                    calls.apply(
                                    fn.value(c.module()),
                                    fn.value(c.name()),
                                    fn.values(c.arguments()),
                                    OnFail.CALLER,
                                    c.loc())
                            .jump();
            case Terminator.Raise r -> raise(block, r);
            case Terminator.FunctionClause f -> functionClause(f);
            case Terminator.RecvPeek r -> peek(r);
            case Terminator.RecvWait w -> waitForMessage(w, plan.frame().getLast());
            case Terminator.Unreachable _ -> ir.unreachable();
        }
    }

    private void jump(Target target) {
        List<LLVMValueRef> arguments = fn.values(target.args());
        if (fn.plan.loopHeaders().contains(target.label())) {
            fn.loopBack(target.label(), arguments);
        } else {
            fn.goTo(target.label(), arguments);
        }
    }

    /// The block to branch to for a target: its own, or one in between that passes the arguments.
    private LLVMBasicBlockRef blockFor(Target target) {
        if (target.args().isEmpty() && !fn.plan.loopHeaders().contains(target.label())) {
            return fn.block(target.label());
        }
        LLVMBasicBlockRef here = ir.current();
        LLVMBasicBlockRef edge = fn.newBlock("edge");
        ir.at(edge);
        jump(target);
        ir.at(here);
        return edge;
    }

    private void branch(Terminator.Branch b) {
        LLVMValueRef flag = fn.value(b.flag());
        LLVMBasicBlockRef then = blockFor(b.then());
        ir.br(flag, then, blockFor(b.otherwise()));
    }

    /// The branch when its flag has not been made.
    void branch(Condition condition, Terminator.Branch b) {
        LLVMBasicBlockRef then = blockFor(b.then());
        condition.branch(then, blockFor(b.otherwise()));
    }

    private void switchOnTerm(Terminator.Switch s) {
        LLVMValueRef value = fn.value(s.value());
        boolean integers =
                !module.comparesInTurn(s.cases().size())
                        && s.cases().stream().allMatch(c -> c.constant() instanceof Int);
        long least =
                integers
                        ? s.cases().stream()
                                .mapToLong(c -> ((Int) c.constant()).longValue())
                                .min()
                                .orElse(0)
                        : 0;
        LLVMValueRef key = integers ? ConstantTables.distance(ir, value, least) : value;
        LLVMBasicBlockRef otherwise = blockFor(Target.of(s.otherwise()));
        var cases = new ArrayList<IrBuilder.Case>();
        for (Terminator.Switch.Case c : s.cases()) {
            long constant =
                    integers
                            ? ((Int) c.constant()).longValue() - least
                            : module.constants.immediate(c.constant());
            cases.add(new IrBuilder.Case(constant, blockFor(Target.of(c.label()))));
        }
        module.switchOn(key, cases, otherwise);
    }

    private void switchOnArity(Terminator.SwitchArity s) {
        LLVMValueRef header = fn.loadField(fn.value(s.tuple()), Layout.TAG_BOXED, 0);
        LLVMBasicBlockRef otherwise = blockFor(Target.of(s.otherwise()));
        var cases = new ArrayList<IrBuilder.Case>();
        for (Terminator.SwitchArity.Case c : s.cases()) {
            cases.add(
                    new IrBuilder.Case(
                            Layout.header(Layout.KIND_TUPLE, 0, c.arity()),
                            blockFor(Target.of(c.label()))));
        }
        module.switchOn(header, cases, otherwise);
    }

    // ---- exceptions -----------------------------------------------------------------------------

    private void raise(Block block, Terminator.Raise r) {
        if (r.onFail() instanceof OnFail.Catch(Label label)) {
            // Caught right here: a jump. Nothing is set in the process.
            LLVMValueRef trace;
            if (!fn.wantsTrace(label)) {
                trace = ir.i64(Layout.NIL);
            } else if (r.trace().isPresent()) {
                trace = fn.value(r.trace().get());
            } else {
                group.saveState();
                trace = module.runtime.call("lumen_trace_here", group.p, fn.location(r.loc()));
                group.reloadHp();
            }
            fn.goTo(label, List.of(fn.value(r.exceptionClass()), fn.value(r.reason()), trace));
            return;
        }
        if (r.trace().isEmpty() && isError(r.exceptionClass())) {
            LLVMValueRef location = ir.addressToInt(fn.location(r.loc()));
            if (RaisedPair.of(block) instanceof RaisedPair pair) {
                group.jumpOut(
                        "lumen_error_pair",
                        List.of(fn.value(pair.first()), fn.value(pair.second())),
                        location);
            } else {
                group.jumpOut("lumen_error", List.of(fn.value(r.reason())), location);
            }
            return;
        }
        LLVMValueRef exceptionClass = fn.value(r.exceptionClass());
        LLVMValueRef reason = fn.value(r.reason());
        group.saveState();
        LLVMValueRef trace = r.trace().map(fn::value).orElse(ir.i64(Layout.NONE));
        module.runtime.call("lumen_set_exception", group.p, exceptionClass, reason, trace);
        group.raise(fn.location(r.loc()));
    }

    private void functionClause(Terminator.FunctionClause f) {
        group.jumpOut(
                "lumen_function_clause",
                fn.values(f.args()),
                ir.addressToInt(module.functionRecord(fn.id())));
    }

    static boolean isError(Operand exceptionClass) {
        return exceptionClass instanceof Operand.Const(Atom name, _) && name.name().equals("error");
    }

    // ---- receive --------------------------------------------------------------------------------

    private void peek(Terminator.RecvPeek r) {
        LLVMValueRef message = module.runtime.call("lumen_receive_peek", group.p);
        LLVMBasicBlockRef found = fn.newBlock("message");
        LLVMBasicBlockRef none = blockFor(Target.of(r.empty()));
        ir.br(ir.eq(message, Layout.NONE), none, found);
        ir.at(found);
        fn.goTo(r.message(), List.of(message));
    }

    /// The process goes to sleep like in a call: its frame holds what is live, and it goes on at a
    /// return point. But the runtime may also answer at once, and then nothing has moved.
    private void waitForMessage(Terminator.RecvWait w, List<Var> held) {
        LLVMValueRef timeout = fn.value(w.after());
        LLVMBasicBlockRef woken = fn.newBlock("woken");
        LLVMBasicBlockRef atOnce = fn.newBlock("at_once");
        LLVMBasicBlockRef answered = fn.newBlock("answered");
        LLVMValueRef returnPoint = calls.newReturnPoint(woken, held, 0, OnFail.CALLER, w.loc());
        calls.push(returnPoint, held);
        group.saveState();
        ir.store(ir.load(ir.ptr, returnPoint), ir.offset(group.p, Layout.PROC_RESUME));
        group.storeProcess(Layout.PROC_LIVE, ir.i64(0));
        group.storeProcess(Layout.PROC_REDUCTIONS, group.reductions());
        LLVMValueRef answer = module.runtime.call("lumen_receive_wait", group.p, timeout);
        // After this answer the process may already run elsewhere: it must not be touched.
        ir.br(ir.eq(answer, Layout.NONE), group.leave(), atOnce);

        ir.at(atOnce);
        group.reloadHp();
        calls.drop(held);
        ir.br(answered);

        ir.at(woken);
        calls.pop(held);
        LLVMValueRef later = group.result();
        ir.br(answered);

        ir.at(answered);
        LLVMValueRef what = ir.phi(ir.i64);
        ir.incoming(what, answer, atOnce);
        ir.incoming(what, later, woken);
        LLVMBasicBlockRef failed = fn.newBlock("wait.failed");
        module.switchOn(
                what,
                List.of(
                        new IrBuilder.Case(Layout.small(1), blockFor(Target.of(w.again()))),
                        new IrBuilder.Case(Layout.small(0), blockFor(Target.of(w.timedOut())))),
                failed);
        ir.at(failed);
        group.saveState();
        fn.fail(w.onFail(), w.loc());
    }
}
