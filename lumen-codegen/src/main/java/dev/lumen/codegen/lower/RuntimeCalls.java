package dev.lumen.codegen.lower;

import static org.bytedeco.llvm.global.LLVM.*;

import dev.lumen.codegen.llvm.IrBuilder;
import dev.lumen.codegen.llvm.LlvmModule;
import dev.lumen.ir.bif.Bif;

import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The C functions of the runtime, declared in the module when first called. The list below is
/// `lumen_abi.h` again.
final class RuntimeCalls {
    private final LlvmModule module;
    private final IrBuilder ir;
    private final Map<String, Declared> declared = new HashMap<>();

    private record Declared(LLVMTypeRef type, LLVMValueRef function) {}

    RuntimeCalls(LlvmModule module, IrBuilder ir) {
        this.module = module;
        this.ir = ir;
    }

    /// The functions of `lumen_abi.h`: result, then parameters. `p` pointer, `t` term or 64-bit
    /// number, `b` bool, `v` nothing.
    private enum Signature {
        lumen_collect("bptt"),
        lumen_make_trace("tpp"),
        lumen_trace_here("tpp"),
        lumen_build_stacktrace("tpt"),
        lumen_set_exception("vpttt"),
        lumen_set_builtin_failure("vpp"),
        lumen_fun_code("pptt"),
        lumen_apply_code("ppttt"),
        lumen_receive_since("vpt"),
        lumen_receive_peek("tp"),
        lumen_receive_skip("vp"),
        lumen_receive_accept("vp"),
        lumen_receive_wait("tpt"),
        lumen_map_put("tptt"),
        lumen_map_update("tptt"),
        lumen_map_get("tptt"),
        lumen_search("tptt"),
        lumen_bits_get_integer("tptttt"),
        lumen_bits_get_float("tptttt"),
        lumen_bits_get_slice("tpttt"),
        lumen_bits_get_utf8("tptt"),
        lumen_bits_get_utf16("tpttt"),
        lumen_bits_get_utf32("tpttt"),
        lumen_bits_size("tt"),
        lumen_bits_equal("bttpt"),
        lumen_bits_begin("vpt"),
        lumen_bits_begin_append("bpttt"),
        lumen_bits_put_integer("bptttt"),
        lumen_bits_put_float("bptttt"),
        lumen_bits_put_slice("bpttt"),
        lumen_bits_put_utf8("bpt"),
        lumen_bits_put_utf16("bptt"),
        lumen_bits_put_utf32("bptt"),
        lumen_bits_put_bytes("bppt"),
        lumen_bits_finish("tp"),
        lumen_load_literal("bpp"),
        lumen_plus("tppptt"),
        lumen_minus("tppptt"),
        lumen_compare("tptt"),
        lumen_order_key("tt"),
        lumen_equal_exact("btt"),
        lumen_equal("btt");

        final String text;

        Signature(String text) {
            this.text = text;
        }
    }

    LLVMValueRef call(String name, LLVMValueRef... arguments) {
        Declared d = declared(name);
        return ir.call(d.type, d.function, arguments);
    }

    /// The function itself, for a table.
    LLVMValueRef function(String name) {
        return declared(name).function;
    }

    private Declared declared(String name) {
        return declared.computeIfAbsent(name, n -> declare(n, Signature.valueOf(n).text));
    }

    /// A primitive of the table; `arguments` without the process.
    LLVMValueRef call(Bif bif, LLVMValueRef process, List<LLVMValueRef> arguments) {
        Declared d =
                declared.computeIfAbsent(
                        bif.symbol(), n -> declare(n, "tp" + "t".repeat(bif.arity())));
        LLVMValueRef[] all = new LLVMValueRef[arguments.size() + 1];
        all[0] = process;
        for (int k = 0; k < arguments.size(); k++) {
            all[k + 1] = arguments.get(k);
        }
        return ir.call(d.type, d.function, Arrays.asList(all));
    }

    private Declared declare(String name, String signature) {
        LLVMTypeRef[] parameters = new LLVMTypeRef[signature.length() - 1];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = type(signature.charAt(k + 1));
        }
        LLVMTypeRef type = ir.functionType(type(signature.charAt(0)), parameters);
        LLVMValueRef function = LLVMAddFunction(module.ref(), name, type);
        attribute(function, LLVMAttributeFunctionIndex, "nounwind");
        if (signature.charAt(0) == 'b') {
            // What C's bool is in both targets' calling conventions.
            attribute(function, LLVMAttributeReturnIndex, "zeroext");
        }
        return new Declared(type, function);
    }

    private LLVMTypeRef type(char c) {
        return switch (c) {
            case 'p' -> ir.ptr;
            case 't' -> ir.i64;
            case 'b' -> ir.i1;
            case 'v' -> ir.voidType;
            default -> throw new IllegalArgumentException(String.valueOf(c));
        };
    }

    private void attribute(LLVMValueRef function, int index, String name) {
        int kind = LLVMGetEnumAttributeKindForName(name, name.length());
        LLVMAttributeRef attribute = LLVMCreateEnumAttribute(module.context(), kind, 0);
        LLVMAddAttributeAtIndex(function, index, attribute);
    }
}
