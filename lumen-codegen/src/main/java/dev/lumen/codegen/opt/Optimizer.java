package dev.lumen.codegen.opt;

import dev.lumen.ir.pass.Pipeline;

/// The passes that come with the compiler, in the one place where their order is decided.
public final class Optimizer {
    /// Nothing but what makes the lowering's output plain, cheap and good for the speed of what
    /// follows, and what stack traces show.
    public static final Pipeline CLEAN =
            Pipeline.of(
                    Pipeline.once("tables", new MergeEqualBlocks(), new TabulateSwitches()),
                    Pipeline.repeat(
                            "clean",
                            2,
                            new FoldBranches(),
                            new ThreadJumps(),
                            new MergeBlocks(),
                            new PruneParameters(),
                            new CallFunDirectly(),
                            new TailCalls()),
                    Pipeline.once("late", new SkipOlderMessages(), new ShareOrderKeys()));

    public static final Pipeline STANDARD =
            Pipeline.of(
                    Pipeline.once("tables", new MergeEqualBlocks(), new TabulateSwitches()),
                    Pipeline.repeat(
                            "simplify",
                            4,
                            new FoldBranches(),
                            new SplitParameters(),
                            new ThreadJumps(),
                            new MergeBlocks(),
                            new PruneParameters(),
                            new FoldConstants(),
                            new MergeEqualPure(),
                            new RemoveDead(),
                            new CallFunDirectly(),
                            new TailCalls(),
                            new InlinePure()),
                    Pipeline.once(
                            "module",
                            new RemoveUnusedFunctions(),
                            new ShortcutLeafCalls(),
                            new InferTypes(),
                            new SkipOlderMessages(),
                            new ShareOrderKeys()));

    private Optimizer() {}
}
