package dev.lumen.otp.kit.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lumen.frontend.preprocess.OtpInstallation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

class KitBuildTest {
    private static final String ARCHIVE = "dev/lumen/otp/kit/otp.zip";
    private static final String ID = "dev/lumen/otp/kit/otp.id";

    @TempDir Path temp;

    private OtpInstallation installation(String text) throws IOException {
        Path root = Files.createTempDirectory(temp, "otp");
        Path lists = root.resolve("lib/stdlib-9.1/src/lists.erl");
        Files.createDirectories(lists.getParent());
        Files.writeString(lists, text);
        Files.writeString(lists.resolveSibling("notes.txt"), "not for the kit");
        Files.createDirectories(root.resolve("releases/77"));
        return new OtpInstallation(root);
    }

    private Path built(Optional<OtpInstallation> otp) throws IOException {
        Path classes = Files.createTempDirectory(temp, "classes");
        KitBuild.build(otp, classes);
        return classes;
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        OtpInstallation otp = installation("-module(lists).");
        Path first = built(Optional.of(otp));
        Path source = otp.application("stdlib").orElseThrow().resolve("src/lists.erl");
        Files.setLastModifiedTime(source, FileTime.fromMillis(0));
        Path second = built(Optional.of(otp));
        Path other = built(Optional.of(installation("-module(lists). % other")));
        assertThat(second.resolve(ARCHIVE)).hasSameBinaryContentAs(first.resolve(ARCHIVE));
        assertThat(second.resolve(ID)).hasSameTextualContentAs(first.resolve(ID));
        assertThat(Files.readString(other.resolve(ID)))
                .isNotEqualTo(Files.readString(first.resolve(ID)));
    }

    @Test
    void theNoticeTellsReleaseAndVersions() throws IOException {
        Path classes = built(Optional.of(installation("-module(lists).")));
        assertThat(classes.resolve("META-INF/NOTICE"))
                .content()
                .contains("Erlang/OTP 77", "stdlib-9.1", "Apache License");
        assertThat(classes.resolve(ID)).content().startsWith("77-");
    }

    @Test
    void withoutAnInstallationItIsEmpty() throws IOException {
        Path classes = built(Optional.empty());
        assertThat(classes.resolve(ARCHIVE)).doesNotExist();
        assertThat(classes.resolve(ID)).doesNotExist();
    }
}
