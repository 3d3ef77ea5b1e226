package dev.lumen;

import dev.lumen.ir.core.CoreModule;
import dev.lumen.ir.core.CorePrinter;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.forms.ModuleForms;
import dev.lumen.ir.pass.PassEvent;
import dev.lumen.ir.ssa.Module;
import dev.lumen.ir.ssa.Printer;
import dev.lumen.ir.term.Atom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Writes what a compilation makes, as text, for [CompileRequest#onEvent]: every stage, and the
/// module after every pass that changed it. The files of module `m` stand in order in the folder
/// `m`: `00-forms.forms`, `01-core.core`, `02-ssa.ssa`, `03-fold-branches.ssa`, … Two neighbours
/// compared show what a pass did.
///
/// One object is for one compilation at a time. Throws [UncheckedIOException] when a file can't be
/// written.
public final class Dump implements Consumer<CompileEvent> {
    private final Path folder;
    private final Map<String, Integer> written = new HashMap<>();

    private Dump(Path folder) {
        this.folder = folder;
    }

    /// Into subfolders of `folder`, which are made when they are not there. Files of the same names
    /// are replaced.
    public static Dump toFolder(Path folder) {
        return new Dump(folder);
    }

    @Override
    public void accept(CompileEvent event) {
        switch (event) {
            case CompileEvent.StageDone(var file, var stage, _, ModuleForms forms) ->
                    write(
                            forms.name().map(Atom::name).orElse(file),
                            stage,
                            "forms",
                            AbstractFormat.print(forms));
            case CompileEvent.StageDone(var module, var stage, _, CoreModule core) ->
                    write(module, stage, "core", CorePrinter.print(core));
            case CompileEvent.StageDone(var module, var stage, _, Module ssa) ->
                    write(module, stage, "ssa", Printer.print(ssa));
            case CompileEvent.StageBegun _, CompileEvent.StageDone _ -> {}
            case CompileEvent.PassDone(var module, PassEvent pass) -> {
                if (pass.changed()) {
                    write(module, pass.pass().name(), "ssa", Printer.print(pass.after()));
                }
            }
        }
    }

    private void write(String module, String what, String extension, String text) {
        int number = written.merge(module, 1, Integer::sum) - 1;
        Path file = folder.resolve(module).resolve("%02d-%s.%s".formatted(number, what, extension));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
