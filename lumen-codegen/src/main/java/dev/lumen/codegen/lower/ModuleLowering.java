package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.Target;
import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.Llvm;
import dev.lumen.codegen.llvm.LlvmModule;
import dev.lumen.codegen.llvm.TargetMachine;
import dev.lumen.ir.DeepStack;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.bif.BifTable;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Instr;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ExternalTerm;
import dev.lumen.ir.term.Fun;
import dev.lumen.ir.term.Term;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/// One module of SSA as one module of LLVM: its groups of functions, and the static data that tells
/// the runtime about them. Symbols are those of [Symbols].
public final class ModuleLowering implements AutoCloseable {
    final Target target;
    final Goal goal;
    final LlvmModule llvm;
    final IrBuilder ir;
    final StaticData data;
    final TermConstants constants;
    final RuntimeCalls runtime;
    final ConstantTables tables;
    final DebugInfo debug;

    /// The type of ABI code, see `lumen_abi.h`.
    final LLVMTypeRef codeType;

    private final Module module;

    /// False for functions that belong to no module of the image.
    private final boolean hasRecord;

    private final Set<FunctionId> exports;
    private final Set<FunctionId> defined = new HashSet<>();
    private final Map<FunctionId, CallGroupLowering.Entry> entries = new HashMap<>();
    private final Map<LocationKey, LLVMValueRef> locations = new HashMap<>();
    private final Map<Fun.External, LLVMValueRef> externalFuns = new HashMap<>();
    private final Map<FunctionId, ClosureEntry> closures = new LinkedHashMap<>();
    private final Map<FunctionId, LLVMValueRef> builtins = new HashMap<>();
    private final Map<Term, LLVMValueRef> literals = new LinkedHashMap<>();

    private record LocationKey(FunctionId function, int line) {}

    private record ClosureEntry(LLVMValueRef global, int freeCount) {}

    private ModuleLowering(
            Module module, TargetMachine machine, boolean hasDebugInfo, boolean hasRecord) {
        this.module = module;
        this.hasRecord = hasRecord;
        exports = Set.copyOf(module.exports());
        target = machine.target();
        goal = Goal.of(target, machine.level());
        llvm = new LlvmModule(module.name().name(), machine);
        ir = new IrBuilder(llvm);
        data = new StaticData(llvm, ir, target);
        constants = new TermConstants(ir, data, this::externalFun, this::literalSlot);
        runtime = new RuntimeCalls(llvm, ir);
        tables = new ConstantTables(ir, data, constants, runtime, goal);
        debug =
                hasDebugInfo && !module.functions().isEmpty()
                        ? new DebugInfo.Dwarf(llvm, ir, module.functions().getFirst().file())
                        : new DebugInfo.None();
        codeType =
                ir.functionType(
                        ir.voidType,
                        ir.ptr,
                        ir.ptr,
                        ir.ptr,
                        ir.i64, // process, hp, sp, reductions
                        ir.i64,
                        ir.i64,
                        ir.i64,
                        ir.i64,
                        ir.i64,
                        ir.i64, // x0 .. x5
                        ir.i64); // label
    }

    /// The LLVM module, not optimised; the caller closes it. It is verified, except where time
    /// counts ([Goal#alwaysVerifies]) and assertions are off. `module` must be valid SSA. Any
    /// thread may call. `hasDebugInfo`: whether it says which instruction comes from which line.
    ///
    /// @throws dev.lumen.codegen.llvm.LlvmException when LLVM refuses the module, which is a bug of
    ///   ours
    public static LlvmModule lower(Module module, TargetMachine machine, boolean hasDebugInfo) {
        return lower(module, machine, hasDebugInfo, true);
    }

    /// The same without the `lumen_module`: functions that belong to no module of the image.
    public static LlvmModule lowerLoose(Module module, TargetMachine machine) {
        return lower(module, machine, false, false);
    }

    private static LlvmModule lower(
            Module module, TargetMachine machine, boolean hasDebugInfo, boolean hasRecord) {
        return DeepStack.call(() -> {
            LlvmModule llvm;
            try (var lowering = new ModuleLowering(module, machine, hasDebugInfo, hasRecord)) {
                lowering.run();
                llvm = lowering.llvm;
            }
            if (Goal.of(machine.target(), machine.level()).alwaysVerifies()) {
                llvm.verify();
            }
            assert isValid(llvm);
            return llvm;
        });
    }

    private static boolean isValid(LlvmModule llvm) {
        llvm.verify();
        return true;
    }

    private void run() {
        module.functions().forEach(f -> defined.add(f.id()));
        var lowerings = new ArrayList<CallGroupLowering>();
        for (CallGroup group : CallGroup.of(module)) {
            lowerings.add(new CallGroupLowering(this, group));
        }
        lowerings.forEach(g -> g.functions().forEach(f -> entries.put(f.id(), g.entry(f.id()))));
        lowerings.forEach(CallGroupLowering::lower);
        debug.without(() -> lowerings.forEach(CallGroupLowering::lowerThunks));
        var record = new ModuleRecord(this, module);
        record.emitFunctions();
        if (hasRecord) {
            record.emitModule();
        }
    }

