package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.Llvm;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Terminator;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One group of functions as one LLVM function.
///
/// It has the type of ABI code. Its argument `label` says where to go on:
///
/// - labels `0 .. R-1`: the return points of the group, in the order of its table of
///   `lumen_return`, whose code is the group itself: who returns from outside gives
///   [Layout#LABEL_OF_RETURN], and the frame at the top says which return point it is;
/// - labels `R .. R+F-1`: the functions of the group;
/// - after these, in order of creation: handlers of exceptions, and loop headers where a process
///   was preempted.
///
/// Whoever calls from outside comes through a thunk, which is ABI code that passes the label on.
/// Inside, a call is a branch to the function, and a return is a branch by the index of `sp[0]` in
/// the table; when it lies outside the table the return is a jump. A group with no label but its
/// one function's is that function, without a thunk.
///
/// State (`hp`, `sp`, reductions, variables) is kept in stack slots that LLVM turns into registers,
/// if it optimises at all.
final class CallGroupLowering {
    private static final String[] REGISTERS = {
        "p", "hp", "sp", "reductions", "x0", "x1", "x2", "x3", "x4", "x5", "label"
    };
    private static final int SP = 2;
    private static final int X0 = 4;

    /// A function with no switch this large does without jump tables: two or three comparisons are
    /// predicted better.
    private static final int JUMP_TABLE_CASES = 4;

    private static final int LABEL = X0 + Layout.ARGUMENT_REGISTERS;

    final ModuleLowering module;
    final IrBuilder ir;
    final LLVMValueRef function;
    final LLVMValueRef p;

    private final CallGroup group;
    private final Map<FunctionId, Entry> entries = new LinkedHashMap<>();
    private final Map<FunctionId, FunctionLowering> functions = new LinkedHashMap<>();
    private final int returnPointCount;
    private final boolean hasThunks;
    private final LLVMValueRef returnTable;
    private final List<ReturnPoint> returnPoints = new ArrayList<>();
    private final List<LabelledBlock> extraLabels = new ArrayList<>();
    private boolean hasInnerCalls;

    private LLVMBasicBlockRef slotsBlock;
    private LLVMBasicBlockRef labelsBlock;
    private LLVMBasicBlockRef returnBlock;
    private LLVMBasicBlockRef raiseBlock;
    private LLVMBasicBlockRef raiseBuiltinBlock;
    private LLVMBasicBlockRef leaveBlock;
    private LLVMBasicBlockRef collectBlock;
    private LLVMValueRef hpSlot;
    private Run run;
    private LLVMValueRef spSlot;
    private LLVMValueRef reductionsSlot;

    /// The result of the function that returns; x0 when coming from outside.
    private LLVMValueRef resultSlot;

    private LLVMValueRef labelSlot;

    /// Where all jumps to other code go, if they are one ([Goal#sharesExit]), and what they leave
    /// in slots for it.
    private LLVMBasicBlockRef exitBlock;

    private LLVMValueRef exitCodeSlot;
    private LLVMValueRef exitLabelSlot;
    private final List<LLVMValueRef> exitSlots = new ArrayList<>();
    private LLVMValueRef raiseLocationSlot;
    private LLVMValueRef builtinSlot;

    /// Where a function of the module begins: `label` in the LLVM function of `group`.
    record Entry(CallGroupLowering group, FunctionId id, int label) {}

    private record LabelledBlock(LLVMBasicBlockRef block, LLVMValueRef thunk) {}

    /// `words`: of the frame. `need`: of heap, when control comes back.
    private record ReturnPoint(
            LLVMBasicBlockRef block,
            LLVMValueRef handler,
            LLVMValueRef location,
            int words,
            boolean wantsTrace,
            int need) {}

