package dev.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.ImageReport;
import dev.lumen.codegen.ImageReport.FunctionPart;
import dev.lumen.codegen.ImageReport.ModulePart;
import dev.lumen.codegen.OptLevel;
import dev.lumen.codegen.Reason;
import dev.lumen.codegen.Target;
import dev.lumen.ir.ssa.FunctionId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What an image holds, why, and how large it is.
class ImageReportTest {
    private static final Source PROGRAM =
            Source.erlang(
                    "p.erl",
                    """
                    -module(p).
                    -export([main/0, even/1, odd/1, '</script>\\t'/0, unused/0]).
                    main() -> even(get(n)), (get(module)):'</script>\\t'(), {p, done}.
                    even(0) -> true;
                    even(N) -> odd(N - 1).
                    odd(0) -> false;
                    odd(N) -> put(n, [N, N + 1, {N}]), even(N - 1) andalso helper(N).
                    helper(N) -> N * 2 + length(get(n)).
                    '</script>\\t'() -> far(). far() -> farther(get(n)). farther(X) -> [X | get(y)].
                    unused() -> ok.
                    """);

    @TempDir Path temp;

    private BackendResult emitted(Target target) {
        Emission emission = Lumen.compile(PROGRAM).optimize(OptLevel.O0).run().emit(target);
        Path file = temp.resolve("p." + target);
        return (target == Target.WASM32 ? emission.module(file) : emission.executable(file))
                .orThrow();
    }

    private static FunctionId id(String name, int arity) {
        return FunctionId.of("p", name, arity);
    }

    @ParameterizedTest
    @EnumSource(Target.class)
    void everyByteIsSomebodys(Target target) throws IOException {
        BackendResult result = emitted(target);
        ImageReport report = result.report().orElseThrow();
        long inModules = report.modules().stream().mapToLong(ModulePart::bytes).sum();
        assertThat(report.fileBytes()).isEqualTo(Files.size(result.files().getFirst()));
        assertThat(report.runtimeBytes() + inModules).isEqualTo(report.fileBytes());
        assertThat(report.runtimeBytes()).isGreaterThan(20_000);
        ModulePart p = report.modules().getFirst();
        assertThat(p.otherBytes()).isPositive();
        assertThat(p.functions())
                .extracting(f -> f.id().name().name())
                .contains("main", "even", "odd", "far")
                .doesNotContain("unused");
        assertThat(p.functions()).allSatisfy(f -> assertThat(f.codeBytes()).isBetween(10L, 5_000L));
    }

    @Test
    void functionsOfAGroupShareItByTheirInstructions() {
        ImageReport report = emitted(Target.host()).report().orElseThrow();
        long even = report.function(id("even", 1)).orElseThrow().codeBytes();
        long odd = report.function(id("odd", 1)).orElseThrow().codeBytes();
        assertThat(odd).isGreaterThan(even);
    }

    @Test
    void whyAndByWhichWay() {
        ImageReport report = emitted(Target.host()).report().orElseThrow();
        FunctionId strange = id("</script>\t", 0);
        assertThat(report.function(id("main", 0)).orElseThrow().why()).isEqualTo(new Reason.Root());
        assertThat(report.function(strange).orElseThrow().why())
                .isInstanceOf(Reason.Computed.class);
        assertThat(report.chain(id("farther", 1)))
                .containsExactly(id("main", 0), strange, id("far", 0), id("farther", 1));
        assertThat(report.chain(id("unused", 0))).isEmpty();
    }

    @Test
    void asATable() {
        ImageReport report = emitted(Target.host()).report().orElseThrow();
        List<List<String>> rows =
                report.toTsv().lines().skip(1).map(l -> List.of(l.split("\t"))).toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(rows.stream().mapToLong(row -> Long.parseLong(row.get(3))).sum())
                .isEqualTo(report.fileBytes());
        FunctionPart far = report.function(id("far", 0)).orElseThrow();
        assertThat(rows)
                .contains(
                        List.of(
                                "p",
                                "far",
                                "0",
                                Long.toString(far.codeBytes()),
                                "used by p:'</script>\\t'/0",
                                "p:main/0 > p:'</script>\\t'/0 > p:far/0"));
    }

    @Test
    void asAPage() {
        String page = emitted(Target.host()).report().orElseThrow().toHtml();
        assertThat(page)
                .contains("\"name\":\"'\\u003c/script>\\\\t'/0\"")
                .doesNotContain("/*DATA*/");
        assertThat(page.split("</script>", -1)).hasSize(2);
        for (String fromElsewhere :
                Stream.of("src=", "href=", "http:", "https:", "@import").toList()) {
            assertThat(page).doesNotContain(fromElsewhere);
        }
    }
}
