package dev.lumen.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.beam.BeamForms;
import dev.lumen.frontend.preprocess.OtpInstallation;
import dev.lumen.ir.forms.AbstractFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The forms in the `.beam` files of an installation equal what its `beam_lib` reads from them.
class OtpBeamTest {
    private OtpInstallation otp;

    @TempDir Path temp;

    @BeforeEach
    void find() {
        otp = Erl.required();
    }

    @Test
    void aSampleOfTheFiles() throws Exception {
        compare(OtpDumps.sample(otp.files(".beam"), 40));
    }

    @Test
    @Tag("nightly")
    void allFiles() throws Exception {
        compare(otp.files(".beam"));
    }

    private void compare(List<Path> files) throws Exception {
        var without = new ArrayList<Path>();
        List<String> different =
                new OtpDumps(otp, "dump_beam_forms", temp)
                        .compare(
                                files,
                                (file, expected) -> {
                                    ParseResult read = BeamForms.parse(file);
                                    if (expected.isEmpty()) {
                                        without.add(file);
                                    }
                                    boolean same =
                                            expected.isEmpty()
                                                    ? read.diagnostics().stream()
                                                            .anyMatch(d ->
                                                                    d.code()
                                                                            .toString()
                                                                            .equals(
                                                                                    "no-debug-info"))
                                                    : !read.hasErrors()
                                                            && AbstractFormat.toTerms(read.forms())
                                                                    .equals(expected.get());
                                    return same ? Optional.empty() : Optional.of(file.toString());
                                });
        System.out.printf(
                "%d .beam files tried, %d without debug information, %d differ%n",
                files.size(), without.size(), different.size());
        assertThat(different).isEmpty();
        assertThat(without).as("files to compare").hasSizeLessThan(files.size());
    }
}