    CallGroupLowering(ModuleLowering module, CallGroup group) {
        this.module = module;
        this.group = group;
        ir = module.ir;
        returnPointCount = countReturnPoints(group);
        var plans = new LinkedHashMap<FunctionId, FunctionPlan>();
        group.functions().forEach(f -> plans.put(f.id(), FunctionPlan.of(f, module.goal)));
        hasThunks =
                group.functions().size() > 1
                        || returnPointCount > 0
                        || plans.values().stream().anyMatch(plan -> !plan.loopHeaders().isEmpty());
        String first = Symbols.code(group.functions().getFirst().id());
        function =
                hasThunks
                        ? module.code(symbol(first))
                        : module.code(group.functions().getFirst().id());
        if (hasThunks) {
            LLVMSetLinkage(function, LLVMInternalLinkage);
        }
        for (int k = 0; k < REGISTERS.length; k++) {
            LLVMSetValueName2(LLVMGetParam(function, k), REGISTERS[k], REGISTERS[k].length());
        }
        if (isLarge(module.goal)) {
            module.attribute(function, "minsize");
        }
        p = LLVMGetParam(function, 0);
        returnTable = returnPointCount == 0 ? null : newReturnTable();
        int label = returnPointCount;
        for (Function f : group.functions()) {
            entries.put(f.id(), new Entry(this, f.id(), label++));
            functions.put(f.id(), new FunctionLowering(this, f, plans.get(f.id())));
        }
    }

    private boolean isLarge(Goal goal) {
        return group.functions().stream()
                        .flatMap(f -> f.blocks().stream())
                        .mapToInt(b -> b.body().size())
                        .sum()
                > goal.smallForSpeed();
    }

    /// The symbol of a group whose first function has this one.
    static String symbol(String first) {
        return "group:" + first;
    }

    List<Function> functions() {
        return group.functions();
    }

    Entry entry(FunctionId id) {
        return entries.get(id);
    }

    /// The lowering of a function of this group; null for any other.
    FunctionLowering inner(FunctionId id) {
        return functions.get(id);
    }

    private static int countReturnPoints(CallGroup group) {
        int count = 0;
        for (Function f : group.functions()) {
            for (Block b : f.blocks()) {
                for (Instr i : b.body()) {
                    count += FunctionPlan.pushesFrame(i) ? 1 : 0;
                }
                count += b.end() instanceof Terminator.RecvWait ? 1 : 0;
            }
        }
        return count;
    }

    // ---- the whole ------------------------------------------------------------------------------

    void lower() {
        module.debug.begin(function, group.functions());
        slotsBlock = ir.block(function, "slots");
        LLVMBasicBlockRef start = ir.block(function, "start");
        hpSlot = slot(ir.ptr);
        spSlot = slot(ir.ptr);
        reductionsSlot = slot(ir.i64);
        resultSlot = slot(ir.i64);
        functions.values().forEach(FunctionLowering::prepare);
        functions.values().forEach(FunctionLowering::lower);
        module.debug.nowhere();
        if (returnBlock != null) {
            lowerReturn();
        }
        if (raiseBuiltinBlock != null) {
            ir.at(raiseBuiltinBlock);
            module.runtime.call("lumen_set_builtin_failure", p, ir.load(ir.ptr, builtinSlot));
            ir.br(raiseBlock);
        }
        if (raiseBlock != null) {
            lowerRaise();
        }
        if (collectBlock != null) {
            lowerCollect();
        }
        if (leaveBlock != null) {
            ir.at(leaveBlock);
            ir.retVoid();
        }
        if (exitBlock != null) {
            lowerExit();
        }
        lowerStart(start);
        ir.at(slotsBlock);
        ir.br(start);
        if (ir.takeMostCases() < JUMP_TABLE_CASES) {
            module.attribute(function, "no-jump-tables", "true");
        }
    }

    /// When all groups are lowered: what leads into this one from outside.
    void lowerThunks() {
        for (Entry e : entries.values()) {
            if (!module.isEntered(e.id)) {
                continue;
            }
            LLVMValueRef code = module.code(e.id);
            LLVMSetVisibility(code, LLVMHiddenVisibility);
            if (hasThunks) {
                thunk(code, e.label);
            }
        }
        fillReturnTable();
        for (int k = 0; k < extraLabels.size(); k++) {
            thunk(extraLabels.get(k).thunk, extraLabel(k));
        }
    }

    private int extraLabel(int index) {
        return returnPointCount + functions.size() + index;
    }

