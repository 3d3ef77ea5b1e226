package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Dominators;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.OnFail;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.FloatTerm;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One function of SSA inside the LLVM function of its group: its blocks, its variables, heap
/// checks and failures.
final class FunctionLowering {
    final CallGroupLowering group;
    final ModuleLowering module;
    final IrBuilder ir;
    final Function function;
    final FunctionPlan plan;

    private final Map<Label, Block> blocks;
    private final Map<Label, LLVMBasicBlockRef> labels = new HashMap<>();
    private final Map<Var, LLVMValueRef> slots = new HashMap<>();
    private final Map<Var, LLVMValueRef> values = new HashMap<>();
    private LLVMBasicBlockRef enter;
    private final InstrLowering instructions;
    private final TerminatorLowering terminators;

    FunctionLowering(CallGroupLowering group, Function function, FunctionPlan plan) {
        this.group = group;
        this.module = group.module;
        this.ir = group.ir;
        this.function = function;
        this.plan = plan;
        this.blocks = function.byLabel();
        var calls = new CallLowering(this);
        instructions = new InstrLowering(this, calls);
        terminators = new TerminatorLowering(this, calls);
    }

    FunctionId id() {
        return function.id();
    }

    // ---- blocks ---------------------------------------------------------------------------------

    /// Creates the blocks and the slots of the parameters, so that other functions of the group can
    /// call this one.
    void prepare() {
        enter = newBlock("enter");
        for (Block b : function.blocks()) {
            labels.put(b.label(), newBlock(b.label().name()));
            b.params().forEach(this::slot);
        }
    }

    /// What defines a value is lowered before what uses it, wherever their blocks stand; blocks
    /// that nothing reaches come last.
    void lower() {
        lowerEnter();
        Dominators reached = Dominators.of(function);
        var order = new ArrayList<>(reached.order());
        order.addAll(
                function.blocks().stream().filter(b -> !reached.isReachable(b.label())).toList());
        for (Block b : order) {
            ir.at(labels.get(b.label()));
            FunctionPlan.BlockPlan blockPlan = plan.block(b.label());
            int n = b.body().size();
            Condition condition = null;
            for (int i = 0; i < n; i++) {
                module.debug.at(id(), b.body().get(i).loc());
                checkHeap(b, i, blockPlan);
                if (i == n - 1 && plan.isOnlyBranchedOn(b)) {
                    condition = instructions.condition(b.body().get(i));
                } else if (!RaisedPair.isMadeBy(b, i)) {
                    instructions.lower(b.body().get(i), i, blockPlan);
                }
            }
            module.debug.at(id(), b.end().loc());
            checkHeap(b, n, blockPlan);
            if (condition != null) {
                terminators.branch(condition, (Terminator.Branch) b.end());
            } else {
                terminators.lower(b, blockPlan);
            }
        }
    }

    /// Counts the call, and asks for the memory of the first run. The parameters are in their
    /// slots.
    private void lowerEnter() {
        ir.at(enter);
        module.debug.at(id(), function.loc());
        Block entry = function.entry();
        int asked = plan.block(entry.label()).check()[0];
        int words = plan.canLeave(entry, 0, asked) ? asked : 0;
        LLVMBasicBlockRef leave = newBlock("leave");
        LLVMBasicBlockRef go = newBlock("go");
        LLVMValueRef isOver = countReduction();
        if (words > 0) {
            isOver = ir.or(isOver, group.isFull(words, 0));
        }
        ir.brUnlikely(isOver, leave, go);
        ir.at(leave);
        group.leaveAtEntry(id(), function.params().stream().map(this::asTerm).toList(), words);
        ir.at(go);
        ir.br(labels.get(entry.label()));
    }

    /// The block for callers outside the group: takes the arguments from their registers. Emits it.
    LLVMBasicBlockRef fromOutside() {
        LLVMBasicBlockRef block = newBlock(id().name().name());
        ir.at(block);
        loadArguments(function.params());
        ir.br(enter);
        return block;
    }

    /// Fills the slots of variables from argument registers, where ABI code or the scheduler put
    /// them.
    private void loadArguments(List<Var> vars) {
        LLVMValueRef xs = vars.size() > Layout.ARGUMENT_REGISTERS ? group.xs() : null;
        for (int k = 0; k < vars.size(); k++) {
            LLVMValueRef term =
                    k < Layout.ARGUMENT_REGISTERS
                            ? group.argument(k)
                            : ir.load(ir.i64, ir.offset(xs, (long) k * Layout.WORD));
            define(vars.get(k), fromTerm(term, vars.get(k).type()));
        }
    }

    /// Branches to the function from inside the group.
    void enterWith(List<LLVMValueRef> arguments) {
        for (int k = 0; k < arguments.size(); k++) {
            ir.store(arguments.get(k), slot(function.params().get(k)));
        }
        ir.br(enter);
    }

