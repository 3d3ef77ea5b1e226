package dev.lumen.codegen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Object files for somebody else's linker: `output` is a folder that exists; the files are named
/// after the modules.
///
/// The object `lumen_image.o` has the image and, when the image has an entry, a C `main`.
public final class ObjectBackend implements Backend {
    private final Target target;

    public ObjectBackend(Target target) {
        this.target = target;
    }

    @Override
    public String id() {
        return "object";
    }

    @Override
    public BackendResult emit(Image image, Path output, BackendOptions options) {
        ImagePlan plan = ImagePlan.of(image);
        if (plan.hasErrors()) {
            return new BackendResult(List.of(), plan.diagnostics());
        }
        var compiler = Links.compiler(target, options);
        List<byte[]> objects =
                ImageObjects.compile(plan, plan.entry().isPresent(), compiler).objects();
        var places = new ArrayList<Path>();
        plan.modules().forEach(m -> places.add(output.resolve(m.name().name() + ".o")));
        if (!plan.missing().isEmpty()) {
            places.add(output.resolve("lumen_missing.o"));
        }
        places.add(output.resolve("lumen_image.o"));
        return Output.write(
                places,
                plan.diagnostics(),
                folder -> {
                    var files = new ArrayList<Path>();
                    for (int k = 0; k < objects.size(); k++) {
                        Path file = folder.resolve(k + ".o");
                        Files.write(file, objects.get(k));
                        files.add(file);
                    }
                    return files;
                });
    }
}