    private void lowerStart(LLVMBasicBlockRef start) {
        ir.at(start);
        ir.store(LLVMGetParam(function, 1), hpSlot);
        ir.store(LLVMGetParam(function, 2), spSlot);
        ir.store(LLVMGetParam(function, 3), reductionsSlot);
        ir.store(argument(0), resultSlot);
        List<LLVMBasicBlockRef> entered =
                functions.values().stream().map(FunctionLowering::fromOutside).toList();
        if (!hasThunks) {
            ir.at(start);
            ir.br(entered.getFirst());
            return;
        }
        var targets = new ArrayList<LLVMBasicBlockRef>();
        returnPoints.forEach(r -> targets.add(r.block));
        targets.addAll(entered);
        extraLabels.forEach(l -> targets.add(l.block));
        ir.at(start);
        LLVMValueRef label = LLVMGetParam(function, LABEL);
        if (!returnPoints.isEmpty()) {
            LLVMBasicBlockRef isReturn = ir.block(function, "from.return");
            LLVMBasicBlockRef isOther = ir.block(function, "from.outside");
            ir.br(ir.eq(label, Layout.LABEL_OF_RETURN), isReturn, isOther);
            ir.at(isReturn);
            goToLabel(returnLabel(offsetInTable(ir.load(ir.i64, LLVMGetParam(function, SP)))));
            ir.at(isOther);
        }
        goToLabel(label);
        ir.at(labelsBlock);
        switchOver(ir.load(ir.i64, labelSlot), targets);
    }

    /// All ways to a label meet in one switch, so that no return point is the target of two: loops
    /// of code that have several entries become slow and large as WebAssembly, which has no `goto`.
    private void goToLabel(LLVMValueRef label) {
        if (labelsBlock == null) {
            labelsBlock = ir.block(function, "labels");
            labelSlot = slot(ir.i64);
        }
        ir.store(label, labelSlot);
        ir.br(labelsBlock);
    }

    /// A jump by number, which is known to be one of them.
    private void switchOver(LLVMValueRef number, List<LLVMBasicBlockRef> targets) {
        LLVMBasicBlockRef never = ir.block(function, "never");
        var cases = new ArrayList<IrBuilder.Case>();
        for (int k = 0; k < targets.size(); k++) {
            cases.add(new IrBuilder.Case(k, targets.get(k)));
        }
        module.switchOn(number, cases, never);
        ir.at(never);
        ir.unreachable();
    }

    private void lowerReturn() {
        ir.at(returnBlock);
        LLVMValueRef returnPoint = ir.load(ir.i64, sp());
        if (hasInnerCalls) {
            LLVMBasicBlockRef inside = ir.block(function, "return.inside");
            LLVMBasicBlockRef outside = ir.block(function, "return.outside");
            LLVMValueRef offset = offsetInTable(returnPoint);
            long bytes = (long) returnPointCount * returnBytes();
            ir.brLikely(ir.icmp(LLVMIntULT, offset, ir.i64(bytes)), inside, outside);
            ir.at(inside);
            goToLabel(returnLabel(offset));
            ir.at(outside);
        }
        jumpOut(
                ir.load(ir.ptr, ir.intToAddress(returnPoint)),
                List.of(ir.load(ir.i64, resultSlot)),
                ir.i64(Layout.LABEL_OF_RETURN));
    }

    private void lowerRaise() {
        ir.at(raiseBlock);
        LLVMValueRef location = ir.addressToInt(ir.load(ir.ptr, raiseLocationSlot));
        hp(ir.poison(ir.ptr));
        sp(ir.poison(ir.ptr));
        jumpOut(module.code("lumen_raised"), List.of(), location);
    }

    /// Leaves at a return point, whose frame is still at the top: when the heap has been collected
    /// the process comes back to it. How many words it asks for stands in the return point.
    private void lowerCollect() {
        ir.at(collectBlock);
        jumpOut(module.code("lumen_leave_at_return"), List.of(result()), null);
    }

    private int pointerBytes() {
        return module.target.pointerBytes();
    }

    // ---- thunks and return points ---------------------------------------------------------------

    /// ABI code that goes to a label of the group.
    private void thunk(LLVMValueRef code, int label) {
        ir.at(ir.block(code, "thunk"));
        var arguments = new ArrayList<LLVMValueRef>();
        for (int k = 0; k < LABEL; k++) {
            arguments.add(LLVMGetParam(code, k));
        }
        arguments.add(ir.i64(label));
        module.jump(function, arguments);
    }

    private LLVMValueRef offsetInTable(LLVMValueRef returnPoint) {
        return ir.sub(returnPoint, ir.addressToInt(returnTable));
    }

