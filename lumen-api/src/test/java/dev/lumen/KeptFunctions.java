package dev.lumen;

import dev.lumen.codegen.Backend;
import dev.lumen.codegen.BackendOptions;
import dev.lumen.codegen.BackendResult;
import dev.lumen.codegen.Image;
import dev.lumen.codegen.ImagePlan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A backend that notes the functions of an image.
final class KeptFunctions implements Backend {
    final List<String> names = new ArrayList<>();

    @Override
    public String id() {
        return "kept-functions";
    }

    @Override
    public BackendResult emit(Image image, Path output, BackendOptions options) {
        ImagePlan.of(image)
                .modules()
                .forEach(m -> m.functions().forEach(f -> names.add(f.id().toString())));
        return new BackendResult(List.of(), List.of());
    }
}
