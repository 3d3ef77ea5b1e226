package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Target;
import dev.lumen.ir.diag.Diagnostic;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.term.Atom;
import dev.lumen.ir.term.ExternalTerm;
import dev.lumen.ir.term.Term;
import dev.lumen.runtime.bindings.LumenRuntime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What comes from OTP into a compilation, what does not, and what is said when it is not there.
class LibrariesTest {
    @TempDir Path temp;

    @BeforeEach
    void otp() {
        assumeTrue(Otp.discover().isPresent(), "no OTP installation found");
    }

    private static CompileRequest request(String... functions) {
        return Lumen.compile(
                        Source.erlang(
                                "m.erl",
                                "-module(m).\n-export([main/0]).\n" + String.join("\n", functions)))
                .optimize(OptLevel.O0);
    }

    private static List<String> functions(Compilation c, String module) {
        return c.libraries().stream()
                .filter(m -> m.name().name().equals(module))
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
        Compilation c =
                request("main() -> spawn(ordsets, union, [[[1], [2]]]), apply(orddict, new, []).")
                        .run();
        assertThat(functions(c, "ordsets"))
                .contains("union/1")
                .doesNotContain("union/2", "is_subset/2");
        assertThat(functions(c, "orddict")).containsExactly("new/0");
    }

    @Test
    void callbacksOfModulesThatAreNamed() {
        Compilation c =
                request("main() -> f(get(module)), {orddict, x}.", "f(M) -> M:new().").run();
        assertThat(functions(c, "orddict")).containsExactly("new/0");
        assertThat(modules(c)).doesNotContain("sets", "dict");
    }

    @Test
    void whollyComputedNamesReachPairsOnly() {
        Compilation c =
                request(
                                "main() -> {M, F, A} = get(x), {apply(M, F, A), {ordsets, new, []},"
                                        + " {orddict, [new]}}.")
                        .run();
        assertThat(functions(c, "ordsets")).containsExactly("new/0");
        assertThat(modules(c)).doesNotContain("orddict");
    }

    @Test
    void askingForFunctionsReachesThoseThatAreNamed() {
        Compilation c =
                request(
                                "main() -> {M, F, A} = get(x), {erlang:function_exported(M, F, A),"
                                        + " {ordsets, new}, erlang:function_exported(orddict, new,"
                                        + " 0)}.")
                        .run();
        assertThat(modules(c)).containsExactly("orddict");
        assertThat(functions(c, "orddict")).containsExactly("new/0");
    }

    @Test
    void funsThatBytesHold() {
        Compilation c =
                request(
                                "main() ->"
                                    + " {(binary_to_term(<<131,113,119,7,\"orddict\",119,3,\"new\",97,0>>))(),"
                                    + " {ordsets, new}}.")
                        .run();
        assertThat(modules(c)).containsExactly("orddict");
        Compilation computed =
                request("main() -> {(binary_to_term(get(x)))(), {ordsets, new}, {sets, x}}.").run();
        assertThat(functions(computed, "ordsets")).containsExactly("new/0");
        assertThat(modules(computed)).doesNotContain("sets");
    }

    /// Names of registered processes are names of modules too: that alone makes no callbacks of
    /// their functions.
    @Test
    void behavioursCallModulesThatTheyWereGiven() {
        Compilation c = request("main() -> pg:start_link(), net_kernel:longnames().").run();
        // pg:start_link gives gen_server its own name; net_kernel:longnames calls whoever is
        // registered as net_kernel.
        assertThat(functions(c, "pg")).contains("init/1", "handle_call/3");
        assertThat(functions(c, "net_kernel"))
                .contains("longnames/0")
                .doesNotContain("init/1", "handle_call/3");
        assertThat(modules(c))
                .contains("gen_server", "proc_lib", "lumen_logger")
                .doesNotContain("kernel", "inet_db");
    }

