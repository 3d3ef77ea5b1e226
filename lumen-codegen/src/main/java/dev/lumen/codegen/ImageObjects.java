package dev.lumen.codegen;

import dev.lumen.codegen.lower.ImageLowering;
import dev.lumen.ir.ssa.Module;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The object files of an image, each module compiled on its own, several at once.
record ImageObjects(List<byte[]> objects) {
    /// In the order of the plan's modules, then stubs, then the image itself.
    static ImageObjects compile(ImagePlan plan, boolean hasMain, ModuleCompiler compiler) {
        var tasks = new ArrayList<CompletableFuture<byte[]>>();
        for (Module m : plan.modules()) {
            tasks.add(Workers.start(() -> compiler.object(m)));
        }
        if (!plan.missing().isEmpty()) {
            tasks.add(
                    Workers.start(() -> compiler.looseObject(ImageLowering.stubs(plan.missing()))));
        }
        tasks.add(Workers.start(() -> compiler.imageObject(plan, hasMain)));
        var objects = new ArrayList<byte[]>();
        try {
            tasks.forEach(t -> objects.add(t.join()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return new ImageObjects(objects);
    }
}
