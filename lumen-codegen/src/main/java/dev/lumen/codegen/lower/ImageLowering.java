package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.ImagePlan;
import dev.lumen.codegen.Target;
import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.LlvmModule;
import dev.lumen.codegen.llvm.TargetMachine;
import dev.lumen.ir.Loc;
import dev.lumen.ir.abi.Layout;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Operand;
import dev.lumen.ir.ssa.Terminator;
import dev.lumen.ir.ssa.Type;
import dev.lumen.ir.ssa.Var;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.Nil;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The part of an image that belongs to no module: `lumen_image`, `main`, and stubs for missing
/// functions.
public final class ImageLowering {
    /// The name of the pseudo module; no Erlang module can have it.
    private static final Atom NAME = Atom.of("");

    private ImageLowering() {}

    /// What calls a missing function finds: it asks the runtime for the function by its name, which
    /// raises `undef` or, in an image that was extended since, finds it.
    public static Module stubs(List<FunctionId> missing) {
        return new Module(
                NAME, List.of(), Nil.NIL, missing.stream().map(ImageLowering::stub).toList());
    }

    private static Function stub(FunctionId id) {
        List<Var> params =
                IntStream.range(0, id.arity()).mapToObj(k -> new Var(k, Type.TERM)).toList();
        var end =
                new Terminator.TailCallApply(
                        Operand.Const.of(id.module()),
                        Operand.Const.of(id.name()),
                        List.copyOf(params),
                        Loc.NONE);
        return new Function(
                id, List.of(new Block(new Label("entry"), params, List.of(), end)), "", Loc.NONE);
    }

    /// The module with `lumen_image`; the caller closes it.
    ///
    /// @param hasMain whether it also has the C function `main`, for an executable
    public static LlvmModule lower(ImagePlan plan, boolean hasMain, TargetMachine machine) {
        var module = new LlvmModule("image", machine);
        try (var ir = new IrBuilder(module)) {
            LLVMValueRef image = image(plan, new StaticData(module, ir, machine.target()), ir);
            if (hasMain) {
                main(image, module, ir, machine.target());
            }
        }
        module.verify();
        return module;
    }

    private static LLVMValueRef image(ImagePlan plan, StaticData data, IrBuilder ir) {
        List<LLVMValueRef> modules =
                plan.modules().stream().map(m -> data.external(Symbols.module(m.name()))).toList();
        var builtins = new ArrayList<LLVMValueRef>();
        for (Bif b : plan.builtins()) {
            builtins.add(data.external(Symbols.record(b.id())));
        }
        List<LLVMValueRef> atoms =
                plan.atoms().stream().map(a -> ModuleRecord.atom(a, data, ir)).toList();
        List<LLVMValueRef> known =
                plan.known().stream().map(m -> ModuleRecord.atom(m, data, ir)).toList();
        LLVMValueRef entry =
                plan.entry().map(e -> data.external(Symbols.record(e))).orElse(ir.nullPtr());
        LLVMValueRef image =
                data.publicConstant(
                        Symbols.IMAGE,
                        data.struct(
                                List.of(
                                        data.table(modules, Layout.WORD),
                                        ir.i32(modules.size()),
                                        ir.i32(atoms.size()),
                                        data.table(builtins, Layout.WORD),
                                        ir.i32(builtins.size()),
                                        ir.i32(known.size()),
                                        entry,
                                        data.table(atoms, Layout.WORD),
                                        data.table(known, Layout.WORD))),
                        Layout.WORD);
        LLVMSetVisibility(image, LLVMDefaultVisibility);
        return image;
    }

    /// `int main(int argc, char **argv) { return lumen_main(&lumen_image, argc, argv); }`
    private static void main(LLVMValueRef image, LlvmModule module, IrBuilder ir, Target target) {
        LLVMTypeRef runtimeType = ir.functionType(ir.i32, ir.ptr, ir.i32, ir.ptr);
        LLVMValueRef runtimeMain = LLVMAddFunction(module.ref(), "lumen_main", runtimeType);
        // What the C compiler calls a main with arguments, so that libc finds it.
        String name = target.isWasm() ? "__main_argc_argv" : "main";
        LLVMValueRef main =
                LLVMAddFunction(module.ref(), name, ir.functionType(ir.i32, ir.i32, ir.ptr));
        ir.at(ir.block(main, "entry"));
        ir.ret(
                ir.call(
                        runtimeType,
                        runtimeMain,
                        image,
                        LLVMGetParam(main, 0),
                        LLVMGetParam(main, 1)));
    }
}