    private LLVMValueRef returnLabel(LLVMValueRef offsetInTable) {
        int shift = Integer.numberOfTrailingZeros(returnBytes());
        return ir.lshr(offsetInTable, ir.i64(shift));
    }

    private int returnBytes() {
        return Layout.RETURN_POINTERS * pointerBytes();
    }

    private LLVMValueRef newThunk(String what) {
        LLVMValueRef code =
                module.code(Symbols.code(group.functions().getFirst().id()) + "." + what);
        LLVMSetLinkage(code, LLVMInternalLinkage);
        return code;
    }

    /// A label for a block that ABI code outside jumps to; answers that code.
    LLVMValueRef newLabel(LLVMBasicBlockRef block) {
        LLVMValueRef thunk = newThunk("l" + extraLabels.size());
        extraLabels.add(new LabelledBlock(block, thunk));
        return thunk;
    }

    /// The next return point: control goes on at `block`. `handler` is code, or null when
    /// exceptions pass through.
    LLVMValueRef newReturnPoint(
            LLVMBasicBlockRef block,
            LLVMValueRef handler,
            LLVMValueRef location,
            int words,
            boolean wantsTrace,
            int need) {
        returnPoints.add(new ReturnPoint(block, handler, location, words, wantsTrace, need));
        return returnPoint(returnPoints.size() - 1);
    }

    private LLVMValueRef returnPoint(int index) {
        return module.data.address(returnTable, (long) index * returnBytes());
    }

    private LLVMTypeRef returnType() {
        return module.data.structType(
                List.of(ir.ptr, ir.ptr, ir.ptr, ir.i16, ir.i16, returnPadding()));
    }

    private LLVMTypeRef returnPadding() {
        return LLVMArrayType2(ir.i8, returnBytes() - 3 * pointerBytes() - 4);
    }

    private LLVMValueRef newReturnTable() {
        LLVMTypeRef type = LLVMArrayType2(returnType(), returnPointCount);
        LLVMValueRef table = LLVMAddGlobal(module.llvm.ref(), type, Llvm.NO_NAME);
        LLVMSetLinkage(table, LLVMPrivateLinkage);
        LLVMSetGlobalConstant(table, 1);
        LLVMSetAlignment(table, returnBytes());
        return table;
    }

    private void fillReturnTable() {
        if (returnTable == null) {
            return;
        }
        var rows = new ArrayList<LLVMValueRef>();
        for (ReturnPoint r : returnPoints) {
            rows.add(
                    module.data.struct(
                            List.of(
                                    function,
                                    r.handler == null ? ir.nullPtr() : r.handler,
                                    r.location,
                                    LLVMConstInt(
                                            ir.i16,
                                            r.words
                                                    | (r.wantsTrace
                                                            ? Layout.RETURN_WANTS_TRACE
                                                            : 0),
                                            0),
                                    LLVMConstInt(ir.i16, r.need, 0),
                                    LLVMConstNull(returnPadding()))));
        }
        LLVMSetInitializer(returnTable, module.data.array(returnType(), rows));
    }

    // ---- state ----------------------------------------------------------------------------------

    /// A slot for a value that changes; LLVM makes registers of them.
    LLVMValueRef slot(LLVMTypeRef type) {
        LLVMBasicBlockRef here = ir.current();
        ir.at(slotsBlock);
        LLVMValueRef slot = ir.alloca(type);
        if (here != null && !here.isNull()) {
            ir.at(here);
        }
        return slot;
    }

    /// What arrived in argument register `index` when control came from outside.
    LLVMValueRef argument(int index) {
        return LLVMGetParam(function, X0 + index);
    }

    LLVMValueRef hp() {
        return ir.load(ir.ptr, hpSlot);
    }

    private void hp(LLVMValueRef value) {
        ir.store(value, hpSlot);
        run = null;
    }

    /// Takes so many bytes off the heap, which a check before has promised, and answers where they
    /// are.
    LLVMValueRef allocate(long bytes) {
        LLVMBasicBlockRef block = ir.current();
        if (run == null || !run.block.equals(block)) {
            run = new Run(block, hp());
        }
        LLVMValueRef address = ir.offset(run.start, run.bytes);
        run.bytes += bytes;
        ir.store(ir.offset(run.start, run.bytes), hpSlot);
        return address;
    }