    /// Branches to a block of the function.
    void goTo(Label label, List<LLVMValueRef> arguments) {
        List<Var> params = blocks.get(label).params();
        for (int k = 0; k < params.size(); k++) {
            ir.store(arguments.get(k), slot(params.get(k)));
        }
        ir.br(labels.get(label));
    }

    LLVMBasicBlockRef block(Label label) {
        return labels.get(label);
    }

    Block ssaBlock(Label label) {
        return blocks.get(label);
    }

    LLVMBasicBlockRef newBlock(String name) {
        return ir.block(group.function, name);
    }

    // ---- variables ------------------------------------------------------------------------------

    private LLVMValueRef slot(Var v) {
        return slots.computeIfAbsent(v, _ -> group.slot(type(v.type())));
    }

    private LLVMTypeRef type(Type type) {
        return switch (type) {
            case Type.Terms _ -> ir.i64;
            case Type.Raw.I64 -> ir.i64;
            case Type.Raw.FLAG -> ir.i1;
            case Type.Raw.F64 -> ir.f64;
            case Type.Raw.KEY -> ir.i64;
        };
    }

    void define(Var v, LLVMValueRef value) {
        if (plan.hasSlot(v)) {
            ir.store(value, slot(v));
        } else {
            values.put(v, value);
        }
    }

    LLVMValueRef value(Operand operand) {
        return switch (operand) {
            case Var v when plan.hasSlot(v) -> ir.load(type(v.type()), slot(v));
            case Var v -> values.get(v);
            case Operand.Const c -> constant(c);
        };
    }

    List<LLVMValueRef> values(List<? extends Operand> operands) {
        return operands.stream().map(this::value).toList();
    }

    private LLVMValueRef constant(Operand.Const c) {
        return switch (c.type()) {
            case Type.Terms _ -> module.constants.inCode(c.value());
            case Type.Raw.I64 -> ir.i64(c.asLong());
            case Type.Raw.FLAG -> ir.i1(c.asFlag());
            case Type.Raw.F64 -> ir.f64(((FloatTerm) c.value()).value());
            case Type.Raw.KEY -> throw new IllegalArgumentException("a constant key");
        };
    }

    LLVMValueRef atom(String name) {
        return ir.i64(module.constants.atom(ModuleLowering.atom(name)));
    }

    /// A variable as the collector may see it.
    LLVMValueRef asTerm(Var v) {
        LLVMValueRef value = value(v);
        return switch (v.type()) {
            case Type.Terms _ -> value;
            case Type.Raw.I64 -> tag(value);
            case Type.Raw.FLAG -> tag(ir.zext(value, ir.i64));
            // No instruction makes one yet; when one does, it is saved as a float term.
            case Type.Raw.F64 -> throw new UnsupportedOperationException("f64 in a frame");
            // The collector takes it for a number in place.
            case Type.Raw.KEY -> value;
        };
    }

    /// The opposite of [#asTerm].
    LLVMValueRef fromTerm(LLVMValueRef term, Type type) {
        return switch (type) {
            case Type.Terms _ -> term;
            case Type.Raw.I64 -> untag(term);
            case Type.Raw.FLAG -> ir.trunc(untag(term), ir.i1);
            case Type.Raw.F64 -> throw new UnsupportedOperationException("f64 in a frame");
            case Type.Raw.KEY -> term;
        };
    }

    LLVMValueRef tag(LLVMValueRef raw) {
        return ir.or(ir.shl(raw, ir.i64(3)), Layout.TAG_SMALL);
    }

    LLVMValueRef untag(LLVMValueRef small) {
        return ir.ashr(small, ir.i64(3));
    }

    /// The address of word `index` of the object that a term with this tag points to.
    LLVMValueRef field(LLVMValueRef term, long tag, long index) {
        return ir.offset(ir.intToAddress(term), index * Layout.WORD - tag);
    }

    LLVMValueRef loadField(LLVMValueRef term, long tag, long index) {
        return ir.load(ir.i64, field(term, tag, index));
    }

    // ---- safepoints -----------------------------------------------------------------------------

    /// Makes sure, in the middle of a function, that the words of the run that begins at `index`
    /// are free; collects otherwise.
    private void checkHeap(Block b, int index, FunctionPlan.BlockPlan blockPlan) {
        int words = blockPlan.check()[index];
        if (words == 0 || plan.canLeave(b, index, words)) {
            return;
        }
        LLVMBasicBlockRef collect = newBlock("collect");
        LLVMBasicBlockRef enough = newBlock("enough");
        ir.brUnlikely(group.isFull(words, 0), collect, enough);

        ir.at(collect);
        List<Var> roots = plan.terms(blockPlan.live().get(index));
        group.saveState();
        group.storeXs(values(roots), 0);
        LLVMValueRef goesOn =
                module.runtime.call("lumen_collect", group.p, ir.i64(words), ir.i64(roots.size()));
        LLVMBasicBlockRef reload = newBlock("reload");
        ir.brLikely(goesOn, reload, group.leave());
        ir.at(reload);
        group.reloadHp();
        group.reloadSp();
        if (!roots.isEmpty()) {
            LLVMValueRef xs = group.xs();
            for (int k = 0; k < roots.size(); k++) {
                define(roots.get(k), ir.load(ir.i64, ir.offset(xs, (long) k * Layout.WORD)));
            }
        }
        ir.br(enough);
        ir.at(enough);
    }

