package dev.lumen.otp.kit;

import dev.lumen.frontend.preprocess.OtpKit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the build of this jar packed. The service's loader makes it.
public final class PackedOtp implements OtpKit {
    @Override
    public String id() {
        try (InputStream in = PackedOtp.class.getResourceAsStream("otp.id")) {
            return in == null ? "none" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the OTP kit", e);
        }
    }

    @Override
    public Optional<URL> archive() {
        return Optional.ofNullable(PackedOtp.class.getResource("otp.zip"));
    }
}