    @Override
    public void close() {
        debug.close();
        ir.close();
    }

    // ---- functions ------------------------------------------------------------------------------

    /// A function with the type and the calling convention of ABI code.
    LLVMValueRef code(String symbol) {
        LLVMValueRef known = LLVMGetNamedFunction(llvm.ref(), symbol);
        if (known != null && !known.isNull()) {
            return known;
        }
        LLVMValueRef function = LLVMAddFunction(llvm.ref(), symbol, codeType);
        if (!target.isWasm()) {
            LLVMSetFunctionCallConv(function, Llvm.PRESERVE_NONE);
        }
        attribute(function, "nounwind");
        if (target.isWasm()) {
            attribute(function, "target-features", target.features());
            // It is sent over a network; hello through io:format loses a thirtieth.
            attribute(function, "optsize");
        }
        return function;
    }

    /// The code of a function of this module, or of one that another exports.
    LLVMValueRef code(FunctionId id) {
        return isLocal(id) ? code(Symbols.local(Symbols.code(id))) : exportedCode(id);
    }

    /// The code that a function has for who calls it by its name.
    private LLVMValueRef exportedCode(FunctionId id) {
        if (!isDefined(id) || isLocal(id)) {
            if (BifTable.standard().find(id).isPresent()) {
                return builtin(id);
            }
            // Should nobody define it, the exception names it.
            constants.atom(id.module());
            constants.atom(id.name());
        }
        return code(Symbols.code(id));
    }

    /// Whether it is a function of this module that nobody else may call.
    private boolean isLocal(FunctionId id) {
        return hasRecord && isDefined(id) && !exports.contains(id);
    }

    /// Code of a built-in function: the runtime gives it no symbol of its own, only its record has
    /// it.
    private LLVMValueRef builtin(FunctionId id) {
        return builtins.computeIfAbsent(
                id,
                _ -> {
                    LLVMValueRef thunk = code("builtin:" + Symbols.code(id));
                    LLVMSetLinkage(thunk, LLVMInternalLinkage);
                    LLVMBasicBlockRef here = ir.current();
                    debug.without(() -> {
                        ir.at(ir.block(thunk, "thunk"));
                        var arguments = new ArrayList<LLVMValueRef>();
                        for (int k = 0; k < LLVMCountParams(thunk); k++) {
                            arguments.add(LLVMGetParam(thunk, k));
                        }
                        jump(ir.load(ir.ptr, functionRecord(id)), arguments);
                    });
                    if (here != null && !here.isNull()) {
                        ir.at(here);
                    }
                    return thunk;
                });
    }

    /// True when somebody outside the group of a function of this module may come to its code:
    /// other modules, or whoever has a fun of it. Final when all groups are lowered.
    boolean isEntered(FunctionId id) {
        if (!hasRecord || exports.contains(id)) {
            return true;
        }
        LLVMValueRef code = LLVMGetNamedFunction(llvm.ref(), Symbols.local(Symbols.code(id)));
        return code != null
                && !code.isNull()
                && (LLVMIsDeclaration(code) == 0 || LLVMGetFirstUse(code) != null);
    }

    void attribute(LLVMValueRef function, String name) {
        llvm.attribute(function, name);
    }

    void attribute(LLVMValueRef function, String key, String value) {
        LLVMAddAttributeAtIndex(
                function,
                LLVMAttributeFunctionIndex,
                LLVMCreateStringAttribute(
                        llvm.context(), key, key.length(), value, value.length()));
    }

    boolean isDefined(FunctionId id) {
        return defined.contains(id);
    }

    /// The place of a function of this module in its group.
    CallGroupLowering.Entry entryOf(FunctionId id) {
        return entries.get(id);
    }

    /// Jumps to ABI code. `arguments` are all eleven.
    void jump(LLVMValueRef code, List<LLVMValueRef> arguments) {
        LLVMValueRef call = ir.call(codeType, code, arguments);
        if (!target.isWasm()) {
            LLVMSetInstructionCallConv(call, Llvm.PRESERVE_NONE);
        }
        LLVMSetTailCallKind(call, LLVMTailCallKindMustTail);
        ir.retVoid();
    }

    /// A jump by a 64-bit value.
    void switchOn(LLVMValueRef value, List<IrBuilder.Case> cases, LLVMBasicBlockRef otherwise) {
        if (comparesInTurn(cases.size())) {
            ir.compareInTurn(value, cases, otherwise);
        } else {
            ir.switchOn(value, cases, otherwise);
        }
    }

    /// Whether a switch of so many cases is made of comparisons.
    boolean comparesInTurn(int cases) {
        return cases > 0 && cases <= goal.comparedCases();
    }

    // ---- static data ----------------------------------------------------------------------------

    LLVMValueRef functionRecord(FunctionId id) {
        return data.external(record(id));
    }

    /// The symbol of a function's record.
    String record(FunctionId id) {
        return isLocal(id) ? Symbols.local(Symbols.record(id)) : Symbols.record(id);
    }

