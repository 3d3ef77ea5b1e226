package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.Target;
import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.Llvm;
import dev.lumen.codegen.llvm.LlvmModule;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Builds read-only data: structs, arrays, texts, and the words of terms that point to other data.
final class StaticData {
    private final LlvmModule module;
    private final IrBuilder ir;
    private final Target target;
    private final Map<String, LLVMValueRef> texts = new HashMap<>();

    StaticData(LlvmModule module, IrBuilder ir, Target target) {
        this.module = module;
        this.ir = ir;
        this.target = target;
    }

    /// A 64-bit word that holds a number.
    LLVMValueRef word(long value) {
        return ir.i64(value);
    }

    /// A 64-bit word that holds the address of `global` plus a few bytes (its tag).
    ///
    /// Where addresses have 32 bits there is no relocation for such a word, so it is written as two
    /// halves.
    LLVMValueRef addressWord(LLVMValueRef global, long plus) {
        LLVMValueRef address = address(global, plus);
        return target.pointerBytes() == 8 ? address : packed(List.of(address, ir.i32(0)));
    }

    /// The type of what [#addressWord] answers.
    LLVMTypeRef addressWordType() {
        return target.pointerBytes() == 8 ? ir.ptr : packedType(List.of(ir.ptr, ir.i32));
    }

    LLVMTypeRef structType(List<LLVMTypeRef> fields) {
        return LLVMStructTypeInContext(module.context(), ir.operands(fields), fields.size(), 0);
    }

    LLVMTypeRef packedType(List<LLVMTypeRef> fields) {
        return LLVMStructTypeInContext(module.context(), ir.operands(fields), fields.size(), 1);
    }

    /// The address so many bytes behind that of `global`, as a constant.
    LLVMValueRef address(LLVMValueRef global, long plus) {
        return plus == 0 ? global : LLVMConstGEP2(ir.i8, global, ir.i64(plus), 1);
    }

    LLVMValueRef struct(List<LLVMValueRef> fields) {
        return LLVMConstStructInContext(module.context(), ir.operands(fields), fields.size(), 0);
    }

    /// A struct without padding: for terms, whose words follow each other on every target.
    LLVMValueRef packed(List<LLVMValueRef> fields) {
        return LLVMConstStructInContext(module.context(), ir.operands(fields), fields.size(), 1);
    }

    LLVMValueRef array(LLVMTypeRef type, List<LLVMValueRef> elements) {
        return LLVMConstArray2(type, ir.operands(elements), elements.size());
    }

    LLVMValueRef bytes(byte[] bytes) {
        return LLVMConstStringInContext2(module.context(), new BytePointer(bytes), bytes.length, 1);
    }

    /// A constant that only this module sees.
    LLVMValueRef privateConstant(LLVMValueRef value, int alignment) {
        return privateConstant(LLVMTypeOf(value), alignment, _ -> value);
    }

    /// The same for a constant that contains its own address.
    LLVMValueRef privateConstant(
            LLVMTypeRef type, int alignment, UnaryOperator<LLVMValueRef> value) {
        LLVMValueRef global = LLVMAddGlobal(module.ref(), type, Llvm.NO_NAME);
        LLVMSetInitializer(global, value.apply(global));
        LLVMSetLinkage(global, LLVMPrivateLinkage);
        LLVMSetGlobalConstant(global, 1);
        LLVMSetAlignment(global, alignment);
        return global;
    }

    /// A constant under a name that the other objects of the same image can use.
    LLVMValueRef publicConstant(String symbol, LLVMValueRef value, int alignment) {
        LLVMValueRef global = LLVMGetNamedGlobal(module.ref(), symbol);
        if (global == null || global.isNull()) {
            global = LLVMAddGlobal(module.ref(), LLVMTypeOf(value), symbol);
        } else {
            // Named before it was defined, and then with some type.
            LLVMValueRef declared = global;
            LLVMSetValueName2(declared, new BytePointer(""), 0);
            global = LLVMAddGlobal(module.ref(), LLVMTypeOf(value), symbol);
            LLVMReplaceAllUsesWith(declared, global);
            LLVMDeleteGlobal(declared);
        }
        LLVMSetInitializer(global, value);
        LLVMSetGlobalConstant(global, 1);
        LLVMSetAlignment(global, alignment);
        LLVMSetVisibility(global, LLVMHiddenVisibility);
        return global;
    }

    /// The address of data that is defined elsewhere, or later in this module.
    LLVMValueRef external(String symbol) {
        LLVMValueRef global = LLVMGetNamedGlobal(module.ref(), symbol);
        if (global == null || global.isNull()) {
            global = LLVMAddGlobal(module.ref(), ir.i8, symbol);
            LLVMSetGlobalConstant(global, 1);
        }
        return global;
    }

    /// The UTF-8 bytes of a text, not terminated; the same text is stored once.
    LLVMValueRef text(String text) {
        return texts.computeIfAbsent(
                text,
                t -> {
                    LLVMValueRef global =
                            privateConstant(bytes(t.getBytes(StandardCharsets.UTF_8)), 1);
                    LLVMSetUnnamedAddress(global, LLVMGlobalUnnamedAddr);
                    return global;
                });
    }

    /// The same, ending in a zero byte.
    LLVMValueRef cString(String text) {
        return text(text + "\0");
    }

    /// A global array of equal structs, or the null pointer when there are none.
    LLVMValueRef table(List<LLVMValueRef> rows, int alignment) {
        if (rows.isEmpty()) {
            return ir.nullPtr();
        }
        return privateConstant(
                array(LLVMTypeOf(rows.getFirst()), new ArrayList<>(rows)), alignment);
    }
}