    /// Counts one reduction; true when none was left.
    private LLVMValueRef countReduction() {
        LLVMValueRef left = ir.sub(group.reductions(), ir.i64(1));
        group.reductions(left);
        return ir.icmp(LLVMIntSLT, left, ir.i64(0));
    }

    /// A jump backwards, to a loop header: counts a reduction first.
    void loopBack(Label header, List<LLVMValueRef> arguments) {
        Block b = blocks.get(header);
        for (int k = 0; k < arguments.size(); k++) {
            ir.store(arguments.get(k), slot(b.params().get(k)));
        }
        LLVMBasicBlockRef leave = newBlock("leave");
        ir.brUnlikely(countReduction(), leave, labels.get(header));
        ir.at(leave);
        List<Var> vars = plan.needs(b);
        group.storeXs(vars.stream().map(this::asTerm).toList(), 0);
        group.leaveTo(resumeAt(header, vars), vars.size());
    }

    private final Map<Label, LLVMValueRef> resumes = new HashMap<>();

    private LLVMValueRef resumeAt(Label header, List<Var> vars) {
        return resumes.computeIfAbsent(
                header,
                _ -> {
                    LLVMBasicBlockRef here = ir.current();
                    LLVMBasicBlockRef block = newBlock("resume");
                    ir.at(block);
                    loadArguments(vars);
                    ir.br(labels.get(header));
                    ir.at(here);
                    return group.newLabel(block);
                });
    }

    // ---- failure --------------------------------------------------------------------------------

    LLVMValueRef location(Loc loc) {
        return module.location(id(), loc);
    }

    /// Goes where a failure goes. The exception, if one is made, is set in the process, whose state
    /// is saved.
    void fail(OnFail onFail, Loc loc) {
        switch (onFail) {
            case OnFail.Caller _ -> group.raise(location(loc));
            case OnFail.Branch(Label label) -> ir.br(labels.get(label));
            case OnFail.Catch(Label label) -> {
                LLVMValueRef exceptionClass = group.loadProcess(Layout.PROC_EXCEPTION_CLASS);
                LLVMValueRef reason = group.loadProcess(Layout.PROC_EXCEPTION_REASON);
                LLVMValueRef trace = wantsTrace(label) ? traceOfException(loc) : ir.i64(Layout.NIL);
                goTo(label, List.of(exceptionClass, reason, trace));
            }
        }
    }

    /// True when the handler looks at the stack trace.
    boolean wantsTrace(Label handler) {
        return traced.computeIfAbsent(handler, this::usesTrace);
    }

    private final Map<Label, Boolean> traced = new HashMap<>();

    private boolean usesTrace(Label handler) {
        Var trace = blocks.get(handler).params().get(2);
        for (Block b : function.blocks()) {
            for (Instr i : b.body()) {
                if (i.args().contains(trace)) {
                    return true;
                }
            }
            if (b.end().args().contains(trace)
                    || b.end().targets().stream().anyMatch(t -> t.args().contains(trace))) {
                return true;
            }
        }
        return false;
    }

    /// The raw trace of the exception in the process, completed when a primitive began it.
    private LLVMValueRef traceOfException(Loc loc) {
        LLVMValueRef trace = module.runtime.call("lumen_make_trace", group.p, location(loc));
        group.reloadHp();
        return trace;
    }

    /// Continues only when `ok`; fails otherwise. The state is saved.
    void failUnless(LLVMValueRef ok, OnFail onFail, Loc loc) {
        failUnless(ok, onFail, () -> fail(onFail, loc));
    }

    /// The same; `fail` ends the block of the failure.
    void failUnless(LLVMValueRef ok, OnFail onFail, Runnable fail) {
        LLVMBasicBlockRef failed = newBlock("failed");
        LLVMBasicBlockRef succeeded = newBlock("ok");
        if (onFail instanceof OnFail.Branch) {
            ir.br(ok, succeeded, failed);
        } else {
            ir.brLikely(ok, succeeded, failed);
        }
        ir.at(failed);
        fail.run();
        ir.at(succeeded);
    }

    List<LLVMValueRef> append(List<LLVMValueRef> first, LLVMValueRef last) {
        var all = new ArrayList<>(first);
        all.add(last);
        return all;
    }

    List<LLVMValueRef> prepend(LLVMValueRef first, List<LLVMValueRef> rest) {
        var all = new ArrayList<LLVMValueRef>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