    /// The `lumen_builtin` of a function of the runtime.
    LLVMValueRef builtinName(FunctionId id) {
        return data.external(Symbols.builtin(id));
    }

    /// The arity that stack traces show. That of a lifted closure counts its free variables, as in
    /// OTP, but not the fun itself, which is its last parameter. Final only when all functions are
    /// lowered.
    int shownArity(FunctionId id) {
        ClosureEntry closure = closures.get(id);
        return closure == null ? id.arity() : id.arity() - 1 + closure.freeCount;
    }

    /// The `lumen_location` of a place in a function; null for a stub, which is in no module and in
    /// no trace.
    LLVMValueRef location(FunctionId function, Loc loc) {
        if (!function.module().equals(module.name())) {
            return ir.nullPtr();
        }
        return locations.computeIfAbsent(
                new LocationKey(function, loc.line()),
                _ ->
                        data.privateConstant(
                                data.struct(List.of(functionRecord(function), ir.i32(loc.line()))),
                                target.pointerBytes()));
    }

    /// The place in static memory where the runtime puts a constant that it decodes when it loads
    /// the module.
    LLVMValueRef literalSlot(Term literal) {
        return literals.computeIfAbsent(
                literal,
                _ -> {
                    LLVMValueRef slot = LLVMAddGlobal(llvm.ref(), ir.i64, Llvm.NO_NAME);
                    LLVMSetInitializer(slot, ir.i64(Layout.NONE));
                    LLVMSetLinkage(slot, LLVMPrivateLinkage);
                    LLVMSetAlignment(slot, Layout.WORD);
                    return slot;
                });
    }

    /// The rows of `lumen_literal`.
    List<LLVMValueRef> literalRows() {
        var rows = new ArrayList<LLVMValueRef>();
        literals.forEach((term, slot) -> {
            byte[] external = ExternalTerm.encode(term);
            LLVMValueRef bytes = data.privateConstant(data.bytes(external), 1);
            rows.add(data.struct(List.of(slot, bytes, ir.i32(external.length))));
        });
        return rows;
    }

    private LLVMValueRef externalFun(Fun.External fun) {
        return externalFuns.computeIfAbsent(
                fun,
                f -> {
                    var id = new FunctionId(f.module(), f.name(), f.arity());
                    LLVMValueRef entry =
                            data.privateConstant(
                                    data.struct(
                                            List.of(
                                                    exportedCode(id),
                                                    data.external(Symbols.record(id)),
                                                    ir.i64(constants.atom(f.module())),
                                                    ir.i64(constants.atom(f.name())),
                                                    ir.i32(f.arity()),
                                                    ir.i32(0),
                                                    ir.i32(0),
                                                    ir.i32(0),
                                                    LLVMConstInt(ir.i8, 1, 0))),
                                    Layout.WORD);
                    return data.privateConstant(
                            data.packed(
                                    List.of(
                                            ir.i64(Layout.header(Layout.KIND_FUN, f.arity(), 1)),
                                            data.addressWord(entry, 0))),
                            Layout.WORD);
                });
    }

    /// The `lumen_fun_entry` of a closure.
    LLVMValueRef closureEntry(FunctionId function, int freeCount) {
        ClosureEntry known = closures.get(function);
        if (known != null) {
            return known.global;
        }
        LLVMValueRef global =
                data.privateConstant(
                        data.struct(
                                List.of(
                                        code(function),
                                        functionRecord(function),
                                        ir.i64(constants.atom(function.module())),
                                        ir.i64(constants.atom(function.name())),
                                        ir.i32(function.arity() - 1),
                                        ir.i32(freeCount),
                                        ir.i32(closures.size()),
                                        ir.i32(uniq()),
                                        LLVMConstInt(ir.i8, 0, 0))),
                        Layout.WORD);
        closures.put(function, new ClosureEntry(global, freeCount));
        return global;
    }

    /// The entries of all closures, in the order of their numbers.
    List<LLVMValueRef> closureEntries() {
        return closures.values().stream().map(ClosureEntry::global).toList();
    }

    /// The closure itself, when nothing in it varies: `fun() -> ok end`.
    LLVMValueRef constantClosure(Instr.MakeFun make) {
        LLVMValueRef entry = closureEntry(make.target(), 0);
        return data.privateConstant(
                data.packed(
                        List.of(
                                ir.i64(
                                        Layout.header(
                                                Layout.KIND_FUN, make.target().arity() - 1, 1)),
                                data.addressWord(entry, 0))),
                Layout.WORD);
    }

    private Integer uniq;

    /// Tells apart the funs of two modules, or two versions of a module, that are otherwise named
    /// alike.
    private int uniq() {
        if (uniq == null) {
            var crc = new CRC32();
            crc.update(module.toString().getBytes(StandardCharsets.UTF_8));
            uniq = (int) crc.getValue();
        }
        return uniq;
    }

    static Atom atom(String name) {
        return Atom.of(name);
    }
}
