package dev.lumen.frontend;

import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files of an installation of OTP, each beside the forms that its own Erlang reads from it.
///
/// @param dumper a module of `src/test/erl`: writes the forms of the files of a list, the i-th to
///   `i.forms`
/// @param temp a folder for this
record OtpDumps(OtpInstallation otp, String dumper, Path temp) {
    interface Comparison {
        /// What is different; empty when nothing is. `expected`: the forms, none when Erlang finds
        /// none.
        Optional<String> difference(Path file, Optional<List<Term>> expected);
    }

    /// So many of the files, spread over all.
    static List<Path> sample(List<Path> all, int count) {
        int step = Math.max(1, all.size() / count);
        var sample = new ArrayList<Path>();
        for (int i = 0; i < all.size(); i += step) {
            sample.add(all.get(i));
        }
        return sample;
    }

    /// The differences.
    List<String> compare(List<Path> files, Comparison comparison)
            throws IOException, InterruptedException {
        Path list = temp.resolve("list");
        Files.write(list, files.stream().map(Path::toString).toList());
        Erl.run(otp, dumper, list.toString(), temp.toString());
        var differences = new ArrayList<String>();
        for (int i = 0; i < files.size(); i++) {
            Path dump = temp.resolve(i + ".forms");
            Optional<List<Term>> expected =
                    Files.exists(dump)
                            ? Optional.of(TermReader.readAll(Files.readString(dump)))
                            : Optional.empty();
            comparison.difference(files.get(i), expected).ifPresent(differences::add);
        }
        return differences;
    }
}
