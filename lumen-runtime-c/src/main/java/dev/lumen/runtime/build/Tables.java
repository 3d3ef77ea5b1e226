package dev.lumen.runtime.build;

import dev.lumen.ir.abi.RuntimeAtoms;
import dev.lumen.ir.bif.Bif;
import dev.lumen.ir.bif.BifTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Writes the C sources that come from the tables of `lumen-ir`: what is declared there once is
/// never typed again in C.
///
/// | table | file | holds |
/// |---|---|---|
/// | `bifs.tab` | `lumen_bifs.h` | one prototype per built-in function |
/// | | `lumen_builtins.c` | what makes a function of each of them |
/// | `atoms.tab` | `lumen_atoms.h` | `LM_ATOM_X`, one constant per atom that the runtime names |
/// | | `lumen_atom_table.c` | their texts |
final class Tables {
    private final Path directory;
    private final Set<Path> put = new HashSet<>();

    /// @param directory where the generated files go
    Tables(Path directory) {
        this.directory = directory;
    }

    /// @param written whether a C function of that name is known to exist; the others become no
    ///   functions
    /// @return the built-in functions that have a row and no C
    List<Bif> write(Predicate<Bif> written) throws IOException {
        BifTable bifs = BifTable.standard();
        List<RuntimeAtoms.Row> atoms = RuntimeAtoms.standard();
        put("lumen_bifs.h", BifSources.header(bifs));
        put("lumen_builtins.c", BifSources.functions(bifs, written));
        put("lumen_atoms.h", AtomSources.header(atoms));
        put("lumen_atom_table.c", AtomSources.table(atoms));
        removeOthers();
        return bifs.all().stream().filter(written.negate()).toList();
    }

    /// What an earlier version of this class generated would be compiled with the rest.
    private void removeOthers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> !put.contains(f)).toList()) {
                Files.delete(file);
            }
        }
    }

    private void put(String name, String text) throws IOException {
        Files.createDirectories(directory);
        put.add(directory.resolve(name));
        Files.writeString(directory.resolve(name), text);
    }
}
