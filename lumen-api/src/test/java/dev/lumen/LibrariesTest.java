package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes from OTP into a compilation, what does not, and what is said when it is not there.
class LibrariesTest {
    @TempDir
    Path temp;

    @BeforeEach
    void otp() {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
    }

    private static CompileRequest request(String... functions) {
        return Lumen.compile(Source.erlang("m.erl", "-module(m).\n-export([main/0]).\n" + String.join("\n", functions)))
                .optimize(OptLevel.O0);
    }

    private static List<String> functions(Compilation c, String module) {
        return c.libraries().stream().filter(m -> m.name().name().equals(module))
                .flatMap(m -> m.functions().stream())
                .map(f -> f.id().name() + "/" + f.id().arity())
                .toList();
    }

    private static List<String> modules(Compilation c) {
        return c.libraries().stream().map(Module::name).map(n -> n.name()).toList();
    }

    private static List<String> codes(Compilation c) {
        return c.diagnostics().stream().map(d -> d.code().name()).toList();
    }

    @Test
    void onlyWhatIsReached() {
        Compilation c = request("main() -> lists:sum([1, 2]).").run();
        assertThat(modules(c)).containsExactly("lists");
        assertThat(functions(c, "lists")).containsExactly("sum/1", "sum/2");
    }

    @Test
    void aLiteralApplyIsACall() {
        Compilation c = request("main() -> spawn(ordsets, union, [[[1], [2]]]), apply(orddict, new, []).").run();
        assertThat(functions(c, "ordsets")).contains("union/1").doesNotContain("union/2", "is_subset/2");
        assertThat(functions(c, "orddict")).containsExactly("new/0");
    }

    @Test
    void callbacksOfModulesThatAreNamed() {
        Compilation c = request("main() -> f(get(module)), {orddict, x}.", "f(M) -> M:new().").run();
        assertThat(functions(c, "orddict")).containsExactly("new/0");
        assertThat(modules(c)).doesNotContain("sets", "dict");
    }

    @Test
    void whollyComputedNamesReachPairsOnly() {
        Compilation c = request("main() -> {M, F, A} = get(x), {apply(M, F, A), {ordsets, new, []}, {orddict, [new]}}.").run();
        assertThat(functions(c, "ordsets")).containsExactly("new/0");
        assertThat(modules(c)).doesNotContain("orddict");
    }

    @Test
    void ownModulesKeepMore() {
        Compilation c = Lumen.compile(
                        Source.erlang("m.erl", "-module(m).\n-export([main/0]).\nmain() -> apply(list_to_atom(\"n\"), get(f), [])."),
                        Source.erlang("n.erl", "-module(n).\n-export([f/0]).\nf() -> 1."))
                .optimize(OptLevel.O0)
                .run();
        var graph = new KeptFunctions();
        c.emit(Target.host()).to(graph, temp.resolve("x"));
        assertThat(graph.names).contains("n:f/0", "m:main/0");
    }

    @Test
    void whatIsKept() throws Exception {
        Compilation c = request("main() -> F = list_to_atom(\"from\" ++ \"_list\"), M = list_to_atom(\"ord\" ++ \"dict\"), M:F([{b, 1}, {a, 2}]).")
                .keep("orddict")
                .run();
        assertThat(functions(c, "orddict")).contains("from_list/1", "fold/3");
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString()).isEqualTo("[{a,2},{b,1}]");
        }
        assertThat(codes(request("main() -> ok.").keep("no_such_module").run())).containsExactly("missing-module");
    }

    @Test
    void builtinsThatAreDefinedInName() throws Exception {
        // lists:member/2 is built in; its definition in lists.erl says nif_error. lists:subtract calls it locally.
        Compilation c = request("main() -> {lists:member(a, [b, a]), lists:keymember(b, 1, [{b}]), fun lists:reverse/2}.").run();
        assertThat(modules(c)).isEmpty();
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString()).startsWith("{true,true,");
        }
    }

    @Test
    void aModuleThatIsNowhere() {
        Compilation c = request("main() -> no_such_module:f().").run();
        Diagnostic d = c.diagnostics().getFirst();
        assertThat(d.code().name()).isEqualTo("missing-module");
        assertThat(d.title()).contains("no_such_module").contains("not in OTP");
        List<Diagnostic> atLink = c.emit(Target.host()).check();
        assertThat(atLink).extracting(x -> x.code().name()).containsExactly("missing-function");
    }

    @Test
    void aFunctionThatIsNowhere() {
        Compilation c = request("main() -> lists:no_such(1),", "  lists:no_such(2).").run();
        List<Diagnostic> atLink = c.emit(Target.host()).check();
        assertThat(atLink).hasSize(1);
        assertThat(atLink.getFirst().title()).isEqualTo("function lists:no_such/1 is not in the image");
        assertThat(atLink.getFirst().span().start().line()).isEqualTo(3);
    }

    @Test
    void aModuleFromItsBeam() throws IOException {
        Path installed = Otp.discover().orElseThrow().root();
        Path lists;
        try (var found = Files.find(installed.resolve("lib"), 3, (p, _) -> p.endsWith("ebin/ordsets.beam"))) {
            lists = found.findFirst().orElseThrow();
        }
        Path ebin = Files.createDirectories(temp.resolve("lib/stdlib-1.0/ebin"));
        Files.copy(lists, ebin.resolve("ordsets.beam"));
        Compilation c = request("main() -> ordsets:union([1], [2]).").otp(Otp.at(temp)).run();
        assertThat(codes(c)).isEmpty();
        assertThat(functions(c, "ordsets")).containsExactly("union/2");
        Files.write(ebin.resolve("ordsets.beam"), new byte[] {'F', 'O', 'R', '1', 0});
        Compilation broken = request("main() -> ordsets:union([1], [2]).").otp(Otp.at(temp)).run();
        assertThat(codes(broken)).contains("truncated-beam");
    }

    @Test
    void anInstallationWithoutTheModule() throws IOException {
        Files.createDirectories(temp.resolve("lib/empty-1.0/ebin"));
        Compilation c = request("main() -> lists:sum([1]).").otp(Otp.at(temp)).run();
        assertThat(c.diagnostics()).hasSize(1);
        assertThat(c.diagnostics().getFirst().notes().getFirst()).contains(temp.toString());
    }

    @Test
    void beamFilesAsSources() throws Exception {
        Path installed = Otp.discover().orElseThrow().root();
        byte[] contents;
        try (var found = Files.find(installed.resolve("lib"), 3, (p, _) -> p.endsWith("ebin/orddict.beam"))) {
            contents = Files.readAllBytes(found.findFirst().orElseThrow());
        }
        Compilation c = Lumen.compile(Source.beam("orddict.beam", contents)).run();
        assertThat(c.diagnostics()).noneMatch(Diagnostic::isError);
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("orddict", "fetch_keys", Term.list(Term.tuple(Term.atom("a"), Term.of(1)))).get().toString())
                    .isEqualTo("[a]");
        }
    }
}
