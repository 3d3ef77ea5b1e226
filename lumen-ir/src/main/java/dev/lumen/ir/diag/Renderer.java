package dev.lumen.ir.diag;

import java.util.List;

/// Turns diagnostics into text. Renderers have no state and may be shared.
public interface Renderer {
    String render(List<Diagnostic> diagnostics, Sources sources);

    default String render(Diagnostic diagnostic, Sources sources) {
        return render(List.of(diagnostic), sources);
    }
}
