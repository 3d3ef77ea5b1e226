package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.core.FormsToCore;
import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.CoreParser;
import dev.lumen.ir.core.CorePrinter;
import dev.lumen.ir.core.CorePrinter.Style;
import dev.lumen.ir.core.CoreVerifier;
import dev.lumen.ir.core.OtpDialect;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.stream.Stream;

/// Every construct of the language as Core Erlang. `%! test core`: the lowered module, without
/// places, must be the text in the `.core` file.
class CoreFileTest {
    static CoreModule lower(FileTests.Program p) {
        ParseResult parsed = p.parse();
        assertThat(parsed.diagnostics()).isEmpty();
        var lowered = FormsToCore.lower(parsed.forms());
        assertThat(lowered.diagnostics()).isEmpty();
        return lowered.module().orElseThrow();
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<FileTests.Program> test) {
        List<FileTests.Program> programs = FileTests.of("core");
        assertThat(programs).hasSizeGreaterThan(10);
        return programs.stream().map(p -> DynamicTest.dynamicTest(p.name(), () -> test.accept(p)));
    }

    @TestFactory
    Stream<DynamicTest> coreIsAsExpected() {
        return each(p -> {
            String text = CorePrinter.print(lower(p), Style.PLAIN);
            assertThat(text).isEqualTo(FileTests.expectation(p.beside(".core"), text));
        });
    }

    @TestFactory
    Stream<DynamicTest> coreIsValid() {
        return each(p -> {
            CoreModule module = lower(p);
            assertThat(CoreVerifier.verify(module)).isEmpty();
            assertThat(CoreVerifier.verify(OtpDialect.of(module))).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> coreSurvivesPrintingAndReading() {
        return each(p -> {
            for (Style style : Style.values()) {
                String text = CorePrinter.print(lower(p), style);
                assertThat(CorePrinter.print(CoreParser.parse(text), style)).isEqualTo(text);
            }
        });
    }
}