    /// Allocations of one block that follow each other. All are addressed from the first one's
    /// start: a chain of additions as long as the run takes LLVM time in its square, because it
    /// walks the chain to compare two addresses.
    private static final class Run {
        final LLVMBasicBlockRef block;
        final LLVMValueRef start;
        long bytes;

        Run(LLVMBasicBlockRef block, LLVMValueRef start) {
            this.block = block;
            this.start = start;
        }
    }

    LLVMValueRef sp() {
        return ir.load(ir.ptr, spSlot);
    }

    void sp(LLVMValueRef value) {
        ir.store(value, spSlot);
    }

    LLVMValueRef reductions() {
        return ir.load(ir.i64, reductionsSlot);
    }

    void reductions(LLVMValueRef value) {
        ir.store(value, reductionsSlot);
    }

    LLVMValueRef result() {
        return ir.load(ir.i64, resultSlot);
    }

    /// Takes what primitives have cost off the reductions that are left.
    void takeWork() {
        reductions(ir.sub(reductions(), loadProcess(Layout.PROC_WORK)));
        storeProcess(Layout.PROC_WORK, ir.i64(0));
    }

    LLVMValueRef loadProcess(int offset) {
        return ir.load(ir.i64, ir.offset(p, offset));
    }

    void storeProcess(int offset, LLVMValueRef value) {
        ir.store(value, ir.offset(p, offset));
    }

    /// Before the runtime works on the heap or the stack.
    void saveState() {
        storeProcess(Layout.PROC_HP, hp());
        storeProcess(Layout.PROC_SP, sp());
    }

    /// After a primitive that takes memory.
    void reloadHp() {
        hp(ir.load(ir.ptr, ir.offset(p, Layout.PROC_HP)));
    }

    void reloadSp() {
        sp(ir.load(ir.ptr, ir.offset(p, Layout.PROC_SP)));
    }

    // ---- ways out -------------------------------------------------------------------------------

    /// Returns from the function that is at the top of the stack.
    void returns(LLVMValueRef value) {
        if (returnBlock == null) {
            returnBlock = ir.block(function, "return");
        }
        ir.store(value, resultSlot);
        ir.br(returnBlock);
    }

    /// Raises the exception that is set in the process, whose state is saved.
    void raise(LLVMValueRef location) {
        setRaiseLocation(location);
        ir.br(raiseBlock);
    }

    private void setRaiseLocation(LLVMValueRef location) {
        if (raiseBlock == null) {
            raiseBlock = ir.block(function, "raise");
            raiseLocationSlot = slot(ir.ptr);
        }
        ir.store(location, raiseLocationSlot);
    }

    /// Raises the exception that a built-in function has set, whose arguments are in the array of
    /// the process. `name` is its `lumen_builtin`.
    void raiseBuiltin(LLVMValueRef name, LLVMValueRef location) {
        if (raiseBuiltinBlock == null) {
            raiseBuiltinBlock = ir.block(function, "raise.builtin");
            builtinSlot = slot(ir.ptr);
        }
        ir.store(name, builtinSlot);
        setRaiseLocation(location);
        ir.br(raiseBuiltinBlock);
    }

    /// Where to go when the process must stop running this code now and everything is saved.
    LLVMBasicBlockRef leave() {
        if (leaveBlock == null) {
            leaveBlock = ir.block(function, "leave");
        }
        return leaveBlock;
    }

    /// Leaves, to go on at `resume` with what the first `live` words behind `xs` hold.
    void leaveTo(LLVMValueRef resume, int live) {
        saveState();
        ir.store(resume, ir.offset(p, Layout.PROC_RESUME));
        storeProcess(Layout.PROC_LIVE, ir.i64(live));
        storeProcess(Layout.PROC_REDUCTIONS, reductions());
        ir.br(leave());
    }

    /// Leaves at the entry of a function, to go on there with these arguments and `words` free
    /// words.
    void leaveAtEntry(FunctionId id, List<LLVMValueRef> arguments, int words) {
        LLVMValueRef entry =
                module.data.privateConstant(
                        module.data.struct(
                                List.of(
                                        function,
                                        ir.i32(entries.get(id).label),
                                        ir.i32(
                                                arguments.size()
                                                        | words << Layout.ENTRY_LIVE_BITS))),
                        pointerBytes());
        jumpOut(module.code("lumen_leave"), arguments, ir.addressToInt(entry));
    }