    @Test
    void atomsThatAreAskedFor() throws Exception {
        Compilation c =
                request(
                                "-export([unreached/0]).",
                                "main() -> list_to_existing_atom(\"only\" ++ \"_there\").",
                                "unreached() -> {only_there, 1}.")
                        .program("m", "main")
                        .run();
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString()).isEqualTo("only_there");
        }
    }

    /// More than are followed one by one: then what is not known any more must not be lost.
    @Test
    void namesFromManyPlaces() throws Exception {
        int places = 700;
        String exports =
                IntStream.range(0, places)
                        .mapToObj(i -> "f" + i + "/0")
                        .collect(Collectors.joining(", "));
        Compilation c =
                request(
                                "-export([" + exports + "]).",
                                "main() -> lists:sum(["
                                        + IntStream.range(0, places)
                                                .mapToObj(i -> "run(m, f" + i + ")")
                                                .collect(Collectors.joining(", "))
                                        + "]).",
                                "run(M, F) -> M:F().",
                                IntStream.range(0, places)
                                        .mapToObj(i -> "f" + i + "() -> " + i + ".")
                                        .collect(Collectors.joining("\n")))
                        .program("m", "main")
                        .run();
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString())
                    .isEqualTo(String.valueOf(places * (places - 1) / 2));
        }
    }

    @Test
    void theLoggerIsStartedWhereItIsUsed() {
        assertThat(modules(request("main() -> logger:error(\"x\").").run()))
                .contains("lumen_logger", "logger_server");
        assertThat(modules(request("main() -> io:format(\"x\").").run()))
                .doesNotContain("lumen_logger", "logger");
    }

    @Test
    void ownModulesKeepMore() {
        Compilation c =
                Lumen.compile(
                                Source.erlang(
                                        "m.erl",
                                        "-module(m).\n"
                                            + "-export([main/0]).\n"
                                            + "main() -> apply(list_to_atom(\"n\"), get(f), [])."),
                                Source.erlang("n.erl", "-module(n).\n-export([f/0]).\nf() -> 1."))
                        .optimize(OptLevel.O0)
                        .run();
        var graph = new KeptFunctions();
        c.emit(Target.host()).to(graph, temp.resolve("x"));
        assertThat(graph.names).contains("n:f/0", "m:main/0");
    }

    @Test
    void whatIsKept() throws Exception {
        Compilation c =
                request(
                                "main() -> F = list_to_atom(\"from\" ++ \"_list\"), M ="
                                    + " list_to_atom(\"ord\" ++ \"dict\"), M:F([{b, 1}, {a, 2}]).")
                        .keep("orddict")
                        .run();
        assertThat(functions(c, "orddict")).contains("from_list/1", "fold/3");
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString()).isEqualTo("[{a,2},{b,1}]");
        }
        assertThat(codes(request("main() -> ok.").keep("no_such_module").run()))
                .containsExactly("missing-module");
    }

    @Test
    void whatIsLeftOut() throws Exception {
        Compilation c = request("main() -> catch ordsets:union([[1]]).").leaveOut("ordsets").run();
        assertThat(modules(c)).isEmpty();
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString())
                    .startsWith("{'EXIT',{undef,[{ordsets,union,");
        }
    }

    @Test
    void builtinsThatAreDefinedInName() throws Exception {
        // lists:member/2 is built in; its definition in lists.erl says nif_error. lists:subtract
        // calls it locally.
        Compilation c =
                request(
                                "main() -> {lists:member(a, [b, a]), lists:keymember(b, 1, [{b}]),"
                                        + " fun lists:reverse/2}.")
                        .run();
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
        assertThat(atLink.getFirst().title())
                .isEqualTo("no module of the image exports lists:no_such/1");
        assertThat(atLink.getFirst().span().start().line()).isEqualTo(3);
    }

    @Test
    void aFunctionThatIsNotExported() throws Exception {
        Source other =
                Source.erlang(
                        "n.erl",
                        """
                        -module(n).
                        -export([shown/0, '$handle_undefined_function'/2]).
                        shown() -> hidden().
                        hidden() -> hidden.
                        '$handle_undefined_function'(F, As) -> {handled, F, As}.
                        """);
        Source caller =
                Source.erlang(
                        "m.erl",
                        """
                        -module(m).
                        -export([main/0]).
                        main() ->
                            F = fun n:hidden/0,
                            {n:shown(), n:hidden(), F(), apply(n, hidden, []),
                                spawned(fun() -> spawn_monitor(lists, do_flatten, [[], []]) end),
                                lists:flatten([[]])}.
                        spawned(Start) ->
                            {Pid, _} = Start(),
                            receive {'DOWN', _, _, Pid, {Reason, _}} -> Reason end.
                        """);
        Compilation c = Lumen.compile(caller, other).run();
        assertThat(c.emit(Target.host()).check())
                .extracting(Diagnostic::title)
                .containsExactly("no module of the image exports lists:do_flatten/2");
        String handled = "{handled,hidden,[]}";
        String expected = "{hidden," + String.join(",", handled, handled, handled) + ",undef,[]}";
        try (LumenRuntime rt = c.load()) {
            assertThat(rt.call("m", "main").get().toString()).isEqualTo(expected);
            assertThat(rt.call("n", "shown").get().toString()).isEqualTo("hidden");
            assertThat(rt.call("n", "hidden").get().toString()).isEqualTo(handled);
        }
    }

    private static byte[] installed(String beam) throws IOException {
        try (var found =
                Files.find(
                        Otp.discover().orElseThrow().root().resolve("lib"),
                        3,
                        (p, _) -> p.endsWith("ebin/" + beam))) {
            return Files.readAllBytes(found.findFirst().orElseThrow());
        }
    }

    /// With an installation that has nothing but this `ordsets.beam`.
    private Compilation usingOrdsets(byte[] beam) throws IOException {
        Path ebin = Files.createDirectories(temp.resolve("lib/stdlib-1.0/ebin"));
        Files.write(ebin.resolve("ordsets.beam"), beam);
        return request("main() -> ordsets:union([1], [2]).").otp(Otp.at(temp)).run();
    }

    @Test
    void aModuleFromItsBeam() throws IOException {
        Compilation c = usingOrdsets(installed("ordsets.beam"));
        assertThat(codes(c)).isEmpty();
        assertThat(functions(c, "ordsets")).containsExactly("union/2");
    }

    @Test
    void beamFilesThatAreNotAsTheyShouldBe() throws IOException {
        byte[] good = installed("ordsets.beam");
        saysWhatToDo(
                Arrays.copyOf(good, good.length / 2), "truncated-beam", "copy or compile it again");
        byte[] stripped = good.clone();
        stripped[find(stripped, "Dbgi")] = 'X';
        saysWhatToDo(stripped, "no-debug-info", "erlc +debug_info");
        // Debug information of a kind that nobody knows, in a file that says it comes from a
        // compiler of the future.
        byte[] newer = good.clone();
        int kind = find(newer, "Dbgi") + 8;
        byte[] unknown = ExternalTerm.encode(Term.tuple(Atom.of("debug_info_v9"), Atom.of("none")));
        System.arraycopy(unknown, 0, newer, kind, unknown.length);
        saysWhatToDo(newer.clone(), "damaged-beam", "compile it again");
        int version =
                find(newer, "version")
                        + "version".length()
                        + 3; // behind the tag of a string and its length
        put(newer, version, "99.");
        saysWhatToDo(newer, "beam-too-new", "compile it with OTP 29 or older");
    }

    /// As a source, and as a module of OTP.
    private void saysWhatToDo(byte[] beam, String code, String advice) throws IOException {
        for (Compilation c :
                List.of(
                        Lumen.compile(Source.beam("ordsets.beam", beam)).run(),
                        usingOrdsets(beam))) {
            assertThat(codes(c)).contains(code);
            Diagnostic said =
                    c.diagnostics().stream()
                            .filter(d -> d.code().name().equals(code))
                            .findFirst()
                            .orElseThrow();
            assertThat(String.join("\n", said.notes())).contains(advice);
            assertThat(said.span().file()).endsWith("ordsets.beam");
        }
    }

    /// With an installation that has nothing but a module whose header file is missing, beside the
    /// modules that it may come from otherwise.
    private Compilation withUnreadable(byte[] beam, String... main) throws IOException {
        Path application = temp.resolve("lib/stdlib-1.0");
        Files.createDirectories(application.resolve("ebin"));
        Files.createDirectories(application.resolve("src"));
        Files.writeString(
                application.resolve("src/ordsets.erl"),
                "-module(ordsets).\n-export([union/2, new/0]).\n-include(\"nowhere.hrl\").\n"
                        + "union(A, B) -> A ++ B.\nnew() -> [].\n");
        if (beam.length > 0) {
            Files.write(application.resolve("ebin/ordsets.beam"), beam);
        }
        return request(main).otp(Otp.at(temp)).run();
    }

    @Test
    void aSourceThatCannotBeReadAndItsBeam() throws IOException {
        Compilation c =
                withUnreadable(installed("ordsets.beam"), "main() -> ordsets:union([1], [2]).");
        assertThat(codes(c)).isEmpty();
        assertThat(functions(c, "ordsets")).containsExactly("union/2");
    }

    /// An error only where it is certain to be called: by a function of the program that plain
    /// calls reach.
    @Test
    void aSourceThatCannotBeReadAndNothingElse() throws IOException {
        Compilation certain = withUnreadable(new byte[0], "main() -> ordsets:union([1], [2]).");
        assertThat(certain.diagnostics()).anyMatch(Diagnostic::isError);
        for (String[] main :
                List.of(
                        new String[] {"main() -> f(get(m)), {ordsets, new}.", "f(M) -> M:new()."},
                        new String[] {
                            "-export([g/0]).",
                            "main() -> {f(get(m)), g}.",
                            "f(F) -> m:F().",
                            "g() -> ordsets:new()."
                        })) {
            Compilation c =
                    request(main)
                            .otp(Otp.at(temp))
                            .program("m", "main")
                            .optimize(OptLevel.O0)
                            .run();
            assertThat(c.diagnostics()).noneMatch(Diagnostic::isError);
            assertThat(c.diagnostics())
                    .filteredOn(d -> d.title().contains("nowhere.hrl"))
                    .hasSize(1);
        }
    }

    private static void put(byte[] bytes, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, text.length());
    }

    private static int find(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(at).isNotNegative();
        return at;
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
        Compilation c = Lumen.compile(Source.beam("orddict.beam", installed("orddict.beam"))).run();
        assertThat(c.diagnostics()).noneMatch(Diagnostic::isError);
        try (LumenRuntime rt = c.load()) {
            assertThat(
                            rt.call(
                                            "orddict",
                                            "fetch_keys",
                                            Term.list(Term.tuple(Term.atom("a"), Term.of(1))))
                                    .get()
                                    .toString())
                    .isEqualTo("[a]");
        }
    }
}
