package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.AtomHash;
import dev.lumen.ir.term.Nil;
import dev.lumen.ir.term.Term;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The records `lumen_function` and `lumen_module` of one module.
final class ModuleRecord {
    private final ModuleLowering lowering;
    private final Module module;
    private final StaticData data;
    private final TermConstants constants;

    ModuleRecord(ModuleLowering lowering, Module module) {
        this.lowering = lowering;
        this.module = module;
        this.data = lowering.data;
        this.constants = lowering.constants;
    }

    void emitFunctions() {
        module.functions().forEach(this::functionRecord);
    }

    /// After all else: its table of atoms has every atom that anything in the module mentions.
    void emitModule() {
        var ir = lowering.ir;
        List<LLVMValueRef> functions =
                module.functions().stream().map(f -> lowering.functionRecord(f.id())).toList();
        LLVMValueRef exports = exports();
        LLVMValueRef attributes = attributes();
        List<LLVMValueRef> literals = lowering.literalRows();
        List<LLVMValueRef> closures = lowering.closureEntries();
        LLVMValueRef name = ir.i64(constants.atom(module.name()));

        var atoms = new ArrayList<LLVMValueRef>();
        for (Atom a : constants.atoms()) {
            atoms.add(atom(a, data, ir));
        }
        data.publicConstant(
                Symbols.module(module.name()),
                data.struct(
                        List.of(
                                name,
                                data.table(atoms, Layout.WORD),
                                exports,
                                data.table(functions, Layout.WORD),
                                attributes,
                                ir.i32(atoms.size()),
                                ir.i32(module.exports().size()),
                                ir.i32(functions.size()),
                                ir.i32(literals.size()),
                                data.table(literals, Layout.WORD),
                                literals.isEmpty()
                                        ? ir.nullPtr()
                                        : lowering.runtime.function("lumen_load_literal"),
                                data.table(closures, Layout.WORD),
                                ir.i32(closures.size()))),
                Layout.WORD);
    }

    /// Where its word stands. A function that only an attribute names need not be in the image.
    private LLVMValueRef attributes() {
        Term all = module.attributes();
        if (all instanceof Nil) {
            return lowering.ir.nullPtr();
        }
        return TermConstants.hasLargeMap(all) || TermConstants.namesFunctions(all)
                ? lowering.literalSlot(all)
                : data.privateConstant(constants.inData(all), Layout.WORD);
    }

    /// A `lumen_atom`.
    static LLVMValueRef atom(Atom a, StaticData data, IrBuilder ir) {
        int bytes = a.name().getBytes(StandardCharsets.UTF_8).length;
        return data.struct(
                List.of(ir.i64(AtomHash.immediate(a.name())), data.text(a.name()), ir.i32(bytes)));
    }

    private void functionRecord(Function f) {
        var ir = lowering.ir;
        data.publicConstant(
                lowering.record(f.id()),
                data.struct(
                        List.of(
                                lowering.isEntered(f.id()) ? lowering.code(f.id()) : ir.nullPtr(),
                                data.cString(f.file()),
                                ir.i64(constants.atom(f.id().module())),
                                ir.i64(constants.atom(f.id().name())),
                                ir.i32(lowering.shownArity(f.id())),
                                ir.i32(f.loc().line()))),
                Layout.WORD);
    }

    /// Not constant: the runtime writes to the entries.
    private LLVMValueRef exports() {
        var ir = lowering.ir;
        List<LLVMValueRef> rows =
                module.exports().stream()
                        .map(id -> data.struct(List.of(lowering.functionRecord(id), ir.nullPtr())))
                        .toList();
        LLVMValueRef table = data.table(rows, Layout.WORD);
        if (!rows.isEmpty()) {
            LLVMSetGlobalConstant(table, 0);
        }
        return table;
    }
}
