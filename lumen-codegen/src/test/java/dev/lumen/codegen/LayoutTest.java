package dev.lumen.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.abi.Layout;
import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The numbers of [Layout] are those of the C headers, on both targets: the C compiler says so.
class LayoutTest {
    private static final Path HEADERS = Path.of("../lumen-runtime-c/src/main/c/include");

    @ParameterizedTest
    @ValueSource(strings = {"x86_64-linux-musl", "wasm32-unknown-unknown"})
    void agreesWithTheHeaders(String triple, @TempDir Path folder) throws IOException {
        var facts = new ArrayList<String>();
        tags().forEach((c, java) ->
                facts.add("_Static_assert(" + c + " == " + java + ", \"" + c + "\");"));
        Map<String, Integer> fields = fields();
        fields.forEach((field, offset) ->
                facts.add(
                        "_Static_assert(offsetof(lumen_proc_abi, "
                                + field
                                + ") == "
                                + offset
                                + ", \""
                                + field
                                + "\");"));
        Path source = folder.resolve("layout.c");
        Files.writeString(source, "#include \"lumen_abi.h\"\n" + String.join("\n", facts) + "\n");
        var result =
                Tools.run(
                        LlvmTools.clang(),
                        List.of(
                                "--target=" + triple,
                                "-ffreestanding",
                                "-fsyntax-only",
                                "-I" + HEADERS,
                                source.toString()));
        assertThat(result.errors()).isEmpty();
        assertThat(result.succeeded()).isTrue();
    }

    private static Map<String, Long> tags() {
        var all = new LinkedHashMap<String, Long>();
        all.put("LM_TAG_MASK", Layout.TAG_MASK);
        all.put("LM_TAG_CONS", Layout.TAG_CONS);
        all.put("LM_TAG_BOXED", Layout.TAG_BOXED);
        all.put("LM_TAG_IMM", Layout.TAG_IMM);
        all.put("LM_TAG_SMALL", Layout.TAG_SMALL);
        all.put("LM_IMM_MASK", Layout.IMM_MASK);
        all.put("LM_NIL", Layout.NIL);
        all.put("LM_IMM_ATOM", Layout.IMM_ATOM);
        all.put("LM_IMM_PID", Layout.IMM_PID);
        all.put("LM_IMM_PORT", Layout.IMM_PORT);
        all.put("LM_NONE", Layout.NONE);
        all.put("LM_KIND_TUPLE", (long) Layout.KIND_TUPLE);
        all.put("LM_KIND_FUN", (long) Layout.KIND_FUN);
        all.put("LM_KIND_FLATMAP", (long) Layout.KIND_FLATMAP);
        all.put("LM_KIND_HASHMAP", (long) Layout.KIND_HASHMAP);
        all.put("LM_KIND_SUBBITS", (long) Layout.KIND_SUBBITS);
        all.put("LM_KIND_FLOAT", (long) Layout.KIND_FLOAT);
        all.put("LM_KIND_BIGNUM", (long) Layout.KIND_BIGNUM);
        all.put("LM_KIND_HEAPBITS", (long) Layout.KIND_HEAPBITS);
        all.put("LM_KIND_REFCBITS", (long) Layout.KIND_REFCBITS);
        all.put("LM_KIND_REFERENCE", (long) Layout.KIND_REFERENCE);
        all.put("LM_KIND_EXTERNAL", (long) Layout.KIND_EXTERNAL);
        all.put("LM_KIND_MAGIC", (long) Layout.KIND_MAGIC);
        all.put("LUMEN_STACK_SLACK", (long) Layout.STACK_SLACK_WORDS);
        all.put("LUMEN_RUN_RESERVE", (long) Layout.RUN_RESERVE_WORDS);
        all.put("LUMEN_ARGUMENT_REGISTERS", (long) Layout.ARGUMENT_REGISTERS);
        all.put("LUMEN_MAX_LIVE", (long) Layout.MAX_LIVE);
        all.put("LUMEN_BITS_LITTLE", (long) Layout.BITS_LITTLE);
        all.put("LUMEN_BITS_SIGNED", (long) Layout.BITS_SIGNED);
        all.put("sizeof(lumen_return) / sizeof(void *)", (long) Layout.RETURN_POINTERS);
        all.put("LM_HEADER(LM_KIND_FUN, 3, 5)", Layout.header(Layout.KIND_FUN, 3, 5));
        all.put("LM_SMALL(5)", Layout.small(5));
        return all;
    }

    private static Map<String, Integer> fields() {
        var all = new LinkedHashMap<String, Integer>();
        all.put("hp", Layout.PROC_HP);
        all.put("sp", Layout.PROC_SP);
        all.put("xs", Layout.PROC_XS);
        all.put("resume", Layout.PROC_RESUME);
        all.put("live", Layout.PROC_LIVE);
        all.put("exception_class", Layout.PROC_EXCEPTION_CLASS);
        all.put("exception_reason", Layout.PROC_EXCEPTION_REASON);
        all.put("exception_trace", Layout.PROC_EXCEPTION_TRACE);
        all.put("reductions", Layout.PROC_REDUCTIONS);
        all.put("self", Layout.PROC_SELF);
        all.put("need", Layout.PROC_NEED);
        all.put("work", Layout.PROC_WORK);
        return all;
    }
}
