package dev.lumen;

import dev.lumen.codegen.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tells listeners what happens, one event at a time, from whatever thread.
final class Events implements Progress {
    static final Events NONE = new Events(List.of());

    private final List<Consumer<CompileEvent>> listeners;

    private Events(List<Consumer<CompileEvent>> listeners) {
        this.listeners = listeners;
    }

    Events and(Consumer<CompileEvent> listener) {
        var all = new ArrayList<>(listeners);
        all.add(listener);
        return new Events(List.copyOf(all));
    }

    synchronized void tell(CompileEvent event) {
        listeners.forEach(l -> l.accept(event));
    }

    @Override
    public void begun(String module, String stage) {
        tell(new CompileEvent.StageBegun(module, stage));
    }

    @Override
    public void done(String module, String stage, long nanos, Object result) {
        tell(new CompileEvent.StageDone(module, stage, nanos, result));
    }
}
