package dev.lumen.runtime.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.runtime.tools.LlvmTools;
import dev.lumen.runtime.tools.Tools;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class LayersTest {
    private static final Path RUNTIME = Path.of("src/main/c");
    private static final Layers LAYERS =
            Layers.parse(
                    List.of("# a comment", "", "include:", "heap: include", "sched: include heap"));

    @TempDir Path root;

    private void write(String file, String... lines) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }

    /// A tree that keeps to the rules.
    private void writeTree() throws IOException {
        write("include/lumen.h", "#include <stddef.h>");
        write("heap/lm_heap.h", "#include \"lumen.h\"", "#include \"lumen_atoms.h\"");
        write("sched/lm_sched.h", "  # include \"heap/lm_heap.h\" // why");
        write("sched/posix/lm_turns.c", "#include \"sched/lm_sched.h\"");
    }

    private List<String> wrong() throws IOException {
        return LAYERS.wrongIncludes(root, Set.of("lumen_atoms.h"));
    }

    @Test
    void whatIsBelowMayBeIncluded() throws IOException {
        writeTree();
        assertThat(wrong()).isEmpty();
    }

    @Test
    void whatIsAboveMayNot() throws IOException {
        writeTree();
        write("heap/lm_gc.c", "#include \"heap/lm_heap.h\"", "", "#include \"sched/lm_sched.h\"");
        write("heap/deep/lm_gc.h", "#include \"sched/lm_sched.h\"");
        write("include/lumen_abi.h", "#include \"heap/lm_heap.h\"");
        assertThat(wrong())
                .containsExactly(
                        "heap/deep/lm_gc.h:1: #include \"sched/lm_sched.h\": heap/ may not know"
                                + " sched/ (layers.txt)",
                        "heap/lm_gc.c:3: #include \"sched/lm_sched.h\": heap/ may not know sched/"
                                + " (layers.txt)",
                        "include/lumen_abi.h:1: #include \"heap/lm_heap.h\": include/ may not know"
                                + " heap/ (layers.txt)");
    }

    @Test
    void anIncludeNamesFolderAndFile() throws IOException {
        writeTree();
        write(
                "heap/lm_gc.c",
                "#include \"lm_heap.h\"",
                "#include \"../sched/lm_sched.h\"",
                "#include \"heap/../sched/lm_sched.h\"",
                "#include HEADER");
        assertThat(wrong())
                .containsExactly(
                        "heap/lm_gc.c:1: #include \"lm_heap.h\": not of the form \"folder/file.h\","
                                + " and no header of include/",
                        "heap/lm_gc.c:2: #include \"../sched/lm_sched.h\": not of the form"
                                + " \"folder/file.h\"",
                        "heap/lm_gc.c:3: #include \"heap/../sched/lm_sched.h\": not of the form"
                                + " \"folder/file.h\"",
                        "heap/lm_gc.c:4: #include HEADER: not of the form \"folder/file.h\"");
    }

    @Test
    void everyFolderHasALineAndEveryLineAFolder() throws IOException {
        writeTree();
        write("io/lm_file.c");
        write("lm_main.c");
        Files.delete(root.resolve("heap/lm_heap.h"));
        write("sched/lm_sched.h");
        assertThat(wrong())
                .containsExactly(
                        "io/lm_file.c: layers.txt has no line for the folder \"io\"",
                        "lm_main.c: layers.txt has no line for the folder \"\"",
                        "layers.txt: there is no folder heap");
    }

    @Test
    void theListHasNoCircle() {
        assertThatThrownBy(() -> Layers.parse(List.of("a: b", "b: a")))
                .hasMessage("layers.txt:1: a can't know b, which does not stand above it");
        assertThatThrownBy(() -> Layers.parse(List.of("a: a")))
                .hasMessage("layers.txt:1: a can't know a, which does not stand above it");
        assertThatThrownBy(() -> Layers.parse(List.of("a:", "a:")))
                .hasMessage("layers.txt:2: a has a line already");
        assertThatThrownBy(() -> Layers.parse(List.of("a")))
                .hasMessage("layers.txt:1: not of the form \"folder: folders\"");
    }

    /// A declaration by hand is no way around an include.
    @Test
    void whatIsAboveMayNotBeCalled() throws IOException {
        write("heap/lm_gc.c", "void lm_turn(void); void lm_gc(void) { lm_turn(); }");
        write(
                "sched/lm_sched.c",
                "void lm_gc(void); static void own(void) {} int lm_turns;",
                "void lm_turn(void) { own(); lm_gc(); }");
        Path gc = Path.of("heap/lm_gc.c");
        Path sched = Path.of("sched/lm_sched.c");
        Map<Path, Symbols> objects = Map.of(gc, symbols(gc), sched, symbols(sched));
        assertThat(objects.get(sched))
                .isEqualTo(new Symbols(Set.of("lm_turn", "lm_turns"), Set.of("lm_gc")));
        assertThat(LAYERS.wrongUses(objects))
                .containsExactly(
                        "heap/lm_gc.c uses lm_turn, which sched/lm_sched.c defines: heap/ may not"
                                + " know sched/ (layers.txt)");
    }

    private Symbols symbols(Path source) throws IOException {
        Path object = root.resolve("out.o");
        Tools.run(
                        LlvmTools.clang(),
                        List.of(
                                "--target=x86_64-linux-gnu",
                                "-c",
                                root.resolve(source).toString(),
                                "-o",
                                object.toString()))
                .orThrow();
        return Symbols.of(object);
    }

    /// The map of the README shows the folders in the order of the list.
    @Test
    void readmeShowsTheLayers() throws IOException {
        Layers layers = Layers.parse(Files.readAllLines(RUNTIME.resolve("layers.txt")));
        String readme = Files.readString(Path.of("README.md"));
        String map = readme.substring(readme.indexOf("| folder | question it answers"));
        assertThat(
                        Pattern.compile("^\\| `(\\w+)/` \\|", Pattern.MULTILINE)
                                .matcher(map)
                                .results()
                                .map((MatchResult m) -> m.group(1)))
                .containsExactlyElementsOf(layers.known().keySet());
    }
}
