package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lumen.frontend.beam.BeamForms;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.ir.forms.AbstractFormat;
import dev.lumen.ir.term.Term;
import dev.lumen.ir.term.TermReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The forms in the `.beam` files of an installation equal what its `beam_lib` reads from them.
class OtpBeamTest {
    private OtpInstallation otp;

    @TempDir
    Path temp;

    @BeforeEach
    void find() {
        assumeTrue(Erl.installation().isPresent(), "no OTP installation found: nothing to compare with");
        otp = Erl.installation().get();
    }

    @Test
    void aSampleOfTheFiles() throws Exception {
        List<Path> all = otp.files(".beam");
        int step = Math.max(1, all.size() / 40);
        var sample = new ArrayList<Path>();
        for (int i = 0; i < all.size(); i += step) {
            sample.add(all.get(i));
        }
        compare(sample);
    }

    @Test
    @Tag("nightly")
    void allFiles() throws Exception {
        compare(otp.files(".beam"));
    }

    private void compare(List<Path> files) throws Exception {
        Path list = temp.resolve("list");
        Files.write(list, files.stream().map(Path::toString).toList());
        Erl.run(otp, "dump_beam_forms", list.toString(), temp.toString());
        int without = 0;
        var different = new ArrayList<Path>();
        for (int i = 0; i < files.size(); i++) {
            Path dump = temp.resolve(i + ".forms");
            ParseResult read = BeamForms.parse(files.get(i));
            if (!Files.exists(dump)) {
                without++;
                if (read.diagnostics().stream().noneMatch(d -> d.code().toString().equals("no-debug-info"))) {
                    different.add(files.get(i));
                }
                continue;
            }
            List<Term> expected = TermReader.readAll(Files.readString(dump));
            if (read.hasErrors() || !AbstractFormat.toTerms(read.forms()).equals(expected)) {
                different.add(files.get(i));
            }
        }
        System.out.printf("%d .beam files tried, %d without debug information, %d differ%n",
                files.size(), without, different.size());
        assertThat(different).isEmpty();
        assertThat(without).as("files to compare").isLessThan(files.size());
    }
}