    /// True when `words` words are not free, besides the slack, once a frame of `frameBytes` bytes
    /// is popped.
    LLVMValueRef isFull(int words, long frameBytes) {
        long bytes = (long) (words + Layout.STACK_SLACK_WORDS) * Layout.WORD - frameBytes;
        return ir.icmp(LLVMIntUGT, ir.offset(hp(), ir.i64(bytes)), sp());
    }

    /// At a return point, before its frame is popped: leaves when not so many words are free.
    void checkHeapAtReturn(int words, long frameBytes) {
        if (collectBlock == null) {
            collectBlock = ir.block(function, "collect");
        }
        LLVMBasicBlockRef enough = ir.block(function, "enough");
        ir.brUnlikely(isFull(words, frameBytes), collectBlock, enough);
        ir.at(enough);
    }

    /// Jumps to ABI code with these arguments.
    void jumpOut(LLVMValueRef code, List<LLVMValueRef> arguments) {
        jumpOut(code, arguments, null);
    }

    /// Jumps to ABI code of the runtime, which is told something in the place of the label.
    void jumpOut(String symbol, List<LLVMValueRef> arguments, LLVMValueRef label) {
        jumpOut(module.code(symbol), arguments, label);
    }

    /// Jumps to a function of another group.
    void jumpOut(Entry entry, List<LLVMValueRef> arguments) {
        jumpOut(entry.group.function, arguments, ir.i64(entry.label));
    }

    /// The same with a label, or null. Arguments go where ABI code wants them: six into registers,
    /// the rest into the process.
    private void jumpOut(LLVMValueRef code, List<LLVMValueRef> arguments, LLVMValueRef label) {
        storeXs(arguments, Layout.ARGUMENT_REGISTERS);
        if (!module.goal.sharesExit()) {
            module.jump(code, registers(arguments, label));
            return;
        }
        if (exitBlock == null) {
            exitBlock = ir.block(function, "exit");
            exitCodeSlot = slot(ir.ptr);
        }
        ir.store(code, exitCodeSlot);
        int inRegisters = Math.min(arguments.size(), Layout.ARGUMENT_REGISTERS);
        for (int k = 0; k < inRegisters; k++) {
            if (exitSlots.size() == k) {
                exitSlots.add(slot(ir.i64));
            }
            ir.store(arguments.get(k), exitSlots.get(k));
        }
        if (label != null) {
            if (exitLabelSlot == null) {
                exitLabelSlot = slot(ir.i64);
            }
            ir.store(label, exitLabelSlot);
        }
        ir.br(exitBlock);
    }

    private void lowerExit() {
        ir.at(exitBlock);
        LLVMValueRef code = ir.load(ir.ptr, exitCodeSlot);
        List<LLVMValueRef> arguments = exitSlots.stream().map(s -> ir.load(ir.i64, s)).toList();
        LLVMValueRef label = exitLabelSlot == null ? null : ir.load(ir.i64, exitLabelSlot);
        List<LLVMValueRef> registers = registers(arguments, label);
        ir.splitBlock("jump");
        module.jump(code, registers);
    }

    private List<LLVMValueRef> registers(List<LLVMValueRef> arguments, LLVMValueRef label) {
        var all = new ArrayList<LLVMValueRef>();
        all.add(p);
        all.add(hp());
        all.add(sp());
        all.add(reductions());
        for (int k = 0; k < Layout.ARGUMENT_REGISTERS; k++) {
            all.add(k < arguments.size() ? arguments.get(k) : ir.poison(ir.i64));
        }
        all.add(label == null ? ir.poison(ir.i64) : label);
        return all;
    }

    /// Stores values into the array of the process, from index `from` on.
    void storeXs(List<LLVMValueRef> values, int from) {
        if (values.size() > from) {
            LLVMValueRef xs = xs();
            for (int k = from; k < values.size(); k++) {
                ir.store(values.get(k), ir.offset(xs, (long) k * Layout.WORD));
            }
        }
    }

    LLVMValueRef xs() {
        return ir.load(ir.ptr, ir.offset(p, Layout.PROC_XS));
    }

    /// Notes that frames of this group may lie under functions of this group.
    void noteInnerCall() {
        hasInnerCalls = true;
    }
}
