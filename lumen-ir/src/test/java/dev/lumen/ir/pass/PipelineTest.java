package dev.lumen.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lumen.ir.ssa.Block;
import dev.lumen.ir.ssa.Function;
import dev.lumen.ir.ssa.Label;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Reader;
import dev.lumen.ir.ssa.Target;
import dev.lumen.ir.ssa.Terminator;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

class PipelineTest {
    private static final Module MODULE =
            Reader.module(
                    """
                    module t
                    export f/1

                    func t:f/1(%0: term) {
                    entry:
                      ret %0
                    }
                    """);

    private static FunctionPass pass(String name, UnaryOperator<Function> change) {
        return new FunctionPass() {
            @Override
            public PassId id() {
                return PassId.of(name);
            }

            @Override
            public Function run(Function function, PassContext context) {
                context.count("seen");
                return change.apply(function);
            }
        };
    }

    private static final FunctionPass NOTHING = pass("nothing", f -> f);
    private static final FunctionPass BREAK =
            pass(
                    "break",
                    f ->
                            f.mapBlocks(b ->
                                    new Block(
                                            b.label(),
                                            b.params(),
                                            b.body(),
                                            new Terminator.Jump(
                                                    new Target(new Label("nowhere"), List.of()),
                                                    b.end().loc()))));

    @Test
    void aGroupRepeatsWhileItChangesSomething() {
        var runs = new ArrayList<String>();
        int[] left = {3};
        FunctionPass shrink = pass("shrink", f -> left[0]-- > 0 ? f.withBlocks(f.blocks()) : f);
        Pipeline pipeline = Pipeline.of(Pipeline.repeat("improve", 10, shrink, NOTHING));
        pipeline.run(
                MODULE,
                Pipeline.Options.defaults()
                        .withListener(
                                e -> runs.add(e.round() + " " + e.pass() + " " + e.changed())));
        assertThat(runs)
                .containsExactly(
                        "1 shrink true",
                        "1 nothing false",
                        "2 shrink true",
                        "2 nothing false",
                        "3 shrink true",
                        "3 nothing false",
                        "4 shrink false",
                        "4 nothing false");
    }

    @Test
    void aPassEntersWhereItIsTold() {
        Pipeline pipeline = Pipeline.of(Pipeline.once("a", pass("x", f -> f), pass("y", f -> f)));
        assertThat(pipeline.after("x", NOTHING).passes().map(PassId::name))
                .containsExactly("x", "nothing", "y");
        assertThat(pipeline.before("x", NOTHING).passes().map(PassId::name))
                .containsExactly("nothing", "x", "y");
        assertThat(pipeline.then(NOTHING).passes().map(PassId::name))
                .containsExactly("x", "y", "nothing");
        assertThatThrownBy(() -> pipeline.after("z", NOTHING))
                .hasMessageContaining("no pass z")
                .hasMessageContaining("[x, y]");
        assertThatThrownBy(() -> pipeline.then(NOTHING).then(NOTHING))
                .hasMessageContaining("twice");
    }

    @Test
    void verificationNamesThePassThatBrokeTheModule() {
        Pipeline pipeline = Pipeline.of(Pipeline.once("a", NOTHING, BREAK));
        var options = Pipeline.Options.defaults().withVerify(true);
        assertThatThrownBy(() -> pipeline.run(MODULE, options))
                .isInstanceOf(PassFailure.class)
                .hasMessageContaining("pass break on module t")
                .hasMessageContaining("V3");
        assertThat(pipeline.run(MODULE, options.without(PassId.of("break")))).isSameAs(MODULE);
    }
}
