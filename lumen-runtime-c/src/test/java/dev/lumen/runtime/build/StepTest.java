package dev.lumen.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.runtime.tools.ToolException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class StepTest {
    @TempDir Path directory;

    private Path input;
    private Path included;
    private Path dependencies;
    private Path output;

    @BeforeEach
    void files() throws IOException {
        input = Files.writeString(directory.resolve("a b.c"), "one");
        included = Files.writeString(directory.resolve("c.h"), "header");
        dependencies =
                Files.writeString(
                        directory.resolve("out.d"),
                        "out.o: "
                                + input.toString().replace(" ", "\\ ")
                                + " \\\n  "
                                + included
                                + "\n");
        output = directory.resolve("out.o");
    }

    /// A fresh [Step], as in a new run of the build.
    private boolean run(String... more) throws IOException {
        var arguments = new java.util.ArrayList<>(List.of(input.toString(), output.toString()));
        arguments.addAll(0, List.of(more));
        return new Step().run(Path.of("/bin/cp"), arguments, List.of(input), dependencies, output);
    }

    @Test
    void runsOnceForTheSameContents() throws IOException {
        assertThat(run()).isTrue();
        Files.writeString(input, "one");
        assertThat(run()).isFalse();
        assertThat(output).hasContent("one");
    }

    @Test
    void runsAgainWhenSomethingChanged() throws IOException {
        run();
        Files.writeString(input, "two");
        assertThat(run()).as("source").isTrue();
        Files.writeString(included, "other");
        assertThat(run()).as("header").isTrue();
        assertThat(run("-p")).as("flags").isTrue();
        Files.delete(output);
        assertThat(run("-p")).as("output gone").isTrue();
        Files.delete(included);
        assertThat(run("-p")).as("header gone").isTrue();
        assertThat(run("-p")).isFalse();
    }

    @Test
    void failureIsNotRemembered() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> run("--no-such-flag")).isInstanceOf(ToolException.class);
        }
        assertThat(output).doesNotExist();
    }

    @Test
    void readsMakeRules() {
        assertThat(Step.prerequisites("x.o: a.c \\\n  dir\\ x/b.h c.h\n"))
                .containsExactly(Path.of("a.c"), Path.of("dir x/b.h"), Path.of("c.h"));
    }
}
