package dev.lumen.codegen.opt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.ir.pass.Pass;
import dev.lumen.ir.pass.Pipeline;
import dev.lumen.ir.ssa.FunctionId;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.ssa.interp.Interpreter;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import dev.lumen.ir.term.Tuple;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every `.ssa` file below `src/test/filetests/opt` is a module with what passes must make of it.
///
/// `;; test opt passes=a,b`: the passes run in this order; the verifier runs after each. Then, for
/// the whole module:
/// - `; check: text`: the output has this text, after what the check before matched;
/// - `; not: text`: the output does not have it between the checks around;
/// - `; same: f [Args]`: the interpreter answers the same before and after.
class OptFiletestsTest {
    private static final Path ROOT = Path.of("src/test/filetests/opt");

    /// All passes, whether or not the standard pipeline has them.
    private static final List<Pass> PASSES =
            List.of(
                    new FoldBranches(),
                    new SplitParameters(),
                    new ThreadJumps(),
                    new MergeBlocks(),
                    new PruneParameters(),
                    new FoldConstants(),
                    new MergeEqualPure(),
                    new RemoveDead(),
                    new CallFunDirectly(),
                    new InlinePure(),
                    new LoopSelfCalls(),
                    new RemoveUnusedFunctions(),
                    new InferTypes(),
                    new ShortcutLeafCalls(),
                    new MergeEqualBlocks(),
                    new TabulateSwitches(),
                    new ShareOrderKeys(),
                    new SkipOlderMessages(),
                    new TailCalls());

    @TestFactory
    Stream<DynamicTest> filetests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".ssa")).sorted().toList();
            assertThat(all).hasSizeGreaterThanOrEqualTo(PASSES.size() - 2);
            return all.stream()
                    .map(f -> DynamicTest.dynamicTest(ROOT.relativize(f).toString(), () -> run(f)));
        }
    }

    private static void run(Path file) throws IOException {
        String text = Files.readString(file);
        String command =
                text.lines()
                        .filter(l -> l.startsWith(";; test opt passes="))
                        .findFirst()
                        .orElseThrow();
        Pipeline pipeline = Pipeline.of();
        for (String name : command.substring(command.indexOf('=') + 1).split(",", -1)) {
            pipeline =
                    pipeline.then(
                            PASSES.stream()
                                    .filter(p -> p.id().name().equals(name))
                                    .findFirst()
                                    .orElseThrow());
        }
        Module before = Reader.module(text);
        Module after = pipeline.run(before, Pipeline.Options.defaults().withVerify(true));
        check(text, after.toString());
        for (String line : text.lines().filter(l -> l.startsWith("; same: ")).toList()) {
            String[] words = line.substring(8).split(" ", 2);
            List<Term> args =
                    ((Tuple)
                                    TermReader.read(
                                            "{"
                                                    + words[1].substring(1, words[1].length() - 1)
                                                    + "}"))
                            .elements();
            var id = FunctionId.of(before.name().name(), words[0], args.size());
            assertThat(new Interpreter(after).call(id, args))
                    .isEqualTo(new Interpreter(before).call(id, args));
        }
    }

    private static void check(String text, String output) {
        int at = 0;
        var forbidden = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("; not: ")) {
                forbidden.add(line.substring(7));
            } else if (line.startsWith("; check: ")) {
                int found = output.indexOf(line.substring(9), at);
                assertThat(found)
                        .as(
                                "'%s' after '%s' in\n%s",
                                line.substring(9),
                                output.substring(Math.max(0, at - 40), at),
                                output)
                        .isNotNegative();
                lacks(forbidden, output.substring(at, found), output);
                forbidden.clear();
                at = found + line.length() - 9;
            }
        }
        lacks(forbidden, output.substring(at), output);
    }

    private static void lacks(List<String> forbidden, String part, String output) {
        forbidden.forEach(f -> assertThat(part).as(output).doesNotContain(f));
    }
}
